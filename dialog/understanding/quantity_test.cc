#include "dialog/understanding/quantity.h"

#include <string>
#include <vector>

#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct Case {
  const char* words;
  const char* value;  // "" where it is asked again
};

std::string Heard(const char* words, const char* question, const char* locale) {
  const Reading reading = ReadKnee(words, locale, question);
  const Verdict verdict =
      DecideQuantity(reading, KneeMatter(question), KneeToday());
  if (verdict.kind == Verdict::Kind::kOutOfRange) return "out of range";
  if (!verdict.answered()) return "";
  if (verdict.answer.doubtful()) return "doubtful";
  return Span(verdict.answer.low, verdict.answer.high);
}

void Check(const char* question, const std::vector<Case>& cases,
           const char* locale = "en") {
  for (const Case& c : cases) {
    EXPECT_EQ(Heard(c.words, question, locale), c.value)
        << question << ": " << c.words;
  }
}

TEST(QuantityTest, AgesAreSaidInManyWays) {
  Check("age", {{"nearly seventy", "68-69"},
                {"mid-forties", "44-46"},
                {"late sixties", "67-69"},
                {"born in 1961", "64-65"},
                {"3 May 1990", "36"},
                {"turning 40 in March", "39"},
                {"a year off seventy", "69"},
                {"I was twenty one in 1975", "71-72"},
                {"I turned 34 in May", "34"},
                {"45 in March", "44-45"},
                {"three score years and ten", "70"},
                {"five oh", "50"},
                {"I've just had my fortieth", "40"},
                {"March '64", "62"},
                {"in my fifties", "50-59"},
                {"fifty, no, sixty", "60"}});
}

TEST(QuantityTest, NoOtherNumberIsAnAge) {
  Check("age", {{"my wife is 60, I'm 62", "62"},
                {"38, knee's been bad for 3 years", "38"},
                {"I've got three kids and I'm 38", "38"},
                {"forty-one, though my knees would tell you seventy", "41"},
                {"I'm 37 weeks pregnant", ""},
                {"about fifty", "50"},
                {"sixty or eighty", ""},
                {"200", "out of range"}});
}

TEST(QuantityTest, AnAgeIsToldBySomebodyElses) {
  Check("age", {{"my husband's 74 and I'm four years behind him", "70"},
                {"three years older than my husband, who is 70", "73"},
                {"my wife's two years older than me and she's 64", "62"}});
}

TEST(QuantityTest, ALowerBoundOfAnAgeIsAnInterval) {
  Check("age", {{"I am over eighteen", "18-120"},
                {"over fifty", "50-120"},
                {"the wrong side of sixty", "60-120"}});
}

TEST(QuantityTest, PainIsItsOwnNumber) {
  Check("severity", {{"I take 2 pills a day, it's about a 6", "6"},
                     {"on a scale of one to ten, five", "5"},
                     {"out of ten I'd say seven", "7"},
                     {"not a ten, more like a 7", "7"},
                     {"three out of five", "6"},
                     {"11", "out of range"},
                     {"eleven out of ten", "10"},
                     {"it's a twelve", "10"},
                     {"60%", "6"},
                     {"I'm sixty and it's a four", "4"},
                     {"half", "5"}});
}

TEST(QuantityTest, PainIsTodaysOrElseTheWorst) {
  Check("severity", {{"2 at rest, 7 walking", "7"},
                     {"it was a 9 yesterday but it's a 4 now", "4"},
                     {"nothing right now, but a nine last night", "0"},
                     {"eight on the stairs, two when I sit", "8"},
                     {"it's a two in a chair and a seven on stairs", "7"}});
}

TEST(QuantityTest, OtherPainsAndTheScaleAreNotThePain) {
  Check("severity", {{"knee is a 3, my back is an 8", "3"},
                     {"ten being the worst I'd say six", "6"},
                     {"not a ten, but it's up there, 8.5", "8.5"}});
}

TEST(QuantityTest, AConclusionSettlesIt) {
  Check("sitting_hours", {{"seven at school, then gaming, so eleven", "11"},
                          {"ten hours less one for lunch, so nine", "9"}});
  Check("injury_days",
        {{"six days... no, it was the Wednesday, so nine", "9"}});
}

TEST(QuantityTest, HoursOfOneDayAreAddedOrSpanned) {
  Check("sitting_hours", {{"two hours driving and six at the desk", "8"},
                          {"eight, ten on fridays", "8-10"},
                          {"eight hours a day five days a week", "8"},
                          {"half an hour", "0.5"},
                          {"two shifts of four hours", "8"},
                          {"8 in the office, 2 driving and 3 at home", "13"},
                          {"forty hours in a five day week", "5.7-8"},
                          {"I stand for eight hours", ""}});
}

TEST(QuantityTest, ThePainBeganWhenItIsSaidToHaveBegun) {
  Check("duration",
        {{"started 3 years ago but got worse two weeks ago", "1095"},
         {"I'm 52 years old and it's been three weeks", "21"},
         {"months, since before the summer", "158-182"},
         {"years, maybe five years", "1825"},
         {"donkey's years", ""},
         {"three weeks, and I've had a fever since Sunday", "21"},
         {"two weeks before Halloween", "34"},
         {"5", ""}});
}

TEST(QuantityTest, OfSeveralTimesTheLatestCountsForAGraveMatter) {
  Check("surgery_days",
        {{"two operations, 2010 and then eight weeks ago", "56"}});
  Check("injury_days", {{"two or three", "2-3"}});
}

TEST(QuantityTest, AnAgeOfThenIsNoNumberOfDays) {
  Check("surgery_days", {{"when I was 20, I'm 45 now", "8760-9490"},
                         {"when I was 20", ""},
                         {"at the age of twelve", ""}});
  Check("duration",
        {{"since my fortieth birthday, and I'm forty-three", "1095-1460"}});
}

TEST(QuantityTest, RefusalsAndDoubtsAreKept) {
  Check("age", {{"none of your business", "doubtful"}});
  Check("duration", {{"I don't remember", "doubtful"}});
}

TEST(QuantityTest, SpanishHasTheSame) {
  Check("age",
        {{"casi setenta", "68-69"},
         {"nací en 1961", "64-65"},
         {"mi marido tiene 60 y yo 58", "58"}},
        "es");
  Check("severity",
        {{"siete sobre diez", "7"}, {"ayer era un nueve, hoy un cuatro", "4"}},
        "es");
  Check("sitting_hours", {{"estoy de pie ocho horas", ""}}, "es");
}

TEST(QuantityTest, AnAgeIsOverheardOnlyWhereItIsNamed) {
  const Matter age = KneeMatter("age");
  const auto overheard = [&](const char* words) {
    return OverhearQuantity(ReadKnee(words, "en"), age, KneeToday()).answered();
  };
  EXPECT_TRUE(overheard("I'm 52, left knee"));
  EXPECT_FALSE(overheard("about 52"));
}

}  // namespace
}  // namespace firstvisit
