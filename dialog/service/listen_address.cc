#include "dialog/service/listen_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

constexpr int kMaxPort = 65535;

absl::Status NotAllowed(absl::string_view text) {
  return InvalidArgument(
      "BAD_ADDRESS", "grpc_listen",
      absl::StrCat("--grpc_listen=", text,
                   " is not an address that gRPC may listen on. Use "
                   "unix:FILE, 127.0.0.1:PORT or [::1]:PORT: gRPC is for "
                   "programs on this machine."));
}

absl::Status NotFree(absl::string_view text, absl::string_view problem) {
  return ErrorStatus(absl::StatusCode::kFailedPrecondition, "ADDRESS_TAKEN",
                     "grpc_listen",
                     absl::StrCat("Cannot listen on ", text, ": ", problem,
                                  ". Stop the other program, or choose another "
                                  "address with --grpc_listen."));
}

// A socket that closes itself.
class Socket {
 public:
  explicit Socket(int family)
      : descriptor_(socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
  ~Socket() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  const int descriptor_;
};

// Tries to take the port; "" or what is wrong.
template <typename Address>
std::string TryBind(const Address& address, int family) {
  const Socket probe(family);
  const int on = 1;
  setsockopt(probe.descriptor(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  if (bind(probe.descriptor(), generic, sizeof(address)) == 0) return "";
  return errno == EADDRINUSE ? "another program uses it" : std::strerror(errno);
}

}  // namespace

absl::StatusOr<ListenAddress> ListenAddress::Parse(absl::string_view text) {
  ListenAddress address;
  address.text_ = std::string(text);
  absl::string_view rest = text;
  if (absl::ConsumePrefix(&rest, "unix:")) {
    if (absl::StartsWith(rest, "//")) rest.remove_prefix(2);
    if (rest.empty() || rest.size() >= sizeof(sockaddr_un::sun_path)) {
      return InvalidArgument(
          "BAD_ADDRESS", "grpc_listen",
          absl::StrCat("--grpc_listen=", text, " must name a file of at most ",
                       sizeof(sockaddr_un::sun_path) - 1, " bytes."));
    }
    address.path_ = std::string(rest);
    return address;
  }
  const auto colon = text.rfind(':');
  if (colon == absl::string_view::npos ||
      !absl::SimpleAtoi(text.substr(colon + 1), &address.port_) ||
      address.port_ < 0 || address.port_ > kMaxPort) {
    return NotAllowed(text);
  }
  const absl::string_view host = text.substr(0, colon);
  address.host_ = host == "localhost" ? "127.0.0.1"
                  : host == "[::1]"   ? "::1"
                                      : std::string(host);
  in_addr parsed;
  const bool loopback =
      address.host_ == "::1" ||
      (inet_pton(AF_INET, address.host_.c_str(), &parsed) == 1 &&
       ntohl(parsed.s_addr) >> 24 == 127);
  if (!loopback || host == "::1") return NotAllowed(text);
  return address;
}

absl::Status ListenAddress::CheckFree() const {
  return unix_socket() ? CheckSocketFree() : CheckPortFree();
}

absl::Status ListenAddress::CheckSocketFree() const {
  struct stat status;
  if (stat(path_.c_str(), &status) != 0) {
    const auto slash = path_.rfind('/');
    const std::string folder =
        slash == std::string::npos ? "." : path_.substr(0, slash + 1);
    return access(folder.c_str(), W_OK) == 0
               ? absl::OkStatus()
               : NotFree(text_, std::strerror(errno));
  }
  if (!S_ISSOCK(status.st_mode)) {
    return NotFree(text_, "there is a file of that name");
  }
  // One that nobody answers was left behind; gRPC replaces it.
  const Socket probe(AF_UNIX);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  path_.copy(address.sun_path, sizeof(address.sun_path) - 1);
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  if (connect(probe.descriptor(), generic, sizeof(address)) == 0) {
    return NotFree(text_, "another program uses it");
  }
  return absl::OkStatus();
}

absl::Status ListenAddress::CheckPortFree() const {
  std::string problem;
  if (host_ == "::1") {
    sockaddr_in6 address = {};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    address.sin6_port = htons(static_cast<std::uint16_t>(port_));
    problem = TryBind(address, AF_INET6);
  } else {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    inet_pton(AF_INET, host_.c_str(), &address.sin_addr);
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    problem = TryBind(address, AF_INET);
  }
  return problem.empty() ? absl::OkStatus() : NotFree(text_, problem);
}

std::string ListenAddress::WithPort(int port) const {
  if (unix_socket()) return text_;
  return absl::StrCat(text_.substr(0, text_.rfind(':') + 1), port);
}

}  // namespace firstvisit
