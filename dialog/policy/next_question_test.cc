#include "dialog/policy/next_question.h"

#include <string>
#include <vector>

#include "dialog/state/settle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/answers.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class QuestionPolicyTest : public testing::Test {
 protected:
  QuestionPolicyTest() : rules_(KneePain()), policy_(KneePain()) {
    session::v1::SessionLog log;
    log.mutable_opening()->set_locale("en");
    state_ = Fold(KneePain(), log);
    text_.group_size = 4;
  }

  void Say(const std::vector<Said>& said) {
    Answers answers = state_.Given();
    for (const Said& one : said) Put(KneePain(), one, answers);
    for (size_t i = 0; i < answers.size(); ++i) {
      state_.records[i].answer = answers[i];
    }
    state_.answers = Settle(KneePain(), answers);
  }

  void SayHarmless() {
    Answers answers = state_.Given();
    FillHarmless(KneePain(), answers);
    for (size_t i = 0; i < answers.size(); ++i) {
      state_.records[i].answer = answers[i];
    }
    state_.answers = Settle(KneePain(), answers);
  }

  Agenda Draw(const Manner& manner) const {
    return policy_.Draw(state_.answers, rules_.Judge(state_.answers), manner);
  }

  OpenQuestions NextOpen(const Manner& manner) const {
    return policy_.Next(state_, rules_.Judge(state_.answers), Draw(manner));
  }

  std::vector<std::string> Next(const Manner& manner) const {
    std::vector<std::string> ids;
    for (QuestionIndex question : NextOpen(manner).questions) {
      ids.push_back(KneePain().questions()[question].id());
    }
    return ids;
  }

  TriageRules rules_;
  QuestionPolicy policy_;
  SessionState state_;
  Manner text_;
  Manner single_;
};

TEST_F(QuestionPolicyTest, ConsentComesFirst) {
  EXPECT_THAT(Next(text_), ElementsAre("consent"));
}

TEST_F(QuestionPolicyTest, ABookingThatTheCallerBroughtIsNotAsked) {
  Say({{"consent", "yes"}});
  EXPECT_THAT(Next(text_), ElementsAre("booking"));
  text_.has_reference = true;
  EXPECT_THAT(Next(text_), ElementsAre("chest_breath"));
}

TEST_F(QuestionPolicyTest, AnEmergencyEndsTheQuestions) {
  Say({{"consent", "yes"}, {"chest_breath", "yes"}});
  EXPECT_THAT(Next(text_), IsEmpty());
}

TEST_F(QuestionPolicyTest, FollowUpsComeRightAfterTheirFlag) {
  SayHarmless();
  Say({{"consent", "yes"}, {"booking", "declined"}});
  state_.records[KneePain().FindQuestion("swelling_heat")].answer =
      Answer::Yes();
  state_.answers = Settle(KneePain(), state_.Given());
  EXPECT_THAT(Next(text_), ElementsAre("swelling_days"));
}

TEST_F(QuestionPolicyTest, TheOpenPartOfARaisedCombinationComesNext) {
  Say({{"consent", "yes"},
       {"booking", "declined"},
       {"chest_breath", "no"},
       {"calf_swelling", "no"},
       {"age", "40"},
       {"swelling_heat", "no"},
       {"locking", "no"},
       {"worsening", "no"},
       {"fever", "yes"}});
  // Fever with a wound is urgent: whether there is one is asked next, though
  // injury and surgery stand before it.
  EXPECT_THAT(Next(single_), ElementsAre("skin_wound"));
}

TEST_F(QuestionPolicyTest, AtUrgentOnlyWhatCouldRaiseItIsAsked) {
  Say({{"consent", "yes"}, {"booking", "declined"}, {"chest_breath", "no"},
       {"calf_swelling", "yes"}});
  std::vector<std::string> asked;
  for (std::vector<std::string> next = Next(single_); !next.empty();
       next = Next(single_)) {
    asked.push_back(next[0]);
    ASSERT_LT(asked.size(), 60u);
    Answers harmless = HarmlessAnswers(KneePain());
    const QuestionIndex q = KneePain().FindQuestion(next[0]);
    state_.records[q].answer =
        harmless[q].open() ? Answer::No() : harmless[q];
    state_.answers = Settle(KneePain(), state_.Given());
  }
  EXPECT_THAT(asked, Contains("numbness"));
  EXPECT_THAT(asked, Not(Contains("heels_often")));
  EXPECT_THAT(asked, Not(Contains("osteoporosis")));
  EXPECT_THAT(asked, Not(Contains("knee_side")));
}

TEST_F(QuestionPolicyTest, GroupsHoldFourInTextAndThreeInVoice) {
  Say({{"consent", "yes"}, {"booking", "declined"}, {"chest_breath", "no"},
       {"calf_swelling", "no"}, {"age", "40"}});
  const size_t in_text = Next(text_).size();
  EXPECT_GT(in_text, 1u);
  EXPECT_LE(in_text, 4u);
  Manner voice;
  voice.group_size = 3;
  EXPECT_LE(Next(voice).size(), 3u);
  EXPECT_EQ(Next(single_).size(), 1u);
}

TEST_F(QuestionPolicyTest, AGroupOpenedApartIsAskedOneByOne) {
  Say({{"consent", "yes"}, {"booking", "declined"}, {"chest_breath", "no"},
       {"calf_swelling", "no"}, {"age", "40"}});
  const QuestionIndex first = NextOpen(text_).questions[0];
  state_.apart.Add(KneePain().questions()[first].group);
  EXPECT_EQ(Next(text_).size(), 1u);
}

TEST_F(QuestionPolicyTest, WhatCouldChangeNothingIsNotAsked) {
  SayHarmless();
  Say({{"consent", "yes"}, {"booking", "declined"}, {"knee_side", "left"},
       {"duration", "100"}, {"sitting_hours", "1"}});
  std::vector<std::string> asked;
  for (std::vector<std::string> next = Next(single_); !next.empty();
       next = Next(single_)) {
    asked.push_back(next[0]);
    ASSERT_LT(asked.size(), 60u);
    const QuestionIndex q = KneePain().FindQuestion(next[0]);
    state_.records[q].answer = KneePain().questions()[q].yes_no()
                                   ? Answer::No()
                                   : Answer::Declined();
    state_.answers = Settle(KneePain(), state_.Given());
  }
  // Who sits for an hour a day need not say whether he gets up in between, nor
  // who never wears heels whether they are kept on.
  EXPECT_THAT(asked, Not(Contains("sitting_breaks")));
  EXPECT_THAT(asked, Not(Contains("heels_sitting")));
  EXPECT_THAT(asked, Contains("heels_often"));
  EXPECT_EQ(asked.back(), "anything_else");
}

TEST_F(QuestionPolicyTest, TurnsLeftCountsAGroupOnce) {
  Say({{"consent", "yes"}, {"booking", "declined"}});
  EXPECT_LT(policy_.TurnsLeft(state_, Draw(text_)),
            policy_.TurnsLeft(state_, Draw(single_)));
}

}  // namespace
}  // namespace firstvisit
