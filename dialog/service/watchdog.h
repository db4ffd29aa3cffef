// Notices a service that no longer answers where it listens. gRPC 1.51 stops
// listening for good when descriptors run out once, and says nothing; whoever
// runs the service starts it again, if only it ends.
//
//   Watchdog watchdog([&] { return Dial(address, absl::Seconds(10)); },
//                     Watchdog::Options(), [](const absl::Status& problem) {
//                       LogError("deaf", …);
//                       _exit(1);
//                     });
//
// Probes from a thread of its own, first after a pause. The destructor waits
// for a probe on its way.

#ifndef FIRSTVISIT_DIALOG_SERVICE_WATCHDOG_H_
#define FIRSTVISIT_DIALOG_SERVICE_WATCHDOG_H_

#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

namespace firstvisit {

class Watchdog {
 public:
  struct Options {
    // Between two probes.
    absl::Duration pause = absl::Seconds(5);
    // So many in a row fail before it barks: a machine may be busy.
    int failures = 3;
  };
  using Probe = std::function<absl::Status()>;
  using Bark = std::function<void(const absl::Status& problem)>;

  // `bark` is called once, with what the last probe said.
  Watchdog(Probe probe, Options options, Bark bark);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  void Watch();

  const Probe probe_;
  const Options options_;
  const Bark bark_;
  absl::Notification ending_;
  std::thread thread_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_WATCHDOG_H_
