// Conversations with a service that says what a test has laid out.

#include "assistant/terminal/chat.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

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

void AddMessage(const std::string& id, const std::string& text,
                v1::Turn& turn) {
  v1::Message* message = turn.add_messages();
  message->set_prompt_id(id);
  message->set_text(text);
  message->set_interruptible(true);
}

v1::Turn Asking(const std::string& id, const std::string& text, int asked) {
  v1::Turn turn;
  turn.set_session("visit-1");
  turn.set_turn(asked);
  turn.set_state(v1::ASKING);
  turn.mutable_question()->set_id(id);
  turn.mutable_progress()->set_asked(asked);
  turn.mutable_progress()->set_at_most_left(30 - asked);
  AddMessage("question." + id + ".prompt", text, turn);
  return turn;
}

v1::Turn Done() {
  v1::Turn turn;
  turn.set_session("visit-1");
  turn.set_state(v1::DONE);
  turn.mutable_assessment()->set_triage(v1::OK);
  turn.mutable_assessment()
      ->mutable_referral()
      ->mutable_headline()
      ->set_sentence_id("level.ok.headline");
  AddMessage("phrase.done_intro", "Thank you.", turn);
  AddMessage("level.ok.headline", "Massage is fine.", turn);
  return turn;
}

v1::Turn Stopped() {
  v1::Turn turn;
  turn.set_session("visit-1");
  turn.set_state(v1::STOPPED);
  AddMessage("phrase.stopped_resume", "We stopped before the end.", turn);
  return turn;
}

class FakeIntake : public v1::Intake::Service {
 public:
  grpc::Status StartSession(grpc::ServerContext*,
                            const v1::StartSessionRequest* request,
                            v1::Turn* turn) override {
    started = *request;
    return Say(turn);
  }
  grpc::Status Reply(grpc::ServerContext*, const v1::ReplyRequest* request,
                     v1::Turn* turn) override {
    replies.push_back(*request);
    if (request->session() == "visit-2") {
      return grpc::Status(grpc::StatusCode::NOT_FOUND, "none");
    }
    if (request->event() == v1::HANGUP) {
      *turn = Stopped();
      return grpc::Status::OK;
    }
    if (!refusal.empty()) {
      const std::string message = std::move(refusal);
      refusal.clear();
      return grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, message);
    }
    return Say(turn);
  }
  grpc::Status GetReport(grpc::ServerContext*, const v1::GetReportRequest*,
                         v1::Report* report) override {
    if (!has_report) return grpc::Status(grpc::StatusCode::NOT_FOUND, "none");
    report->set_body("Massage is fine.\n================\nCome to us.\n");
    return grpc::Status::OK;
  }
  grpc::Status ListProtocols(grpc::ServerContext*,
                             const v1::ListProtocolsRequest*,
                             v1::ListProtocolsResponse* response) override {
    response->add_protocols()->set_id("knee_pain");
    return grpc::Status::OK;
  }
  grpc::Status GetProtocol(grpc::ServerContext*, const v1::GetProtocolRequest*,
                           v1::Protocol* protocol) override {
    for (const char* id : {"consent", "age"}) {
      protocol->add_questions()->set_id(id);
    }
    return grpc::Status::OK;
  }

  std::deque<v1::Turn> turns;
  v1::StartSessionRequest started;
  std::vector<v1::ReplyRequest> replies;
  std::string refusal;  // the next reply gets it
  bool has_report = true;

 private:
  grpc::Status Say(v1::Turn* turn) {
    *turn = turns.front();
    turns.pop_front();
    return grpc::Status::OK;
  }
};

class ChatTest : public ::testing::Test {
 protected:
  ChatTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&service_);
    server_ = builder.BuildAndStart();
    client_ = std::make_unique<DialogClient>(
        server_->InProcessChannel(grpc::ChannelArguments()), SystemIds(),
        DialogClient::Options());
    service_.turns = {Asking("consent", "May I note it?", 1),
                      Asking("age", "How old are you?", 2), Done()};
  }

  // Holds the conversation; returns the exit code.
  int Run(bool interactive, const std::vector<std::string>& lines) {
    FakeConsole console(interactive, lines);
    const int exit_code = Chat(*client_, console, Style(false), options_).Run();
    shown_ = console.shown();
    return exit_code;
  }

  FakeIntake service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<DialogClient> client_;
  Chat::Options options_;
  std::string shown_;
};

TEST_F(ChatTest, APipedConversationRunsToItsEnd) {
  EXPECT_EQ(Run(false, {"age: 34", "yes"}), Chat::kEnded);
  ASSERT_EQ(service_.replies.size(), 2u);
  EXPECT_EQ(service_.replies[0].text(), "yes");
  EXPECT_EQ(service_.replies[0].session(), "visit-1");
  EXPECT_EQ(service_.replies[1].text(), "34");
  EXPECT_EQ(service_.replies[1].expected_turn(), 2);
}

TEST_F(ChatTest, ATranscriptReadsWell) {
  Run(false, {"yes", "34"});
  EXPECT_THAT(shown_, HasSubstr("(1 of about 30)\nMay I note it?\n\n> yes\n"));
  EXPECT_THAT(shown_, HasSubstr("(2 of about 30)\nHow old are you?\n\n> 34\n"));
}

TEST_F(ChatTest, TheReportTakesThePlaceOfTheSpokenConclusion) {
  Run(false, {"yes", "34"});
  EXPECT_THAT(shown_, HasSubstr("Thank you.\n"));
  EXPECT_THAT(shown_, HasSubstr("Massage is fine.\n====="));
  EXPECT_THAT(shown_, HasSubstr("firstvisit report visit-1"));
}

