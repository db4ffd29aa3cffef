#include "dialog/state/uptake.h"

#include <string>
#include <utility>
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

class UptakeTest : public testing::Test {
 protected:
  UptakeTest() : rules_(KneePain()), uptake_(KneePain(), rules_) {
    session::v1::SessionLog log;
    log.mutable_opening()->set_locale("en");
    state_ = Fold(KneePain(), log);
    Record("consent", "yes");
  }

  static QuestionIndex Q(const std::string& id) {
    return KneePain().FindQuestion(id);
  }

  void Record(const std::string& question, const std::string& value) {
    Answers answers(KneePain().questions().size());
    Put(KneePain(), {question, value}, answers);
    state_.records[Q(question)].answer = answers[Q(question)];
    state_.answers[Q(question)] = answers[Q(question)];
    state_.put.Add(Q(question));
  }

  void Ask(const std::vector<std::string>& questions, int attempt = 0) {
    state_.open = {};
    for (const std::string& id : questions) {
      state_.open.questions.push_back(Q(id));
      state_.put.Add(Q(id));
    }
    state_.open.attempt = attempt;
  }

  void Confirm(const std::string& question, const std::string& value) {
    Answers answers(KneePain().questions().size());
    Put(KneePain(), {question, value}, answers);
    state_.pending = {ToFact(KneePain(), Q(question), answers[Q(question)],
                             v1::PROBABLE)};
    state_.open = {};
    state_.open.confirm = Q(question);
  }

  static HeardFact Fact(const std::string& question, Answer answer,
                        v1::Confidence confidence = v1::CERTAIN) {
    HeardFact fact;
    fact.question = Q(question);
    fact.answer = answer;
    fact.confidence = confidence;
    return fact;
  }

  static HeardFact Volunteered(const std::string& question, Answer answer) {
    HeardFact fact = Fact(question, answer);
    fact.volunteered = true;
    return fact;
  }

  static Hearing Heard(std::vector<HeardFact> facts) {
    Hearing hearing;
    hearing.outcome = Hearing::Outcome::kFacts;
    hearing.facts = std::move(facts);
    return hearing;
  }

  static Hearing Unclear() { return Hearing(); }

  Uptake Take(const Hearing& hearing) const {
    return uptake_.FromHearing(state_, hearing, {});
  }

  static std::string Value(const session::v1::Fact& fact) {
    return fact.question() + "=" + fact.value();
  }

  static std::vector<std::string> Values(
      const std::vector<session::v1::Fact>& facts) {
    std::vector<std::string> values;
    for (const auto& fact : facts) values.push_back(Value(fact));
    return values;
  }

  TriageRules rules_;
  UptakeRules uptake_;
  SessionState state_;
};

