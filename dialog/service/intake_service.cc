// Tests: intake_service_test.cc, over a unix socket, and tests/e2e.

#include "dialog/service/intake_service.h"

#include <memory>
#include <utility>

#include "dialog/report/fhir_json.h"
#include "dialog/report/fhir_questionnaire.h"
#include "dialog/report/fhir_response.h"
#include "dialog/report/text_report.h"
#include "dialog/service/converse_call.h"
#include "dialog/service/unary_call.h"
#include "dialog/service/validation.h"
#include "dialog/service/wire.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

constexpr int kDefaultPageSize = 100;

// gRPC's word to a client for when to come back.
constexpr char kPushBack[] = "grpc-retry-pushback-ms";
constexpr char kPushBackMs[] = "1000";

absl::Status Busy(grpc::CallbackServerContext& context) {
  context.AddTrailingMetadata(kPushBack, kPushBackMs);
  return ErrorStatus(absl::StatusCode::kResourceExhausted, "TOO_BUSY", "",
                     "More calls are under way than this service takes. Send "
                     "the same request again in a second.");
}

// The way of every call: who calls, what for, is it well formed. `handle` gets
// the principal, the request and a function to call with the outcome.
template <typename Request, typename Handler>
grpc::ServerUnaryReactor* Handle(const CallLimit& calls,
                                 absl::string_view method,
                                 grpc::CallbackServerContext* context,
                                 const grpc::ByteBuffer* bytes,
                                 grpc::ByteBuffer* response,
                                 const Handler& handle) {
  CallLimit::Place place = calls.Enter();
  absl::Status status = place == nullptr ? Busy(*context) : absl::OkStatus();
  const std::shared_ptr<UnaryCall> call =
      UnaryCall::Begin(method, response, std::move(place));
  const auto principal = IdentifyCaller(context->peer());
  Request request;
  if (status.ok()) status = principal.status();
  if (status.ok()) status = ParseRequest(BytesOf(*bytes), request);
  if (status.ok()) status = Validate(request);
  if (status.ok()) {
    handle(*principal, std::move(request),
           [call](absl::StatusOr<std::string> outcome) { call->End(outcome); });
  } else {
    call->End(status);
  }
  return call.get();
}

absl::Status NoSuchProtocol() {
  return ErrorStatus(absl::StatusCode::kNotFound, "PROTOCOL_NOT_FOUND",
                     "protocol",
                     "This service has no such protocol. See ListProtocols.");
}

// The locale that the session is held in now.
std::string LocaleOf(const session::v1::SessionLog& log) {
  for (int i = log.events_size() - 1; i >= 0; --i) {
    if (!log.events(i).locale().empty()) return log.events(i).locale();
  }
  return log.opening().locale();
}

}  // namespace

IntakeService::IntakeService(Interviews& interviews, SessionStore& store,
                             Clock& clock, IdSource& ids, int most_calls)
    : interviews_(interviews),
      store_(store),
      clock_(clock),
      calls_(most_calls),
      turns_(interviews, store, clock, ids) {}

IntakeService::Reactor* IntakeService::StartSession(Context* context,
                                                    const Bytes* request,
                                                    Bytes* response) {
  return Handle<v1::StartSessionRequest>(
      calls_, "StartSession", context, request, response,
      [this](const Principal& principal, v1::StartSessionRequest start,
             Done done) {
        turns_.Start(principal, std::move(start), std::move(done));
      });
}

IntakeService::Reactor* IntakeService::Reply(Context* context,
                                             const Bytes* request,
                                             Bytes* response) {
  return Handle<v1::ReplyRequest>(
      calls_, "Reply", context, request, response,
      [this](const Principal& principal, v1::ReplyRequest reply, Done done) {
        turns_.Reply(principal, std::move(reply), std::move(done));
      });
}

IntakeService::Stream* IntakeService::Converse(Context* context) {
  CallLimit::Place place = calls_.Enter();
  const auto principal = IdentifyCaller(context->peer());
  return ConverseCall::Begin(
      place == nullptr ? Busy(*context) : principal.status(),
      [this, place, caller = principal.ok() ? *principal : Principal()](
          v1::ReplyRequest reply, Done done) {
        turns_.Reply(caller, std::move(reply), std::move(done));
      });
}

IntakeService::Reactor* IntakeService::GetSession(Context* context,
                                                  const Bytes* request,
                                                  Bytes* response) {
  return Handle<v1::GetSessionRequest>(
      calls_, "GetSession", context, request, response,
      [this](const Principal& principal, const v1::GetSessionRequest& get,
             Done done) {
        Read(
            {principal.id, get.session()},
            [this](const Interview& interview, const auto& log) {
              return interview.Read(log, clock_.Now()).SerializeAsString();
            },
            std::move(done));
      });
}

IntakeService::Reactor* IntakeService::ListSessions(Context* context,
                                                    const Bytes* request,
                                                    Bytes* response) {
  return Handle<v1::ListSessionsRequest>(
      calls_, "ListSessions", context, request, response,
      [this](const Principal& principal, const v1::ListSessionsRequest& list,
             Done done) { List(principal, list, std::move(done)); });
}

IntakeService::Reactor* IntakeService::DeleteSession(Context* context,
                                                     const Bytes* request,
                                                     Bytes* response) {
  return Handle<v1::DeleteSessionRequest>(
      calls_, "DeleteSession", context, request, response,
      [this](const Principal& principal, const v1::DeleteSessionRequest& erase,
             Done done) {
        store_.Delete({principal.id, erase.session()},
                      [done = std::move(done)](absl::Status status) {
                        if (!status.ok()) return done(std::move(status));
                        done(v1::DeleteSessionResponse().SerializeAsString());
                      });
      });
}

