#include "assistant/terminal/visits.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "assistant/terminal/fake_console.h"
#include "dialog/util/ids.h"
#include "gmock/gmock.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Has 150 visits, the newest first.
class FakeIntake : public v1::Intake::Service {
 public:
  grpc::Status ListSessions(grpc::ServerContext*,
                            const v1::ListSessionsRequest* request,
                            v1::ListSessionsResponse* response) override {
    int next =
        request->page_token().empty() ? 0 : std::stoi(request->page_token());
    for (int i = 0; i < request->page_size() && next < visits; ++i, ++next) {
      v1::SessionSummary* visit = response->add_sessions();
      visit->set_session(absl::StrCat("visit-", next));
      visit->set_reference(reference);
      visit->mutable_create_time()->set_seconds(1795165200);
      visit->set_state(v1::DONE);
      visit->set_triage(v1::DOCTOR_FIRST);
    }
    if (next < visits) response->set_next_page_token(std::to_string(next));
    return grpc::Status::OK;
  }
  grpc::Status GetReport(grpc::ServerContext*,
                         const v1::GetReportRequest* request,
                         v1::Report* report) override {
    if (request->session() != "visit-1") {
      return grpc::Status(grpc::StatusCode::NOT_FOUND, "no such session");
    }
    if (request->format() == v1::GetReportRequest::FHIR) {
      report->set_body(kFhir);
      return grpc::Status::OK;
    }
    report->set_body(request->audience() == v1::GetReportRequest::THERAPIST
                         ? "For the therapist\n"
                         : "For the client\n");
    return grpc::Status::OK;
  }

  grpc::Status ListProtocols(grpc::ServerContext*,
                             const v1::ListProtocolsRequest*,
                             v1::ListProtocolsResponse* response) override {
    response->add_protocols()->set_id("elbow");
    return grpc::Status::OK;
  }
  grpc::Status GetProtocol(grpc::ServerContext*,
                           const v1::GetProtocolRequest* request,
                           v1::Protocol* protocol) override {
    EXPECT_TRUE(request->fhir_questionnaire());
    protocol->set_fhir_questionnaire(absl::StrCat(
        "{\"id\": \"", request->protocol(), " ", request->locale(), "\"}\n"));
    return grpc::Status::OK;
  }

  // Longer than a console is wide: a line broken would be another document.
  static constexpr char kFhir[] =
      "{\"resourceType\": \"QuestionnaireResponse\", \"status\": "
      "\"in-progress\", \"item\": []}\n";
  int visits = 150;
  std::string reference = "Ada";
};

class VisitsTest : public ::testing::Test {
 protected:
  VisitsTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&service_);
    server_ = builder.BuildAndStart();
    client_ = std::make_unique<DialogClient>(
        server_->InProcessChannel(grpc::ChannelArguments()), SystemIds(),
        DialogClient::Options());
  }

  std::string List(int limit) {
    FakeConsole console(false, {});
    EXPECT_TRUE(
        ListVisits(*client_, limit, absl::UTCTimeZone(), console, Style(false))
            .ok());
    return console.shown();
  }

  absl::Status Show(
      const std::string& visit, v1::GetReportRequest::Audience audience,
      Console& console,
      v1::GetReportRequest::Format format = v1::GetReportRequest::TEXT) {
    v1::GetReportRequest request;
    request.set_session(visit);
    request.set_audience(audience);
    request.set_format(format);
    return ShowVisit(*client_, request, console, Style(false));
  }

  FakeIntake service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<DialogClient> client_;
};

TEST_F(VisitsTest, AVisitIsALine) {
  EXPECT_THAT(
      List(1),
      HasSubstr("2026-11-20 09:00 finished    doctor first visit-0  Ada\n"));
}

TEST_F(VisitsTest, EveryPageIsRead) {
  const std::string all = List(1000);
  EXPECT_THAT(all, HasSubstr("visit-0 "));
  EXPECT_THAT(all, HasSubstr("visit-149 "));
  EXPECT_THAT(all, Not(HasSubstr("There are more")));
}

TEST_F(VisitsTest, TheLimitHoldsAndIsSaid) {
  const std::string some = List(120);
  EXPECT_THAT(some, HasSubstr("visit-119 "));
  EXPECT_THAT(some, Not(HasSubstr("visit-120 ")));
  EXPECT_THAT(some, HasSubstr("There are more"));
}

TEST_F(VisitsTest, NobodyYet) {
  service_.visits = 0;
  EXPECT_EQ(List(10), "Nobody has come yet.\n");
}

TEST_F(VisitsTest, ANameStaysOnItsLineAndCommandsNoTerminal) {
  service_.reference = "Eve\n\033[2J2026-11-20 forged";
  EXPECT_THAT(List(1), HasSubstr("Eve [2J2026-11-20 forged\n"));
}

TEST_F(VisitsTest, AReportIsForWhomItIsAskedFor) {
  for (const auto audience :
       {v1::GetReportRequest::CLIENT, v1::GetReportRequest::THERAPIST}) {
    FakeConsole console(false, {});
    ASSERT_TRUE(Show("visit-1", audience, console).ok());
    EXPECT_EQ(console.shown(), audience == v1::GetReportRequest::CLIENT
                                   ? "For the client\n"
                                   : "For the therapist\n");
  }
}

TEST_F(VisitsTest, AVisitThatThereIsNotIsNotFound) {
  FakeConsole console(false, {});
  EXPECT_EQ(Show("visit-2", v1::GetReportRequest::CLIENT, console).code(),
            absl::StatusCode::kNotFound);
}

TEST_F(VisitsTest, FhirIsWrittenAsItIs) {
  FakeConsole console(false, {});
  ASSERT_TRUE(Show("visit-1", v1::GetReportRequest::THERAPIST, console,
                   v1::GetReportRequest::FHIR)
                  .ok());
  EXPECT_EQ(console.shown(), FakeIntake::kFhir);
}

TEST_F(VisitsTest, TheQuestionnaireIsThatOfTheProtocolServed) {
  FakeConsole console(false, {});
  ASSERT_TRUE(ShowQuestionnaire(*client_, "es", console).ok());
  EXPECT_EQ(console.shown(), "{\"id\": \"elbow es\"}\n");
}

}  // namespace
}  // namespace firstvisit
