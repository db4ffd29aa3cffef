// Claims about kinds of language, each with sentences of its own: whose, where
// and when something is, what two negations do, what a group and an everyday
// question take.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "dialog/content/texts.h"
#include "dialog/understanding/understander.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class ClaimsTest : public ::testing::Test {
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

  static Understander::Context Context() {
    Understander::Context context;
    context.locale = "en";
    context.now =
        absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
    return context;
  }

  // The answer to `question`; open: asked again.
  static Answer Heard(const char* question, const char* words) {
    Understander::Context context = Context();
    const QuestionIndex index = (*content_)->FindQuestion(question);
    context.open = {index};
    return Find(index, (*understander_)->Read(words, context));
  }

  // What an answer to `asked` says of `other` in passing.
  static Answer Overheard(const char* asked, const char* words,
                          const char* other) {
    Understander::Context context = Context();
    context.open = {(*content_)->FindQuestion(asked)};
    return Find((*content_)->FindQuestion(other),
                (*understander_)->Read(words, context));
  }

  static Answer InGroup(std::vector<const char*> members, const char* question,
                        const char* words) {
    Understander::Context context = Context();
    for (const char* member : members) {
      context.open.push_back((*content_)->FindQuestion(member));
    }
    return Find((*content_)->FindQuestion(question),
                (*understander_)->Read(words, context));
  }

  static Answer Free(const char* prompt, const char* words) {
    Understander::Context context = Context();
    context.free_yes_no = true;
    context.free_prompt = prompt;
    return Find(kNoQuestion, (*understander_)->Read(words, context));
  }

  static Answer Find(QuestionIndex question, const Hearing& hearing) {
    for (const HeardFact& fact : hearing.facts) {
      if (fact.question == question) return fact.answer;
    }
    return Answer();
  }

  static std::shared_ptr<const Content>* content_;
  static std::unique_ptr<const Understander>* understander_;
};

std::shared_ptr<const Content>* ClaimsTest::content_ = nullptr;
std::unique_ptr<const Understander>* ClaimsTest::understander_ = nullptr;

TEST_F(ClaimsTest, TwoPartsOfAPhraseStandInEitherOrder) {
  EXPECT_EQ(Heard("chest_breath", "a bit tight across the chest"),
            Answer::Yes());
  EXPECT_EQ(Heard("chest_breath", "my chest went all tight"), Answer::Yes());
}

TEST_F(ClaimsTest, ARedFlagIsDeniedInPassingOnlyOutright) {
  EXPECT_EQ(Overheard("age", "I'm 52, no fever", "fever"), Answer::No());
  EXPECT_EQ(
      Overheard("age", "52, and I haven't had any surgery", "surgery_recent"),
      Answer::No());
  EXPECT_TRUE(Overheard("weight_bearing",
                        "I haven't been able to since Saturday's fall",
                        "injury_recent")
                  .open());
  EXPECT_TRUE(Overheard("anything_else",
                        "I said no fever, but I am not so certain of that",
                        "fever")
                  .open());
}

TEST_F(ClaimsTest, EveryAgeIsAnAgeWhateverElseItsNumberMayMean) {
  for (int age = 1; age <= 110; ++age) {
    EXPECT_EQ(Heard("age", absl::StrCat(age).c_str()),
              Answer::Interval(age, age))
        << age;
    EXPECT_EQ(Heard("age", absl::StrCat("I'm ", age, " years old").c_str()),
              Answer::Interval(age, age))
        << age;
  }
  EXPECT_EQ(Heard("fever", "it was 38 this morning"), Answer::Yes());
}

TEST_F(ClaimsTest, AMedicineThatRanOutIsNotAMedicineNeverTaken) {
  EXPECT_NE(Heard("blood_thinners",
                  "I've run out of my warfarin so I've had none since Sunday"),
            Answer::No());
}

TEST_F(ClaimsTest, WhatIsSaidOfAnotherPlaceIsNotTheMatter) {
  for (const char* words :
       {"my ankle is swollen", "the other knee is swollen", "yes, my ankle"}) {
    EXPECT_NE(Heard("swelling_heat", words), Answer::Yes()) << words;
    EXPECT_NE(Heard("swelling_heat", words), Answer::No()) << words;
  }
  EXPECT_EQ(Heard("swelling_heat", "my knee is swollen"), Answer::Yes());
  EXPECT_EQ(Heard("trigger_points", "just in my shoulders"), Answer::No());
}

