// Days that come every year, and when: Christmas, Thanksgiving, Easter.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_FEASTS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_FEASTS_H_

#include "absl/time/civil_time.h"
#include "firstvisit/content/v1/lexicon.pb.h"

namespace firstvisit {

// The Sunday on which the Western churches keep Easter.
absl::CivilDay EasterSunday(int year);

// The first day of `feast` in `year`.
absl::CivilDay FeastDay(const content::v1::YearDay& feast, int year);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_FEASTS_H_
