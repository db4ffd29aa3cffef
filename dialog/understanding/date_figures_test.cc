#include "dialog/understanding/date_figures.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

constexpr absl::CivilDay kToday(2026, 11, 20);

// The date at the beginning of `text`; the first of January 1 where none is.
absl::CivilDay Date(const char* text) {
  absl::CivilDay date;
  int end = 0;
  return ReadDate(text, 0, kToday, date, end) ? date : absl::CivilDay(1, 1, 1);
}

TEST(DateFiguresTest, TheDayStandsFirst) {
  EXPECT_EQ(Date("3/5/2024"), absl::CivilDay(2024, 5, 3));
  EXPECT_EQ(Date("03.05.24"), absl::CivilDay(2024, 5, 3));
  EXPECT_EQ(Date("2024-05-03"), absl::CivilDay(2024, 5, 3));
}

TEST(DateFiguresTest, TheMonthStandsFirstWhereOnlyThatIsADayPast) {
  EXPECT_EQ(Date("5/23/2024"), absl::CivilDay(2024, 5, 23));
  EXPECT_EQ(Date("11/12/2026"), absl::CivilDay(2026, 11, 12));
}

TEST(DateFiguresTest, AYearOfTwoFiguresIsNeverAhead) {
  EXPECT_EQ(Date("3/5/61"), absl::CivilDay(1961, 5, 3));
}

TEST(DateFiguresTest, OtherFiguresAreNoDate) {
  for (const char* text : {"6/10", "2.5", "31/2/2024", "1-2/2024", "3/5/2",
                           "12345/1/1", "40/40/2024", "7"}) {
    EXPECT_EQ(Date(text), absl::CivilDay(1, 1, 1)) << text;
  }
}

}  // namespace
}  // namespace firstvisit
