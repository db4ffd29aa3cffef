#include "dialog/content/condition.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

constexpr QuestionIndex kFever = 0;
constexpr QuestionIndex kLocking = 1;
constexpr QuestionIndex kSeverity = 2;
constexpr QuestionIndex kOnset = 3;

const std::vector<QuestionShape>& Questions() {
  static const auto* questions = new std::vector<QuestionShape>{
      {"fever", false, {"yes", "no"}},
      {"locking", false, {"yes", "no"}},
      {"severity", true, {}},
      {"onset", false, {"sudden", "gradual", "injury"}}};
  return *questions;
}

Condition Parsed(absl::string_view text) {
  absl::StatusOr<Condition> condition = Condition::Parse(text, Questions());
  EXPECT_TRUE(condition.ok()) << text << ": " << condition.status();
  return condition.ok() ? *std::move(condition) : Condition();
}

Answers With(QuestionIndex question, Answer answer) {
  Answers answers(Questions().size());
  answers[question] = answer;
  return answers;
}

Truth Known(absl::string_view text, const Answers& answers) {
  return Parsed(text).Known(answers);
}

Grade Judge(absl::string_view text, const Answers& answers) {
  return Parsed(text).Judge(answers);
}

// Every kind of answer that a yes/no question can have.
const Answer kAnswers[] = {Answer(),           Answer::Yes(),
                           Answer::No(),       Answer::Unsure(),
                           Answer::Declined(), Answer::Moot()};

TEST(ConditionKnownTest, OnlyARecordedValueSettlesAComparison) {
  EXPECT_EQ(Known("fever = yes", With(kFever, Answer::Yes())), Truth::kTrue);
  EXPECT_EQ(Known("fever = yes", With(kFever, Answer::No())), Truth::kFalse);
  for (const Answer& answer :
       {Answer(), Answer::Unsure(), Answer::Declined()}) {
    EXPECT_EQ(Known("fever = yes", With(kFever, answer)), Truth::kUnknown);
    EXPECT_EQ(Known("fever = no", With(kFever, answer)), Truth::kUnknown);
    EXPECT_EQ(Known("fever != yes", With(kFever, answer)), Truth::kUnknown);
    EXPECT_EQ(Known("severity < 8", With(kSeverity, answer)), Truth::kUnknown);
  }
}

TEST(ConditionKnownTest, MootMakesEveryComparisonFalse) {
  for (const char* text : {"fever = yes", "fever = no", "fever != yes",
                           "fever in (yes, no)", "answered(fever)"}) {
    EXPECT_EQ(Known(text, With(kFever, Answer::Moot())), Truth::kFalse) << text;
  }
  EXPECT_EQ(Known("severity < 8", With(kSeverity, Answer::Moot())),
            Truth::kFalse);
}

TEST(ConditionKnownTest, AnIntervalAcrossAThresholdIsUnknown) {
  const auto known = [](const char* text, double low, double high) {
    return Known(text, With(kSeverity, Answer::Interval(low, high)));
  };
  EXPECT_EQ(known("severity < 8", 7, 8), Truth::kUnknown);
  EXPECT_EQ(known("severity < 8", 6, 7), Truth::kTrue);
  EXPECT_EQ(known("severity < 8", 8, 8), Truth::kFalse);
  EXPECT_EQ(known("severity <= 8", 7, 8), Truth::kTrue);
  EXPECT_EQ(known("severity <= 8", 8, 9), Truth::kUnknown);
  EXPECT_EQ(known("severity > 8", 8, 9), Truth::kUnknown);
  EXPECT_EQ(known("severity > 8", 8, 8), Truth::kFalse);
  EXPECT_EQ(known("severity >= 8", 8, 9), Truth::kTrue);
  EXPECT_EQ(known("severity >= 8", 7, 7.9), Truth::kFalse);
}

