#include "dialog/service/open_store.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "dialog/session/memory_store.h"
#include "dialog/session/sqlite_store.h"
#include "dialog/util/status.h"

namespace firstvisit {

absl::StatusOr<std::unique_ptr<SessionStore>> OpenStore(
    absl::string_view name) {
  if (name == "memory") return std::make_unique<MemoryStore>();
  absl::string_view path = name;
  if (absl::ConsumePrefix(&path, "sqlite:") && !path.empty()) {
    return SqliteStore::Open(std::string(path));
  }
  return InvalidArgument(
      "BAD_STORE", "store",
      absl::StrCat("--store=", name,
                   " is no store. Use --store=sqlite:FILE, or --store=memory "
                   "for sessions that end with the service."));
}

}  // namespace firstvisit
