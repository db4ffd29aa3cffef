// Text as Unicode characters.
//
//   Utf8Length("Knie 🙂");          // 6
//   ValidUtf8Prefix("caf\xC3");     // 3
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_UTIL_UTF8_H_
#define FIRSTVISIT_DIALOG_UTIL_UTF8_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace firstvisit {

// The number of characters (code points); -1: not UTF-8.
int Utf8Length(absl::string_view text);

// How many bytes from the beginning are UTF-8.
size_t ValidUtf8Prefix(absl::string_view bytes);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_UTF8_H_