TEST_F(UptakeTest, CertainAnswerIsRecorded) {
  Ask({"locking"});
  const Uptake uptake = Take(Heard({Fact("locking", Answer::Yes())}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("locking=yes"));
  EXPECT_EQ(uptake.then, Uptake::Then::kNext);
  EXPECT_EQ(uptake.match, v1::ANSWERED);
}

TEST_F(UptakeTest, UncertainYesToARedFlagIsConfirmedOnce) {
  Ask({"locking"});
  const Uptake uptake =
      Take(Heard({Fact("locking", Answer::Yes(), v1::PROBABLE)}));
  EXPECT_THAT(uptake.facts, IsEmpty());
  EXPECT_THAT(Values(uptake.pending), testing::ElementsAre("locking=yes"));
}

TEST_F(UptakeTest, AGuessNeverClearsARedFlag) {
  Ask({"locking"});
  const Uptake uptake =
      Take(Heard({Fact("locking", Answer::No(), v1::TENTATIVE)}));
  EXPECT_THAT(uptake.facts, IsEmpty());
  EXPECT_EQ(uptake.then, Uptake::Then::kRetry);
}

TEST_F(UptakeTest, UncertainNoToWeightBearingIsConfirmed) {
  // Here "no" is the bad sense.
  Ask({"weight_bearing"});
  const Uptake uptake =
      Take(Heard({Fact("weight_bearing", Answer::No(), v1::PROBABLE)}));
  EXPECT_THAT(Values(uptake.pending),
              testing::ElementsAre("weight_bearing=no"));
}

TEST_F(UptakeTest, VolunteeredNoNeverClearsARedFlag) {
  Ask({"severity"});
  const Uptake uptake =
      Take(Heard({Fact("severity", Answer::Interval(5, 5)),
                  Volunteered("fever", Answer::No())}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("severity="));
  EXPECT_THAT(uptake.pending, IsEmpty());
}

TEST_F(UptakeTest, VolunteeredYesToARedFlagIsConfirmed) {
  Ask({"severity"});
  const Uptake uptake =
      Take(Heard({Fact("severity", Answer::Interval(5, 5)),
                  Volunteered("fever", Answer::Yes())}));
  EXPECT_THAT(Values(uptake.pending), testing::ElementsAre("fever=yes"));
}

TEST_F(UptakeTest, AVolunteeredFollowUpNeverEasesARedFlag) {
  Record("skin_wound", "yes");
  Ask({"severity"});
  const Uptake uptake =
      Take(Heard({Fact("severity", Answer::Interval(5, 5)),
                  Volunteered("skin_minor", Answer::Yes()),
                  Volunteered("foot_cold", Answer::No())}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("severity="));
  EXPECT_THAT(uptake.pending, IsEmpty());
}

TEST_F(UptakeTest, AVolunteeredFollowUpMayMakeARedFlagWorse) {
  Record("numbness", "yes");
  Ask({"severity"});
  const Uptake uptake =
      Take(Heard({Fact("severity", Answer::Interval(5, 5)),
                  Volunteered("foot_cold", Answer::Yes())}));
  EXPECT_THAT(Values(uptake.facts),
              testing::ElementsAre("severity=", "foot_cold=yes"));
}

TEST_F(UptakeTest, VolunteeredHabitIsRecorded) {
  Ask({"severity"});
  const Uptake uptake =
      Take(Heard({Fact("severity", Answer::Interval(5, 5)),
                  Volunteered("stairs_pain", Answer::Yes())}));
  EXPECT_THAT(Values(uptake.facts),
              testing::ElementsAre("severity=", "stairs_pain=yes"));
}

TEST_F(UptakeTest, PregnancyThatCannotApplyIsRecorded) {
  Ask({"heels_often"});
  HeardFact man = Volunteered("pregnancy", Answer::No());
  man.inapplicable = true;
  const Uptake uptake = Take(Heard({Fact("heels_often", Answer::No()), man}));
  EXPECT_THAT(Values(uptake.facts),
              testing::ElementsAre("heels_often=no", "pregnancy=no"));
}

TEST_F(UptakeTest, TakingBackARedFlagIsConfirmed) {
  Record("fever", "yes");
  Ask({"knee_side"});
  HeardFact back = Volunteered("fever", Answer::No());
  back.correction = true;
  const Uptake uptake = Take(Heard({back}));
  EXPECT_THAT(uptake.facts, IsEmpty());
  EXPECT_THAT(Values(uptake.pending), testing::ElementsAre("fever=no"));
}

TEST_F(UptakeTest, CorrectionOfAHarmlessFactIsRecordedAndSaid) {
  Record("knee_side", "left");
  Ask({"duration"});
  HeardFact right = Volunteered("knee_side", Answer::Choice(1));
  right.correction = true;
  const Uptake uptake = Take(Heard({right}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("knee_side=right"));
  EXPECT_EQ(uptake.match, v1::CORRECTED);
  ASSERT_THAT(uptake.notices, SizeIs(2));
  EXPECT_EQ(uptake.notices[0].phrase, "corrected");
  EXPECT_EQ(uptake.notices[1].kind, Notice::Kind::kUnderstood);
}

TEST_F(UptakeTest, ConfirmedYesIsRecordedAsCertain) {
  Ask({"fever"});
  Confirm("fever", "yes");
  const Uptake uptake = Take(Heard({Fact("fever", Answer::Yes())}));
  ASSERT_THAT(Values(uptake.facts), testing::ElementsAre("fever=yes"));
  EXPECT_EQ(uptake.facts[0].confidence(), v1::CERTAIN);
  EXPECT_THAT(uptake.pending, IsEmpty());
}

TEST_F(UptakeTest, DeniedConfirmationOfWhatWasNotAskedLeavesItToBePut) {
  Confirm("fever", "yes");
  const Uptake uptake = Take(Heard({Fact("fever", Answer::No())}));
  EXPECT_THAT(uptake.facts, IsEmpty());
  EXPECT_THAT(uptake.pending, IsEmpty());
}

TEST_F(UptakeTest, DeniedConfirmationOfWhatWasAskedIsTheAnswer) {
  Ask({"fever"});
  Confirm("fever", "yes");
  const Uptake uptake = Take(Heard({Fact("fever", Answer::No())}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("fever=no"));
}

TEST_F(UptakeTest, OnlyAStrictNoClearsInAConfirmation) {
  Ask({"fever"});
  Confirm("fever", "yes");
  const Uptake uptake =
      Take(Heard({Fact("fever", Answer::No(), v1::PROBABLE)}));
  EXPECT_THAT(uptake.facts, IsEmpty());
  EXPECT_THAT(uptake.pending, SizeIs(1));
}

TEST_F(UptakeTest, SilenceEndsInUnsureNeverInNo) {
  for (int attempt : {0, 1}) {
    Ask({"locking"}, attempt);
    const Uptake uptake = uptake_.FromEvent(state_, v1::NO_INPUT, {});
    EXPECT_EQ(uptake.then, Uptake::Then::kRetry);
    EXPECT_THAT(uptake.facts, IsEmpty());
  }
  Ask({"locking"}, 2);
  const Uptake uptake = uptake_.FromEvent(state_, v1::NO_INPUT, {});
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("locking=unsure"));
}

TEST_F(UptakeTest, AGroupNotUnderstoodIsAskedOneByOne) {
  Ask({"swelling_heat", "fever"}, 1);
  const Uptake uptake = Take(Unclear());
  EXPECT_TRUE(uptake.open_apart);
  EXPECT_THAT(uptake.facts, IsEmpty());
}

TEST_F(UptakeTest, NoneOfAGroupAnswersEachMember) {
  Ask({"swelling_heat", "fever"});
  Hearing none;
  none.outcome = Hearing::Outcome::kNamesNone;
  EXPECT_THAT(Values(Take(none).facts),
              testing::ElementsAre("swelling_heat=no", "fever=no"));
}

TEST_F(UptakeTest, NamingOneOfAGroupLeavesTheOthersOpen) {
  Ask({"swelling_heat", "fever"});
  const Uptake uptake = Take(Heard({Fact("fever", Answer::Yes())}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("fever=yes"));
}

TEST_F(UptakeTest, DontKnowThatMeansADoctorTodayIsAskedOnceMore) {
  Ask({"calf_swelling"});
  Uptake uptake = Take(Heard({Fact("calf_swelling", Answer::Unsure())}));
  EXPECT_EQ(uptake.then, Uptake::Then::kRetry);
  EXPECT_THAT(uptake.facts, IsEmpty());
  Ask({"calf_swelling"}, 1);
  uptake = Take(Heard({Fact("calf_swelling", Answer::Unsure())}));
  EXPECT_THAT(Values(uptake.facts),
              testing::ElementsAre("calf_swelling=unsure"));
}

TEST_F(UptakeTest, DontKnowElsewhereIsRecordedAtOnce) {
  Ask({"osteoporosis"});
  EXPECT_THAT(Values(Take(Heard({Fact("osteoporosis", Answer::Unsure())}))
                         .facts),
              testing::ElementsAre("osteoporosis=unsure"));
}

TEST_F(UptakeTest, AnythingButYesToConsentEnds) {
  Ask({"consent"});
  for (const Answer& answer :
       {Answer::No(), Answer::Unsure(), Answer::Declined()}) {
    const Uptake uptake = Take(Heard({Fact("consent", answer)}));
    EXPECT_EQ(uptake.then, Uptake::Then::kEnd);
    EXPECT_EQ(uptake.end, v1::DECLINED);
    EXPECT_THAT(uptake.facts, IsEmpty());
  }
}

TEST_F(UptakeTest, ConsentIsNeverVolunteered) {
  Ask({"knee_side"});
  const Uptake uptake = Take(Heard({Fact("knee_side", Answer::Choice(0)),
                                    Volunteered("consent", Answer::No())}));
  EXPECT_THAT(Values(uptake.facts), testing::ElementsAre("knee_side=left"));
}

TEST_F(UptakeTest, CertainAlarmIsRecordedWhateverWasAsked) {
  Ask({"heels_often"});
  Hearing alarm = Heard({Volunteered("chest_breath", Answer::Yes())});
  alarm.alarm = Hearing::Alarm::kCertain;
  EXPECT_THAT(Values(Take(alarm).facts),
              testing::ElementsAre("chest_breath=yes", "emergency_now=yes"));
}

TEST_F(UptakeTest, PossibleAlarmBringsItsMessageAndOneYesNo) {
  Ask({"heels_often"});
  Hearing alarm;
  alarm.alarm = Hearing::Alarm::kPossible;
  const Uptake uptake = Take(alarm);
  ASSERT_THAT(uptake.notices, SizeIs(1));
  EXPECT_EQ(uptake.notices[0].kind, Notice::Kind::kEmergency);
  EXPECT_THAT(Values(uptake.pending),
              testing::ElementsAre("emergency_now=yes"));
}

TEST_F(UptakeTest, AnythingButAClearNoToAnAlarmEndsIt) {
  Confirm("emergency_now", "yes");
  for (const Hearing& hearing :
       {Unclear(), Heard({Fact("emergency_now", Answer::Unsure())}),
        Heard({Fact("emergency_now", Answer::No(), v1::PROBABLE)})}) {
    EXPECT_THAT(Values(Take(hearing).facts),
                testing::ElementsAre("emergency_now=unsure"));
  }
  for (v1::Event event : {v1::NO_INPUT, v1::HANGUP}) {
    EXPECT_THAT(Values(uptake_.FromEvent(state_, event, {}).facts),
                testing::ElementsAre("emergency_now=unsure"));
  }
  for (v1::Command command : {v1::SKIP, v1::BACK, v1::STOP, v1::HELP}) {
    EXPECT_THAT(Values(uptake_.FromCommand(state_, command, {}).facts),
                testing::ElementsAre("emergency_now=unsure"));
  }
  EXPECT_THAT(
      Values(Take(Heard({Fact("emergency_now", Answer::No())})).facts),
      testing::ElementsAre("emergency_now=no"));
}

TEST_F(UptakeTest, SkipIsRecordedAsDeclined) {
  Ask({"locking"});
  EXPECT_THAT(Values(uptake_.FromCommand(state_, v1::SKIP, {}).facts),
              testing::ElementsAre("locking=declined"));
}

TEST_F(UptakeTest, HelpWhyAndRepeatReturnToTheQuestion) {
  Ask({"locking"}, 1);
  for (v1::Command command : {v1::HELP, v1::WHY, v1::REPEAT}) {
    const Uptake uptake = uptake_.FromCommand(state_, command, {});
    EXPECT_EQ(uptake.then, Uptake::Then::kAgain);
    EXPECT_THAT(uptake.facts, IsEmpty());
  }
}

TEST_F(UptakeTest, APersonIsOfferedOnlyWhereOneIsSetUp) {
  Ask({"locking"});
  EXPECT_EQ(uptake_.FromCommand(state_, v1::HUMAN, {true}).end,
            v1::HANDED_OFF);
  const Uptake nobody = uptake_.FromCommand(state_, v1::HUMAN, {false});
  EXPECT_EQ(nobody.then, Uptake::Then::kAgain);
  ASSERT_THAT(nobody.notices, SizeIs(1));
  EXPECT_EQ(nobody.notices[0].phrase, "no_handoff");
}

}  // namespace
}  // namespace firstvisit
