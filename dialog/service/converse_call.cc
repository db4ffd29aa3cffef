#include "dialog/service/converse_call.h"

#include <utility>

#include "dialog/service/validation.h"
#include "dialog/service/wire.h"
#include "dialog/util/grpc_status.h"

namespace firstvisit {

ConverseCall* ConverseCall::Begin(const absl::Status& caller, Take take) {
  std::shared_ptr<ConverseCall> call(new ConverseCall(std::move(take)));
  call->self_ = call;
  if (caller.ok()) {
    call->StartRead(&call->request_);
  } else {
    call->End(ToGrpc(caller));
  }
  return call.get();
}

void ConverseCall::OnReadDone(bool ok) {
  if (!ok) return End(grpc::Status::OK);  // the client has no more to say
  v1::ReplyRequest request;
  absl::Status status = ParseRequest(BytesOf(request_), request);
  if (status.ok()) status = Validate(request);
  if (!status.ok()) return End(ToGrpc(status));
  take_(std::move(request), [call = self_](absl::StatusOr<std::string> turn) {
    call->Answer(turn);
  });
}

void ConverseCall::Answer(const absl::StatusOr<std::string>& turn) {
  if (!turn.ok()) return End(ToGrpc(turn.status()));
  absl::MutexLock lock(&mutex_);
  if (ended_) return;
  turn_ = BufferOf(*turn);
  StartWrite(&turn_);
}

void ConverseCall::OnWriteDone(bool ok) {
  if (!ok) return End(grpc::Status::CANCELLED);
  absl::MutexLock lock(&mutex_);
  if (!ended_) StartRead(&request_);
}

void ConverseCall::End(const grpc::Status& status) {
  {
    absl::MutexLock lock(&mutex_);
    if (ended_) return;
    ended_ = true;
  }
  // Not under the lock: what follows may be the end of this object.
  Finish(status);
}

}  // namespace firstvisit
