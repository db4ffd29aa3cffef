// Carries an absl::Status with its details over gRPC and back. The only file
// that knows both kinds of status.
//
//   return reactor->Finish(ToGrpc(InvalidArgument(…)));   // service
//   absl::Status status = FromGrpc(stub->Reply(…));       // client

#ifndef FIRSTVISIT_DIALOG_UTIL_GRPC_STATUS_H_
#define FIRSTVISIT_DIALOG_UTIL_GRPC_STATUS_H_

#include "absl/status/status.h"
#include "grpcpp/support/status.h"

namespace firstvisit {

// Details travel as google.rpc.Status, in the order of their types' names.
grpc::Status ToGrpc(const absl::Status& status);
absl::Status FromGrpc(const grpc::Status& status);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_GRPC_STATUS_H_
