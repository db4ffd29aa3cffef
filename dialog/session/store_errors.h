// The errors that every store gives, worded once.

#ifndef FIRSTVISIT_DIALOG_SESSION_STORE_ERRORS_H_
#define FIRSTVISIT_DIALOG_SESSION_STORE_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

// NOT_FOUND: unknown, erased, or somebody else's; nobody can tell which.
absl::Status SessionNotFound();
// NOT_FOUND: the request opened a session that was since erased.
absl::Status OpenedSessionErased();
// ALREADY_EXISTS: the request id was used with another body.
absl::Status RequestIdReused();
// ALREADY_EXISTS: the caller chose the id of a session that there is.
absl::Status SessionIdTaken();
// ABORTED: another turn came first. Load again.
absl::Status TurnOvertaken();
// INVALID_ARGUMENT: not a page token that this store gave.
absl::Status BadPageToken();
// NOT_FOUND: no texts under this hash.
absl::Status ContentNotFound(absl::string_view hash);
// The store cannot do its work; `problem` is for the operator. DATA_LOSS stays
// what it is: nothing but a backup helps. All else is UNAVAILABLE.
absl::Status StoreTrouble(const absl::Status& problem);

// DATA_LOSS: what is stored is no session of ours; for the operator.
absl::Status StoredUnreadable(absl::string_view what);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_STORE_ERRORS_H_
