// A whole service for tests: the real engine and content behind a real unix
// socket, with a clock that the test controls.
//
//   ServiceUnderTest service(store);
//   v1::Turn turn = *service.Start("request-1");
//
// The store is the test's, so that it can outlive the service, as it does when
// a service is started again.

#ifndef FIRSTVISIT_DIALOG_SERVICE_SERVICE_TESTING_H_
#define FIRSTVISIT_DIALOG_SERVICE_SERVICE_TESTING_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/content/named_text.h"
#include "dialog/service/intake_service.h"
#include "dialog/service/interviews.h"
#include "dialog/service/server.h"
#include "dialog/session/session_store.h"
#include "dialog/util/grpc_status.h"
#include "firstvisit/v1/intake.grpc.pb.h"
#include "grpcpp/client_context.h"
#include "tests/support/fake_clock.h"

namespace firstvisit {

class ServiceUnderTest {
 public:
  // Serves the built-in content, or `texts`, and keeps it in the store.
  explicit ServiceUnderTest(SessionStore& store,
                            const std::vector<NamedText>* texts = nullptr,
                            int most_calls = IntakeService::kMostCalls);
  ~ServiceUnderTest();

  // Calls any method of the API.
  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(
      grpc::Status (v1::Intake::Stub::*method)(grpc::ClientContext*,
                                               const Request&, Response*),
      const Request& request) {
    grpc::ClientContext context;
    Response response;
    const grpc::Status status =
        (stub_.get()->*method)(&context, request, &response);
    if (!status.ok()) return FromGrpc(status);
    return response;
  }

  absl::StatusOr<v1::Turn> Start(const v1::StartSessionRequest& request);
  absl::StatusOr<v1::Turn> Start(absl::string_view request_id);
  absl::StatusOr<v1::Turn> Reply(const v1::ReplyRequest& request);
  absl::StatusOr<v1::Turn> Reply(const v1::Turn& to,
                                 absl::string_view request_id,
                                 absl::string_view text);

  Server& server() { return *server_; }
  FakeClock& clock() { return clock_; }

 private:
  std::string folder_;
  FakeClock clock_;
  std::unique_ptr<Interviews> interviews_;
  std::unique_ptr<IntakeService> service_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<v1::Intake::Stub> stub_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_SERVICE_TESTING_H_
