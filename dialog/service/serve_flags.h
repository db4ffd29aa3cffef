// What the command line says about the service: where it listens, where visits
// are kept, what it asks.
//
//   auto options = ServeOptionsOf(arguments, environment);
//   if (options.ok()) auto host = Host::Start(*options);
//
// Makes the user's data folder when visits are to be kept there.

#ifndef FIRSTVISIT_DIALOG_SERVICE_SERVE_FLAGS_H_
#define FIRSTVISIT_DIALOG_SERVICE_SERVE_FLAGS_H_

#include "absl/status/statusor.h"
#include "dialog/service/host.h"
#include "dialog/util/command_line.h"

namespace firstvisit {

// INVALID_ARGUMENT: a flag is wrong; FAILED_PRECONDITION: there is no folder to
// keep visits in. One line each, for the person who typed the flags.
absl::StatusOr<ServeOptions> ServeOptionsOf(const Arguments& arguments,
                                            const Environment& environment);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_SERVE_FLAGS_H_
