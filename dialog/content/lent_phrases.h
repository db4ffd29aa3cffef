// Lets an older content speak with a newer engine: the engine's own phrases
// that the content lacks are borrowed from another content.
//
//   LendPhrases(*built_in, locales);
//
// Used by the builder alone, for content that a store kept.

#ifndef FIRSTVISIT_DIALOG_CONTENT_LENT_PHRASES_H_
#define FIRSTVISIT_DIALOG_CONTENT_LENT_PHRASES_H_

#include <vector>

#include "dialog/content/content.h"
#include "dialog/content/locale_entries.h"

namespace firstvisit {

// Lends the default locale, the first, all that it lacks; the others what
// `lender` has in their own language, for the rest they have the default. What
// is lent points into `lender`.
void LendPhrases(const Content& lender, std::vector<LocaleEntries>& locales);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_LENT_PHRASES_H_
