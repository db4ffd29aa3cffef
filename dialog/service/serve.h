// The verb `serve`: runs the service until SIGTERM or SIGINT.
//
//   return Serve(options);   // the process's exit code
//
// Call it before the process has threads of its own.

#ifndef FIRSTVISIT_DIALOG_SERVICE_SERVE_H_
#define FIRSTVISIT_DIALOG_SERVICE_SERVE_H_

#include "dialog/service/host.h"

namespace firstvisit {

// 0: ended by a signal. 1: could not start, or no longer answered where it
// listens; standard error says why.
int Serve(const ServeOptions& options);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_SERVE_H_
