// The service as a front end sees it: one call per rpc, each with a deadline,
// and tried again under the same request id while the service is away.
//
//   DialogClient client(channel, SystemIds(), {});
//   absl::StatusOr<v1::Turn> turn = client.StartSession(request);
//   turn = client.Reply(reply);
//
// The channel leads to a server in this process or to a remote one; nothing
// here can tell. Request ids that are empty are made up. Thread-safe; `ids`
// must outlive it. Calls block.

#ifndef FIRSTVISIT_ASSISTANT_DIALOG_CLIENT_H_
#define FIRSTVISIT_ASSISTANT_DIALOG_CLIENT_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "dialog/util/ids.h"
#include "firstvisit/v1/intake.grpc.pb.h"
#include "firstvisit/v1/intake.pb.h"
#include "grpcpp/channel.h"

namespace firstvisit {

class DialogClient {
 public:
  struct Options {
    // Of one attempt.
    absl::Duration deadline = absl::Seconds(10);
    // In all. A repeated request is safe: the service knows its id.
    int attempts = 5;
    // Before the second attempt; doubles with each further one.
    absl::Duration backoff = absl::Milliseconds(100);
    // Where the service is, for the one who is told that it is away; empty: in
    // this process.
    std::string where;
  };

  DialogClient(std::shared_ptr<grpc::Channel> channel, IdSource& ids,
               Options options);

  // Failures carry the service's code, message and reason (dialog/util/
  // status.h); UNAVAILABLE only after the last attempt.
  absl::StatusOr<v1::Turn> StartSession(v1::StartSessionRequest request);
  absl::StatusOr<v1::Turn> Reply(v1::ReplyRequest request);
  absl::StatusOr<v1::Session> GetSession(const std::string& session);
  absl::StatusOr<v1::ListSessionsResponse> ListSessions(
      const v1::ListSessionsRequest& request);
  absl::StatusOr<v1::Report> GetReport(const v1::GetReportRequest& request);
  absl::StatusOr<v1::Protocol> GetProtocol(
      const v1::GetProtocolRequest& request);
  absl::StatusOr<v1::ListProtocolsResponse> ListProtocols();

 private:
  template <typename Request, typename Response>
  using Method = grpc::Status (v1::Intake::Stub::*)(grpc::ClientContext*,
                                                    const Request&, Response*);

  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(Method<Request, Response> method,
                                const Request& request);

  absl::Status Away(const absl::Status& status) const;

  IdSource& ids_;
  const Options options_;
  const std::unique_ptr<v1::Intake::Stub> stub_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_DIALOG_CLIENT_H_
