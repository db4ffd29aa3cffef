// CPU time, of this thread or of a whole other process, user and system.
//
//   const absl::Duration before = ThreadCpu();
//   …
//   const absl::Duration cost = ThreadCpu() - before;
//
// Thread-safe.

#ifndef FIRSTVISIT_TESTS_LOAD_CPU_CLOCK_H_
#define FIRSTVISIT_TESTS_LOAD_CPU_CLOCK_H_

#include <sys/types.h>
#include <time.h>

#include "absl/time/time.h"

namespace firstvisit {

inline absl::Duration ReadCpuClock(clockid_t clock) {
  timespec now = {};
  clock_gettime(clock, &now);
  return absl::DurationFromTimespec(now);
}

inline absl::Duration ThreadCpu() {
  return ReadCpuClock(CLOCK_THREAD_CPUTIME_ID);
}

// Of all its threads; zero: there is no such process.
inline absl::Duration ProcessCpu(pid_t process) {
  clockid_t clock;
  if (clock_getcpuclockid(process, &clock) != 0) return absl::ZeroDuration();
  return ReadCpuClock(clock);
}

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_LOAD_CPU_CLOCK_H_
