#include "dialog/understanding/time_words.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct Case {
  const char* words;
  const char* days;  // each stretch, with a space between
};

void Check(const std::vector<Case>& cases, const char* locale = "en") {
  for (const Case& c : cases) {
    std::vector<std::string> days;
    const Reading reading = ReadKnee(c.words, locale);
    for (const TimeMention& time : reading.times) {
      days.push_back(Span(time.low, time.high));
    }
    EXPECT_EQ(absl::StrJoin(days, " "), c.days) << c.words;
  }
}

TEST(TimeWordsTest, ALengthIsItsNumberTimesItsUnit) {
  Check({{"three weeks", "21"},
         {"3wks", "21"},
         {"a fortnight", "14"},
         {"2mo", "60.8"},
         {"two and a half weeks", "17.5"},
         {"a year and a half", "547.5"},
         {"half a year", "182.5"},
         {"a quarter of a year", "91.3"},
         {"the past month", "30.4"},
         {"two years and three months", "821.2"}});
}

TEST(TimeWordsTest, UnitsWithoutANumberAreAFew) {
  Check({{"weeks", "14-42"}, {"for years", "730-2190"}});
}

TEST(TimeWordsTest, BoundsWidenToOneSide) {
  Check({{"over a year", "365-730"},
         {"more than 6 weeks", "42-63"},
         {"not even a week", "4.7-7"},
         {"a week and a bit", "7-10.5"},
         {"nearly a year", "328.5-365"}});
}

TEST(TimeWordsTest, TwoLengthsAreARange) {
  Check({{"six months to a year", "182.4-365"},
         {"between a week and ten days", "7-10"},
         {"a week or two", "7-14"},
         {"5 weeks maybe 6", "35-42"}});
}

TEST(TimeWordsTest, ALengthIsPutRight) {
  Check({{"two months, no, more like three", "91.2"}});
}

TEST(TimeWordsTest, ADayBehindALengthIsCountedFromThere) {
  Check({{"a week last Sunday", "12"},
         {"two weeks yesterday", "15"},
         {"three weeks on Monday", "21"}});
}

TEST(TimeWordsTest, WhatComesBackIsNoLength) {
  const Reading every = ReadKnee("every three weeks", "en");
  ASSERT_EQ(every.times.size(), 1u);
  EXPECT_EQ(every.times[0].kind, TimeMention::Kind::kEvery);
}

TEST(TimeWordsTest, HoursOfAWeekAreHoursOfADay) {
  const Reading week = ReadKnee("forty hours a week", "en");
  ASSERT_EQ(week.times.size(), 1u);
  EXPECT_EQ(week.times[0].kind, TimeMention::Kind::kPer);
  EXPECT_EQ(Span(week.times[0].low * 24, week.times[0].high * 24), "5.7-8");
}

TEST(TimeWordsTest, SpanishHasTheSame) {
  Check({{"hace tres semanas", "21"},
         {"mes y medio", "45.6"},
         {"una semana o dos", "7-14"},
         {"hace más de un año", "365-730"},
         {"de dos a tres semanas", "14-21"},
         {"un cuarto de hora", "0"}},
        "es");
}

}  // namespace
}  // namespace firstvisit
