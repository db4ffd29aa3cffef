// Tests: watchdog_test.cc.

#include "dialog/service/dial.h"

#include <future>

#include "dialog/util/clock.h"
#include "dialog/util/grpc_status.h"
#include "grpcpp/client_context.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/support/byte_buffer.h"

namespace firstvisit {

absl::Status Dial(const std::string& address, absl::Duration patience) {
  grpc::ChannelArguments arguments;
  // Otherwise gRPC would go on with a connection that it has.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  grpc::GenericStub stub(grpc::CreateCustomChannel(
      address, grpc::InsecureChannelCredentials(), arguments));
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(SystemClock().Now() + patience));
  // A HealthCheckRequest without a service is empty: it asks for the whole.
  const grpc::Slice nothing;
  const grpc::ByteBuffer request(&nothing, 1);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> outcome;
  stub.UnaryCall(&context, "/grpc.health.v1.Health/Check", grpc::StubOptions(),
                 &request, &response, [&outcome](grpc::Status status) {
                   outcome.set_value(std::move(status));
                 });
  return FromGrpc(outcome.get_future().get());
}

}  // namespace firstvisit
