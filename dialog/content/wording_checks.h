// Whether every sentence that the dialog may need is there, and fits.
//
//   CheckWordings(entries, content, locales, issues);
//
// The default locale must have all; what another locale lacks is a warning, and
// the default locale's sentence stands. Pure functions.

#ifndef FIRSTVISIT_DIALOG_CONTENT_WORDING_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_WORDING_CHECKS_H_

#include <vector>

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"
#include "dialog/content/locale_entries.h"

namespace firstvisit {

// `locales` with the default one first.
void CheckWordings(const Entries& entries, const Content& content,
                   const std::vector<LocaleEntries>& locales, Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_WORDING_CHECKS_H_