TEST_F(ClaimsTest, TwoNegationsNeverClearARedFlag) {
  for (const char* words : {"it isn't not swollen", "I'm not not pregnant",
                            "it wouldn't be untrue to say so"}) {
    for (const char* question : {"swelling_heat", "pregnancy"}) {
      EXPECT_NE(Heard(question, words), Answer::No()) << words;
    }
  }
  EXPECT_EQ(Heard("locking", "it doesn't never lock on me"), Answer::No());
}

TEST_F(ClaimsTest, WhatWasFearedWasNot) {
  for (const char* words :
       {"they thought it was cancer", "I was tested for cancer"}) {
    EXPECT_NE(Heard("cancer_history", words), Answer::Yes()) << words;
    EXPECT_NE(Heard("cancer_history", words), Answer::No()) << words;
  }
  EXPECT_EQ(Heard("cancer_history", "it was cancer"), Answer::Yes());
}

TEST_F(ClaimsTest, WhatWasSoMayBeSoStill) {
  EXPECT_FALSE(Heard("swelling_heat", "it was swollen") == Answer::No());
  EXPECT_EQ(Heard("swelling_heat", "it was swollen this morning"),
            Answer::Yes());
  EXPECT_EQ(
      Heard("stiffness_morning", "stiff for five minutes, then it's gone"),
      Answer::Yes());
}

TEST_F(ClaimsTest, AnExceptionAfterANoIsAskedAgain) {
  for (const char* words :
       {"no... I suppose there is a sort of twang there", "no, well, a flutter",
        "no, but it flutters", "no both", "no, apart from the heat"}) {
    EXPECT_NE(Heard("chest_breath", words), Answer::No()) << words;
  }
  EXPECT_EQ(Heard("chest_breath", "no, nothing like that"), Answer::No());
}

TEST_F(ClaimsTest, AReplyBeforeWhatIsWellIsNoSecondNegation) {
  EXPECT_EQ(Heard("skin_wound", "no skins clear"), Answer::No());
  EXPECT_EQ(Heard("knee_surgery_ever", "no still got all my original parts"),
            Answer::No());
  EXPECT_EQ(Heard("chest_breath", "no nothing like that i'm breathing normal"),
            Answer::No());
}

TEST_F(ClaimsTest, NegationsThatBeginAnewDoNotCancelEachOther) {
  EXPECT_EQ(Heard("skin_wound", "No, no cut and no allergy on skin."),
            Answer::No());
  EXPECT_EQ(Heard("injury_recent", "never fell never twisted it"),
            Answer::No());
  EXPECT_EQ(
      Heard("injury_recent", "I haven't fallen, twisted it or knocked it"),
      Answer::No());
}

TEST_F(ClaimsTest, ADenialReachesIntoThePhraseThatItDenies) {
  EXPECT_EQ(Heard("clot_before", "I have never had a thrombosis anywhere."),
            Answer::No());
  EXPECT_EQ(Heard("clot_before", "the clot test came back negative"),
            Answer::No());
}

TEST_F(ClaimsTest, WhatIsOverByItsOwnClauseIsNotPresent) {
  EXPECT_NE(
      Heard("skin_wound", "Had impetigo on it in spring. Gone for months."),
      Answer::Yes());
  EXPECT_EQ(Heard("injury_recent", "Motorbike crash, but that was 2019."),
            Answer::No());
}

TEST_F(ClaimsTest, HowOftenAloneTellsNothingOfAGraveMatter) {
  for (const char* words :
       {"It's slow to bend because it's sore, but it gets there every time."}) {
    EXPECT_NE(Heard("locking", words), Answer::Yes()) << words;
  }
  EXPECT_EQ(Heard("stiffness_morning", "Sometimes, when it rains."),
            Answer::Yes());
}

TEST_F(ClaimsTest, BothIsAReplyOnlyByItself) {
  EXPECT_NE(Heard("calf_swelling", "both legs are normal"), Answer::Yes());
  EXPECT_EQ(Heard("chest_breath", "Both."), Answer::Yes());
}

TEST_F(ClaimsTest, AHintWithinADenialIsNone) {
  EXPECT_EQ(Heard("osteoporosis", "nah bones r solid"), Answer::No());
}

