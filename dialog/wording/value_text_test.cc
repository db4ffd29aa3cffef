#include "dialog/wording/value_text.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

std::string Told(const std::string& question, double low, double high,
                 const std::string& locale = "en") {
  const Content& content = KneePain();
  return ValueText(content.locale(locale),
                   content.questions()[content.FindQuestion(question)],
                   Answer::Interval(low, high));
}

TEST(ValueTextTest, SpansAreToldInTheLargestUnitOfTwoOrMore) {
  EXPECT_EQ(Told("duration", 0, 0), "less than a day");
  EXPECT_EQ(Told("duration", 1, 1), "1 day");
  EXPECT_EQ(Told("duration", 13, 13), "13 days");
  EXPECT_EQ(Told("duration", 14, 14), "2 weeks");
  EXPECT_EQ(Told("duration", 14, 21), "2 to 3 weeks");
  EXPECT_EQ(Told("duration", 90, 90), "3 months");
  EXPECT_EQ(Told("duration", 3650, 3650), "10 years");
}

TEST(ValueTextTest, NumbersCarryTheirUnit) {
  EXPECT_EQ(Told("age", 52, 52), "52 years");
  EXPECT_EQ(Told("sitting_hours", 7.5, 7.5), "7.5 hours a day");
  EXPECT_EQ(Told("stiffness_minutes", 20, 30), "20 to 30 minutes");
}

TEST(ValueTextTest, SpanishHasItsOwnWords) {
  EXPECT_EQ(Told("duration", 14, 14, "es"), "2 semanas");
}

TEST(ValueTextTest, EveryAnswerToEveryQuestionHasAStatement) {
  const Content& content = KneePain();
  for (const LocaleWording& wording : content.locales()) {
    for (size_t i = 0; i < content.questions().size(); ++i) {
      const Question& question = content.questions()[i];
      if (question.spec.kind() == content::v1::TEXT ||
          question.id() == "consent") {
        continue;
      }
      std::vector<Answer> answers = {Answer::Unsure(), Answer::Declined()};
      for (size_t c = 0; c < question.choices.size(); ++c) {
        answers.push_back(Answer::Choice(static_cast<int>(c)));
      }
      if (question.choices.empty()) answers.push_back(Answer::Interval(3, 4));
      for (const Answer& answer : answers) {
        EXPECT_NE(StatementText(content, wording,
                                static_cast<QuestionIndex>(i), answer),
                  "")
            << wording.locale << " " << question.id() << " "
            << StatementKey(question, answer);
      }
    }
  }
}

}  // namespace
}  // namespace firstvisit
