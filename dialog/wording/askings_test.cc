#include "dialog/wording/askings.h"

#include <algorithm>
#include <memory>

#include "dialog/understanding/understander.h"
#include "gtest/gtest.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

class AskingsTest : public testing::Test {
 protected:
  AskingsTest()
      : understander_(*Understander::Create(KneePain())),
        text_(KneePain(), *understander_),
        askings_(KneePain(), text_) {}

  void ExpectReadyAndSame(const OpenQuestions& open, bool rest) {
    for (const LocaleWording& wording : KneePain().locales()) {
      const Asking* ready = askings_.Find(open, rest, wording);
      ASSERT_NE(ready, nullptr);
      const Asking fresh = text_.Write(open, rest, wording);
      EXPECT_EQ(ready->question.SerializeAsString(),
                fresh.question.SerializeAsString());
      EXPECT_EQ(ready->message.SerializeAsString(),
                fresh.message.SerializeAsString());
      EXPECT_EQ(ready->with_keys.SerializeAsString(),
                fresh.with_keys.SerializeAsString());
    }
  }

  const std::unique_ptr<const Understander> understander_;
  const QuestionText text_;
  const Askings askings_;
};

TEST_F(AskingsTest, EveryPromptStandsReadyInTheWordsThatWouldBeWritten) {
  for (size_t i = 0; i < KneePain().questions().size(); ++i) {
    OpenQuestions open;
    open.questions = {static_cast<QuestionIndex>(i)};
    for (open.attempt = 0; open.attempt < 5; ++open.attempt) {
      ExpectReadyAndSame(open, /*rest=*/false);
    }
    OpenQuestions confirmation;
    confirmation.confirm = static_cast<QuestionIndex>(i);
    ExpectReadyAndSame(confirmation, /*rest=*/false);
  }
}

TEST_F(AskingsTest, EveryPartOfAGroupStandsReady) {
  for (const Group& group : KneePain().groups()) {
    OpenQuestions whole;
    whole.questions.assign(group.members.begin(), group.members.end());
    for (size_t left_out = 0; left_out < group.members.size(); ++left_out) {
      OpenQuestions part = whole;
      part.questions.erase(part.questions.begin() + left_out);
      for (const bool rest : {false, true}) {
        ExpectReadyAndSame(whole, rest);
        if (part.questions.size() > 1) ExpectReadyAndSame(part, rest);
      }
    }
  }
}

TEST_F(AskingsTest, WhatDoesNotStandReadyIsWrittenWhenItIsAsked) {
  OpenQuestions open;
  const Group& group = KneePain().groups().front();
  open.questions.assign(group.members.rbegin(), group.members.rend());
  const LocaleWording& wording = KneePain().locales().front();
  ASSERT_EQ(askings_.Find(open, /*rest=*/false, wording), nullptr);
  LentTurn turn;
  askings_.Ask(open, /*rest=*/false, wording, v1::Channel(), turn);
  EXPECT_EQ(turn->question().members_size(),
            static_cast<int>(group.members.size()));
  EXPECT_EQ(turn->messages(0).text(), turn->question().text());
}

}  // namespace
}  // namespace firstvisit
