// The judge is judged first: what it calls right, wrong and asked again.

#include "tests/utterances/judge.h"

#include <string>

#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "gmock/gmock.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"
#include "tests/utterances/scorecard.h"

namespace firstvisit {
namespace {

using authoring::v1::InterpretResult;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Verdict = Judgement::Verdict;

class JudgeTest : public ::testing::Test {
 protected:
  Judgement Of(const std::string& item, const std::string& heard) const {
    InterpretResult result;
    EXPECT_TRUE(
        google::protobuf::util::JsonStringToMessage(heard, &result).ok())
        << heard;
    const auto parsed = ParseItem(item);
    EXPECT_TRUE(parsed.ok()) << parsed.status();
    return parsed.ok() ? judge_.Of(*parsed, result) : Judgement();
  }

  const std::shared_ptr<const Content> content_ =
      LoadProtocol(KneePainTexts()).content;
  const Judge judge_{*content_};
};

constexpr char kFeverNo[] =
    R"({"question_id": "fever", "expect": {"fever": "no"}})";
constexpr char kFeverYes[] =
    R"({"question_id": "fever", "expect": {"fever": "yes"}})";

TEST_F(JudgeTest, TheExpectedValueIsRight) {
  const Judgement judgement =
      Of(kFeverNo, R"({"outcome": "facts", "facts": {"fever": "no"}})");
  EXPECT_EQ(judgement.verdict, Verdict::kRight);
  EXPECT_EQ(judgement.item_class, ItemClass::kYesNo);
  EXPECT_THAT(judgement.turned, IsEmpty());
}

TEST_F(JudgeTest, ARedFlagHeardTheOtherWayIsTurnedInBothDirections) {
  EXPECT_THAT(
      Of(kFeverYes, R"({"outcome": "facts", "facts": {"fever": "no"}})").turned,
      ElementsAre("fever"));
  EXPECT_THAT(
      Of(kFeverNo, R"({"outcome": "facts", "facts": {"fever": "yes"}})").turned,
      ElementsAre("fever"));
}

TEST_F(JudgeTest, UnsureForYesIsWrongButNotTurned) {
  const Judgement judgement =
      Of(kFeverYes, R"({"outcome": "facts", "facts": {"fever": "unsure"}})");
  EXPECT_EQ(judgement.verdict, Verdict::kWrong);
  EXPECT_THAT(judgement.turned, IsEmpty());
}

TEST_F(JudgeTest, AHabitHeardTheOtherWayIsWrongButNoRedFlag) {
  const Judgement judgement =
      Of(R"({"question_id": "sits_on_leg", "expect": {"sits_on_leg": "yes"}})",
         R"({"outcome": "facts", "facts": {"sits_on_leg": "no"}})");
  EXPECT_EQ(judgement.verdict, Verdict::kWrong);
  EXPECT_THAT(judgement.turned, IsEmpty());
}

TEST_F(JudgeTest, NothingHeardIsAskedAgain) {
  EXPECT_EQ(Of(kFeverYes, R"({"outcome": "unclear"})").verdict,
            Verdict::kAsked);
}

TEST_F(JudgeTest, AskingAgainIsRightWhereNothingCanBeTaken) {
  const char item[] = R"({"question_id": "fever", "expect": "unclear"})";
  EXPECT_EQ(Of(item, R"({"outcome": "unclear"})").verdict, Verdict::kRight);
  EXPECT_EQ(
      Of(item, R"({"outcome": "facts", "facts": {"fever": "no"}})").verdict,
      Verdict::kWrong);
}

TEST_F(JudgeTest, AskingAgainIsNoCoverageEvenWhereItIsAcceptable) {
  const char item[] = R"({"question_id": "fever", "expect": {"fever": "yes"},
                          "accept": [{"expect": "unclear"}]})";
  EXPECT_EQ(Of(item, R"({"outcome": "unclear"})").verdict, Verdict::kAsked);
}

TEST_F(JudgeTest, AnotherAcceptableValueIsRightAndNotTurned) {
  const char item[] = R"({"question_id": "fever", "expect": {"fever": "yes"},
                          "accept": [{"expect": {"fever": "no"}}]})";
  const Judgement judgement =
      Of(item, R"({"outcome": "facts", "facts": {"fever": "no"}})");
  EXPECT_EQ(judgement.verdict, Verdict::kRight);
  EXPECT_THAT(judgement.turned, IsEmpty());
}

TEST_F(JudgeTest, AVolunteeredFactThatContradictsMakesTheAnswerWrong) {
  const char item[] =
      R"({"question_id": "fever", "expect": {"fever": "no", "age": 52}})";
  const Judgement judgement =
      Of(item, R"({"outcome": "facts", "facts": {"fever": "no", "age": 25}})");
  EXPECT_EQ(judgement.verdict, Verdict::kWrong);
  EXPECT_THAT(judgement.contradicted, ElementsAre("age"));
  EXPECT_EQ(Of(item, R"({"outcome": "facts",
                         "facts": {"fever": "no", "locking": "yes"}})")
                .verdict,
            Verdict::kRight)
      << "nothing was said about locking";
}

TEST_F(JudgeTest, AValueThatMustNotBeHeardMakesTheAnswerWrong) {
  const Judgement judgement = Of(
      R"({"question_id": "fever", "expect": {"fever": "no"},
          "must_not": {"locking": ["no"]}})",
      R"({"outcome": "facts", "facts": {"fever": "no", "locking": "no"}})");
  EXPECT_EQ(judgement.verdict, Verdict::kWrong);
  EXPECT_THAT(judgement.forbidden, ElementsAre("locking"));
}

