// Tests: calendar_words_test.cc.

#include "dialog/understanding/feasts.h"

#include <algorithm>
#include <cmath>

namespace firstvisit {
namespace {

// The mean new moon of 6 January 2000, 18:14 UTC, and the mean month after it
// (J. Meeus, Astronomical Algorithms, chapter 49). The true one is less than a
// day off.
constexpr double kNewMoon = 0.76;  // of a day, behind midnight
constexpr double kMoonMonth = 29.530589;
// The tabular Islamic calendar: thirty years have eleven leap days.
constexpr int kIslamicYearDays = 354;
constexpr int kIslamicLeap = 11;
constexpr int kIslamicCycle = 30;

absl::CivilDay NewMoonFrom(absl::CivilDay day) {
  const absl::CivilDay epoch(2000, 1, 6);
  const double since = static_cast<double>(day - epoch) - kNewMoon;
  const double moon = std::ceil(since / kMoonMonth) * kMoonMonth + kNewMoon;
  return epoch + static_cast<int>(std::floor(moon));
}

absl::CivilDay IslamicDay(int year, int month, int day) {
  const absl::CivilDay epoch(622, 7, 19);  // the first day of the year 1
  const int before =
      kIslamicYearDays * (year - 1) + (3 + kIslamicLeap * year) / kIslamicCycle;
  return epoch + (before + 29 * (month - 1) + month / 2 + day - 1);
}

// The one that falls in a year of ours; of two the later.
absl::CivilDay IslamicFeast(const content::v1::YearDay& feast, int year) {
  int islamic = (year - 622) * 33 / 32 + 2;
  absl::CivilDay day;
  do {
    day = IslamicDay(islamic--, feast.islamic_month(), feast.day());
  } while (day.year() > year);
  return day;
}

}  // namespace

// The reckoning of the Gregorian calendar's epacts, after J. Butcher.
absl::CivilDay EasterSunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int in_century = year % 100;
  const int correction = (8 * century + 13) / 25;
  const int epact =
      (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday =
      (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) %
      7;
  const int late = (golden + 11 * epact + 22 * weekday) / 451;
  const int days = epact + weekday - 7 * late + 114;
  return absl::CivilDay(year, days / 31, days % 31 + 1);
}

absl::CivilDay FeastDay(const content::v1::YearDay& feast, int year) {
  if (feast.has_from_easter()) {
    return EasterSunday(year) + feast.from_easter();
  }
  if (feast.has_from_new_moon()) {
    return NewMoonFrom(absl::CivilDay(year, feast.month(), feast.day())) +
           feast.from_new_moon();
  }
  if (feast.islamic_month() > 0) return IslamicFeast(feast, year);
  if (feast.weekday() == 0) {
    return absl::CivilDay(year, feast.month(), feast.day());
  }
  const absl::CivilMonth month(year, feast.month());
  const bool from_end = feast.nth() < 0;
  absl::CivilDay day =
      from_end ? absl::CivilDay(month + 1) - 1 : absl::CivilDay(month);
  while (1 + static_cast<int>(absl::GetWeekday(day)) != feast.weekday()) {
    day += from_end ? -1 : 1;
  }
  return day + 7 * (from_end ? feast.nth() + 1 : std::max(0, feast.nth() - 1));
}

}  // namespace firstvisit
