// SIGTERM and SIGINT as something to wait for.
//
//   StopSignal stop;                    // first of all: before any thread
//   …
//   LogInfo("ending", {{LogField::kSignal, stop.Wait()}});
//
// Threads that start while it lives leave the signals to Wait(). After Wait() a
// further signal ends the process at once.

#ifndef FIRSTVISIT_DIALOG_SERVICE_STOP_SIGNAL_H_
#define FIRSTVISIT_DIALOG_SERVICE_STOP_SIGNAL_H_

#include <signal.h>

#include "absl/strings/string_view.h"

namespace firstvisit {

class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  // Blocks until one comes; gives its name. On the thread that made this.
  absl::string_view Wait();

 private:
  sigset_t signals_;
  sigset_t before_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_STOP_SIGNAL_H_
