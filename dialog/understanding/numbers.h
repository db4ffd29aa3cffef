// Number words and figures to numbers: "twenty-five", "two and a half", "half a
// dozen", "two or three", "nineteen forty-eight".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_NUMBERS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_NUMBERS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

// Replaces every run of words that make one number, or one range of numbers, by
// a single token with its interval. `text` is what the tokens' bytes refer to;
// `today` bounds what may be a year.
std::vector<Token> JoinNumbers(std::vector<Token> tokens,
                               absl::string_view text, const Language& language,
                               absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_NUMBERS_H_
