// The time, injected. The one place of the project that asks the machine for
// it; everything else takes a Clock or an absl::Time.
//
//   Clock& clock = SystemClock();
//   interview.Take(log, request, clock.Now());
//
// Thread-safe. Tests use tests/support/fake_clock.h.

#ifndef FIRSTVISIT_DIALOG_UTIL_CLOCK_H_
#define FIRSTVISIT_DIALOG_UTIL_CLOCK_H_

#include "absl/time/time.h"

namespace firstvisit {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() = 0;
};

// The machine's clock. Lives as long as the program.
Clock& SystemClock();

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_CLOCK_H_
