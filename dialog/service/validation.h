// What a request must look like before the engine sees it. The engine checks
// what only the content can tell (question ids, values).
//
//   if (absl::Status status = Validate(request); !status.ok()) …
//
// INVALID_ARGUMENT with reason and field; the message never repeats the value.
// Strings are UTF-8 already (wire.h). Pure functions.

#ifndef FIRSTVISIT_DIALOG_SERVICE_VALIDATION_H_
#define FIRSTVISIT_DIALOG_SERVICE_VALIDATION_H_

#include "absl/status/status.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

absl::Status Validate(const v1::StartSessionRequest& request);
absl::Status Validate(const v1::ReplyRequest& request);
absl::Status Validate(const v1::GetSessionRequest& request);
absl::Status Validate(const v1::ListSessionsRequest& request);
absl::Status Validate(const v1::DeleteSessionRequest& request);
absl::Status Validate(const v1::GetReportRequest& request);
absl::Status Validate(const v1::AssessRequest& request);
absl::Status Validate(const v1::ExplainRequest& request);
absl::Status Validate(const v1::ListProtocolsRequest& request);
absl::Status Validate(const v1::GetProtocolRequest& request);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_VALIDATION_H_
