#include "dialog/service/principal.h"

#include "absl/strings/match.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

// gRPC percent-encodes the brackets of an IPv6 address.
constexpr absl::string_view kLocalPeers[] = {"unix:", "inproc", "ipv4:127.",
                                             "ipv6:[::1]:", "ipv6:%5B::1%5D:"};

}  // namespace

absl::StatusOr<Principal> IdentifyCaller(absl::string_view peer) {
  for (const absl::string_view local : kLocalPeers) {
    if (absl::StartsWith(peer, local)) return Principal{"local"};
  }
  return ErrorStatus(absl::StatusCode::kPermissionDenied, "NOT_LOCAL", "",
                     "Only programs on this machine may call. Come through "
                     "the gateway.");
}

}  // namespace firstvisit
