// The end: health checks fail first, so that callers look elsewhere while calls
// still work; then no new calls; then, should something hang, no mercy.

#include "dialog/service/serve.h"

#include <unistd.h>

#include <iostream>
#include <string>
#include <thread>

#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "dialog/service/stop_signal.h"
#include "dialog/util/log.h"

namespace firstvisit {
namespace {

// Between the failing health check and the end of new calls.
constexpr absl::Duration kLameDuck = absl::Milliseconds(500);
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

}  // namespace

int Serve(const ServeOptions& options) {
  StopSignal stop;
  auto host = Host::Start(options);
  if (!host.ok()) {
    std::cerr << host.status().message() << "\n";
    return 1;
  }
  LogInfo("serving", {{LogField::kAddress, (*host)->address()},
                      {LogField::kStore, options.store},
                      {LogField::kProtocol, (*host)->content().protocol().id()},
                      {LogField::kHash, (*host)->content().hash()}});
  LogInfo("ending", {{LogField::kSignal, stop.Wait()}});
  HardExit hard_exit;
  (*host)->AnnounceEnd();
  absl::SleepFor(kLameDuck);
  host->reset();
  LogInfo("ended");
  return 0;
}

}  // namespace firstvisit
