// Two numbers said together to one interval: "4-6", "between five and six",
// "3 or 4, maybe 5", "six seven".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_NUMBER_RANGES_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_NUMBER_RANGES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

// Each run of numbers that belong together becomes one token. `text` is what
// the tokens' bytes refer to. Pure; safe from any thread.
std::vector<Token> JoinRanges(std::vector<Token> tokens, absl::string_view text,
                              const WordRoles& roles);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_NUMBER_RANGES_H_