TEST(ConditionKnownTest, ChoicesMatchByTheirValue) {
  const Answers gradual = With(kOnset, Answer::Choice(1));
  EXPECT_EQ(Known("onset = gradual", gradual), Truth::kTrue);
  EXPECT_EQ(Known("onset in (sudden, gradual)", gradual), Truth::kTrue);
  EXPECT_EQ(Known("onset in (sudden, injury)", gradual), Truth::kFalse);
  EXPECT_EQ(Known("onset != gradual", gradual), Truth::kFalse);
  EXPECT_EQ(Known("onset != sudden", gradual), Truth::kTrue);
}

TEST(ConditionKnownTest, AnsweredTellsValuesFromDoubtAndFromSilence) {
  const auto known = [](Answer answer) {
    return Known("answered(fever)", With(kFever, answer));
  };
  EXPECT_EQ(known(Answer()), Truth::kUnknown);
  EXPECT_EQ(known(Answer::Yes()), Truth::kTrue);
  EXPECT_EQ(known(Answer::No()), Truth::kTrue);
  EXPECT_EQ(known(Answer::Unsure()), Truth::kFalse);
  EXPECT_EQ(known(Answer::Declined()), Truth::kFalse);
}

TEST(ConditionKnownTest, ConnectivesAreKleenesForAllPairsOfAnswers) {
  for (const Answer& a : kAnswers) {
    for (const Answer& b : kAnswers) {
      Answers answers = With(kFever, a);
      answers[kLocking] = b;
      const Truth left = Known("fever = yes", answers);
      const Truth right = Known("locking = yes", answers);
      EXPECT_EQ(Known("fever = yes and locking = yes", answers),
                std::min(left, right));
      EXPECT_EQ(Known("fever = yes or locking = yes", answers),
                std::max(left, right));
      const Truth inverted = left == Truth::kTrue    ? Truth::kFalse
                             : left == Truth::kFalse ? Truth::kTrue
                                                     : Truth::kUnknown;
      EXPECT_EQ(Known("not (fever = yes)", answers), inverted);
    }
  }
}

TEST(ConditionJudgeTest, AnIntervalIsJudgedAtItsWorseEnd) {
  const auto judge = [](const char* text, double low, double high) {
    return Judge(text, With(kSeverity, Answer::Interval(low, high)));
  };
  EXPECT_EQ(judge("severity >= 8", 2, 8), Grade::kTrue);
  EXPECT_EQ(judge("severity >= 8", 2, 7.9), Grade::kFalse);
  EXPECT_EQ(judge("severity > 8", 2, 8), Grade::kFalse);
  EXPECT_EQ(judge("severity <= 3", 3, 10), Grade::kTrue);
  EXPECT_EQ(judge("severity <= 3", 4, 10), Grade::kFalse);
  EXPECT_EQ(judge("severity < 3", 3, 10), Grade::kFalse);
}

TEST(ConditionJudgeTest, SilenceIsOpenAndDoubtIsDoubtful) {
  EXPECT_EQ(Judge("fever = yes", With(kFever, Answer())), Grade::kOpen);
  EXPECT_EQ(Judge("fever = yes", With(kFever, Answer::Unsure())),
            Grade::kDoubtful);
  EXPECT_EQ(Judge("severity >= 8", With(kSeverity, Answer::Declined())),
            Grade::kDoubtful);
  EXPECT_EQ(Judge("fever = yes", With(kFever, Answer::No())), Grade::kFalse);
  EXPECT_EQ(Judge("fever = yes", With(kFever, Answer::Moot())), Grade::kFalse);
}

