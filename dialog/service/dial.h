// Whether a service answers where it listens, asked as a stranger would: over a
// connection of its own.
//
//   absl::Status alive = Dial("127.0.0.1:50051", absl::Seconds(10));
//
// Thread-safe; blocks.

#ifndef FIRSTVISIT_DIALOG_SERVICE_DIAL_H_
#define FIRSTVISIT_DIALOG_SERVICE_DIAL_H_

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace firstvisit {

// OK: a health check was answered within `patience`, whatever it said.
absl::Status Dial(const std::string& address, absl::Duration patience);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_DIAL_H_
