// The gRPC server: a service behind one address, with health and reflection.
//
//   auto server = Server::Start(service, *ListenAddress::Parse("[::1]:50051"));
//   auto channel = (*server)->InProcessChannel();   // for the same process
//   …
//   (*server)->Stop(clock.Now() + absl::Seconds(10));
//
// Without an address it is reached within the process alone. Thread-safe; the
// service must outlive it.

#ifndef FIRSTVISIT_DIALOG_SERVICE_SERVER_H_
#define FIRSTVISIT_DIALOG_SERVICE_SERVER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "dialog/service/listen_address.h"
#include "grpcpp/channel.h"
#include "grpcpp/impl/service_type.h"
#include "grpcpp/server.h"

namespace firstvisit {

class Server {
 public:
  // FAILED_PRECONDITION: the address is taken.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      grpc::Service& service, const absl::optional<ListenAddress>& address);
  // Stops, if nobody has.
  ~Server();

  // Where it listens, with the port given out; empty: nowhere.
  const std::string& address() const { return address_; }
  std::shared_ptr<grpc::Channel> InProcessChannel();

  // Tells health checks that it is going, so that callers look elsewhere.
  void AnnounceEnd();
  // Lets calls end, for so long at most, then cancels them.
  void Stop(absl::Time deadline);

 private:
  Server() = default;

  std::unique_ptr<grpc::Server> server_;
  std::string address_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_SERVER_H_
