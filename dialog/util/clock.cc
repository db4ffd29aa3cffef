#include "dialog/util/clock.h"

#include "absl/time/clock.h"

namespace firstvisit {
namespace {

class MachineClock : public Clock {
 public:
  absl::Time Now() override { return absl::Now(); }
};

}  // namespace

Clock& SystemClock() {
  static Clock* const clock = new MachineClock;  // never destroyed
  return *clock;
}

}  // namespace firstvisit
