#include "dialog/util/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace firstvisit {

int Utf8Length(absl::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  int characters = 0;
  for (std::int64_t at = 0; at < size; ++characters) {
    UChar32 character;
    U8_NEXT(bytes, at, size, character);
    if (character < 0) return -1;
  }
  return characters;
}

}  // namespace firstvisit