TEST_F(JudgeTest, ANumberIsRightWithinItsRange) {
  const char item[] = R"({"question_id": "severity", "expect": {"severity": 7},
                          "ranges": {"severity": [6, 8]}})";
  const auto verdict = [&](const std::string& value) {
    return Of(item,
              R"({"outcome": "facts", "facts": {"severity": )" + value + "}}")
        .verdict;
  };
  EXPECT_EQ(verdict("6"), Verdict::kRight);
  EXPECT_EQ(verdict("[6, 9]"), Verdict::kRight);
  EXPECT_EQ(verdict("[8, 10]"), Verdict::kWrong);
  EXPECT_EQ(verdict("5"), Verdict::kWrong);
  EXPECT_EQ(verdict("\"unsure\""), Verdict::kWrong);
}

TEST_F(JudgeTest, ANumberWithoutRangeIsItselfOrAnIntervalAroundIt) {
  const char item[] = R"({"question_id": "age", "expect": {"age": 54}})";
  const auto verdict = [&](const std::string& value) {
    return Of(item, R"({"outcome": "facts", "facts": {"age": )" + value + "}}")
        .verdict;
  };
  EXPECT_EQ(verdict("54"), Verdict::kRight);
  EXPECT_EQ(verdict("[50, 55]"), Verdict::kRight);
  EXPECT_EQ(verdict("52"), Verdict::kWrong);
}

TEST_F(JudgeTest, AnAnswerTakenForACommandIsWrongAndCounted) {
  const Judgement judgement =
      Of(kFeverYes, R"({"outcome": "command", "command": "skip"})");
  EXPECT_EQ(judgement.verdict, Verdict::kWrong);
  EXPECT_TRUE(judgement.taken_for_command);
}

TEST_F(JudgeTest, ACommandIsRightByName) {
  const char item[] =
      R"({"question_id": "fever", "expect": {"command": "repeat"}})";
  EXPECT_EQ(Of(item, R"({"outcome": "command", "command": "repeat"})").verdict,
            Verdict::kRight);
  EXPECT_EQ(Of(item, R"({"outcome": "command", "command": "back"})").verdict,
            Verdict::kWrong);
  EXPECT_FALSE(Of(item, R"({"outcome": "command", "command": "back"})")
                   .taken_for_command)
      << "it was a command";
}

TEST_F(JudgeTest, AFreeTextIsJudgedByWhatItTellsAboutTheRest) {
  const char item[] = R"({"question_id": "anything_else",
                          "expect": {"blood_thinners": "yes"}})";
  EXPECT_EQ(Of(item, R"({"outcome": "facts", "facts":
               {"anything_else": "words", "blood_thinners": "yes"}})")
                .verdict,
            Verdict::kRight);
  EXPECT_EQ(Of(item, R"({"outcome": "facts",
                         "facts": {"anything_else": "words"}})")
                .verdict,
            Verdict::kAsked);
}

TEST_F(JudgeTest, ClassesFollowTheKindOfTheQuestion) {
  const auto class_of = [&](const std::string& item) {
    return judge_.ClassOf(*ParseItem(item));
  };
  EXPECT_EQ(class_of(R"({"question_id": "knee_side",
                         "expect": {"knee_side": "left"}})"),
            ItemClass::kMeasure);
  EXPECT_EQ(class_of(R"({"question_id": "duration",
                         "expect": {"duration_days": 3}})"),
            ItemClass::kMeasure);
  EXPECT_EQ(class_of(R"({"question_id": "onset",
                         "expect": {"onset": "injury"}})"),
            ItemClass::kChoice);
  EXPECT_EQ(class_of(R"({"question_id": "fever", "adversarial": true,
                         "expect": {"fever": "no"}})"),
            ItemClass::kAdversarial);
  EXPECT_EQ(class_of(R"({"kind": "yes_no", "prompt": "Do you ski?",
                         "starts_with_yes_no": true,
                         "expect": {"answer": "no"}})"),
            ItemClass::kLeading);
}

TEST_F(JudgeTest, ALineThatCannotBeReadSaysWhy) {
  EXPECT_THAT(ParseItem("{").status().message(), HasSubstr("not a JSON"));
  EXPECT_THAT(ParseItem(R"({"id": "x", "expect": 7})").status().message(),
              HasSubstr("x: expect"));
  EXPECT_THAT(ReadItems("tests/no_such_file").status().message(),
              HasSubstr("tests/no_such_file"));
}

TEST_F(JudgeTest, TheScorecardCountsSharesOfItsOwn) {
  Scorecard card;
  card.Add(Of(kFeverYes, R"({"outcome": "facts", "facts": {"fever": "yes"}})"));
  card.Add(Of(kFeverYes, R"({"outcome": "facts", "facts": {"fever": "no"}})"));
  card.Add(Of(kFeverYes, R"({"outcome": "unclear"})"));
  card.Add(Of(kFeverYes, R"({"outcome": "command", "command": "stop"})"));
  const Scorecard::Row& row = card.row(ItemClass::kYesNo);
  EXPECT_DOUBLE_EQ(row.coverage(), 0.75);
  EXPECT_DOUBLE_EQ(row.precision(), 1.0 / 3);
  EXPECT_EQ(card.turned(), 1);
  EXPECT_DOUBLE_EQ(card.taken_for_command(), 0.25);
  EXPECT_THAT(card.Text(), HasSubstr("75.0 %"));
}

}  // namespace
}  // namespace firstvisit
