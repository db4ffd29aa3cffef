// Method: ASCII is folded in place. Everything else goes character by character
// through ICU's NFKC_Casefold, so that each byte of the result knows the
// character that it came from. Accents are dropped: people leave them out.
// Tests: normalise_test.cc.

#include "dialog/understanding/normalise.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "unicode/normalizer2.h"
#include "unicode/uchar.h"
#include "unicode/unistr.h"
#include "unicode/utf8.h"

namespace firstvisit {
namespace {

// More accents than this on one letter is no writing.
constexpr int kMostMarks = 2;

bool IsBidiControl(UChar32 c) {
  return c == 0x200E || c == 0x200F || c == 0x061C ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsControl(UChar32 c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
         (c >= 0x7F && c < 0xA0) || c == 0xFFFD;
}

// Typographic quotes, dashes and spaces to the plain ones; 0: to be dropped.
UChar32 Plain(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x00B4:
    case 0x0060:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return '-';
    case 0x2014:
    case 0x2015:
      return ';';  // an em dash ends a clause
    case 0x2026:
      return '.';
    case 0x2044:
      return '/';
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0xFEFF:
    case 0xFE0E:
    case 0xFE0F:
      return 0;
    default:
      return c;
  }
}

// Markup, templates or code: an answer that a program wrote.
bool LooksLikeCode(absl::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const char c = text[i];
    const char next = text[i + 1];
    if (c == '<' && (absl::ascii_isalpha(next) || next == '/' || next == '!')) {
      return true;
    }
    if ((c == '$' || c == '{') && next == '{') return true;
    if (c == '/' && next == '*') return true;
    if ((c == '\'' || c == '"') && (next == ';' || next == '=')) return true;
    if (c == '=' && (next == '\'' || next == '"')) return true;
  }
  return false;
}

bool FoldAscii(absl::string_view text, Normalised& out) {
  out.text.resize(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = text[i];
    if (c >= 0x80) return false;
    if (IsControl(c)) out.odd = true;
    out.text[i] = c == '`' ? '\'' : absl::ascii_tolower(c);
  }
  return true;
}

void Append(UChar32 c, int at, Normalised& out) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.text.append(bytes, length);
  out.origin.insert(out.origin.end(), length, at);
}

// One letter with the marks that follow it, folded.
void AppendFolded(const icu::Normalizer2& fold,
                  const icu::UnicodeString& letter, int at, Normalised& out) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString folded = fold.normalize(letter, error);
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(error);
  if (U_SUCCESS(error)) folded = apart->normalize(folded, error);
  if (U_FAILURE(error)) {
    out.odd = true;
    return;
  }
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_getCombiningClass(c) != 0) continue;
    const UChar32 plain = Plain(c);
    if (plain != 0) Append(plain, at, out);
  }
}

void FoldUnicode(absl::string_view text, Normalised& out) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold =
      icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error)) {
    out.odd = true;
    return;
  }
  out.text.clear();
  out.origin.reserve(text.size() + 1);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  int32_t at = 0;
  icu::UnicodeString letter;
  int letter_at = 0;
  int marks = 0;
  while (at < length) {
    const int32_t begin = at;
    UChar32 c;
    U8_NEXT(bytes, at, length, c);
    if (c < 0 || IsControl(c) || IsBidiControl(c)) {
      out.odd = true;
      return;
    }
    const bool mark = u_getCombiningClass(c) != 0;
    marks = mark ? marks + 1 : 0;
    if (marks > kMostMarks) {
      out.odd = true;
      return;
    }
    if (!mark && !letter.isEmpty()) {
      AppendFolded(*fold, letter, letter_at, out);
      letter.remove();
    }
    if (letter.isEmpty()) letter_at = begin;
    // Quotes before NFKC, which would turn some of them into space and accent.
    const UChar32 plain = Plain(c);
    if (plain != 0) letter.append(plain);
  }
  if (!letter.isEmpty()) AppendFolded(*fold, letter, letter_at, out);
  out.origin.push_back(length);
}

}  // namespace

Normalised Normalise(absl::string_view text) {
  Normalised out;
  if (!FoldAscii(text, out)) FoldUnicode(text, out);
  if (LooksLikeCode(out.text)) out.odd = true;
  return out;
}

}  // namespace firstvisit
