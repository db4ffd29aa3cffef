// The session store that the one who runs the service names.
//
//   auto store = OpenStore("sqlite:/var/lib/firstvisit/sessions.db");

#ifndef FIRSTVISIT_DIALOG_SERVICE_OPEN_STORE_H_
#define FIRSTVISIT_DIALOG_SERVICE_OPEN_STORE_H_

#include <memory>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/session/session_store.h"

namespace firstvisit {

// "memory", or "sqlite:FILE", which makes the file but not its folder.
absl::StatusOr<std::unique_ptr<SessionStore>> OpenStore(absl::string_view name);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_OPEN_STORE_H_
