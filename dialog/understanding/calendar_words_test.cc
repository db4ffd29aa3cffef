#include "dialog/understanding/calendar_words.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "dialog/understanding/feasts.h"
#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct Case {
  const char* words;
  const char* days;
};

// The day is Friday, 20 November 2026.
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

TEST(CalendarWordsTest, ADayIsSoManyDaysAgo) {
  Check({{"yesterday", "1"},
         {"the day before yesterday", "2"},
         {"on 2 November", "18"},
         {"November the 2nd", "18"},
         {"on the 10th", "10"},
         {"12/11/2026", "8"}});
}

TEST(CalendarWordsTest, AWeekdayIsTheLastOne) {
  Check({{"since Monday", "4"},
         {"on Friday", "7"},
         {"Tuesday before last", "10"},
         {"Monday of last week", "11"},
         {"the weekend", "5-6"},
         {"the last Saturday in October", "20"}});
}

TEST(CalendarWordsTest, AMonthIsItsDays) {
  Check({{"since September", "51-80"},
         {"late September", "51-60"},
         {"the first week of August", "105-111"},
         {"July last year", "477-507"},
         {"March 2024", "964-994"}});
}

TEST(CalendarWordsTest, FeastsAreFoundInTheirYear) {
  Check({{"since Christmas", "330"},
         {"Easter Monday", "228"},
         {"Thanksgiving", "358"},
         {"in 2019", "2516-2880"},
         {"Remembrance Sunday", "12"},
         {"since the clocks went back", "26"},
         {"since before the summer", "158-242"}});
}

TEST(CalendarWordsTest, FeastsOfTheMoonAreFoundToADay) {
  Check({{"since Diwali", "11-13"},
         {"Chinese New Year", "275-276"},
         {"Rosh Hashanah", "68-70"},
         {"Ramadan", "246-275"}});
}

TEST(CalendarWordsTest, ADayIsCountedFromAnother) {
  Check({{"two weeks before Halloween", "34"},
         {"not yesterday, the day before", "2"}});
}

TEST(CalendarWordsTest, WhatLiesAheadIsNotMeant) {
  Check({{"next Thursday", ""}, {"the second time", ""}});
}

TEST(CalendarWordsTest, SpanishHasTheSame) {
  Check({{"desde anteayer", "2"},
         {"el lunes pasado", "4"},
         {"desde el 2 de noviembre", "18"},
         {"desde julio del año pasado", "477-507"}},
        "es");
}

TEST(CalendarWordsTest, EasterMovesWithTheMoon) {
  EXPECT_EQ(EasterSunday(2019), absl::CivilDay(2019, 4, 21));
  EXPECT_EQ(EasterSunday(2024), absl::CivilDay(2024, 3, 31));
  EXPECT_EQ(EasterSunday(2026), absl::CivilDay(2026, 4, 5));
}

}  // namespace
}  // namespace firstvisit