TEST(ConditionJudgeTest, ConnectivesFollowTheirDefinitionForAllPairs) {
  for (const Answer& a : kAnswers) {
    for (const Answer& b : kAnswers) {
      Answers answers = With(kFever, a);
      answers[kLocking] = b;
      const Grade parts[] = {Judge("fever = yes", answers),
                             Judge("locking = yes", answers)};
      const auto any = [&](Grade grade) {
        return parts[0] == grade || parts[1] == grade;
      };
      Grade both = Grade::kProbable;
      if (any(Grade::kFalse)) {
        both = Grade::kFalse;
      } else if (any(Grade::kOpen)) {
        both = Grade::kOpen;
      } else if (parts[0] == parts[1]) {
        both = parts[0];
      }
      EXPECT_EQ(Judge("fever = yes and locking = yes", answers), both);
      EXPECT_EQ(Judge("fever = yes or locking = yes", answers),
                std::max(parts[0], parts[1]));
    }
  }
}

TEST(ConditionJudgeTest, OnePartInDoubtLeavesACombinationProbable) {
  Answers answers = With(kFever, Answer::Yes());
  answers[kLocking] = Answer::Unsure();
  answers[kSeverity] = Answer::Declined();
  const char* three = "fever = yes and locking = yes and severity >= 8";
  EXPECT_EQ(Judge(three, answers), Grade::kProbable);
  answers[kFever] = Answer::Unsure();
  EXPECT_EQ(Judge(three, answers), Grade::kDoubtful);
  answers[kLocking] = Answer();
  EXPECT_EQ(Judge(three, answers), Grade::kOpen);
  answers[kSeverity] = Answer::Interval(1, 2);
  EXPECT_EQ(Judge(three, answers), Grade::kFalse);
}

TEST(ConditionJudgeTest, ANegationThatSlippedInNeverClears) {
  EXPECT_EQ(Judge("not (fever = yes)", With(kFever, Answer::Yes())),
            Grade::kTrue);
}

using Named = std::vector<QuestionIndex>;

// Every pair of answers to `fever` and `locking`.
std::vector<Answers> AllPairs() {
  std::vector<Answers> pairs;
  for (const Answer& a : kAnswers) {
    for (const Answer& b : kAnswers) {
      pairs.push_back(With(kFever, a));
      pairs.back()[kLocking] = b;
    }
  }
  return pairs;
}

TEST(ConditionReasonTest, OnlyTheBranchesThatHoldAreAReason) {
  const Condition either = Parsed("fever = yes or locking = yes");
  Answers answers = With(kFever, Answer::No());
  answers[kLocking] = Answer::Yes();
  EXPECT_EQ(either.KnownBy(answers), (Named{kLocking}));
  EXPECT_EQ(either.JudgedBy(answers), (Named{kLocking}));
  answers[kFever] = Answer::Yes();
  EXPECT_EQ(either.KnownBy(answers), (Named{kFever, kLocking}));
  EXPECT_EQ(either.JudgedBy(answers), (Named{kFever, kLocking}));
}

TEST(ConditionReasonTest, ABranchInDoubtIsNoReasonBesideOneThatHolds) {
  const Condition either = Parsed("fever = yes or locking = yes");
  Answers answers = With(kFever, Answer::Yes());
  answers[kLocking] = Answer::Unsure();
  EXPECT_EQ(either.JudgedBy(answers), (Named{kFever}));
}

TEST(ConditionReasonTest, WhatIsInDoubtIsPartOfWhatMakesItProbable) {
  const Condition both =
      Parsed("fever = yes and (locking = yes or severity >= 8)");
  Answers answers = With(kFever, Answer::Yes());
  answers[kLocking] = Answer::Unsure();
  answers[kSeverity] = Answer::Interval(1, 2);
  EXPECT_EQ(both.Judge(answers), Grade::kProbable);
  EXPECT_EQ(both.JudgedBy(answers), (Named{kFever, kLocking}));
}

TEST(ConditionReasonTest, WhatIsNotKnownHangsOnWhatIsNotKnownAlone) {
  const Condition both = Parsed("fever = yes and locking = yes");
  EXPECT_EQ(both.KnownBy(With(kFever, Answer::Yes())), (Named{kLocking}));
  EXPECT_EQ(both.KnownBy(With(kFever, Answer::No())), (Named{kFever}));
}

