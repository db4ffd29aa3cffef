#include "dialog/content/utf8.h"

#include "unicode/utf8.h"

namespace firstvisit {

size_t ValidUtf8Prefix(absl::string_view bytes) {
  const int32_t size = static_cast<int32_t>(bytes.size());
  int32_t at = 0;
  while (at < size) {
    const int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(bytes.data(), at, size, character);
    if (character < 0) return static_cast<size_t>(begin);
  }
  return bytes.size();
}

size_t CountCharacters(absl::string_view text) {
  size_t count = 0;
  for (const char byte : text) {
    // All but the continuation bytes 10xxxxxx begin a character.
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++count;
  }
  return count;
}

}  // namespace firstvisit
