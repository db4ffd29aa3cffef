#include "dialog/service/unary_call.h"

#include "dialog/service/wire.h"
#include "dialog/util/grpc_status.h"
#include "dialog/util/log.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

// What the operator should see; faults of a request are the caller's to see.
void LogFailure(absl::string_view method, const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kPermissionDenied: {
      const std::string code = absl::StatusCodeToString(status.code());
      const std::string reason = ReasonOf(status);
      LogWarning("call_failed", {{LogField::kMethod, method},
                                 {LogField::kCode, code},
                                 {LogField::kReason, reason},
                                 {LogField::kProblem, status.message()}});
      return;
    }
    default:
      return;
  }
}

}  // namespace

std::shared_ptr<UnaryCall> UnaryCall::Begin(absl::string_view method,
                                            grpc::ByteBuffer* response,
                                            CallLimit::Place place) {
  std::shared_ptr<UnaryCall> call(
      new UnaryCall(method, response, std::move(place)));
  call->self_ = call;
  return call;
}

void UnaryCall::End(const absl::StatusOr<std::string>& outcome) {
  if (ended_.exchange(true)) return;
  if (outcome.ok()) {
    *response_ = BufferOf(*outcome);
    return Finish(grpc::Status::OK);
  }
  LogFailure(method_, outcome.status());
  Finish(ToGrpc(outcome.status()));
}

void UnaryCall::OnCancel() {
  if (!ended_.exchange(true)) Finish(grpc::Status::CANCELLED);
}

}  // namespace firstvisit
