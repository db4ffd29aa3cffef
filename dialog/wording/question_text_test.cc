// Telephone keys are named where there are any, and nowhere else.

#include "dialog/wording/question_text.h"

#include <memory>
#include <string>

#include "dialog/content/texts.h"
#include "dialog/understanding/understander.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

const Content& KneePain() {
  static const auto* loaded = new LoadedContent(LoadProtocol(KneePainTexts()));
  return *loaded->content;
}

// How `question` is asked for the `attempt`th time.
v1::Message Asked(const char* question, int attempt,
                  const v1::Channel& channel) {
  static const auto* understander = new std::unique_ptr<const Understander>(
      *Understander::Create(KneePain()));
  OpenQuestions open;
  open.questions = {KneePain().FindQuestion(question)};
  open.attempt = attempt;
  return QuestionText(KneePain(), **understander)
      .Write(open, /*rest=*/false, KneePain().locale("en"))
      .MessageFor(channel);
}

v1::Channel Phone() {
  v1::Channel channel;
  channel.set_kind(v1::Channel::VOICE);
  channel.set_digits(true);
  return channel;
}

TEST(QuestionTextTest, AChatHearsOfNoKeys) {
  for (const char* question : {"fever", "age", "duration", "knee_side"}) {
    for (int attempt = 0; attempt < 3; ++attempt) {
      const v1::Message asked = Asked(question, attempt, v1::Channel());
      EXPECT_THAT(asked.text(), Not(HasSubstr("ress 1"))) << question;
      EXPECT_THAT(asked.text(), Not(HasSubstr("hash key"))) << question;
      EXPECT_THAT(asked.ssml(), Not(HasSubstr("hash key"))) << question;
    }
  }
}

TEST(QuestionTextTest, APhoneHearsOfTheKeysOnceWithEveryPrompt) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    const auto spoken = [&](const char* question) {
      return Asked(question, attempt, Phone()).ssml();
    };
    EXPECT_THAT(spoken("fever"),
                EndsWith(" Press 1 for yes, 2 for no, 3 for not sure."
                         "</speak>"));
    EXPECT_THAT(spoken("age"),
                EndsWith(" Enter the number, then press the hash key."
                         "</speak>"));
    const std::string duration = spoken("duration");
    EXPECT_THAT(duration,
                EndsWith(" Enter the number of days, then press the hash key."
                         "</speak>"));
    EXPECT_EQ(duration.find("hash key"), duration.rfind("hash key"));
  }
}

}  // namespace
}  // namespace firstvisit
