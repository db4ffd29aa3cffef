// Days, months, feasts and years in an answer: "last Tuesday", "on the 10th",
// "the first week of August", "since Christmas", "in 2019".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_CALENDAR_WORDS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_CALENDAR_WORDS_H_

#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/time_mention.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

// Each as the interval of days before `today` that it may mean; what lies ahead
// is left out. `matches` are all pattern matches in the answer.
std::vector<TimeMention> FindDates(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches,
                                   const Language& language,
                                   absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_CALENDAR_WORDS_H_
