// One call on its way through the service: answered exactly once, by its
// outcome or by the client's cancelling, whichever comes first.
//
//   std::shared_ptr<UnaryCall> call =
//       UnaryCall::Begin("Reply", response, limit.Enter());
//   turns.Reply(principal, request, [call](auto bytes) { call->End(bytes); });
//   return call.get();
//
// A call that waits for the store must not hold up the server's shutdown, so
// cancelling ends it at once; what comes later is dropped. Thread-safe. gRPC
// owns the reactor until OnDone; whoever still holds the call after that may
// end it, to no effect.

#ifndef FIRSTVISIT_DIALOG_SERVICE_UNARY_CALL_H_
#define FIRSTVISIT_DIALOG_SERVICE_UNARY_CALL_H_

#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/service/call_limit.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"

namespace firstvisit {

class UnaryCall : public grpc::ServerUnaryReactor {
 public:
  // `response` is filled in before the call ends. `method` is for the log and
  // lives as long as the program. The call holds its `place` while it is there.
  static std::shared_ptr<UnaryCall> Begin(absl::string_view method,
                                          grpc::ByteBuffer* response,
                                          CallLimit::Place place);

  // Sends a message's bytes, or the error.
  void End(const absl::StatusOr<std::string>& outcome);

 private:
  UnaryCall(absl::string_view method, grpc::ByteBuffer* response,
            CallLimit::Place place)
      : method_(method), response_(response), place_(std::move(place)) {}

  void OnCancel() override;
  void OnDone() override { self_.reset(); }

  const absl::string_view method_;
  grpc::ByteBuffer* const response_;
  const CallLimit::Place place_;
  std::atomic<bool> ended_{false};
  std::shared_ptr<UnaryCall> self_;  // until gRPC is done with it
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_UNARY_CALL_H_
