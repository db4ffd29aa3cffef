#include "dialog/understanding/understander.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class UnderstanderTest : public ::testing::Test {
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

  static const Content& content() { return **content_; }

  static Hearing Read(const char* question, const char* words,
                      const char* locale = "en") {
    Understander::Context context;
    context.locale = locale;
    context.open = {content().FindQuestion(question)};
    context.now =
        absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
    return (*understander_)->Read(words, context);
  }

  static std::shared_ptr<const Content>* content_;
  static std::unique_ptr<const Understander>* understander_;
};

std::shared_ptr<const Content>* UnderstanderTest::content_ = nullptr;
std::unique_ptr<const Understander>* UnderstanderTest::understander_ = nullptr;

TEST_F(UnderstanderTest, ReadsTheKneesQuestions) {
  const Hearing yes = Read("fever", "yes since yesterday");
  ASSERT_EQ(yes.outcome, Hearing::Outcome::kFacts);
  EXPECT_EQ(yes.facts[0].answer, Answer::Yes());
  EXPECT_EQ(yes.facts[0].question, content().FindQuestion("fever"));
  EXPECT_FALSE(yes.facts[0].volunteered);
}

// Both a command and the fifth choice of where it hurts.
TEST_F(UnderstanderTest, AChoiceOnOfferIsNoCommand) {
  const QuestionIndex place = content().FindQuestion("pain_place");
  Understander::Context context;
  context.locale = "en";
  context.open = {place};
  for (const Hearing& hearing :
       {(*understander_)->ReadChoice("back", context),
        Read("pain_place", "back"), Read("pain_place", "Back.")}) {
    ASSERT_EQ(hearing.outcome, Hearing::Outcome::kFacts);
    EXPECT_EQ(hearing.facts[0].question, place);
  }
  context.open = {content().FindQuestion("severity")};
  EXPECT_EQ((*understander_)->ReadChoice("back", context).command, v1::BACK);
  EXPECT_EQ(Read("severity", "back").command, v1::BACK);
  EXPECT_EQ(Read("pain_place", "go back").command, v1::BACK);
}

TEST_F(UnderstanderTest, OneSentenceFillsSeveralQuestions) {
  const Hearing heard =
      Read("age",
           "I'm 52, left knee, started after football two weeks ago, no fever");
  ASSERT_EQ(heard.outcome, Hearing::Outcome::kFacts);
  ASSERT_GE(heard.facts.size(), 3u);
  EXPECT_EQ(heard.facts[0].answer, Answer::Interval(52, 52));
  EXPECT_FALSE(heard.facts[0].volunteered);
  bool left = false;
  for (const HeardFact& fact : heard.facts) {
    left |= fact.question == content().FindQuestion("knee_side") &&
            fact.answer == Answer::Choice(0) && fact.volunteered;
  }
  EXPECT_TRUE(left);
}

TEST_F(UnderstanderTest, AWoundIsOnlyCalledSmallInAnswerToThatQuestion) {
  const QuestionIndex minor = content().FindQuestion("skin_minor");
  for (const char* words : {"little by little", "a small cut on my shin"}) {
    for (const HeardFact& fact : Read("onset", words).facts) {
      EXPECT_NE(fact.question, minor) << words;
    }
  }
  const Hearing heard = Read("skin_minor", "yes, a dry scratch");
  ASSERT_EQ(heard.outcome, Hearing::Outcome::kFacts);
  EXPECT_EQ(heard.facts[0].question, minor);
  EXPECT_EQ(heard.facts[0].answer, Answer::Yes());
}

TEST_F(UnderstanderTest, NoneOfTheseSaysNothingOfCancer) {
  const Hearing heard = Read("oa_diagnosis", "none of these");
  ASSERT_EQ(heard.facts.size(), 1u);
  EXPECT_EQ(heard.facts[0].question, content().FindQuestion("oa_diagnosis"));
  EXPECT_EQ(heard.facts[0].answer, Answer::No());
}

TEST_F(UnderstanderTest, ANumberOutOfTenIsTheNumber) {
  for (const char* words : {"3 out of 10", "three out of ten", "a 3 of 10"}) {
    const Hearing heard = Read("severity", words);
    ASSERT_EQ(heard.outcome, Hearing::Outcome::kFacts) << words;
    EXPECT_EQ(heard.facts[0].answer, Answer::Interval(3, 3)) << words;
  }
}

TEST_F(UnderstanderTest, AnAnswerGivenBeforeIsCorrectedByItsName) {
  for (const char* words : {"change my age to 52", "sorry, I am 52, not 25"}) {
    const Hearing heard = Read("onset", words);
    ASSERT_EQ(heard.facts.size(), 1u) << words;
    EXPECT_EQ(heard.facts[0].question, content().FindQuestion("age")) << words;
    EXPECT_EQ(heard.facts[0].answer, Answer::Interval(52, 52)) << words;
    EXPECT_TRUE(heard.facts[0].correction) << words;
  }
}