TEST_F(ClaimsTest, AnExceptionThatIsAnotherMatterLeavesTheNo) {
  EXPECT_EQ(Heard("fever", "no fever but I do take warfarin"), Answer::No());
}

TEST_F(ClaimsTest, WhatIsDoubtedTwiceIsUnsure) {
  EXPECT_EQ(
      Heard("skin_wound", "Maybe a bite, maybe an infection, I don't know"),
      Answer::Unsure());
  EXPECT_EQ(Heard("swelling_heat", "maybe a bit swollen"), Answer::Yes());
}

TEST_F(ClaimsTest, WhatIsComparedWithIsNoPlace) {
  EXPECT_EQ(Heard("swelling_heat", "it's hotter than the other one"),
            Answer::Yes());
}

TEST_F(ClaimsTest, ItWasSaysNothingOfNow) {
  EXPECT_NE(Heard("calf_swelling", "It was, back in 2014."), Answer::Yes());
  EXPECT_EQ(Heard("clot_before", "I did."), Answer::Yes());
}

TEST_F(ClaimsTest, WordsReportedAreTheClients) {
  EXPECT_EQ(Heard("swelling_heat", "my wife says it's swollen"), Answer::Yes());
  EXPECT_NE(Heard("swelling_heat", "my wife has a swollen knee"),
            Answer::Yes());
}

TEST_F(ClaimsTest, AButThatOnlySaysWhenDatesAllBeforeIt) {
  EXPECT_NE(Heard("fever",
                  "I had a raging temperature, soaked the sheets, but "
                  "that was back in August"),
            Answer::Yes());
}

TEST_F(ClaimsTest, AButThatOnlySaysWherePlacesAllBeforeIt) {
  EXPECT_NE(Heard("injury_recent", "I had a fall, aye, but it was my wrist"),
            Answer::Yes());
}

TEST_F(ClaimsTest, AYesThatHangsOnSomethingElseIsNone) {
  for (const char* words :
       {"nobody's told me I have", "I don't know if I do"}) {
    EXPECT_NE(Heard("osteoporosis", words), Answer::Yes()) << words;
  }
  EXPECT_EQ(Heard("osteoporosis", "yes I have"), Answer::Yes());
}

TEST_F(ClaimsTest, SheIsTheClientWhereNobodyElseIsNamed) {
  EXPECT_EQ(Heard("injury_recent", "she slipped on the ice yesterday"),
            Answer::Yes());
  EXPECT_NE(Heard("injury_recent", "my wife slipped on the ice yesterday"),
            Answer::Yes());
}

TEST_F(ClaimsTest, AGroupTakesAWordThatMeansOneMemberAlone) {
  EXPECT_EQ(InGroup({"swelling_heat", "injury_recent", "locking"},
                    "swelling_heat", "hot"),
            Answer::Yes());
  EXPECT_TRUE(InGroup({"stairs_pain", "trigger_points"}, "trigger_points",
                      "it hurts on the stairs")
                  .open());
}

TEST_F(ClaimsTest, AManIsNotPresumedWithoutHeels) {
  EXPECT_TRUE(Heard("heels_often", "I'm a man").open());
  EXPECT_EQ(Heard("pregnancy", "I'm a man"), Answer::No());
}

TEST_F(ClaimsTest, AnEverydayQuestionIsAnsweredByItsLeadingWord) {
  EXPECT_EQ(Free("Do you have a dog?", "no we had to put him down"),
            Answer::No());
  EXPECT_TRUE(Free("Do you live alone?", "no I'm alone yes").open());
  EXPECT_EQ(Free("Did you eat?", "no I mean yes"), Answer::Yes());
  EXPECT_EQ(Free("Is this a good time to talk?", "no no it's fine"),
            Answer::Yes());
  EXPECT_EQ(Free("Would you like a reminder?", "no that's fine"), Answer::No());
}

TEST_F(ClaimsTest, WithoutALeadingWordOnlyWhatIsSafeAnswers) {
  EXPECT_EQ(Free("Do you smoke?", "twenty a day"), Answer::Yes());
  EXPECT_EQ(Free("Do you smoke?", "used to"), Answer::No());
  EXPECT_EQ(Free("Is your flat on the ground floor?", "fourth floor"),
            Answer::No());
  EXPECT_TRUE(Free("Is it your first massage?", "never had one").open());
  EXPECT_TRUE(Free("Do you drive?", "my son does").open());
}

}  // namespace
}  // namespace firstvisit
