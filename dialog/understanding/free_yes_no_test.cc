#include <memory>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/content/texts.h"
#include "dialog/understanding/understander.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

const Understander& English() {
  static const Understander* const understander = [] {
    static const LoadedContent loaded = LoadProtocol(KneePainTexts());
    auto created = Understander::Create(*loaded.content);
    return created->release();
  }();
  return *understander;
}

// "yes", "no", "unsure", or "" where it is asked again.
std::string Heard(const char* prompt, const char* words,
                  const char* locale = "en") {
  Understander::Context context;
  context.locale = locale;
  context.free_yes_no = true;
  context.free_prompt = prompt;
  context.now =
      absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
  const Hearing hearing = English().Read(words, context);
  if (hearing.outcome == Hearing::Outcome::kCommand) return "command";
  if (hearing.facts.empty()) return "";
  if (hearing.facts[0].answer == Answer::Yes()) return "yes";
  if (hearing.facts[0].answer == Answer::Unsure()) return "unsure";
  return hearing.facts[0].answer == Answer::No() ? "no" : "other";
}

TEST(FreeYesNoTest, ALeadingWordDecidesWhateverFollows) {
  EXPECT_EQ(Heard("Do you own a boat?", "yeah, a tiny one, it leaks"), "yes");
  EXPECT_EQ(Heard("Do you own a boat?", "nope, sold my share"), "no");
  EXPECT_EQ(Heard("Is the pool open?", "yes, no lifeguard though"), "yes");
  EXPECT_EQ(Heard("Are you cold?", "no, but I could do with a tea"), "no");
}

TEST(FreeYesNoTest, OfTwoWordsInOneBreathTheLastCounts) {
  EXPECT_EQ(Heard("Do you sail?", "yeah no, not my world"), "no");
  EXPECT_EQ(Heard("Do you sail?", "no yeah, most weekends"), "yes");
  EXPECT_EQ(Heard("Do you sail?", "no wait, yes"), "yes");
  EXPECT_EQ(Heard("Do you sail?", "yes, sorry, I mean no"), "no");
}

TEST(FreeYesNoTest, WhatIsTakenBackIsAskedAgain) {
  EXPECT_EQ(Heard("Do you sail?", "no, hang on"), "");
  EXPECT_EQ(Heard("Do you sail?", "yes and no"), "");
  EXPECT_EQ(Heard("Do you sail?", "yeah, right"), "");
  EXPECT_EQ(Heard("Do you sail?", "no, it was years back, yes"), "");
  EXPECT_EQ(Heard("Do you sail?", "yes?"), "");
  EXPECT_EQ(Heard("Do you have a boat?", "yes, but I sold it in spring"), "");
}

TEST(FreeYesNoTest, AVerbRightAfterItOverturnsALeadingWord) {
  EXPECT_EQ(Heard("Don't you sail?", "no, I do"), "yes");
  EXPECT_EQ(Heard("Do you sail?", "yeah, I don't"), "no");
  EXPECT_EQ(Heard("Do you sail?", "no, my brother does"), "no");
}

TEST(FreeYesNoTest, ANoToWhetherItDisturbsIsNoObjection) {
  const char* const mind = "Do you mind if I smoke?";
  EXPECT_EQ(Heard(mind, "no, go ahead"), "no");
  EXPECT_EQ(Heard(mind, "sure, go ahead"), "no");
  EXPECT_EQ(Heard(mind, "not at all"), "no");
  EXPECT_EQ(Heard(mind, "yes I do, please stop"), "yes");
  EXPECT_EQ(Heard("Can I sit here?", "no problem"), "yes");
  EXPECT_EQ(Heard("Is anyone sitting here?", "help yourself"), "no");
}

TEST(FreeYesNoTest, WordsThatOnlyLookLikeANoAreNone) {
  EXPECT_EQ(Heard("Is it Tuesday?", "no idea"), "unsure");
  EXPECT_EQ(Heard("Will she win?", "no doubt"), "yes");
  EXPECT_EQ(Heard("Will she win?", "no way of telling"), "");
}

TEST(FreeYesNoTest, SubjectAndVerbAnswerWhenTheyAreThoseAsked) {
  EXPECT_EQ(Heard("Have you paid?", "I have"), "yes");
  EXPECT_EQ(Heard("Have you paid?", "we haven't"), "no");
  EXPECT_EQ(Heard("Has she paid?", "she hasn't"), "no");
  EXPECT_EQ(Heard("Has she paid?", "I have"), "");
  EXPECT_EQ(Heard("Can you lift it?", "I can't bend that far"), "no");
  EXPECT_EQ(Heard("Can you lift it?", "I don't think that's hard"), "");
}

TEST(FreeYesNoTest, HowOftenAnswersWhereAHabitIsAsked) {
  EXPECT_EQ(Heard("Do you cycle to work?", "every morning"), "yes");
  EXPECT_EQ(Heard("Do you cycle to work?", "hardly ever"), "no");
  EXPECT_EQ(Heard("Do you sleep well?", "every other night"), "");
}

TEST(FreeYesNoTest, ManyOrNoneAnswersWhereAPossessionIsAsked) {
  EXPECT_EQ(Heard("Do you have any brothers?", "two of them"), "yes");
  EXPECT_EQ(Heard("Do you have any brothers?", "two years ago"), "");
}

