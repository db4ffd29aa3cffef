// Erases sessions whose time is over: at once, and then every hour.
//
//   Retention retention(store, SystemClock(), absl::Hours(30 * 24));
//
// A session goes when its last turn is that long ago, whatever its state; until
// then an idle one is shown as EXPIRED. The sweep has a thread of its own. The
// store must outlive it. The destructor does not wait for a sweep on its way.

#ifndef FIRSTVISIT_DIALOG_SERVICE_RETENTION_H_
#define FIRSTVISIT_DIALOG_SERVICE_RETENTION_H_

#include <thread>

#include "absl/synchronization/notification.h"
#include "absl/time/time.h"
#include "dialog/session/session_store.h"
#include "dialog/util/clock.h"

namespace firstvisit {

class Retention {
 public:
  Retention(SessionStore& store, Clock& clock, absl::Duration keep,
            absl::Duration pause = absl::Hours(1));
  ~Retention();
  Retention(const Retention&) = delete;
  Retention& operator=(const Retention&) = delete;

 private:
  void Sweep();

  SessionStore& store_;
  Clock& clock_;
  const absl::Duration keep_;
  absl::Notification ending_;
  std::thread thread_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_RETENTION_H_