IntakeService::Reactor* IntakeService::GetReport(Context* context,
                                                 const Bytes* request,
                                                 Bytes* response) {
  return Handle<v1::GetReportRequest>(
      calls_, "GetReport", context, request, response,
      [this](const Principal& principal, v1::GetReportRequest get, Done done) {
        Report(principal, std::move(get), std::move(done));
      });
}

IntakeService::Reactor* IntakeService::Assess(Context* context,
                                              const Bytes* request,
                                              Bytes* response) {
  return Handle<v1::AssessRequest>(
      calls_, "Assess", context, request, response,
      [this](const Principal&, const v1::AssessRequest& assess, Done done) {
        const Interview& interview = interviews_.Current();
        if (!assess.protocol().empty() &&
            assess.protocol() != interview.content().protocol().id()) {
          return done(NoSuchProtocol());
        }
        const auto judged = interview.Assess(assess);
        if (!judged.ok()) return done(judged.status());
        done(judged->SerializeAsString());
      });
}

IntakeService::Reactor* IntakeService::Explain(Context* context,
                                               const Bytes* request,
                                               Bytes* response) {
  return Handle<v1::ExplainRequest>(
      calls_, "Explain", context, request, response,
      [this](const Principal& principal, const v1::ExplainRequest& explain,
             Done done) {
        Read(
            {principal.id, explain.session()},
            [explain](const Interview& interview,
                      const auto& log) -> absl::StatusOr<std::string> {
              const auto explanation = interview.Explain(log, explain);
              if (!explanation.ok()) return explanation.status();
              return explanation->SerializeAsString();
            },
            std::move(done));
      });
}

IntakeService::Reactor* IntakeService::ListProtocols(Context* context,
                                                     const Bytes* request,
                                                     Bytes* response) {
  return Handle<v1::ListProtocolsRequest>(
      calls_, "ListProtocols", context, request, response,
      [this](const Principal&, const v1::ListProtocolsRequest&, Done done) {
        v1::ListProtocolsResponse list;
        *list.add_protocols() = interviews_.Current().Describe("");
        list.mutable_protocols(0)->clear_questions();
        done(list.SerializeAsString());
      });
}

IntakeService::Reactor* IntakeService::GetProtocol(Context* context,
                                                   const Bytes* request,
                                                   Bytes* response) {
  return Handle<v1::GetProtocolRequest>(
      calls_, "GetProtocol", context, request, response,
      [this](const Principal&, const v1::GetProtocolRequest& get, Done done) {
        done(Protocol(get));
      });
}

void IntakeService::Read(const SessionKey& key, View view, Done done) {
  store_.Load(
      key, absl::nullopt,
      [this, view = std::move(view), done = std::move(done)](auto loaded) {
        if (!loaded.ok()) return done(loaded.status());
        const std::string hash = loaded->log.opening().content_hash();
        interviews_.Find(
            hash, [view, done, log = std::move(loaded->log)](auto interview) {
              if (!interview.ok()) return done(interview.status());
              done(view(**interview, log));
            });
      });
}

void IntakeService::Report(const Principal& principal,
                           v1::GetReportRequest request, Done done) {
  const SessionKey key = {principal.id, request.session()};
  Read(
      key,
      [this, request = std::move(request)](const Interview& interview,
                                           const auto& log) {
        const std::string locale =
            request.locale().empty() ? LocaleOf(log) : request.locale();
        v1::Report report = interview.Report(log, locale, clock_.Now());
        if (request.format() == v1::GetReportRequest::TEXT) {
          report.set_body(TextReport(report, interview.content(), locale,
                                     request.audience()));
        } else if (request.format() == v1::GetReportRequest::FHIR) {
          report.set_body(
              FhirJson(FhirResponse(report, interview.content(), locale)));
        }
        return report.SerializeAsString();
      },
      std::move(done));
}

void IntakeService::List(const Principal& principal,
                         const v1::ListSessionsRequest& request, Done done) {
  const int size =
      request.page_size() == 0 ? kDefaultPageSize : request.page_size();
  store_.List(principal.id, size, request.page_token(),
              [this, done = std::move(done)](auto page) {
                if (!page.ok()) return done(page.status());
                const absl::Time now = clock_.Now();
                v1::ListSessionsResponse response;
                for (ListedSession& listed : page->sessions) {
                  v1::SessionSummary& summary = *response.add_sessions();
                  summary = std::move(listed.summary);
                  if (listed.expires_at < now) summary.set_state(v1::EXPIRED);
                }
                response.set_next_page_token(page->next_page_token);
                done(response.SerializeAsString());
              });
}

absl::StatusOr<std::string> IntakeService::Protocol(
    const v1::GetProtocolRequest& request) {
  const Content& content = interviews_.Current().content();
  if (request.protocol() != content.protocol().id()) return NoSuchProtocol();
  // Falling back to the default is for conversations; here it would mislead.
  const std::string& locale = content.locale(request.locale()).locale;
  const auto language = [](absl::string_view tag) {
    return tag.substr(0, tag.find('-'));
  };
  if (!request.locale().empty() &&
      language(locale) != language(request.locale())) {
    return ErrorStatus(absl::StatusCode::kNotFound, "LOCALE_NOT_FOUND",
                       "locale",
                       "This protocol is not there in that language. See "
                       "ListProtocols.");
  }
  v1::Protocol protocol = interviews_.Current().Describe(locale);
  if (request.fhir_questionnaire()) {
    protocol.set_fhir_questionnaire(
        FhirJson(FhirQuestionnaire(content, locale)));
  }
  return protocol.SerializeAsString();
}

}  // namespace firstvisit
