#include "dialog/state/session_state.h"

#include <string>
#include <vector>

#include "dialog/state/fact.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/answers.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class SessionStateTest : public testing::Test {
 protected:
  SessionStateTest() { log_.mutable_opening()->set_locale("en"); }

  static QuestionIndex Q(const std::string& id) {
    return KneePain().FindQuestion(id);
  }

  // A turn that answered `said` and then asked `next`.
  session::v1::TurnEvent& Turn(const std::vector<Said>& said,
                               const std::string& next) {
    session::v1::TurnEvent& event = *log_.add_events();
    event.set_state(v1::ASKING);
    event.set_words("the words");
    for (const Said& one : said) {
      Answers answers(KneePain().questions().size());
      Put(KneePain(), one, answers);
      const QuestionIndex q = KneePain().FindFact(one.question);
      *event.add_facts() = ToFact(KneePain(), q, answers[q], v1::CERTAIN);
    }
    if (!next.empty()) event.mutable_asked()->add_questions(next);
    return event;
  }

  SessionState State() const { return Fold(KneePain(), log_); }

  session::v1::SessionLog log_;
};

TEST_F(SessionStateTest, RecordsWordsTurnAndValue) {
  Turn({{"knee_side", "left"}}, "duration");
  const SessionState state = State();
  EXPECT_TRUE(state.answers[Q("knee_side")].is(0));
  EXPECT_EQ(state.records[Q("knee_side")].words(), "the words");
  EXPECT_EQ(state.records[Q("knee_side")].turn, 2);
  EXPECT_THAT(state.open.questions, testing::ElementsAre(Q("duration")));
}

TEST_F(SessionStateTest, AFactKeepsTheSentenceThatItWasTakenFrom) {
  session::v1::TurnEvent event;
  event.set_words("Hi there. It is hot, 3.5 days now! And I am 58.");
  session::v1::Fact fact;
  const auto words = [&](const std::string& part) {
    const size_t begin = event.words().find(part);
    fact.set_begin(static_cast<int>(begin));
    fact.set_end(static_cast<int>(begin + part.size()));
    return WordsOf(fact, event);
  };
  EXPECT_EQ(words("hot"), "It is hot, 3.5 days now!");
  EXPECT_EQ(words("58"), "And I am 58.");
  EXPECT_EQ(words("Hi"), "Hi there.");
  EXPECT_EQ(words("58."), "And I am 58.");
  EXPECT_EQ(words("there. It"), "Hi there. It is hot, 3.5 days now!");
}

TEST_F(SessionStateTest, OfAGroupBegunTheRestIsAsked) {
  Turn({{"swelling_heat", "yes"}}, "swelling_days");
  EXPECT_FALSE(AsksTheRest(KneePain(), State()));
  session::v1::TurnEvent& event = Turn({{"swelling_days", "9"}}, "fever");
  event.mutable_asked()->add_questions("locking");
  EXPECT_FALSE(AsksTheRest(KneePain(), State())) << "none was put before";
  log_.mutable_events(0)->mutable_asked()->add_questions("swelling_heat");
  EXPECT_TRUE(AsksTheRest(KneePain(), State()));
}

TEST_F(SessionStateTest, BackWithdrawsTheAnswerAndLeavesNothingBehind) {
  Turn({{"knee_side", "left"}}, "duration");
  Turn({{"duration", "14"}}, "onset");
  Turn({}, "duration").set_command(v1::BACK);
  const SessionState state = State();
  EXPECT_TRUE(state.answers[Q("duration")].open());
  EXPECT_TRUE(state.answers[Q("knee_side")].is(0));
  ASSERT_THAT(state.withdrawn, SizeIs(1));
  EXPECT_EQ(state.withdrawn[0].question, Q("duration"));
}

TEST_F(SessionStateTest, BackTakesWhatWasVolunteeredInTheSameTurn) {
  Turn({{"knee_side", "left"}, {"stairs_pain", "yes"}}, "duration");
  Turn({}, "knee_side").set_command(v1::BACK);
  const SessionState state = State();
  EXPECT_TRUE(state.answers[Q("knee_side")].open());
  EXPECT_TRUE(state.answers[Q("stairs_pain")].open());
}

TEST_F(SessionStateTest, BackAfterACorrectionRestoresTheFirstAnswer) {
  Turn({{"knee_side", "left"}}, "duration");
  Turn({{"knee_side", "right"}}, "duration");
  EXPECT_TRUE(State().answers[Q("knee_side")].is(1));
  Turn({}, "duration").set_command(v1::BACK);
  EXPECT_TRUE(State().answers[Q("knee_side")].is(0));
}

