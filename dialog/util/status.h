// Errors that a program can read: an absl::Status with a reason and the field
// at fault as google.rpc.ErrorInfo.
//
//   return InvalidArgument("TEXT_TOO_LONG", "text",
//                          "The answer has 5,012 characters; 4,096 are
//                          taken.");
//   …
//   if (ReasonOf(status) == "TEXT_TOO_LONG") …
//
// The message speaks to whoever can act: what is wrong, where, what to do. It
// never repeats what a person said. grpc_status.h carries such an error over
// the wire and back.

#ifndef FIRSTVISIT_DIALOG_UTIL_STATUS_H_
#define FIRSTVISIT_DIALOG_UTIL_STATUS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message_lite.h"

namespace firstvisit {

// A status with a reason; `field` may be empty.
absl::Status ErrorStatus(absl::StatusCode code, absl::string_view reason,
                         absl::string_view field, absl::string_view message);

// The most frequent: a request's field is malformed.
absl::Status InvalidArgument(absl::string_view reason, absl::string_view field,
                             absl::string_view message);

// The reason, or the field; empty where the status has none.
std::string ReasonOf(const absl::Status& status);
std::string FieldOf(const absl::Status& status);

// Attaches a message as a detail: one of each type at most.
void AddDetail(const google::protobuf::MessageLite& detail,
               absl::Status& status);
// Reads a detail of the type of `detail`; false where there is none.
bool FindDetail(const absl::Status& status,
                google::protobuf::MessageLite& detail);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_STATUS_H_
