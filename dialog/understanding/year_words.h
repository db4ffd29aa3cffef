// Years in an answer: "1992", "in 92", "the nineties", "early 2019".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_YEAR_WORDS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_YEAR_WORDS_H_

#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/time_mention.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

// As the intervals of days before `today`. `parts` are the matches that name a
// part of a year (early, late); `taken` the words that belong to a date
// already.
std::vector<TimeMention> FindYears(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& parts,
                                   const std::vector<bool>& taken,
                                   const Language& language,
                                   absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_YEAR_WORDS_H_
