#include "dialog/understanding/keys.h"

#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class KeysTest : public ::testing::Test {
 protected:
  static Hearing Pressed(const char* keys, const char* question,
                         bool confirming = false) {
    const Matter matter = KneeMatter(question);
    return HearKeys(keys, {&matter}, confirming);
  }
};

TEST_F(KeysTest, YesNoAndNotSureAreOneTwoThree) {
  EXPECT_EQ(Pressed("1", "fever").facts[0].answer, Answer::Yes());
  EXPECT_EQ(Pressed("2#", "fever").facts[0].answer, Answer::No());
  EXPECT_EQ(Pressed("3", "fever").facts[0].answer, Answer::Unsure());
  for (const char* keys : {"4", "11", "#", ""}) {
    EXPECT_EQ(Pressed(keys, "fever").outcome, Hearing::Outcome::kUnclear)
        << keys;
  }
}

TEST_F(KeysTest, ANumberEndsWithTheHashKey) {
  EXPECT_EQ(Pressed("52#", "age").facts[0].answer, Answer::Interval(52, 52));
  EXPECT_EQ(Pressed("0#", "severity").facts[0].answer, Answer::Interval(0, 0));
  EXPECT_EQ(Pressed("200#", "age").outcome, Hearing::Outcome::kOutOfRange);
  EXPECT_EQ(Pressed("1234567#", "age").outcome, Hearing::Outcome::kUnclear);
  EXPECT_EQ(Pressed("5*2#", "age").outcome, Hearing::Outcome::kUnclear);
}

TEST_F(KeysTest, ZeroAloneIsAPersonAndStarGoesBack) {
  for (const char* question : {"fever", "age", "onset"}) {
    EXPECT_EQ(Pressed("0", question).command, v1::HUMAN) << question;
    EXPECT_EQ(Pressed("*", question).command, v1::BACK) << question;
  }
}

TEST_F(KeysTest, AConfirmationIsAYesOrNoWhateverTheQuestion) {
  EXPECT_EQ(Pressed("1", "severity", true).facts[0].answer, Answer::Yes());
  EXPECT_EQ(Pressed("2", "onset", true).facts[0].answer, Answer::No());
}

TEST_F(KeysTest, AChoiceOfferedIsItsValue) {
  const Matter side = KneeMatter("knee_side");
  EXPECT_EQ(HearChoice("both", {&side}, false).facts[0].answer,
            Answer::Choice(2));
  EXPECT_EQ(HearChoice("unsure", {&side}, false).facts[0].answer,
            Answer::Unsure());
  EXPECT_EQ(HearChoice("human", {&side}, false).command, v1::HUMAN);
  EXPECT_EQ(HearChoice("middle", {&side}, false).outcome,
            Hearing::Outcome::kUnclear);
}

}  // namespace
}  // namespace firstvisit