TEST_F(UnderstanderTest, NothingThatCouldBeMisheardClearsARedFlag) {
  for (const char* words :
       {"", "hmm", "the thing is", "no, but it is like a balloon",
        "not the chills", "my wife has it", "no swelling",
        "no but it's enormous", "no, apart from the heat"}) {
    for (const HeardFact& fact : Read("swelling_heat", words).facts) {
      if (fact.question == content().FindQuestion("swelling_heat")) {
        EXPECT_NE(fact.answer, Answer::No()) << words;
      }
    }
  }
}

Understander::Context Asking(const Content& content,
                             std::vector<const char*> questions) {
  Understander::Context context;
  context.locale = "en";
  for (const char* id : questions) {
    context.open.push_back(content.FindQuestion(id));
  }
  context.now =
      absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
  return context;
}

TEST_F(UnderstanderTest, KeysMeanWhatThePromptSays) {
  const auto fever = Asking(content(), {"fever"});
  const auto age = Asking(content(), {"age"});
  const Understander& understander = **understander_;
  EXPECT_EQ(understander.ReadDigits("1", fever).facts[0].answer, Answer::Yes());
  EXPECT_EQ(understander.ReadDigits("2", fever).facts[0].answer, Answer::No());
  EXPECT_EQ(understander.ReadDigits("3", fever).facts[0].answer,
            Answer::Unsure());
  EXPECT_EQ(understander.ReadDigits("52#", age).facts[0].answer,
            Answer::Interval(52, 52));
  EXPECT_EQ(understander.ReadDigits("0#", age).facts[0].answer,
            Answer::Interval(0, 0));
  EXPECT_EQ(understander.ReadDigits("0", age).command, v1::HUMAN);
  EXPECT_EQ(understander.ReadDigits("*", age).command, v1::BACK);
}

TEST_F(UnderstanderTest, HypothesesThatDisagreeOnARedFlagAreAskedBack) {
  v1::Hypotheses list;
  list.add_hypotheses()->set_text("no");
  list.mutable_hypotheses(0)->set_confidence(0.8F);
  list.add_hypotheses()->set_text("yes");
  list.mutable_hypotheses(1)->set_confidence(0.7F);
  const Hearing heard =
      (*understander_)->ReadHypotheses(list, Asking(content(), {"fever"}));
  ASSERT_EQ(heard.facts.size(), 1u);
  EXPECT_EQ(heard.facts[0].answer, Answer::Yes());
  EXPECT_NE(heard.facts[0].confidence, v1::CERTAIN);
}

TEST_F(UnderstanderTest, ABareYesToAGroupNamesNoMember) {
  const auto group = Asking(content(), {"swelling_heat", "fever", "locking"});
  const Understander& understander = **understander_;
  EXPECT_EQ(understander.Read("yes", group).outcome,
            Hearing::Outcome::kNamesSome);
  EXPECT_EQ(understander.Read("none of these", group).outcome,
            Hearing::Outcome::kNamesNone);
  const Hearing named = understander.Read("the fever", group);
  ASSERT_EQ(named.facts.size(), 1u);
  EXPECT_EQ(named.facts[0].question, content().FindQuestion("fever"));
  EXPECT_EQ(named.facts[0].answer, Answer::Yes());
}

TEST_F(UnderstanderTest, AFreeQuestionTakesTheLeadingWord) {
  Understander::Context context = Asking(content(), {});
  context.free_yes_no = true;
  context.free_prompt = "Do you smoke?";
  const auto heard = [&](const char* words) {
    const Hearing hearing = (*understander_)->Read(words, context);
    return hearing.facts.empty() ? Answer() : hearing.facts[0].answer;
  };
  EXPECT_EQ(heard("yes, but only at parties"), Answer::Yes());
  EXPECT_EQ(heard("yeah no I don't"), Answer::No());
  EXPECT_EQ(heard("no idea"), Answer::Unsure());
}

TEST_F(UnderstanderTest, WordsOfAnEmergencyAreHeardInAnyAnswer) {
  EXPECT_EQ(Read("age", "I want to kill myself").alarm,
            Hearing::Alarm::kCertain);
  EXPECT_EQ(Read("severity", "I think I'm having a stroke").alarm,
            Hearing::Alarm::kPossible);
  EXPECT_EQ(Read("onset", "my mum had a stroke last year").alarm,
            Hearing::Alarm::kNone);
  EXPECT_EQ(Read("age", "me duele el pecho").alarm, Hearing::Alarm::kCertain);
}

TEST_F(UnderstanderTest, SpanishIsReadInASpanishSession) {
  const Hearing chills = Read("fever", "no, sólo escalofríos", "es");
  ASSERT_FALSE(chills.facts.empty());
  EXPECT_EQ(chills.facts[0].answer, Answer::Yes());
  const Hearing weight =
      Read("weight_bearing", "no puedo apoyar la pierna", "es");
  ASSERT_FALSE(weight.facts.empty());
  EXPECT_EQ(weight.facts[0].answer, Answer::No());
}

}  // namespace
}  // namespace firstvisit
