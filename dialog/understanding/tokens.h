// Normalised text to words: contractions taken apart, spellings replaced,
// number words joined to numbers, clause ends marked.
//
//   std::vector<Token> tokens = Tokenise(Normalise(text).text, language,
//   today);
//
// Pure and safe from any thread; `text` must outlive nothing.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_TOKENS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_TOKENS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

std::vector<Token> Tokenise(absl::string_view text, const Language& language,
                            absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_TOKENS_H_
