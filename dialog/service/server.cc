// The limits follow faults of gRPC 1.51: a header of megabytes burns a core, a
// silent handshake holds a descriptor. Strangers do not get here
// (listen_address.h); the limits are for a caller that went wrong.

#include "dialog/service/server.h"

#include <sys/stat.h>

#include "absl/strings/str_cat.h"
#include "dialog/util/status.h"
#include "grpcpp/ext/proto_server_reflection_plugin.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/security/server_credentials.h"
#include "grpcpp/server_builder.h"

namespace firstvisit {
namespace {

// Room for an answer of a megabyte, so that it is refused with a reason.
constexpr int kMaxRequestBytes = 2 << 20;
constexpr int kMaxHeaderBytes = 16 << 10;
constexpr int kHandshakeTimeoutMs = 10'000;
// Of one connection.
constexpr int kMaxCallsAtOnce = 1000;

// Health and reflection are switches of the whole process.
void EnablePlugins() {
  static const bool enabled = [] {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    return true;
  }();
  static_cast<void>(enabled);
}

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMaxHeaderBytes);
  builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS,
                             kHandshakeTimeoutMs);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxCallsAtOnce);
  // Otherwise two servers share one port without knowing.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(
    grpc::Service& service, const absl::optional<ListenAddress>& address) {
  EnablePlugins();
  grpc::ServerBuilder builder;
  SetLimits(builder);
  builder.RegisterService(&service);
  int port = 0;
  if (address.has_value()) {
    const absl::Status free = address->CheckFree();
    if (!free.ok()) return free;
    builder.AddListeningPort(address->text(), grpc::InsecureServerCredentials(),
                             &port);
  }
  std::unique_ptr<Server> server(new Server);
  server->server_ = builder.BuildAndStart();
  if (server->server_ == nullptr) {
    return ErrorStatus(absl::StatusCode::kFailedPrecondition, "CANNOT_LISTEN",
                       "grpc_listen",
                       absl::StrCat("Cannot listen on ", address->text(),
                                    ". Choose another address with "
                                    "--grpc_listen."));
  }
  if (address.has_value()) {
    server->address_ = address->WithPort(port);
    if (address->unix_socket()) chmod(address->path().c_str(), 0600);
  }
  return server;
}

Server::~Server() { Stop(absl::InfinitePast()); }

std::shared_ptr<grpc::Channel> Server::InProcessChannel() {
  return server_->InProcessChannel(grpc::ChannelArguments());
}

void Server::AnnounceEnd() {
  auto* health = server_->GetHealthCheckService();
  if (health != nullptr) health->SetServingStatus(false);
}

void Server::Stop(absl::Time deadline) {
  if (server_ == nullptr) return;
  server_->Shutdown(absl::ToChronoTime(deadline));
  server_->Wait();
  server_ = nullptr;
}

}  // namespace firstvisit
