// Tests: //tests/load:smoke_test.

#include "tests/load/echo.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "firstvisit/v1/intake.grpc.pb.h"
#include "grpcpp/grpcpp.h"
#include "tests/load/cpu_clock.h"

namespace firstvisit {
namespace {

constexpr int kRequestBytes = 200;
constexpr int kReplyBytes = 960;
constexpr int kInFlight = 64;
constexpr int kWarmUpCalls = 4000;

class EchoService final : public v1::Intake::CallbackService {
 public:
  grpc::ServerUnaryReactor* Reply(grpc::CallbackServerContext* context,
                                  const v1::ReplyRequest*,
                                  v1::Turn* turn) override {
    turn->set_session(words_);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

 private:
  const std::string words_ = std::string(kReplyBytes, 'r');
};

// The same program as a server, and the two pipes to it.
class ServerProcess {
 public:
  ServerProcess() {
    int in[2];
    int out[2];
    if (pipe(in) != 0 || pipe(out) != 0) return;
    process_ = fork();
    if (process_ == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      close(in[1]);
      close(out[0]);
      execl("/proc/self/exe", "echo", kServeEcho, nullptr);
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }
  ~ServerProcess() {
    close(to_);  // its end
    close(from_);
    if (process_ > 0) waitpid(process_, nullptr, 0);
  }

  pid_t id() const { return process_; }
  // 0: it did not start.
  int Port() const {
    std::string line;
    char c = 0;
    while (read(from_, &c, 1) == 1 && c != '\n') line += c;
    int port = 0;
    return absl::SimpleAtoi(line, &port) ? port : 0;
  }

 private:
  pid_t process_ = -1;
  int to_ = -1;
  int from_ = -1;
};

// Keeps kInFlight calls under way until all are made.
class Caller {
 public:
  explicit Caller(int port)
      : stub_(v1::Intake::NewStub(
            grpc::CreateChannel(absl::StrCat("127.0.0.1:", port),
                                grpc::InsecureChannelCredentials()))) {
    request_.set_text(std::string(kRequestBytes, 'q'));
  }

  // False: a call failed.
  bool Make(int calls) {
    {
      absl::MutexLock lock(&mutex_);
      left_ = calls;
      under_way_ = 0;
    }
    for (int i = 0; i < kInFlight; ++i) Next();
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(
        +[](Caller* caller) {
          caller->mutex_.AssertHeld();
          return caller->left_ == 0 && caller->under_way_ == 0;
        },
        this));
    return !failed_;
  }

 private:
  struct Call {
    grpc::ClientContext context;
    v1::Turn turn;
  };

  void Next() {
    {
      absl::MutexLock lock(&mutex_);
      if (left_ == 0) return;
      --left_;
      ++under_way_;
    }
    auto call = std::make_shared<Call>();
    stub_->async()->Reply(&call->context, &request_, &call->turn,
                          [this, call](const grpc::Status& status) {
                            Next();
                            absl::MutexLock lock(&mutex_);
                            failed_ |= !status.ok();
                            --under_way_;
                          });
  }

  const std::unique_ptr<v1::Intake::Stub> stub_;
  v1::ReplyRequest request_;
  absl::Mutex mutex_;
  int left_ ABSL_GUARDED_BY(mutex_) = 0;
  int under_way_ ABSL_GUARDED_BY(mutex_) = 0;
  bool failed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace

int ServeEcho() {
  EchoService service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr) return EXIT_FAILURE;
  std::cout << port << std::endl;
  char c;
  while (read(STDIN_FILENO, &c, 1) > 0) {
  }
  server->Shutdown();
  return EXIT_SUCCESS;
}

absl::StatusOr<absl::Duration> MeasureEcho(int calls) {
  const ServerProcess server;
  const int port = server.Port();
  if (port == 0) return absl::InternalError("the echo server did not start");
  Caller caller(port);
  if (!caller.Make(kWarmUpCalls)) {
    return absl::InternalError("a call to the echo server failed");
  }
  const absl::Duration before = ProcessCpu(server.id());
  if (!caller.Make(calls)) {
    return absl::InternalError("a call to the echo server failed");
  }
  return (ProcessCpu(server.id()) - before) / calls;
}

}  // namespace firstvisit
