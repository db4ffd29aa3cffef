// Claims about what a text tells that answers no question, and about what an
// answer tells beside.

#include <memory>
#include <string>

#include "absl/time/civil_time.h"
#include "dialog/content/texts.h"
#include "dialog/understanding/understander.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class PassingTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    LoadedContent loaded = LoadProtocol(KneePainTexts());
    ASSERT_NE(loaded.content, nullptr);
    content_ = new std::shared_ptr<const Content>(loaded.content);
    auto created = Understander::Create(**content_);
    ASSERT_TRUE(created.ok()) << created.status();
    understander_ =
        new std::unique_ptr<const Understander>(*std::move(created));
  }
  static void TearDownTestSuite() {
    delete understander_;
    delete content_;
  }

  static Hearing Read(const char* words, const char* asked = nullptr) {
    Understander::Context context;
    context.locale = "en";
    context.now =
        absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
    if (asked != nullptr) context.open = {(*content_)->FindQuestion(asked)};
    return (*understander_)->Read(words, context);
  }

  // What `words` tell of `question`; open: nothing.
  static Answer Told(const char* question, const char* words,
                     const char* asked = nullptr) {
    const QuestionIndex index = (*content_)->FindQuestion(question);
    for (const HeardFact& fact : Read(words, asked).facts) {
      if (fact.question == index) return fact.answer;
    }
    return Answer();
  }

  static std::shared_ptr<const Content>* content_;
  static std::unique_ptr<const Understander>* understander_;
};

std::shared_ptr<const Content>* PassingTest::content_ = nullptr;
std::unique_ptr<const Understander>* PassingTest::understander_ = nullptr;

TEST_F(PassingTest, AnAgeStandsBareInAList) {
  EXPECT_EQ(Told("age", "52 rt knee swollen 20 days"),
            Answer::Interval(52, 52));
  EXPECT_EQ(Told("age", "15 got tackled, knee sore"), Answer::Interval(15, 15));
  EXPECT_EQ(Told("age", "My left knee aches. Forty-eight."),
            Answer::Interval(48, 48));
  EXPECT_EQ(Told("age", "right knee aches nonstop 2 months 55"),
            Answer::Interval(55, 55));
  EXPECT_EQ(Told("age", "knee sore 24 8/10"), Answer::Interval(24, 24));
  EXPECT_EQ(Told("age", "in my 50s, fell on the right knee"),
            Answer::Interval(50, 59));
}

TEST_F(PassingTest, ADegreeAMeasureAndATimeAreNoAge) {
  EXPECT_TRUE(Told("age", "left knee hot, fever 39").open());
  EXPECT_TRUE(Told("age", "left knee hurts after 20 squats").open());
  EXPECT_TRUE(Told("age", "90 kg, left knee hurts").open());
  EXPECT_TRUE(Told("age", "left knee hurts 20 days").open());
  EXPECT_TRUE(Told("age", "My left knee aches. Eight.").open());
}

TEST_F(PassingTest, AScoreStandsBesideThePainOrAlone) {
  EXPECT_EQ(Told("severity", "knee swollen, pain 8"), Answer::Interval(8, 8));
  EXPECT_EQ(Told("severity", "the pain is a seven to eight"),
            Answer::Interval(7, 8));
  EXPECT_EQ(Told("severity", "It's easily an eight."), Answer::Interval(8, 8));
  EXPECT_EQ(Told("severity", "Left knee, a three, no fever"),
            Answer::Interval(3, 3));
  EXPECT_TRUE(Told("severity", "my left knee, I have 3 kids").open());
}

TEST_F(PassingTest, NotKnowingIsNoYes) {
  EXPECT_EQ(Told("foot_cold", "fell 12d ago not sure if foot cold"),
            Answer::Unsure());
  EXPECT_EQ(Told("swelling_heat", "The left knee may or may not be swollen."),
            Answer::Unsure());
  EXPECT_EQ(Told("foot_cold", "I fell. Is the foot colder? I do not know."),
            Answer::Unsure());
  EXPECT_EQ(Told("giving_way", "Whether it gives way I am not sure."),
            Answer::Unsure());
  EXPECT_EQ(Told("bladder_saddle", "legs tingle, not sure re bladder"),
            Answer::Unsure());
}