TEST(ConditionReasonTest, ANegationRestsOnWhatItDenies) {
  const Condition neither = Parsed("not (fever = yes or locking = yes)");
  Answers answers = With(kFever, Answer::No());
  answers[kLocking] = Answer::Yes();
  EXPECT_EQ(neither.KnownBy(answers), (Named{kLocking}));
  EXPECT_TRUE(Parsed("").KnownBy(answers).empty());
  EXPECT_TRUE(Parsed("never").KnownBy(answers).empty());
  EXPECT_TRUE(Parsed("").JudgedBy(answers).empty());
}

// The reason suffices: whatever the other questions were answered, the value
// stays; and it names nothing that the condition does not look at.
TEST(ConditionReasonTest, AReasonSufficesForAllPairsOfAnswers) {
  for (const char* text :
       {"fever = yes and locking = yes", "fever = yes or locking = yes",
        "fever = yes and (locking = yes or fever = no)",
        "(fever = yes and locking = no) or locking = yes"}) {
    const Condition condition = Parsed(text);
    for (const Answers& answers : AllPairs()) {
      const Named known = condition.KnownBy(answers);
      const Named judged = condition.JudgedBy(answers);
      for (const Answers& other : AllPairs()) {
        Answers mixed = other;
        for (QuestionIndex question : known) {
          mixed[question] = answers[question];
        }
        if (condition.Known(answers) != Truth::kUnknown) {
          EXPECT_EQ(condition.Known(mixed), condition.Known(answers)) << text;
        }
        mixed = other;
        for (QuestionIndex question : judged) {
          mixed[question] = answers[question];
        }
        EXPECT_TRUE(condition.Judge(answers) <= Grade::kOpen ||
                    condition.Judge(mixed) >= condition.Judge(answers))
            << text;
      }
    }
  }
}

TEST(ConditionTest, EmptyHoldsAlwaysAndNeverDoesNot) {
  const Answers answers(Questions().size());
  EXPECT_TRUE(Parsed(" ").always());
  EXPECT_EQ(Known("", answers), Truth::kTrue);
  EXPECT_EQ(Judge("", answers), Grade::kTrue);
  EXPECT_FALSE(Parsed("never").always());
  EXPECT_EQ(Known("never", answers), Truth::kFalse);
  EXPECT_EQ(Judge("never", answers), Grade::kFalse);
}

TEST(ConditionTest, MentionsAreSortedAndNamedOnce) {
  EXPECT_EQ(Parsed("severity > 2 and (fever = yes or severity < 5)").mentions(),
            (std::vector<QuestionIndex>{kFever, kSeverity}));
}

TEST(ConditionTest, ThresholdsAreTheNumbersComparedWith) {
  const auto thresholds =
      Parsed("severity > 2.5 and (fever = yes or severity <= -5)").thresholds();
  ASSERT_EQ(thresholds.size(), 2u);
  EXPECT_EQ(thresholds[0].question, kSeverity);
  EXPECT_EQ(thresholds[0].value, 2.5);
  EXPECT_EQ(thresholds[1].value, -5);
}

TEST(ConditionTest, SingleIsOneComparison) {
  EXPECT_TRUE(Parsed("fever = yes").single());
  EXPECT_TRUE(Parsed("((severity >= 8))").single());
  EXPECT_FALSE(Parsed("fever = yes and severity >= 8").single());
}

TEST(ConditionTest, NegatedNamesWhatAPrecautionMayNotUse) {
  EXPECT_TRUE(Parsed("not (fever = yes)").negated());
  EXPECT_TRUE(Parsed("fever != no").negated());
  EXPECT_TRUE(Parsed("answered(fever)").negated());
  EXPECT_FALSE(Parsed("fever = no or severity < 2").negated());
}

}  // namespace
}  // namespace firstvisit
