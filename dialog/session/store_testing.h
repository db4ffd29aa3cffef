// What tests of stores share: calls that wait, and turns to write.
//
//   TurnWrite open = OpeningWrite({"clinic", "s-1"}, "request-1");
//   EXPECT_EQ(*CommitAndWait(store, open), open.reply);

#ifndef FIRSTVISIT_DIALOG_SESSION_STORE_TESTING_H_
#define FIRSTVISIT_DIALOG_SESSION_STORE_TESTING_H_

#include <string>

#include "dialog/session/session_store.h"

namespace firstvisit {

absl::StatusOr<LoadedSession> LoadAndWait(
    SessionStore& store, const SessionKey& key,
    const absl::optional<RequestStamp>& request = absl::nullopt);
absl::StatusOr<std::string> CommitAndWait(SessionStore& store, TurnWrite write);
absl::StatusOr<SessionPage> ListAndWait(SessionStore& store,
                                        absl::string_view principal, int size,
                                        absl::string_view page_token = "");
absl::Status DeleteAndWait(SessionStore& store, const SessionKey& key);
absl::StatusOr<int> EraseAndWait(SessionStore& store, absl::Time limit);
absl::Status KeepContentAndWait(SessionStore& store, absl::string_view hash,
                                const session::v1::ContentFiles& files);
absl::StatusOr<session::v1::ContentFiles> LoadContentAndWait(
    SessionStore& store, absl::string_view hash);

// The stamp of a request whose body is `body`.
RequestStamp Stamp(absl::string_view request_id, absl::string_view body = "");

// The opening of a session, and its turn `version` + 1. Event and reply carry
// the request id, so that a test can tell them apart.
TurnWrite OpeningWrite(const SessionKey& key, absl::string_view request_id,
                       absl::string_view body = "");
TurnWrite EventWrite(const SessionKey& key, absl::string_view request_id,
                     int version, absl::string_view body = "");

// When those turns happen.
absl::Time TurnTime();

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_STORE_TESTING_H_
