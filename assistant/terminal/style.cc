// Tests: style_test.cc.

#include "assistant/terminal/style.h"

#include <cstdint>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "dialog/util/wrap.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace firstvisit {
namespace {

// Select Graphic Rendition (ECMA-48).
constexpr absl::string_view kBold = "1";
constexpr absl::string_view kFaint = "2";

absl::string_view ColourOf(v1::Triage triage) {
  switch (triage) {
    case v1::EMERGENCY:
      return "1;97;41";  // white on red
    case v1::URGENT:
      return "1;31";
    case v1::DOCTOR_FIRST:
      return "1;33";
    case v1::CAUTION:
      return "1;36";
    case v1::OK:
      return "1;32";
    default:
      return kBold;
  }
}

bool CommandsTheTerminal(UChar32 character) {
  if (character == '\n') return false;
  if (u_charType(character) == U_CONTROL_CHAR) return true;
  // Embeddings, overrides and isolates of the writing direction.
  return (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

}  // namespace

std::string Style::Paint(absl::string_view codes,
                         absl::string_view text) const {
  if (!coloured_ || text.empty()) return std::string(text);
  // Line by line: colours that cross a line break bleed in some terminals.
  std::vector<std::string> lines;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    lines.push_back(
        line.empty() ? "" : absl::StrCat("\033[", codes, "m", line, "\033[0m"));
  }
  std::string painted = lines[0];
  for (size_t i = 1; i < lines.size(); ++i) {
    absl::StrAppend(&painted, "\n", lines[i]);
  }
  return painted;
}

std::string Style::Level(v1::Triage triage, absl::string_view text) const {
  return Paint(ColourOf(triage), text);
}

std::string Style::Strong(absl::string_view text) const {
  return Paint(kBold, text);
}

std::string Style::Faint(absl::string_view text) const {
  return Paint(kFaint, text);
}

std::string Style::Report(absl::string_view body, v1::Triage triage,
                          int width) const {
  const std::string text = Reflow(Printable(body), width);
  const std::vector<absl::string_view> lines =
      absl::StrSplit(absl::StripSuffix(text, "\n"), '\n');
  std::string result;
  for (size_t i = 0; i < lines.size(); ++i) {
    // A heading runs from an empty line, or the top, to its underline.
    size_t end = i;
    while (end < lines.size() && !lines[end].empty() &&
           !IsUnderline(lines[end])) {
      ++end;
    }
    const bool starts = i == 0 || lines[i - 1].empty();
    if (!starts || end == i || end == lines.size() || lines[end].empty()) {
      absl::StrAppend(&result, lines[i], "\n");
      continue;
    }
    for (; i <= end; ++i) {
      absl::StrAppend(
          &result,
          lines[end][0] == '=' ? Level(triage, lines[i]) : Strong(lines[i]),
          "\n");
    }
    --i;
  }
  return result;
}

std::string Printable(absl::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::string printable;
  for (std::int32_t next = 0; next < size;) {
    const std::int32_t begin = next;
    UChar32 character;
    U8_NEXT(bytes, next, size, character);
    if (character < 0) {
      printable += "\xef\xbf\xbd";
    } else if (character == '\t') {
      printable += ' ';
    } else if (!CommandsTheTerminal(character)) {
      absl::StrAppend(&printable, text.substr(begin, next - begin));
    }
  }
  return printable;
}

}  // namespace firstvisit
