// The engine's own sentences: which ids a Wording must have, and what may stand
// in braces in each.
//
//   for (const PhraseShape& phrase : Phrases()) …
//   FindPhrase("greeting")->placeholders   // {"clinic"}
//
// Constant; a test holds it against the code that says them.

#ifndef FIRSTVISIT_DIALOG_CONTENT_PHRASES_H_
#define FIRSTVISIT_DIALOG_CONTENT_PHRASES_H_

#include <vector>

#include "absl/strings/string_view.h"

namespace firstvisit {

struct PhraseShape {
  absl::string_view id;
  std::vector<absl::string_view> placeholders;
};

// In alphabetical order.
const std::vector<PhraseShape>& Phrases();

// nullptr: the engine has no such sentence.
const PhraseShape* FindPhrase(absl::string_view id);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_PHRASES_H_
