#include "dialog/wording/sentence.h"

#include "gtest/gtest.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

TEST(SentenceTest, FillsPlaceholdersAndLeavesUnknownOnes) {
  EXPECT_EQ(Fill("Call {number} {now}.", {{"number", "112"}}),
            "Call 112 {now}.");
  EXPECT_EQ(Fill("an open { brace", {}), "an open { brace");
}

TEST(SentenceTest, SpeechCarriesNoMarkupOfPeoplesWords) {
  EXPECT_EQ(Ssml("<break time=\"9s\"/> & \x01more"),
            "<speak>&lt;break time=\"9s\"/&gt; &amp; more</speak>");
}

TEST(SentenceTest, TheEmergencyNumberIsTheClinicsOwn) {
  const LocaleWording& wording = KneePain().locale("en");
  content::v1::Clinic clinic;
  EXPECT_NE(Fill("{emergency_number}", ClinicFillings(clinic, wording)), "");
  clinic.set_emergency_number("999");
  EXPECT_EQ(Fill("{emergency_number}", ClinicFillings(clinic, wording)),
            "999");
}

TEST(SentenceTest, JoinsAsPeopleDo) {
  const LocaleWording& wording = KneePain().locale("en");
  EXPECT_EQ(Join({}, wording), "");
  EXPECT_EQ(Join({"a"}, wording), "a");
  EXPECT_EQ(Join({"a", "b"}, wording), "a and b");
  EXPECT_EQ(Join({"a", "b", "c"}, wording), "a, b and c");
}

TEST(SentenceTest, EveryFormOfAMessageKeepsItsWords) {
  v1::Turn turn;
  AddMessage({"phrase.x", "Written.", "Spoken."}, false, turn);
  ASSERT_EQ(turn.messages_size(), 1);
  EXPECT_EQ(turn.messages(0).text(), "Written.");
  EXPECT_EQ(turn.messages(0).short_text(), "Spoken.");
  EXPECT_EQ(turn.messages(0).ssml(), "<speak>Spoken.</speak>");
  EXPECT_FALSE(turn.messages(0).interruptible());
}

}  // namespace
}  // namespace firstvisit
