#include "dialog/session/memory_store.h"

#include <algorithm>
#include <set>

#include "dialog/session/page_token.h"
#include "dialog/session/store_errors.h"

namespace firstvisit {
namespace {

// The first reply to a request, if the one that it was stored under agrees.
absl::StatusOr<std::string> Repeat(const RequestStamp& stored,
                                   const RequestStamp& request,
                                   const std::string& reply) {
  if (stored.fingerprint != request.fingerprint) return RequestIdReused();
  return reply;
}

}  // namespace

void MemoryStore::Load(const SessionKey& key,
                       const absl::optional<RequestStamp>& request,
                       Callback<absl::StatusOr<LoadedSession>> done) {
  absl::StatusOr<LoadedSession> loaded = [&] {
    absl::MutexLock lock(&mutex_);
    return LoadLocked({key.principal, key.session}, request);
  }();
  done(std::move(loaded));
}

void MemoryStore::Commit(TurnWrite write,
                         Callback<absl::StatusOr<std::string>> done) {
  absl::StatusOr<std::string> reply = [&] {
    absl::MutexLock lock(&mutex_);
    return write.expected_version == 0 ? OpenLocked(write)
                                       : CommitLocked(write);
  }();
  done(std::move(reply));
}

void MemoryStore::List(absl::string_view principal, int size,
                       absl::string_view page_token,
                       Callback<absl::StatusOr<SessionPage>> done) {
  absl::StatusOr<SessionPage> page = [&] {
    absl::MutexLock lock(&mutex_);
    return ListLocked(principal, size, page_token);
  }();
  done(std::move(page));
}

void MemoryStore::Delete(const SessionKey& key, Callback<absl::Status> done) {
  const absl::Status status = [&] {
    absl::MutexLock lock(&mutex_);
    const Key erased(key.principal, key.session);
    const auto known = sessions_.erase(erased) + refusals_.erase(erased);
    return known > 0 ? absl::OkStatus() : SessionNotFound();
  }();
  done(status);
}

void MemoryStore::EraseOlderThan(absl::Time limit,
                                 Callback<absl::StatusOr<int>> done) {
  const int erased = [&] {
    absl::MutexLock lock(&mutex_);
    return EraseLocked(limit);
  }();
  done(erased);
}

void MemoryStore::KeepContent(absl::string_view hash,
                              const session::v1::ContentFiles& files,
                              Callback<absl::Status> done) {
  {
    absl::MutexLock lock(&mutex_);
    last_content_ = std::string(hash);
    contents_[last_content_] = files;
  }
  done(absl::OkStatus());
}

void MemoryStore::LoadContent(
    absl::string_view hash,
    Callback<absl::StatusOr<session::v1::ContentFiles>> done) {
  absl::StatusOr<session::v1::ContentFiles> files = ContentNotFound(hash);
  {
    absl::MutexLock lock(&mutex_);
    const auto found = contents_.find(std::string(hash));
    if (found != contents_.end()) files = found->second;
  }
  done(std::move(files));
}

absl::StatusOr<LoadedSession> MemoryStore::LoadLocked(
    const Key& key, const absl::optional<RequestStamp>& request) const {
  LoadedSession loaded;
  const auto repeats = [&](const CommittedReply& committed) {
    return request.has_value() && committed.request.id == request->id;
  };
  const auto repeat =
      [&](const CommittedReply& committed) -> absl::StatusOr<LoadedSession> {
    auto reply = Repeat(committed.request, *request, committed.reply);
    if (!reply.ok()) return reply.status();
    loaded.reply = *std::move(reply);
    return loaded;
  };
  const auto found = sessions_.find(key);
  if (found == sessions_.end()) {
    const auto refusal = refusals_.find(key);
    if (refusal == refusals_.end() || !repeats(refusal->second.last)) {
      return SessionNotFound();
    }
    return repeat(refusal->second.last);
  }
  const Record& record = found->second;
  loaded.version = static_cast<int>(record.replies.size());
  // The opening has request ids of its own.
  const auto committed =
      std::find_if(record.replies.begin() + 1, record.replies.end(), repeats);
  if (committed != record.replies.end()) return repeat(*committed);
  loaded.log = record.log;
  return loaded;
}

absl::StatusOr<std::string> MemoryStore::OpenLocked(TurnWrite& write) {
  const Key key(write.key.principal, write.key.session);
  const Key request(write.key.principal, write.request.id);
  const auto opened = openings_.find(request);
  if (opened != openings_.end()) {
    const OpeningRequest& opening = opened->second;
    if (opening.fingerprint != write.request.fingerprint) {
      return RequestIdReused();
    }
    const auto found = sessions_.find({write.key.principal, opening.session});
    if (found == sessions_.end() || found->second.number != opening.number) {
      return OpenedSessionErased();
    }
    return found->second.replies.front().reply;
  }
  if (sessions_.count(key) > 0) return SessionIdTaken();

  Record record;
  record.number = ++last_number_;
  record.log.set_id(write.key.session);
  record.log.set_principal(write.key.principal);
  *record.log.mutable_opening() = std::move(write.opening);
  record.replies.push_back({write.request, write.reply});
  record.listed = {std::move(write.summary), write.expires_at};
  record.time = write.time;
  openings_[request] = {write.request.fingerprint, write.key.session,
                        record.number, write.time};
  refusals_.erase(key);
  sessions_[key] = std::move(record);
  return std::move(write.reply);
}

absl::StatusOr<std::string> MemoryStore::CommitLocked(TurnWrite& write) {
  const Key key(write.key.principal, write.key.session);
  auto loaded = LoadLocked(key, write.request);
  if (!loaded.ok()) return loaded.status();
  if (loaded->reply.has_value()) return *std::move(loaded->reply);
  if (loaded->version != write.expected_version) return TurnOvertaken();
  if (write.erase) {
    sessions_.erase(key);
    refusals_[key] = {{std::move(write.request), write.reply}, write.time};
    return std::move(write.reply);
  }
  Record& record = sessions_[key];
  *record.log.add_events() = std::move(write.event);
  record.replies.push_back({std::move(write.request), write.reply});
  record.listed = {std::move(write.summary), write.expires_at};
  record.time = write.time;
  return std::move(write.reply);
}

absl::StatusOr<SessionPage> MemoryStore::ListLocked(
    absl::string_view principal, int size, absl::string_view page_token) const {
  const auto below = NumberOfPageToken(page_token);
  if (!below.ok()) return below.status();
  std::map<std::int64_t, const Record*, std::greater<>> newest_first;
  for (const auto& [key, record] : sessions_) {
    if (key.first == principal && record.number < *below) {
      newest_first[record.number] = &record;
    }
  }
  SessionPage page;
  std::int64_t last = 0;
  for (const auto& [number, record] : newest_first) {
    if (static_cast<int>(page.sessions.size()) == size) {
      page.next_page_token = PageTokenBelow(last);
      break;
    }
    page.sessions.push_back(record->listed);
    last = number;
  }
  return page;
}

int MemoryStore::EraseLocked(absl::Time limit) {
  const auto erase = [limit](auto& entries) {
    int erased = 0;
    for (auto entry = entries.begin(); entry != entries.end();) {
      if (entry->second.time < limit) {
        entry = entries.erase(entry);
        ++erased;
      } else {
        ++entry;
      }
    }
    return erased;
  };
  const int erased = erase(sessions_);
  erase(refusals_);
  erase(openings_);
  DropUnusedContents();
  return erased;
}

void MemoryStore::DropUnusedContents() {
  std::set<std::string> used = {last_content_};
  for (const auto& [key, record] : sessions_) {
    used.insert(record.log.opening().content_hash());
  }
  for (auto entry = contents_.begin(); entry != contents_.end();) {
    entry = used.count(entry->first) > 0 ? std::next(entry)
                                         : contents_.erase(entry);
  }
}

}  // namespace firstvisit