TEST_F(SessionStateTest, FollowUpsDoNotOutliveTheirFlag) {
  Turn({{"swelling_heat", "yes"}}, "swelling_days");
  Turn({{"swelling_days", "2"}}, "fever");
  Turn({{"swelling_heat", "no"}}, "fever");
  const SessionState state = State();
  EXPECT_TRUE(state.answers[Q("swelling_days")].moot());
  EXPECT_THAT(state.withdrawn, SizeIs(2));
}

TEST_F(SessionStateTest, AdultStandsInForAnAgeThatWasDeclined) {
  Turn({{"age", "declined"}}, "adult");
  Turn({{"adult", "yes"}}, "fever");
  EXPECT_EQ(State().answers[Q("age")], Answer::Interval(18, 120));
}

TEST_F(SessionStateTest, AQuestionOutOfAGroupAskedAloneOpensTheGroup) {
  const int group = KneePain().questions()[Q("fever")].group;
  ASSERT_GE(group, 0);
  EXPECT_FALSE(State().apart[group]);
  Turn({}, "fever");
  EXPECT_TRUE(State().apart[group]);
}

TEST_F(SessionStateTest, AHangUpCanBeResumedAStopCannot) {
  Turn({}, "fever").set_event(v1::HANGUP);
  log_.mutable_events(0)->set_state(v1::STOPPED);
  EXPECT_TRUE(State().over());
  EXPECT_TRUE(State().resumable);
  log_.mutable_events(0)->set_event(v1::EVENT_UNSPECIFIED);
  log_.mutable_events(0)->set_command(v1::STOP);
  EXPECT_FALSE(State().resumable);
}

TEST_F(SessionStateTest, FoldingStepByStepIsFoldingAtOnce) {
  Turn({{"age", "60"}}, "swelling_heat");
  Turn({{"swelling_heat", "yes"}}, "swelling_days");
  Turn({{"swelling_days", "2"}}, "fever");
  Turn({}, "swelling_days").set_command(v1::BACK);
  session::v1::SessionLog empty = log_;
  empty.clear_events();
  SessionState stepped = Fold(KneePain(), empty);
  for (const auto& event : log_.events()) Apply(KneePain(), event, stepped);
  const SessionState at_once = State();
  EXPECT_EQ(stepped.answers, at_once.answers);
  EXPECT_EQ(stepped.open.questions, at_once.open.questions);
  EXPECT_EQ(stepped.turn, at_once.turn);
  EXPECT_EQ(stepped.withdrawn.size(), at_once.withdrawn.size());
  EXPECT_EQ(stepped.put, at_once.put);
  EXPECT_EQ(stepped.apart, at_once.apart);
  EXPECT_EQ(stepped.questions_put, at_once.questions_put);
  EXPECT_EQ(stepped.pending.size(), at_once.pending.size());
  EXPECT_EQ(stepped.told.size(), at_once.told.size());
  EXPECT_EQ(stepped.trail.size(), at_once.trail.size());
  EXPECT_EQ(stepped.changes.size(), at_once.changes.size());
}

TEST_F(SessionStateTest, OfWhatWaitedForAYesOrNoTheLastTurnDecides) {
  Turn({}, "fever");
  const QuestionIndex locking = Q("locking");
  *log_.mutable_events(0)->add_pending() =
      ToFact(KneePain(), locking, Answer::Yes(), v1::PROBABLE);
  log_.mutable_events(0)->add_told()->set_phrase("corrected");
  EXPECT_THAT(State().pending, SizeIs(1));
  EXPECT_THAT(State().told, SizeIs(1));
  Turn({}, "fever");
  EXPECT_THAT(State().pending, IsEmpty());
  EXPECT_THAT(State().told, IsEmpty());
}

TEST_F(SessionStateTest, BackReturnsToWhatWasAskedFromItsFirstPrompt) {
  Turn({{"knee_side", "left"}}, "fever").mutable_asked()->set_attempt(2);
  Turn({{"fever", "no"}}, "locking");
  const SessionState state = State();
  EXPECT_EQ(state.last_answered(), Q("fever"));
  const OpenQuestions before = OpenBefore(KneePain(), state);
  EXPECT_THAT(before.questions, testing::ElementsAre(Q("fever")));
  EXPECT_EQ(before.attempt, 0);
}

TEST_F(SessionStateTest, WithoutAnswersNothingIsPending) {
  EXPECT_THAT(State().pending, IsEmpty());
  EXPECT_EQ(State().phase, v1::ASKING);
}

}  // namespace
}  // namespace firstvisit