TEST_F(ChatTest, WithoutAReportTheConclusionIsStillSaid) {
  service_.has_report = false;
  EXPECT_EQ(Run(false, {"yes", "34"}), Chat::kEnded);
  EXPECT_THAT(shown_, HasSubstr("Massage is fine.\n"));
}

TEST_F(ChatTest, AScriptThatRunsDryHangsUpAndSaysWhere) {
  EXPECT_EQ(Run(false, {"yes"}), Chat::kUnfinished);
  EXPECT_EQ(service_.replies.back().event(), v1::HANGUP);
  EXPECT_THAT(shown_, HasSubstr("none is left for age"));
  EXPECT_THAT(shown_, HasSubstr("firstvisit chat --resume=visit-1"));
}

TEST_F(ChatTest, LeavingTheKeyboardHangsUp) {
  EXPECT_EQ(Run(true, {"yes"}), Chat::kUnfinished);
  EXPECT_EQ(service_.replies.back().event(), v1::HANGUP);
  EXPECT_THAT(shown_, HasSubstr("firstvisit chat --resume=visit-1"));
}

TEST_F(ChatTest, AVisitThatIsNotKeptCannotBeResumed) {
  options_.kept = false;
  Run(true, {"yes"});
  EXPECT_THAT(shown_, Not(HasSubstr("--resume")));
}

TEST_F(ChatTest, WhatToTypeNextIsSaidAsThisWasTyped) {
  options_.command = "./run";
  Run(true, {"yes"});
  EXPECT_THAT(shown_, HasSubstr("\n  ./run chat --resume=visit-1\n"));
}

void Offer(const char* value, const char* digit, const char* label,
           v1::Turn& turn) {
  v1::Choice* choice = turn.mutable_question()->add_choices();
  choice->set_value(value);
  choice->set_digit(digit);
  choice->set_label(label);
}

TEST_F(ChatTest, QuickRepliesStandBesideTheirNumbers) {
  Offer("yes", "1", "Yes", service_.turns[0]);
  Offer("no", "2", "No", service_.turns[0]);
  EXPECT_EQ(Run(true, {"1", "34"}), Chat::kEnded);
  EXPECT_THAT(shown_, HasSubstr("\n1 Yes   2 No\n"));
  EXPECT_EQ(service_.replies[0].choice(), "yes");
}

TEST_F(ChatTest, QuickRepliesThatDoNotFitGoOnBelowWhole) {
  for (const char* digit : {"1", "2", "3", "4"}) {
    Offer(digit, digit, "A rather long answer here", service_.turns[0]);
  }
  Run(true, {"yes", "34"});
  const std::string one = "A rather long answer here";
  EXPECT_THAT(shown_, HasSubstr("\n1 " + one + "   2 " + one + "\n3 " + one +
                                "   4 " + one + "\n"));
}

TEST_F(ChatTest, TheLinesOfAListHangBelowItsWords) {
  service_.turns[0].mutable_messages(0)->set_text(
      "Does any apply?\n1. A sentence that is a good deal longer than a screen "
      "of eighty columns is wide\n2. None");
  Run(true, {"yes", "34"});
  EXPECT_THAT(shown_, HasSubstr(" is\n   wide\n2. None\n"));
}

TEST_F(ChatTest, WhatTheServiceRefusesIsAskedAgainAtTheKeyboard) {
  service_.refusal = "That cannot be taken.";
  EXPECT_EQ(Run(true, {"yes", "yes", "34"}), Chat::kEnded);
  EXPECT_THAT(shown_, HasSubstr("That cannot be taken."));
}

TEST_F(ChatTest, WhatTheServiceRefusesEndsAScriptAtItsLine) {
  service_.refusal = "That cannot be taken.";
  EXPECT_EQ(Run(false, {"# Ada", "yes", "34"}), Chat::kFailed);
  EXPECT_THAT(shown_, HasSubstr("line 2"));
  EXPECT_THAT(shown_, HasSubstr("That cannot be taken."));
  EXPECT_THAT(shown_, HasSubstr("--resume=visit-1"));
}

TEST_F(ChatTest, AnAnswerThatIsNotUtf8IsRefusedAndNothingIsLost) {
  EXPECT_EQ(Run(false, {"yes", "\xff"}), Chat::kFailed);
  EXPECT_THAT(shown_, HasSubstr("line 2"));
  EXPECT_EQ(service_.replies.back().event(), v1::HANGUP);
}

TEST_F(ChatTest, ResumingGoesOnWithTheSession) {
  options_.resume = "visit-1";
  service_.turns.pop_front();
  EXPECT_EQ(Run(true, {"34"}), Chat::kEnded);
  EXPECT_EQ(service_.replies[0].event(), v1::RESUME);
  EXPECT_EQ(service_.replies[0].session(), "visit-1");
}

TEST_F(ChatTest, AVisitThatIsNotThereCannotBeResumed) {
  options_.resume = "visit-2";
  EXPECT_EQ(Run(true, {}), Chat::kFailed);
  EXPECT_THAT(shown_, HasSubstr("There is no visit visit-2. `firstvisit "
                                "sessions` lists them."));
}

TEST_F(ChatTest, WhatTheCommandLineBringsIsPassedOn) {
  options_.reference = "B-2";
  options_.full_interview = true;
  Run(false, {"yes", "34"});
  EXPECT_EQ(service_.started.reference(), "B-2");
  EXPECT_TRUE(service_.started.full_interview());
}

TEST_F(ChatTest, NothingInAMessageCommandsTheTerminal) {
  service_.turns[0].mutable_messages(0)->set_text("May I\033[2J note it?");
  Run(false, {"yes", "34"});
  EXPECT_THAT(shown_, Not(HasSubstr("\033")));
}

}  // namespace
}  // namespace firstvisit
