#include "dialog/authoring/condition_text.h"

#include <string>
#include <vector>

#include "dialog/content/condition.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class ConditionTextTest : public testing::Test {
 protected:
  ConditionTextTest() : loaded_(LoadProtocol(KneePainTexts())) {
    for (const Question& question : loaded_.content->questions()) {
      QuestionShape shape;
      shape.id = question.id();
      shape.number = question.spec.kind() == content::v1::NUMBER ||
                     question.spec.kind() == content::v1::DURATION;
      shape.choices = question.choices;
      shapes_.push_back(shape);
    }
  }
  // The text of the condition that `text` is parsed into.
  std::string Again(const std::string& text) const {
    const auto condition = Condition::Parse(text, shapes_);
    EXPECT_TRUE(condition.ok()) << condition.status();
    return ConditionText(*condition, *loaded_.content);
  }

  const LoadedContent loaded_;
  std::vector<QuestionShape> shapes_;
};

TEST_F(ConditionTextTest, EveryOperatorReadsAsItWasWritten) {
  for (const char* text : {
           "fever = yes",
           "onset in (gradual, overuse)",
           "severity >= 8",
           "severity < 8",
           "swelling_days <= 3",
           "duration > 42",
           "never",
           "answered(age)",
           "not (answered(age))",
           "fever = yes and (swelling_heat = yes or severity >= 8)",
           "(fever = yes and severity >= 8) or skin_wound = yes",
       }) {
    EXPECT_EQ(Again(text), text);
  }
}

TEST_F(ConditionTextTest, TheTextOfEveryRuleIsReadBackAsTheSameRule) {
  int rules = 0;
  for (const Precaution& precaution : loaded_.content->precautions()) {
    for (const Rule& rule : precaution.rules) {
      const std::string text = ConditionText(rule.when, *loaded_.content);
      EXPECT_EQ(Again(text), text) << precaution.id << "." << rule.id;
      ++rules;
    }
  }
  EXPECT_GT(rules, 20);
}

TEST_F(ConditionTextTest, WhatAlwaysHoldsNeedsNoWords) {
  EXPECT_EQ(ConditionText(Condition(), *loaded_.content), "");
}

}  // namespace
}  // namespace firstvisit