TEST_F(PassingTest, NotKnowingWhyDoubtsNothing) {
  EXPECT_EQ(Told("swelling_heat", "no idea why the knee is swollen"),
            Answer::Yes());
  EXPECT_EQ(Told("swelling_heat", "knee swollen, not sure why"), Answer::Yes());
  EXPECT_EQ(Told("swelling_heat", "swollen knee, and I can't say since when"),
            Answer::Yes());
}

TEST_F(PassingTest, WhatIsRefusedIsDeclined) {
  EXPECT_EQ(Told("age", "age private. fell on the left knee"),
            Answer::Declined());
  EXPECT_EQ(Told("calf_swelling", "right knee. not answering about calf"),
            Answer::Declined());
}

TEST_F(PassingTest, EachFlagHasTheTimeBesideIt) {
  const char* words = "knocked rt knee 20d ago swollen 15d";
  EXPECT_EQ(Told("injury_days", words), Answer::Interval(20, 20));
  EXPECT_EQ(Told("swelling_days", words), Answer::Interval(15, 15));
  EXPECT_EQ(Told("numbness_days",
                 "My legs have been tingling for four days and since yesterday "
                 "I cannot hold my urine."),
            Answer::Interval(4, 4));
}

TEST_F(PassingTest, ATimeMayBeSaidToBeUnknown) {
  EXPECT_EQ(Told("swelling_days", "knee swollen, I do not know since when."),
            Answer::Unsure());
  EXPECT_EQ(Told("swelling_days", "knee swollen dont know how long"),
            Answer::Unsure());
  EXPECT_EQ(Told("swelling_days", "yes, no idea since when", "swelling_heat"),
            Answer::Unsure());
}

TEST_F(PassingTest, AnAbilityIsDeniedInPassing) {
  EXPECT_EQ(Told("weight_bearing", "cant put weight on left leg, no injury"),
            Answer::No());
  EXPECT_EQ(Told("weight_bearing", "got tackled and cannot stand on my leg"),
            Answer::No());
  EXPECT_EQ(Told("weight_bearing", "no, but I can't put weight on it", "fever"),
            Answer::No());
  EXPECT_TRUE(Told("weight_bearing", "I can't stand the pain").open());
  EXPECT_TRUE(Told("weight_bearing", "I can't take it any more").open());
}

TEST_F(PassingTest, APlaceAfterAndIsTheNextMattersOwn) {
  const char* words = "I wrenched my left knee and the foot is numb.";
  EXPECT_EQ(Told("injury_recent", words), Answer::Yes());
  EXPECT_EQ(Told("numbness", words), Answer::Yes());
}

TEST_F(PassingTest, AWordBelongsToWhatStandsRightBehindIt) {
  EXPECT_TRUE(Told("calf_swelling", "both knees ache calves ok").open());
  EXPECT_EQ(Told("calf_swelling", "both calves ache"), Answer::Yes());
}

TEST_F(PassingTest, ADenialReachesAPhraseInTwoParts) {
  EXPECT_TRUE(
      Told("swelling_heat", "no swelling just sore under kneecap").is(kNo) ||
      Told("swelling_heat", "no swelling just sore under kneecap").open());
}

TEST_F(PassingTest, ATimeOfTheNextMatterIsNotTheOneBefores) {
  EXPECT_EQ(Told("fever", "I have a fever. Knee operated 3 years ago."),
            Answer::Yes());
}

TEST_F(PassingTest, AStoryHoldsNoCommand) {
  const Hearing hearing = Read(
      "The right knee started hurting from one moment to the next. I am 36.");
  EXPECT_EQ(hearing.outcome, Hearing::Outcome::kFacts);
  EXPECT_EQ(Read("stop").outcome, Hearing::Outcome::kCommand);
}

TEST_F(PassingTest, WordsOfAnEmergencyDenyByThemselves) {
  EXPECT_EQ(Read("To be honest I don't want to be here any more.").alarm,
            Hearing::Alarm::kCertain);
}

}  // namespace
}  // namespace firstvisit
