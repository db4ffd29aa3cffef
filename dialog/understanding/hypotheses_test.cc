#include "dialog/understanding/hypotheses.h"

#include <vector>

#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class HypothesesTest : public ::testing::Test {
 protected:
  // What was heard in a hypothesis: an answer to the fever question.
  static Hearing Heard(Answer answer) {
    Hearing hearing;
    if (answer.open()) return hearing;
    hearing.outcome = Hearing::Outcome::kFacts;
    HeardFact fact;
    fact.question = KneeMatter("fever").index;
    fact.answer = answer;
    fact.confidence = v1::CERTAIN;
    hearing.facts.push_back(fact);
    return hearing;
  }
  static Hearing Put(const std::vector<Hearing>& heard,
                     const std::vector<float>& confidences) {
    v1::Hypotheses list;
    for (const float confidence : confidences) {
      list.add_hypotheses()->set_confidence(confidence);
    }
    const Matter fever = KneeMatter("fever");
    return Reconcile(heard, list, {&fever});
  }
};

TEST_F(HypothesesTest, TheBestThatSaysSomethingCounts) {
  const Hearing heard =
      Put({Heard(Answer()), Heard(Answer::No())}, {0.8F, 0.7F});
  ASSERT_EQ(heard.facts.size(), 1u);
  EXPECT_EQ(heard.facts[0].answer, Answer::No());
  EXPECT_NE(heard.facts[0].confidence, v1::CERTAIN);
}

TEST_F(HypothesesTest, LikelyOnesThatDisagreeOnARedFlagAskTheWorse) {
  const Hearing heard =
      Put({Heard(Answer::No()), Heard(Answer::Yes())}, {0.8F, 0.7F});
  EXPECT_EQ(heard.facts[0].answer, Answer::Yes());
  EXPECT_NE(heard.facts[0].confidence, v1::CERTAIN);
}

TEST_F(HypothesesTest, AnUnlikelyOneHasNoSay) {
  const Hearing heard =
      Put({Heard(Answer::No()), Heard(Answer::Yes())}, {0.9F, 0.1F});
  EXPECT_EQ(heard.facts[0].answer, Answer::No());
  EXPECT_EQ(heard.facts[0].confidence, v1::CERTAIN);
}

TEST_F(HypothesesTest, ADoubtfulRecogniserIsAskedBack) {
  const Hearing heard = Put({Heard(Answer::No())}, {0.3F});
  EXPECT_NE(heard.facts[0].confidence, v1::CERTAIN);
}

TEST_F(HypothesesTest, AnAlarmInAnyOfThemIsAskedBack) {
  Hearing alarming = Heard(Answer());
  alarming.alarm = Hearing::Alarm::kCertain;
  const Hearing heard = Put({Heard(Answer::No()), alarming}, {0.9F, 0.1F});
  EXPECT_EQ(heard.alarm, Hearing::Alarm::kPossible);
}

TEST_F(HypothesesTest, NothingSaidIsNothingHeard) {
  EXPECT_EQ(Put({Heard(Answer())}, {0.9F}).outcome, Hearing::Outcome::kUnclear);
}

}  // namespace
}  // namespace firstvisit
