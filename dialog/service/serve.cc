// The end: health checks fail first, so that callers look elsewhere while calls
// still work; then no new calls; then, should something hang, no mercy. A
// service that has gone deaf ends by itself, to be started again.
//
// Tests: tests/e2e/grpc_client_test.py.

#include "dialog/service/serve.h"

#include <sys/resource.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <thread>

#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "dialog/service/dial.h"
#include "dialog/service/stop_signal.h"
#include "dialog/service/watchdog.h"
#include "dialog/util/command_line.h"
#include "dialog/util/log.h"

namespace firstvisit {
namespace {

// Between the failing health check and the end of new calls.
constexpr absl::Duration kLameDuck = absl::Milliseconds(500);
// For an answer to the service's own health check.
constexpr absl::Duration kPatience = absl::Seconds(10);
// From the signal to the end at all costs; longer than a Host gives its calls.
constexpr absl::Duration kHardExit = absl::Seconds(20);

// Ends the process when its owner does not come to an end in time.
class HardExit {
 public:
  HardExit()
      : thread_([this] {
          if (ended_.WaitForNotificationWithTimeout(kHardExit)) return;
          LogError("killed", {{LogField::kProblem, "calls did not end"}});
          _exit(1);
        }) {}
  ~HardExit() {
    ended_.Notify();
    thread_.join();
  }

 private:
  absl::Notification ended_;
  std::thread thread_;
};

// A process may have more descriptors than it is given at first; each
// connection takes one.
void TakeAllDescriptors() {
  rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

// Turns that were answered are on disk: nothing is lost by ending at once.
void EndDeaf(const absl::Status& problem) {
  LogError("deaf", {{LogField::kProblem, problem.message()}});
  _exit(1);
}

}  // namespace

int Serve(const ServeOptions& options) {
  StopSignal stop;
  TakeAllDescriptors();
  auto host = Host::Start(options);
  if (!host.ok()) {
    return Complain(kFailed, host.status().message());
  }
  LogInfo("serving", {{LogField::kAddress, (*host)->address()},
                      {LogField::kStore, options.store},
                      {LogField::kProtocol, (*host)->content().protocol().id()},
                      {LogField::kHash, (*host)->content().hash()}});
  auto watchdog = std::make_unique<Watchdog>(
      [address = (*host)->address()] { return Dial(address, kPatience); },
      Watchdog::Options(), EndDeaf);
  LogInfo("ending", {{LogField::kSignal, stop.Wait()}});
  HardExit hard_exit;
  watchdog = nullptr;
  (*host)->AnnounceEnd();
  absl::SleepFor(kLameDuck);
  host->reset();
  LogInfo("ended");
  return kDone;
}

}  // namespace firstvisit
