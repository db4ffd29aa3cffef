// Tests: tests/e2e/command_test.py.

#include "dialog/service/serve_flags.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"

namespace firstvisit {
namespace {

// The store in the user's data folder, which is made when it is missing. Visits
// are private: nobody else may look into it.
absl::StatusOr<std::string> DefaultStore(const Environment& environment) {
  std::filesystem::path folder;
  if (const auto data = environment("XDG_DATA_HOME"); data && !data->empty()) {
    folder = *data;
  } else if (const auto home = environment("HOME"); home && !home->empty()) {
    folder = std::filesystem::path(*home) / ".local" / "share";
  } else {
    return absl::FailedPreconditionError(
        "There is no home folder to keep visits in. Say where: "
        "--store=sqlite:FILE, or --store=memory");
  }
  folder /= "firstvisit";
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all,
                                 error);
  }
  if (error) {
    return absl::FailedPreconditionError(absl::StrCat(
        "Visits cannot be kept in ", folder.string(), ": ", error.message(),
        ". Say where: --store=sqlite:FILE, or --store=memory"));
  }
  return absl::StrCat("sqlite:", (folder / "visits.db").string());
}

absl::StatusOr<absl::Duration> TimeFlag(const Arguments& arguments,
                                        absl::string_view flag) {
  absl::Duration time;
  if (!absl::ParseDuration(arguments.Get(flag), &time) ||
      time <= absl::ZeroDuration()) {
    return absl::InvalidArgumentError(
        absl::StrCat("--", flag, " wants a time such as 24h or 90m, not '",
                     arguments.Get(flag), "'."));
  }
  return time;
}

}  // namespace

absl::StatusOr<ServeOptions> ServeOptionsOf(const Arguments& arguments,
                                            const Environment& environment) {
  ServeOptions options;
  options.grpc_listen = arguments.Get("grpc_listen");
  options.content = arguments.Get("content");
  options.clinic = arguments.Get("clinic");
  options.store = arguments.Get("store");
  if (options.store.empty()) {
    auto store = DefaultStore(environment);
    if (!store.ok()) return store.status();
    options.store = *std::move(store);
  }
  const auto idle_limit = TimeFlag(arguments, "idle_limit");
  if (!idle_limit.ok()) return idle_limit.status();
  options.idle_limit = *idle_limit;
  const auto keep = TimeFlag(arguments, "keep");
  if (!keep.ok()) return keep.status();
  options.keep = *keep;
  return options;
}

}  // namespace firstvisit
