// Text as Unicode characters.
//
//   Utf8Length("Knie 🙂");   // 6
//
// Pure function.

#ifndef FIRSTVISIT_DIALOG_UTIL_UTF8_H_
#define FIRSTVISIT_DIALOG_UTIL_UTF8_H_

#include "absl/strings/string_view.h"

namespace firstvisit {

// The number of characters (code points); -1: not UTF-8.
int Utf8Length(absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_UTF8_H_
