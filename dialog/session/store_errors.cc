#include "dialog/session/store_errors.h"

#include "absl/strings/str_cat.h"
#include "dialog/util/status.h"

namespace firstvisit {

absl::Status SessionNotFound() {
  return ErrorStatus(absl::StatusCode::kNotFound, "SESSION_NOT_FOUND",
                     "session",
                     "There is no such session. It may have been erased; open "
                     "a new one with StartSession.");
}

absl::Status OpenedSessionErased() {
  return ErrorStatus(absl::StatusCode::kNotFound, "SESSION_ERASED",
                     "request_id",
                     "The session that this request opened has been erased. "
                     "Open a new one under a new request id.");
}

absl::Status RequestIdReused() {
  return ErrorStatus(absl::StatusCode::kAlreadyExists, "REQUEST_ID_REUSED",
                     "request_id",
                     "This request id was used with another body. Use a new "
                     "id for each new request.");
}

absl::Status SessionIdTaken() {
  return ErrorStatus(absl::StatusCode::kAlreadyExists, "SESSION_ID_TAKEN",
                     "session",
                     "There is a session of this id. Choose another, or leave "
                     "it empty to have one made.");
}

absl::Status TurnOvertaken() {
  return ErrorStatus(absl::StatusCode::kAborted, "TURN_OVERTAKEN", "",
                     "Another reply to this session came first. Send this one "
                     "again.");
}

absl::Status BadPageToken() {
  return InvalidArgument("BAD_PAGE_TOKEN", "page_token",
                         "This is not a page token of ListSessions. Start "
                         "again with an empty one.");
}

absl::Status ContentNotFound(absl::string_view hash) {
  return ErrorStatus(absl::StatusCode::kNotFound, "CONTENT_NOT_FOUND", "",
                     absl::StrCat("The store has no content ", hash, "."));
}

absl::Status StoreTrouble(const absl::Status& problem) {
  if (absl::IsDataLoss(problem)) {
    return ErrorStatus(
        absl::StatusCode::kDataLoss, "STORE_DAMAGED", "",
        absl::StrCat("The session store is damaged: ", problem.message(),
                     ". Restore it from a backup."));
  }
  return ErrorStatus(
      absl::StatusCode::kUnavailable, "STORE_AWAY", "",
      absl::StrCat("The session store cannot be used now: ", problem.message(),
                   ". Send the same request again later."));
}

absl::Status StoredUnreadable(absl::string_view what) {
  return ErrorStatus(absl::StatusCode::kDataLoss, "STORE_DAMAGED", "",
                     absl::StrCat("A stored ", what,
                                  " cannot be read. Restore the session store "
                                  "from a backup."));
}

}  // namespace firstvisit
