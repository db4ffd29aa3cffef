#include "dialog/util/utf8.h"

#include <cstdint>

#include "unicode/utf8.h"

namespace firstvisit {
namespace {

struct Prefix {
  size_t bytes = 0;
  int characters = 0;
};

// What of a text is UTF-8, up to the first fault.
Prefix ReadUtf8(absl::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  Prefix read;
  for (std::int64_t at = 0; at < size; ++read.characters) {
    UChar32 character;
    U8_NEXT(bytes, at, size, character);
    if (character < 0) return read;
    read.bytes = static_cast<size_t>(at);
  }
  return read;
}

}  // namespace

int Utf8Length(absl::string_view text) {
  const Prefix read = ReadUtf8(text);
  return read.bytes == text.size() ? read.characters : -1;
}

size_t ValidUtf8Prefix(absl::string_view bytes) {
  return ReadUtf8(bytes).bytes;
}

}  // namespace firstvisit