TEST(FreeYesNoTest, AnOfferIsTakenUpOrTurnedDownInItsOwnWords) {
  EXPECT_EQ(Heard("Would you like a biscuit?", "that would be lovely"), "yes");
  EXPECT_EQ(Heard("Would you like a biscuit?", "I'd love one"), "yes");
  EXPECT_EQ(Heard("Would you like a biscuit?", "I'm fine, thanks"), "no");
}

TEST(FreeYesNoTest, OfThingsThatExcludeEachOtherOneDeniesTheOther) {
  EXPECT_EQ(Heard("Is your class on Tuesday?", "Thursday, actually"), "no");
  EXPECT_EQ(Heard("Is your class on Tuesday?", "Tuesday and Thursday"), "");
  EXPECT_EQ(Heard("Is the pool open?", "they shut last week"), "no");
}

TEST(FreeYesNoTest, WhatSaysNeitherIsAskedAgain) {
  EXPECT_EQ(Heard("Is it far?", "my cousin took the bus"), "");
  EXPECT_EQ(Heard("Is it far?", "depends how you walk"), "");
  EXPECT_EQ(Heard("Is it your first time?", "never had one"), "");
}

TEST(FreeYesNoTest, PeopleOnThePhoneBeginWithAllSortsOfWords) {
  EXPECT_EQ(Heard("Do you sail?", "um-hum"), "yes");
  EXPECT_EQ(Heard("Do you sail?", "huh-uh"), "no");
  EXPECT_EQ(Heard("Do you sail?", "I, uh, yeah, I do"), "yes");
  EXPECT_EQ(Heard("Do you sail?", "good lord no"), "no");
  EXPECT_EQ(Heard("Do you sail?", "as a matter of fact, yes"), "yes");
  EXPECT_EQ(Heard("Do you sail?", "[laughter] no"), "no");
}

TEST(FreeYesNoTest, RightAgreesWithAStatementThatIsNotNegative) {
  EXPECT_EQ(Heard("So you sail?", "right, right"), "yes");
  EXPECT_EQ(Heard("You don't sail?", "right"), "");
}

TEST(FreeYesNoTest, ALaterWordTurnsALeadingOneRound) {
  EXPECT_EQ(Heard("Do you sail?", "yes, I would like to, but no, never"), "no");
  EXPECT_EQ(Heard("Do you sail?", "yes and no, but really no, too cold"), "no");
  EXPECT_EQ(Heard("Did you sail?", "yes. No, wait, I didn't"), "no");
  EXPECT_EQ(Heard("Do you sail?", "yeah, me. No, we don't"), "no");
  EXPECT_EQ(Heard("Do you sail?", "yeah, we did, but not any more"), "no");
  EXPECT_EQ(Heard("Do you sail?", "yes, but not any more"), "");
  EXPECT_EQ(Heard("Did it help?", "no, not at first, but later it did"), "");
  EXPECT_EQ(Heard("Are you coming?", "sure, but I'm working till six"), "");
}

TEST(FreeYesNoTest, RefusingAnOfferIsANo) {
  EXPECT_EQ(Heard("Would you like a biscuit?", "I'd rather not"), "no");
  EXPECT_EQ(Heard("Would you like one?", "no, I'll pass on that"), "no");
  EXPECT_EQ(Heard("Is that your age?", "a lady never tells"), "other");
}

TEST(FreeYesNoTest, WhatIsNotKnownIsUnsureUnlessKnowingIsAsked) {
  EXPECT_EQ(Heard("Will it rain?", "your guess is as good as mine"), "unsure");
  EXPECT_EQ(Heard("Do you know him?", "no idea who that is"), "no");
  EXPECT_EQ(Heard("Will it rain?", "yeah, no, too soon to tell"), "unsure");
  EXPECT_EQ(Heard("Will it rain?", "yeah, I don't know"), "");
}

TEST(FreeYesNoTest, TheVerbInThePastDeniesAQuestionAboutThePresent) {
  EXPECT_EQ(Heard("Are you asleep?", "I was"), "no");
  EXPECT_EQ(Heard("Were you asleep?", "I was"), "yes");
}

TEST(FreeYesNoTest, AFormOfTheVerbIsTheVerb) {
  EXPECT_EQ(Heard("Did you bring a coat?", "I brought two"), "yes");
  EXPECT_EQ(Heard("Did you go there?", "we went in June"), "yes");
  EXPECT_EQ(Heard("Did you go there?", "we can go in June"), "");
}

TEST(FreeYesNoTest, AWordForTheSameStateAgrees) {
  EXPECT_EQ(Heard("Is it cold out?", "it's freezing"), "yes");
  EXPECT_EQ(Heard("Is it cold out?", "it's boiling"), "no");
  EXPECT_EQ(Heard("Is it cold out?", "it's not cold"), "no");
}

TEST(FreeYesNoTest, ACommandIsOneByItselfAlone) {
  EXPECT_EQ(Heard("Is it far?", "I'd leave it a day or two"), "");
  EXPECT_EQ(Heard("Did you pass?", "can you repeat that"), "command");
}

TEST(FreeYesNoTest, SpanishHasItsOwnWords) {
  EXPECT_EQ(Heard("¿Tienes coche?", "claro que sí", "es"), "yes");
  EXPECT_EQ(Heard("¿Tienes coche?", "no, en absoluto", "es"), "no");
  EXPECT_EQ(Heard("¿Tienes coche?", "sí y no", "es"), "");
}

}  // namespace
}  // namespace firstvisit
