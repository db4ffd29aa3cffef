// A clock that stands still until it is told to go on.
//
//   FakeClock clock;                     // 2026-11-20T09:00:00Z
//   clock.Advance(absl::Hours(25));
//
// Thread-safe.

#ifndef FIRSTVISIT_TESTS_SUPPORT_FAKE_CLOCK_H_
#define FIRSTVISIT_TESTS_SUPPORT_FAKE_CLOCK_H_

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "dialog/util/clock.h"

namespace firstvisit {

class FakeClock : public Clock {
 public:
  absl::Time Now() override {
    absl::MutexLock lock(&mutex_);
    return now_;
  }
  void Advance(absl::Duration by) {
    absl::MutexLock lock(&mutex_);
    now_ += by;
  }

 private:
  absl::Mutex mutex_;
  absl::Time now_ ABSL_GUARDED_BY(mutex_) = absl::FromCivil(
      absl::CivilSecond(2026, 11, 20, 9, 0, 0), absl::UTCTimeZone());
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_FAKE_CLOCK_H_
