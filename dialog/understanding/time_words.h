// Stretches of time in an answer: "three weeks", "two months ago", "since
// Christmas", "on 2 November", as intervals of days before today.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_WORDS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_WORDS_H_

#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

struct TimeMention {
  enum class Kind {
    kLength,  // "three weeks"
    kBefore,  // "three weeks ago", "since May", "yesterday", "on 2 November"
    kEvery,   // "every three weeks": no length at all
    kPer,     // "forty hours a week": days are hours of a day, see `per_day`
  };
  Kind kind = Kind::kLength;
  double low = 0;   // days
  double high = 0;  // days
  bool per_day = false;
  bool since = false;  // it reaches up to today
  int begin = 0;       // words
  int end = 0;
};

// `matches` are all pattern matches in the answer.
std::vector<TimeMention> FindTimes(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches,
                                   const Language& language,
                                   absl::CivilDay today,
                                   absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_WORDS_H_
