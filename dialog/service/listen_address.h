// Where the gRPC service may listen: a unix socket, or this machine's loopback.
// Strangers never reach gRPC: what faces the public stands in front of it, on
// this machine.
//
//   auto address = ListenAddress::Parse("unix:/run/firstvisit.sock");
//   absl::Status free = address->CheckFree();
//
// A value.

#ifndef FIRSTVISIT_DIALOG_SERVICE_LISTEN_ADDRESS_H_
#define FIRSTVISIT_DIALOG_SERVICE_LISTEN_ADDRESS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

class ListenAddress {
 public:
  // "unix:PATH", or "HOST:PORT" with HOST localhost, 127.x.y.z or [::1]. Port 0
  // takes any free one. INVALID_ARGUMENT says what is allowed.
  static absl::StatusOr<ListenAddress> Parse(absl::string_view text);

  // FAILED_PRECONDITION: another program listens there, or this user may not.
  // gRPC itself would take a socket over without a word.
  absl::Status CheckFree() const;

  // As gRPC takes it.
  const std::string& text() const { return text_; }
  bool unix_socket() const { return host_.empty(); }
  // A unix socket's file.
  const std::string& path() const { return path_; }
  // The same address with the port that was given out for port 0.
  std::string WithPort(int port) const;

 private:
  absl::Status CheckSocketFree() const;
  absl::Status CheckPortFree() const;

  std::string text_;
  std::string path_;  // of a unix socket
  std::string host_;  // as an IP address, without brackets
  int port_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_LISTEN_ADDRESS_H_
