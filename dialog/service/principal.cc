#include "dialog/service/principal.h"

#include "absl/strings/match.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

// What gRPC 1.51 calls the peer of a channel within the process, which has no
// address. A peer that came over a socket always has one.
constexpr absl::string_view kInProcess = "unknown";

// gRPC percent-encodes the brackets of an IPv6 address.
constexpr absl::string_view kLocalPeers[] = {"unix:", "ipv4:127.",
                                             "ipv6:[::1]:", "ipv6:%5B::1%5D:"};

}  // namespace

absl::StatusOr<Principal> IdentifyCaller(absl::string_view peer) {
  if (peer == kInProcess) return Principal{"local"};
  for (const absl::string_view local : kLocalPeers) {
    if (absl::StartsWith(peer, local)) return Principal{"local"};
  }
  return ErrorStatus(absl::StatusCode::kPermissionDenied, "NOT_LOCAL", "",
                     "Only programs on this machine may call.");
}

}  // namespace firstvisit
