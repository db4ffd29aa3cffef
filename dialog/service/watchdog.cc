#include "dialog/service/watchdog.h"

#include <utility>

namespace firstvisit {

Watchdog::Watchdog(Probe probe, Options options, Bark bark)
    : probe_(std::move(probe)),
      options_(options),
      bark_(std::move(bark)),
      thread_([this] { Watch(); }) {}

Watchdog::~Watchdog() {
  ending_.Notify();
  thread_.join();
}

void Watchdog::Watch() {
  int failures = 0;
  while (!ending_.WaitForNotificationWithTimeout(options_.pause)) {
    const absl::Status alive = probe_();
    failures = alive.ok() ? 0 : failures + 1;
    if (failures == options_.failures) return bark_(alive);
  }
}

}  // namespace firstvisit
