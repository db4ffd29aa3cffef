#include "dialog/service/retention.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "dialog/util/log.h"

namespace firstvisit {

Retention::Retention(SessionStore& store, Clock& clock, absl::Duration keep,
                     absl::Duration pause)
    : store_(store), clock_(clock), keep_(keep), thread_([this, pause] {
        do {
          Sweep();
        } while (!ending_.WaitForNotificationWithTimeout(pause));
      }) {}

Retention::~Retention() {
  ending_.Notify();
  thread_.join();
}

void Retention::Sweep() {
  store_.EraseOlderThan(clock_.Now() - keep_, [](absl::StatusOr<int> erased) {
    if (!erased.ok()) {
      LogWarning("retention_failed",
                 {{LogField::kProblem, erased.status().message()}});
    } else if (*erased > 0) {
      const std::string count = absl::StrCat(*erased);
      LogInfo("sessions_erased", {{LogField::kCount, count}});
    }
  });
}

}  // namespace firstvisit
