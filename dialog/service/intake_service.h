// The public API over gRPC: identify, validate, hand on, answer. What a turn
// does stands in turn_taker.h; what can be read of a session in the interview.
//
//   IntakeService service(interviews, store, SystemClock(), SystemIds());
//   builder.RegisterService(&service);
//
// Methods take and give bytes, so that a repeated request gets its first reply
// byte for byte. Thread-safe; all it is given must outlive it, but for
// callbacks that the store runs while it ends.

#ifndef FIRSTVISIT_DIALOG_SERVICE_INTAKE_SERVICE_H_
#define FIRSTVISIT_DIALOG_SERVICE_INTAKE_SERVICE_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/service/call_limit.h"
#include "dialog/service/interviews.h"
#include "dialog/service/principal.h"
#include "dialog/service/turn_taker.h"
#include "dialog/session/session_store.h"
#include "dialog/util/clock.h"
#include "dialog/util/ids.h"
#include "firstvisit/v1/intake.grpc.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// Every method of the API, as bytes.
template <typename Base>
using RawTurns = v1::Intake::WithRawCallbackMethod_StartSession<
    v1::Intake::WithRawCallbackMethod_Reply<
        v1::Intake::WithRawCallbackMethod_Converse<Base>>>;
template <typename Base>
using RawSessions = v1::Intake::WithRawCallbackMethod_GetSession<
    v1::Intake::WithRawCallbackMethod_ListSessions<
        v1::Intake::WithRawCallbackMethod_DeleteSession<
            v1::Intake::WithRawCallbackMethod_GetReport<
                v1::Intake::WithRawCallbackMethod_Explain<Base>>>>>;
template <typename Base>
using RawContent = v1::Intake::WithRawCallbackMethod_Assess<
    v1::Intake::WithRawCallbackMethod_ListProtocols<
        v1::Intake::WithRawCallbackMethod_GetProtocol<Base>>>;
using RawIntake = RawTurns<RawSessions<RawContent<v1::Intake::Service>>>;

class IntakeService : public RawIntake {
 public:
  // Far above what a machine of today has under way at once.
  static constexpr int kMostCalls = 2000;

  // `most_calls` under way at once; what goes beyond is RESOURCE_EXHAUSTED.
  IntakeService(Interviews& interviews, SessionStore& store, Clock& clock,
                IdSource& ids, int most_calls = kMostCalls);

  using Context = grpc::CallbackServerContext;
  using Bytes = grpc::ByteBuffer;
  using Reactor = grpc::ServerUnaryReactor;
  using Stream = grpc::ServerBidiReactor<Bytes, Bytes>;
  Reactor* StartSession(Context*, const Bytes*, Bytes*) override;
  Reactor* Reply(Context*, const Bytes*, Bytes*) override;
  Stream* Converse(Context*) override;
  Reactor* GetSession(Context*, const Bytes*, Bytes*) override;
  Reactor* ListSessions(Context*, const Bytes*, Bytes*) override;
  Reactor* DeleteSession(Context*, const Bytes*, Bytes*) override;
  Reactor* GetReport(Context*, const Bytes*, Bytes*) override;
  Reactor* Assess(Context*, const Bytes*, Bytes*) override;
  Reactor* Explain(Context*, const Bytes*, Bytes*) override;
  Reactor* ListProtocols(Context*, const Bytes*, Bytes*) override;
  Reactor* GetProtocol(Context*, const Bytes*, Bytes*) override;

 private:
  using Done = std::function<void(absl::StatusOr<std::string>)>;
  // Reads something out of a session, as bytes of a reply.
  using View = std::function<absl::StatusOr<std::string>(
      const Interview&, const session::v1::SessionLog&)>;

  void Read(const SessionKey& key, View view, Done done);
  void Report(const Principal& principal, v1::GetReportRequest request,
              Done done);
  void List(const Principal& principal, const v1::ListSessionsRequest& request,
            Done done);
  absl::StatusOr<std::string> Protocol(const v1::GetProtocolRequest& request);

  Interviews& interviews_;
  SessionStore& store_;
  Clock& clock_;
  const CallLimit calls_;
  TurnTaker turns_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_INTAKE_SERVICE_H_
