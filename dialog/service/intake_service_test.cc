// The service over a real unix socket, with the real engine and content, on
// each store.

#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "dialog/content/texts.h"
#include "dialog/service/service_testing.h"
#include "dialog/session/memory_store.h"
#include "dialog/session/sqlite_store.h"
#include "dialog/session/store_testing.h"
#include "dialog/util/status.h"
#include "firstvisit/v1/intake.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using Stub = v1::Intake::Stub;

enum class StoreKind { kMemory, kSqlite };

std::unique_ptr<SessionStore> MakeStore(StoreKind kind) {
  if (kind == StoreKind::kMemory) return std::make_unique<MemoryStore>();
  std::string folder = absl::StrCat(testing::TempDir(), "/service-XXXXXX");
  auto store = SqliteStore::Open(absl::StrCat(mkdtemp(&folder[0]), "/s.db"));
  EXPECT_TRUE(store.ok()) << store.status();
  return *std::move(store);
}

// A content of another hash that asks the same.
std::vector<NamedText> LaterTexts() {
  std::vector<NamedText> texts = WithLanguages(KneePainTexts());
  for (NamedText& text : texts) text.text += "\n# A later version.\n";
  return texts;
}

class IntakeServiceTest : public testing::TestWithParam<StoreKind> {
 protected:
  // Opens a session and consents.
  v1::Turn Consented() {
    const auto opened = service_->Start("open");
    EXPECT_TRUE(opened.ok()) << opened.status();
    const auto turn = service_->Reply(*opened, "consent", "yes");
    EXPECT_TRUE(turn.ok()) << turn.status();
    return *turn;
  }

  void StartAgain(const std::vector<NamedText>* texts = nullptr) {
    service_ = nullptr;
    service_ = std::make_unique<ServiceUnderTest>(*store_, texts);
  }

  v1::GetSessionRequest Get(const std::string& session) {
    v1::GetSessionRequest request;
    request.set_session(session);
    return request;
  }

  absl::StatusOr<v1::ListSessionsResponse> List(int size = 0,
                                                const std::string& token = "") {
    v1::ListSessionsRequest request;
    request.set_page_size(size);
    request.set_page_token(token);
    return service_->Call(&Stub::ListSessions, request);
  }

  std::unique_ptr<SessionStore> store_ = MakeStore(GetParam());
  std::unique_ptr<ServiceUnderTest> service_ =
      std::make_unique<ServiceUnderTest>(*store_);
};

TEST_P(IntakeServiceTest, AConversationBeginsWithConsent) {
  const auto turn = service_->Start("open");
  ASSERT_TRUE(turn.ok()) << turn.status();
  EXPECT_EQ(turn->turn(), 1);
  EXPECT_EQ(turn->state(), v1::ASKING);
  EXPECT_EQ(turn->question().id(), "consent");
  EXPECT_FALSE(turn->messages().empty());
  EXPECT_FALSE(turn->session().empty());
}

TEST_P(IntakeServiceTest, ARepeatedRequestGetsTheSameBytes) {
  const auto opened = service_->Start("open");
  const auto turn = service_->Reply(*opened, "r1", "yes");
  ASSERT_TRUE(service_->Reply(*opened, "r2", "help").ok());
  service_->clock().Advance(absl::Hours(1));
  EXPECT_EQ(service_->Start("open")->SerializeAsString(),
            opened->SerializeAsString());
  EXPECT_EQ(service_->Reply(*opened, "r1", "yes")->SerializeAsString(),
            turn->SerializeAsString());
  EXPECT_EQ(List()->sessions_size(), 1);
}

