// Dates in figures: "3/5/2024", "03.05.24", "2024-05-03".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_DATE_FIGURES_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_DATE_FIGURES_H_

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace firstvisit {

// Whether a date begins at byte `at`; `end` is then one past it. The day stands
// before the month, unless that date does not exist or lies after `today` and
// the other way round does not. Pure; safe from any thread.
bool ReadDate(absl::string_view text, int at, absl::CivilDay today,
              absl::CivilDay& date, int& end);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_DATE_FIGURES_H_
