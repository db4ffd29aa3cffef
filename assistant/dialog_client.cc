// Tests: dialog_client_test.cc.

#include "assistant/dialog_client.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "dialog/util/clock.h"
#include "dialog/util/grpc_status.h"
#include "dialog/util/status.h"
#include "grpcpp/client_context.h"

namespace firstvisit {
namespace {

// The service may have done it or not; asking again under the same request id
// tells.
bool WorthAnotherAttempt(const absl::Status& status) {
  return status.code() == absl::StatusCode::kUnavailable ||
         status.code() == absl::StatusCode::kDeadlineExceeded;
}

}  // namespace

DialogClient::DialogClient(std::shared_ptr<grpc::Channel> channel,
                           IdSource& ids, Options options)
    : ids_(ids), options_(options), stub_(v1::Intake::NewStub(channel)) {}

template <typename Request, typename Response>
absl::StatusOr<Response> DialogClient::Call(Method<Request, Response> method,
                                            const Request& request) {
  absl::Duration pause = options_.backoff;
  for (int attempt = 1;; ++attempt) {
    grpc::ClientContext context;
    context.set_deadline(
        absl::ToChronoTime(SystemClock().Now() + options_.deadline));
    Response response;
    const absl::Status status =
        FromGrpc((stub_.get()->*method)(&context, request, &response));
    if (status.ok()) return response;
    if (!WorthAnotherAttempt(status)) return status;
    if (attempt >= options_.attempts) return Away(status);
    absl::SleepFor(pause);
    pause *= 2;
  }
}

// What the service says itself has a reason; what gRPC says of a service that
// it does not reach has none.
absl::Status DialogClient::Away(const absl::Status& status) const {
  if (options_.where.empty() || !ReasonOf(status).empty()) return status;
  return absl::UnavailableError(absl::StrCat(
      "Nobody answers at ", options_.where,
      ". Is `firstvisit serve` running there? (", status.message(), ")"));
}

absl::StatusOr<v1::Turn> DialogClient::StartSession(
    v1::StartSessionRequest request) {
  if (request.request_id().empty()) request.set_request_id(ids_.NewId());
  return Call(&v1::Intake::Stub::StartSession, request);
}

absl::StatusOr<v1::Turn> DialogClient::Reply(v1::ReplyRequest request) {
  if (request.request_id().empty()) request.set_request_id(ids_.NewId());
  return Call(&v1::Intake::Stub::Reply, request);
}

absl::StatusOr<v1::Session> DialogClient::GetSession(
    const std::string& session) {
  v1::GetSessionRequest request;
  request.set_session(session);
  return Call(&v1::Intake::Stub::GetSession, request);
}

absl::StatusOr<v1::ListSessionsResponse> DialogClient::ListSessions(
    const v1::ListSessionsRequest& request) {
  return Call(&v1::Intake::Stub::ListSessions, request);
}

absl::StatusOr<v1::Report> DialogClient::GetReport(
    const v1::GetReportRequest& request) {
  return Call(&v1::Intake::Stub::GetReport, request);
}

absl::StatusOr<v1::Protocol> DialogClient::GetProtocol(
    const v1::GetProtocolRequest& request) {
  return Call(&v1::Intake::Stub::GetProtocol, request);
}

absl::StatusOr<v1::ListProtocolsResponse> DialogClient::ListProtocols() {
  return Call(&v1::Intake::Stub::ListProtocols, v1::ListProtocolsRequest());
}

}  // namespace firstvisit
