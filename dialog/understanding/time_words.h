// Stretches of time in an answer: "three weeks", "two months ago", "since
// Christmas", "on 2 November", as intervals of days before today.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_WORDS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_WORDS_H_

#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/time_mention.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

// All of them, by place. `matches` are all pattern matches in the answer.
std::vector<TimeMention> FindTimes(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches,
                                   const Language& language,
                                   absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_WORDS_H_
