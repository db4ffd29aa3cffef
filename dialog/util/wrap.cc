// Widths come from ICU's East Asian Width and general category; ASCII, which is
// nearly everything, needs neither. Tests: wrap_test.cc.

#include "dialog/util/wrap.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace firstvisit {
namespace {

int CharacterWidth(UChar32 character) {
  if (character < 0) return 1;  // a byte that is not UTF-8
  if (character < 0x7f) return character >= 0x20 ? 1 : 0;
  switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Cuts off the longest piece of `word` that takes at most `width` columns; at
// least one character.
absl::string_view TakeColumns(absl::string_view& word, int width) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  std::int32_t end = 0;
  int used = 0;
  for (std::int32_t next = 0; next < size; end = next) {
    UChar32 character;
    U8_NEXT(bytes, next, size, character);
    used += CharacterWidth(character);
    if (used > width && end > 0) break;
  }
  const absl::string_view piece = word.substr(0, end);
  word.remove_prefix(end);
  return piece;
}

// Lines under construction.
class Lines {
 public:
  Lines(int width, absl::string_view first, absl::string_view rest)
      : width_(width), rest_(rest), line_(first), used_(DisplayWidth(first)) {}

  void Add(absl::string_view word) {
    const int needed = DisplayWidth(word);
    if (!fresh_ && used_ + 1 + needed > width_) Break();
    if (!fresh_) {
      line_ += ' ';
      ++used_;
    }
    while (used_ + DisplayWidth(word) > width_) {
      // A line takes one character at least, however narrow.
      absl::StrAppend(&line_, TakeColumns(word, std::max(1, width_ - used_)));
      fresh_ = false;
      if (word.empty()) return;
      Break();
    }
    absl::StrAppend(&line_, word);
    used_ += DisplayWidth(word);
    fresh_ = false;
  }

  void Break() {
    absl::StripTrailingAsciiWhitespace(&line_);
    absl::StrAppend(&text_, line_, "\n");
    line_ = std::string(rest_);
    used_ = DisplayWidth(rest_);
    fresh_ = true;
  }

  std::string Take() { return std::move(text_); }

 private:
  const int width_;
  const absl::string_view rest_;
  std::string text_;
  std::string line_;
  int used_;
  bool fresh_ = true;
};

int IndentOf(absl::string_view line) {
  const size_t column = line.find_first_not_of(' ');
  return column == line.npos ? 0 : static_cast<int>(column);
}

// Columns of a list's mark at the head of the line, "- " or "12. "; 0: none.
int MarkOf(absl::string_view line) {
  line.remove_prefix(IndentOf(line));
  if (absl::StartsWith(line, "- ")) return 2;
  int digits = 0;
  while (digits < static_cast<int>(line.size()) &&
         absl::ascii_isdigit(line[digits])) {
    ++digits;
  }
  return digits > 0 && absl::StartsWith(line.substr(digits), ". ") ? digits + 2
                                                                   : 0;
}

}  // namespace

int DisplayWidth(absl::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  int width = 0;
  for (std::int32_t next = 0; next < size;) {
    UChar32 character;
    U8_NEXT(bytes, next, size, character);
    width += CharacterWidth(character);
  }
  return width;
}

std::string Wrap(absl::string_view text, int width, absl::string_view first,
                 absl::string_view rest) {
  Lines lines(width, first, rest);
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    for (absl::string_view word :
         absl::StrSplit(line, absl::ByAnyChar(" \t\r"), absl::SkipEmpty())) {
      lines.Add(word);
    }
    lines.Break();
  }
  return lines.Take();
}

std::string WrapList(absl::string_view text, int width) {
  std::string result;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    const int mark = MarkOf(line) == 0 ? 0 : IndentOf(line) + MarkOf(line);
    absl::StrAppend(&result,
                    Wrap(line.substr(mark), width, line.substr(0, mark),
                         std::string(mark, ' ')));
  }
  return result;
}

bool IsUnderline(absl::string_view line) {
  return !line.empty() && (line.find_first_not_of('-') == line.npos ||
                           line.find_first_not_of('=') == line.npos);
}

std::string Reflow(absl::string_view text, int width) {
  std::string result;
  std::string paragraph;
  int hanging = 0;  // column of the lines that continue it
  const auto flush = [&] {
    if (paragraph.empty()) return;
    const std::string head = paragraph.substr(0, hanging);
    absl::StrAppend(&result, Wrap(paragraph.substr(hanging), width, head,
                                  std::string(hanging, ' ')));
    paragraph.clear();
  };
  for (absl::string_view line :
       absl::StrSplit(absl::StripSuffix(text, "\n"), '\n')) {
    const absl::string_view words = absl::StripLeadingAsciiWhitespace(line);
    if (words.empty() || IsUnderline(words)) {
      flush();
      absl::StrAppend(&result, line.substr(0, std::max(width, 1)), "\n");
      continue;
    }
    const bool continues =
        !paragraph.empty() && MarkOf(line) == 0 && IndentOf(line) == hanging;
    if (continues) {
      absl::StrAppend(&paragraph, " ", words);
      continue;
    }
    flush();
    hanging = IndentOf(line) + MarkOf(line);
    paragraph = std::string(line);
  }
  flush();
  return result;
}

}  // namespace firstvisit
