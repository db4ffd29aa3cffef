// UTF-8, as far as content needs it.
//
//   ValidUtf8Prefix("caf\xC3")    // 3
//   CountCharacters("señal")      // 5
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_CONTENT_UTF8_H_
#define FIRSTVISIT_DIALOG_CONTENT_UTF8_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace firstvisit {

// How many bytes from the beginning are well-formed UTF-8.
size_t ValidUtf8Prefix(absl::string_view bytes);

// Code points of well-formed UTF-8.
size_t CountCharacters(absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_UTF8_H_
