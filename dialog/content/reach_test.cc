#include "dialog/content/reach.h"

#include <string>
#include <vector>

#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

const std::vector<Question>& Questions() {
  static const auto* loaded = new LoadedContent(LoadProtocol(KneePainTexts()));
  return loaded->content->questions();
}

Condition Parsed(const std::string& text) {
  std::vector<QuestionShape> shapes;
  for (const Question& question : Questions()) {
    const bool number = question.spec.kind() == content::v1::NUMBER ||
                        question.spec.kind() == content::v1::DURATION;
    shapes.push_back({question.id(), number, question.choices});
  }
  auto condition = Condition::Parse(text, shapes);
  EXPECT_TRUE(condition.ok()) << condition.status();
  return *std::move(condition);
}

bool Holds(const std::string& text) {
  return CanHold(Parsed(text), Questions());
}

TEST(ReachTest, ContradictionsNeverHold) {
  EXPECT_FALSE(Holds("fever = yes and fever = no"));
  EXPECT_FALSE(Holds("severity < 3 and severity > 7"));
  EXPECT_FALSE(Holds("severity > 3 and severity < 3"));
  EXPECT_FALSE(Holds("answered(fever) and not answered(fever)"));
  EXPECT_FALSE(Holds("never"));
}

TEST(ReachTest, NarrowRoomBetweenThresholdsIsFound) {
  EXPECT_TRUE(Holds("severity > 3 and severity < 3.1"));
  EXPECT_TRUE(Holds("severity >= 10"));
  EXPECT_TRUE(Holds("severity <= 0 and fever = yes and onset = injury"));
  EXPECT_TRUE(Holds("not answered(age)"));
}

TEST(ReachTest, TooManyCombinationsCountAsPossible) {
  std::string text = "fever = yes and fever = no";
  for (const Question& question : Questions()) {
    if (question.yes_no() && question.id() != "fever") {
      text += " and " + question.id() + " = yes";
    }
  }
  EXPECT_TRUE(Holds(text));
}

}  // namespace
}  // namespace firstvisit
