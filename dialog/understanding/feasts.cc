// Tests: calendar_words_test.cc.

#include "dialog/understanding/feasts.h"

#include <algorithm>

namespace firstvisit {

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
