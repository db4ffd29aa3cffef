// How hard a text is to read: the school grade by Flesch and Kincaid.
//
//   ReadingGrade("I may ask you a few things.")   // about 2
//
// For English: syllables are counted by vowel groups, which is right often
// enough to tell grade 6 from grade 10. A pure function.

#ifndef FIRSTVISIT_DIALOG_CONTENT_READABILITY_H_
#define FIRSTVISIT_DIALOG_CONTENT_READABILITY_H_

#include "absl/strings/string_view.h"

namespace firstvisit {

// 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid et al.,
// 1975). 0 for a text without words.
double ReadingGrade(absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_READABILITY_H_
