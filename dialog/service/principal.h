// Who calls. Sessions belong to the principal that opened them.
//
//   auto principal = IdentifyCaller(*context);
//   if (!principal.ok()) return call->Fail(principal.status());
//
// Pure function.

#ifndef FIRSTVISIT_DIALOG_SERVICE_PRINCIPAL_H_
#define FIRSTVISIT_DIALOG_SERVICE_PRINCIPAL_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

struct Principal {
  std::string id;  // as stored beside each session
};

// `peer` as gRPC names it. Who shares this machine, over a unix socket, the
// loopback or within the process, is the principal "local". PERMISSION_DENIED
// for anybody else: the server listens nowhere else, and this makes sure.
absl::StatusOr<Principal> IdentifyCaller(absl::string_view peer);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_PRINCIPAL_H_
