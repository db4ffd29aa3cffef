#include "dialog/session/store_testing.h"

#include <future>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/util/digest.h"

namespace firstvisit {
namespace {

// Runs a call of a store until its callback has run.
template <typename Result, typename Call>
Result Wait(const Call& call) {
  std::promise<Result> promise;
  call([&promise](Result result) { promise.set_value(std::move(result)); });
  return promise.get_future().get();
}

TurnWrite Write(const SessionKey& key, absl::string_view request_id,
                int version, absl::string_view body) {
  TurnWrite write;
  write.key = key;
  write.request = Stamp(request_id, body);
  write.expected_version = version;
  write.reply = absl::StrCat("reply to ", request_id);
  write.summary.set_session(key.session);
  write.summary.set_reference(absl::StrCat("after ", request_id));
  write.time = TurnTime();
  write.expires_at = TurnTime() + absl::Hours(24);
  return write;
}

}  // namespace

absl::StatusOr<LoadedSession> LoadAndWait(
    SessionStore& store, const SessionKey& key,
    const absl::optional<RequestStamp>& request) {
  return Wait<absl::StatusOr<LoadedSession>>(
      [&](auto done) { store.Load(key, request, done); });
}

absl::StatusOr<std::string> CommitAndWait(SessionStore& store,
                                          TurnWrite write) {
  return Wait<absl::StatusOr<std::string>>(
      [&](auto done) { store.Commit(std::move(write), done); });
}

absl::StatusOr<SessionPage> ListAndWait(SessionStore& store,
                                        absl::string_view principal, int size,
                                        absl::string_view page_token) {
  return Wait<absl::StatusOr<SessionPage>>(
      [&](auto done) { store.List(principal, size, page_token, done); });
}

absl::Status DeleteAndWait(SessionStore& store, const SessionKey& key) {
  return Wait<absl::Status>([&](auto done) { store.Delete(key, done); });
}

absl::StatusOr<int> EraseAndWait(SessionStore& store, absl::Time limit) {
  return Wait<absl::StatusOr<int>>(
      [&](auto done) { store.EraseOlderThan(limit, done); });
}

absl::Status KeepContentAndWait(SessionStore& store, absl::string_view hash,
                                const session::v1::ContentFiles& files) {
  return Wait<absl::Status>(
      [&](auto done) { store.KeepContent(hash, files, done); });
}

absl::StatusOr<session::v1::ContentFiles> LoadContentAndWait(
    SessionStore& store, absl::string_view hash) {
  return Wait<absl::StatusOr<session::v1::ContentFiles>>(
      [&](auto done) { store.LoadContent(hash, done); });
}

RequestStamp Stamp(absl::string_view request_id, absl::string_view body) {
  return {std::string(request_id), Digest({body})};
}

TurnWrite OpeningWrite(const SessionKey& key, absl::string_view request_id,
                       absl::string_view body) {
  TurnWrite write = Write(key, request_id, 0, body);
  write.opening.set_reference(std::string(request_id));
  write.opening.set_content_hash("hash-of-content");
  return write;
}

TurnWrite EventWrite(const SessionKey& key, absl::string_view request_id,
                     int version, absl::string_view body) {
  TurnWrite write = Write(key, request_id, version, body);
  write.event.set_words(absl::StrCat("words of ", request_id));
  return write;
}

absl::Time TurnTime() {
  return absl::FromCivil(absl::CivilSecond(2026, 11, 20, 9, 0, 0),
                         absl::UTCTimeZone());
}

}  // namespace firstvisit
