#include "dialog/authoring/replay.h"

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/time/time.h"
#include "dialog/content/texts.h"
#include "dialog/service/make_interview.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class ReplayTest : public testing::Test {
 protected:
  ReplayTest() {
    auto interview = MakeInterview(WithLanguages(KneePainTexts()),
                                   content::v1::Clinic(), absl::Hours(24));
    EXPECT_TRUE(interview.ok()) << interview.status();
    interview_ = *interview;
    v1::StartSessionRequest request;
    request.set_reference("B-17");
    v1::Answer& age = *request.add_known();
    age.set_question_id("age");
    age.mutable_interval()->set_low(52);
    age.mutable_interval()->set_high(52);
    log_ = interview_->Open(request, "s-1", "clinic", now_)->log;
    Say("yes");
    Say("why do you ask?");
    v1::ReplyRequest digits;
    digits.set_digits("2");
    Take(digits);
    v1::ReplyRequest choice;
    choice.set_choice("no");
    Take(choice);
    v1::ReplyRequest command;
    command.set_command(v1::BACK);
    Take(command);
    v1::ReplyRequest event;
    event.set_event(v1::NO_INPUT);
    Take(event);
    v1::ReplyRequest heard;
    heard.mutable_hypotheses()->add_hypotheses()->set_text("no");
    Take(heard);
    Say("");
    Say("blah blah");
  }
  void Say(const std::string& text) {
    v1::ReplyRequest request;
    request.set_text(text);
    Take(request);
  }
  void Take(const v1::ReplyRequest& request) {
    now_ += absl::Seconds(7);
    const auto step = interview_->Take(log_, request, now_);
    ASSERT_TRUE(step.ok()) << step.status();
    *log_.add_events() = step->event;
  }

  absl::Time now_ = absl::FromUnixSeconds(1795000000);
  std::shared_ptr<const Interview> interview_;
  session::v1::SessionLog log_;
};

TEST_F(ReplayTest, EveryKindOfInputIsReplayedByteForByte) {
  std::ostringstream out;
  EXPECT_EQ(Replay(*interview_, log_, out), 0) << out.str();
  EXPECT_EQ(out.str(), "10 turns replayed, 0 differ\n");
}

TEST_F(ReplayTest, AnExportedSessionIsReadBackAsItWas) {
  const auto again = ParseLog(PrintLog(log_));
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->SerializeAsString(), log_.SerializeAsString());
  EXPECT_FALSE(ParseLog("no session").ok());
}

TEST_F(ReplayTest, ATurnThatWasTamperedWithIsShownAlone) {
  ASSERT_EQ(log_.events(0).facts(0).value(), "yes");
  log_.mutable_events(0)->mutable_facts(0)->set_confidence(v1::TENTATIVE);
  std::ostringstream out;
  EXPECT_EQ(Replay(*interview_, log_, out), 1);
  EXPECT_TRUE(absl::StrContains(out.str(), "turn 2 differs")) << out.str();
}

TEST_F(ReplayTest, AnotherContentShowsAtTheOpening) {
  log_.mutable_opening()->set_content_hash("0123");
  std::ostringstream out;
  EXPECT_GE(Replay(*interview_, log_, out), 1);
  EXPECT_TRUE(absl::StrContains(out.str(), "turn 1 differs")) << out.str();
}

}  // namespace
}  // namespace firstvisit
