// The turns of one stream: read a reply, take its turn, write it, read the
// next.
//
//   return ConverseCall::Begin(caller, [this](auto reply, auto done) {
//     turns_.Reply(principal, std::move(reply), std::move(done));
//   });
//
// One turn at a time; the first fault ends the stream with its status. A
// cancelled stream ends at once, what comes later is dropped: the turn itself
// stands, and its request id gets it back. Thread-safe. gRPC owns the reactor
// until OnDone.

#ifndef FIRSTVISIT_DIALOG_SERVICE_CONVERSE_CALL_H_
#define FIRSTVISIT_DIALOG_SERVICE_CONVERSE_CALL_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "firstvisit/v1/intake.pb.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"

namespace firstvisit {

class ConverseCall
    : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  using Done = std::function<void(absl::StatusOr<std::string>)>;
  using Take = std::function<void(v1::ReplyRequest, Done)>;

  // A caller who is not let in gets his status as the end of the stream.
  static ConverseCall* Begin(const absl::Status& caller, Take take);

 private:
  explicit ConverseCall(Take take) : take_(std::move(take)) {}

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override { End(grpc::Status::CANCELLED); }
  void OnDone() override { self_.reset(); }

  void Answer(const absl::StatusOr<std::string>& turn);
  void End(const grpc::Status& status);

  const Take take_;
  grpc::ByteBuffer request_;  // gRPC's between StartRead and OnReadDone
  grpc::ByteBuffer turn_;     // gRPC's between StartWrite and OnWriteDone
  std::shared_ptr<ConverseCall> self_;  // until gRPC is done with it

  absl::Mutex mutex_;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_CONVERSE_CALL_H_