TEST_P(IntakeServiceTest, ARequestIdIsForOneBody) {
  const v1::Turn turn = Consented();
  const absl::Status reply = service_->Reply(turn, "consent", "no").status();
  EXPECT_EQ(reply.code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(ReasonOf(reply), "REQUEST_ID_REUSED");
  v1::StartSessionRequest start;
  start.set_request_id("open");
  start.set_reference("another body");
  EXPECT_EQ(service_->Start(start).status(), reply);
}

TEST_P(IntakeServiceTest, AStaleTurnIsAbortedWithTheCurrentOne) {
  const v1::Turn turn = Consented();
  v1::ReplyRequest request;
  request.set_session(turn.session());
  request.set_request_id("late");
  request.set_expected_turn(1);
  request.set_text("no");
  const absl::Status status = service_->Reply(request).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(ReasonOf(status), "STALE_TURN");
  v1::Turn current;
  ASSERT_TRUE(FindDetail(status, current));
  EXPECT_EQ(current.turn(), 2);
  EXPECT_EQ(current.question().id(), turn.question().id());
  request.set_expected_turn(2);
  EXPECT_TRUE(service_->Reply(request).ok());
}

TEST_P(IntakeServiceTest, OfRepliesToOneTurnOnlyOneIsTaken) {
  const v1::Turn turn = Consented();
  std::vector<absl::Status> outcomes(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    threads.emplace_back([&, i] {
      v1::ReplyRequest request;
      request.set_session(turn.session());
      request.set_request_id(absl::StrCat("r", i));
      request.set_expected_turn(turn.turn());
      request.set_text("help");
      outcomes[i] = service_->Reply(request).status();
    });
  }
  for (std::thread& thread : threads) thread.join();
  int taken = 0;
  for (const absl::Status& outcome : outcomes) {
    taken += outcome.ok() ? 1 : 0;
    if (!outcome.ok()) {
      EXPECT_EQ(ReasonOf(outcome), "STALE_TURN");
    }
  }
  EXPECT_EQ(taken, 1);
}

TEST_P(IntakeServiceTest, RepliesAtOnceAreTakenOneAfterTheOther) {
  const v1::Turn turn = Consented();
  std::vector<absl::StatusOr<v1::Turn>> turns(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    threads.emplace_back([&, i] {
      turns[i] = service_->Reply(turn, absl::StrCat("r", i), "help");
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<int> numbers;
  for (const auto& reply : turns) {
    ASSERT_TRUE(reply.ok()) << reply.status();
    numbers.insert(reply->turn());
  }
  EXPECT_EQ(numbers, (std::set<int>{3, 4, 5, 6}));
}

TEST_P(IntakeServiceTest, OneRequestSentManyTimesAtOnceHappensOnce) {
  const v1::Turn turn = Consented();
  std::vector<absl::StatusOr<v1::Turn>> turns(8);
  std::vector<std::thread> threads;
  for (auto& reply : turns) {
    threads.emplace_back(
        [&] { reply = service_->Reply(turn, "the same", "help"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& reply : turns) {
    ASSERT_TRUE(reply.ok()) << reply.status();
    EXPECT_EQ(reply->SerializeAsString(), turns[0]->SerializeAsString());
  }
  EXPECT_EQ(
      service_->Call(&Stub::GetSession, Get(turn.session()))->transcript_size(),
      3);
}

TEST_P(IntakeServiceTest, ASessionGoesOnAfterARestart) {
  const v1::Turn before = Consented();
  StartAgain();
  const auto after = service_->Reply(before, "r", "repeat");
  ASSERT_TRUE(after.ok()) << after.status();
  EXPECT_EQ(after->turn(), before.turn() + 1);
  EXPECT_EQ(after->question().id(), before.question().id());
  EXPECT_EQ(service_->Reply(before, "consent", "yes")->SerializeAsString(),
            before.SerializeAsString());
}

TEST_P(IntakeServiceTest, ASessionEndsWithTheContentItBeganWith) {
  const v1::Turn before = Consented();
  const std::vector<NamedText> later = LaterTexts();
  StartAgain(&later);
  const auto after = service_->Reply(before, "r", "repeat");
  ASSERT_TRUE(after.ok()) << after.status();
  EXPECT_EQ(after->content_hash(), before.content_hash());
  const auto opened = service_->Start("open again");
  ASSERT_TRUE(opened.ok());
  EXPECT_NE(opened->content_hash(), before.content_hash());
}

TEST_P(IntakeServiceTest, UnknownSessionsAreNotFoundEverywhere) {
  v1::Turn unknown;
  unknown.set_session("no such session");
  v1::GetReportRequest report;
  report.set_session(unknown.session());
  report.set_audience(v1::GetReportRequest::CLIENT);
  v1::DeleteSessionRequest erase;
  erase.set_session(unknown.session());
  const absl::Status status = service_->Reply(unknown, "r", "yes").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReasonOf(status), "SESSION_NOT_FOUND");
  EXPECT_EQ(service_->Call(&Stub::GetReport, report).status(), status);
  EXPECT_EQ(service_->Call(&Stub::DeleteSession, erase).status(), status);
  EXPECT_EQ(service_->Call(&Stub::GetSession, Get(unknown.session())).status(),
            status);
}

TEST_P(IntakeServiceTest, AnotherClinicsSessionIsNotFound) {
  TurnWrite foreign = OpeningWrite({"other clinic", "their-visit"}, "open");
  ASSERT_TRUE(CommitAndWait(*store_, foreign).ok());
  EXPECT_EQ(
      service_->Call(&Stub::GetSession, Get("their-visit")).status().code(),
      absl::StatusCode::kNotFound);
  EXPECT_EQ(List()->sessions_size(), 0);
}

TEST_P(IntakeServiceTest, ADeletedSessionIsGone) {
  const v1::Turn turn = Consented();
  v1::DeleteSessionRequest erase;
  erase.set_session(turn.session());
  ASSERT_TRUE(service_->Call(&Stub::DeleteSession, erase).ok());
  EXPECT_EQ(service_->Reply(turn, "consent", "yes").status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(service_->Start("open").status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(List()->sessions_size(), 0);
}

TEST_P(IntakeServiceTest, WithoutConsentNothingIsKeptButTheReply) {
  const auto opened = service_->Start("open");
  const auto declined = service_->Reply(*opened, "no", "no");
  ASSERT_TRUE(declined.ok()) << declined.status();
  EXPECT_EQ(declined->state(), v1::DECLINED);
  EXPECT_EQ(
      service_->Call(&Stub::GetSession, Get(opened->session())).status().code(),
      absl::StatusCode::kNotFound);
  EXPECT_EQ(List()->sessions_size(), 0);
  EXPECT_EQ(service_->Reply(*opened, "no", "no")->SerializeAsString(),
            declined->SerializeAsString());
}

TEST_P(IntakeServiceTest, ASessionOfTheCallersOwnIdIsReadBack) {
  v1::StartSessionRequest start;
  start.set_request_id("open");
  start.set_session("CallSid:CA123");
  start.set_reference("booking 17");
  ASSERT_TRUE(service_->Start(start).ok());
  const auto session = service_->Call(&Stub::GetSession, Get("CallSid:CA123"));
  ASSERT_TRUE(session.ok()) << session.status();
  EXPECT_EQ(session->reference(), "booking 17");
  EXPECT_EQ(session->state(), v1::ASKING);
  start.set_request_id("another");
  EXPECT_EQ(ReasonOf(service_->Start(start).status()), "SESSION_ID_TAKEN");
}

TEST_P(IntakeServiceTest, ListsPagesNewestFirst) {
  for (int i = 0; i < 5; ++i) {
    v1::StartSessionRequest start;
    start.set_request_id(absl::StrCat("open ", i));
    start.set_reference(absl::StrCat("booking ", i));
    ASSERT_TRUE(service_->Start(start).ok());
    service_->clock().Advance(absl::Minutes(1));
  }
  std::vector<std::string> references;
  std::string token;
  do {
    const auto page = List(2, token);
    ASSERT_TRUE(page.ok()) << page.status();
    for (const v1::SessionSummary& session : page->sessions()) {
      references.push_back(session.reference());
      EXPECT_EQ(session.state(), v1::ASKING);
    }
    token = page->next_page_token();
  } while (!token.empty());
  EXPECT_EQ(references,
            (std::vector<std::string>{"booking 4", "booking 3", "booking 2",
                                      "booking 1", "booking 0"}));
  EXPECT_EQ(ReasonOf(List(2, "made up").status()), "BAD_PAGE_TOKEN");
}

TEST_P(IntakeServiceTest, AnIdleSessionExpires) {
  const v1::Turn turn = Consented();
  service_->clock().Advance(absl::Hours(23));
  EXPECT_EQ(List()->sessions(0).state(), v1::ASKING);
  service_->clock().Advance(absl::Hours(2));
  EXPECT_EQ(List()->sessions(0).state(), v1::EXPIRED);
  EXPECT_EQ(service_->Call(&Stub::GetSession, Get(turn.session()))->state(),
            v1::EXPIRED);
  const auto late = service_->Reply(turn, "late", "yes");
  ASSERT_TRUE(late.ok()) << late.status();
  EXPECT_EQ(late->state(), v1::EXPIRED);
}

TEST_P(IntakeServiceTest, AReportHasTheFormAskedFor) {
  const v1::Turn turn = Consented();
  v1::GetReportRequest request;
  request.set_session(turn.session());
  request.set_audience(v1::GetReportRequest::THERAPIST);
  const auto structured = service_->Call(&Stub::GetReport, request);
  ASSERT_TRUE(structured.ok()) << structured.status();
  EXPECT_EQ(structured->session(), turn.session());
  EXPECT_EQ(structured->body(), "");
  EXPECT_FALSE(structured->not_asked().empty());
  request.set_format(v1::GetReportRequest::TEXT);
  const auto text = service_->Call(&Stub::GetReport, request);
  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_FALSE(text->body().empty());
  request.set_audience(v1::GetReportRequest::CLIENT);
  EXPECT_NE(service_->Call(&Stub::GetReport, request)->body(), text->body());
}

TEST_P(IntakeServiceTest, ServesItsProtocol) {
  const auto list =
      service_->Call(&Stub::ListProtocols, v1::ListProtocolsRequest());
  ASSERT_TRUE(list.ok()) << list.status();
  ASSERT_EQ(list->protocols_size(), 1);
  const v1::Protocol& listed = list->protocols(0);
  EXPECT_EQ(listed.id(), "knee_pain");
  EXPECT_EQ(listed.content_hash(), service_->Start("open")->content_hash());
  EXPECT_TRUE(listed.questions().empty());
  ASSERT_FALSE(listed.locales().empty());

  v1::GetProtocolRequest get;
  get.set_protocol("knee_pain");
  const auto protocol = service_->Call(&Stub::GetProtocol, get);
  ASSERT_TRUE(protocol.ok()) << protocol.status();
  EXPECT_EQ(protocol->questions(0).id(), "consent");
  get.set_locale(listed.locales(0) + "-XX");
  EXPECT_TRUE(service_->Call(&Stub::GetProtocol, get).ok());
  get.set_locale("tlh");
  EXPECT_EQ(ReasonOf(service_->Call(&Stub::GetProtocol, get).status()),
            "LOCALE_NOT_FOUND");
  get.set_protocol("elbow");
  EXPECT_EQ(ReasonOf(service_->Call(&Stub::GetProtocol, get).status()),
            "PROTOCOL_NOT_FOUND");
  v1::StartSessionRequest start;
  start.set_request_id("elbow");
  start.set_protocol("elbow");
  EXPECT_EQ(ReasonOf(service_->Start(start).status()), "PROTOCOL_NOT_FOUND");
}

TEST_P(IntakeServiceTest, BadInputIsRefusedAndLosesNothing) {
  v1::StartSessionRequest start;
  start.set_reference("booking 17");  // so that a yes/no question comes next
  for (const char* text : {"", "   ", "\xF0\x9F\x99\x82\xF0\x9F\xA6\xB5"}) {
    start.set_request_id(absl::StrCat("open", text));
    const auto opened = service_->Start(start);
    const auto asked = service_->Reply(*opened, "consent", "yes");
    ASSERT_TRUE(asked.ok()) << asked.status();
    ASSERT_EQ(asked->question().kind(), v1::YES_NO);

    const absl::Status too_long =
        service_->Reply(*asked, "long", std::string(1 << 20, 'x')).status();
    EXPECT_EQ(too_long.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(FieldOf(too_long), "text");

    const auto reply = service_->Reply(*asked, "r", text);
    ASSERT_TRUE(reply.ok()) << reply.status();
    EXPECT_EQ(reply->state(), v1::ASKING);
    EXPECT_EQ(reply->question().id(), asked->question().id());
    EXPECT_TRUE(reply->understood().empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Stores, IntakeServiceTest,
                         testing::Values(StoreKind::kMemory,
                                         StoreKind::kSqlite),
                         [](const auto& kind) {
                           return kind.param == StoreKind::kMemory ? "Memory"
                                                                   : "Sqlite";
                         });

}  // namespace
}  // namespace firstvisit
