// Text as people send it, to text that can be compared: one form of every
// letter (Unicode NFKC, case folded, no accents), plain quotes. The phrases of
// the content go through it too, so that both sides meet.
//
//   Normalised text = Normalise("I’m ﬁne");
//   text.text                      // "i'm fine"
//   text.origin[4]                 // 6: where that byte came from
//
// Pure functions, safe from any thread. Pure ASCII never touches ICU.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_NORMALISE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_NORMALISE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace firstvisit {

struct Normalised {
  std::string text;
  // For each byte of `text`, and once for its end, the byte of the input that
  // it came from. Empty: the input was ASCII and the two run in parallel.
  std::vector<int> origin;
  // No answer of a person's: not UTF-8, control characters, marks that turn
  // the direction of writing, letters buried in accents, markup or code.
  // Nothing may be read out of it.
  bool odd = false;

  int Origin(int at) const { return origin.empty() ? at : origin[at]; }
};

Normalised Normalise(absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_NORMALISE_H_
