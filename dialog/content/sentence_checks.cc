#include "dialog/content/sentence_checks.h"

#include <cmath>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/readability.h"

namespace firstvisit {
namespace {

// Written for grade 6; the formula is off by one or two now and then.
constexpr double kHardestGrade = 8;

std::string Allowed(const std::vector<absl::string_view>& placeholders) {
  if (placeholders.empty()) return "nothing is filled in here";
  return absl::StrCat("here may stand {", absl::StrJoin(placeholders, "}, {"),
                      "}");
}

}  // namespace

void SentenceChecks::Required(
    absl::string_view field, const std::string& text,
    const std::vector<absl::string_view>& placeholders) {
  if (text.empty()) {
    issues_.Error(spot_.place(), absl::StrCat("`", field, "` is missing"));
  } else {
    Optional(field, text, placeholders);
  }
}

void SentenceChecks::Optional(
    absl::string_view field, const std::string& text,
    const std::vector<absl::string_view>& placeholders, int index) {
  size_t open = 0;
  while ((open = text.find_first_of("{}", open)) != std::string::npos) {
    // Column in the field's text, for escapes of one letter and ASCII.
    const int column = static_cast<int>(open) + 1;
    const size_t close = text.find('}', open);
    if (text[open] == '}' || close == std::string::npos) {
      issues_.Error(spot_.in_string(field, column, index),
                    "a brace without its partner");
      return;
    }
    const absl::string_view name =
        absl::string_view(text).substr(open + 1, close - open - 1);
    if (!absl::c_linear_search(placeholders, name)) {
      issues_.Error(spot_.in_string(field, column, index),
                    absl::StrCat("unknown placeholder {", name, "}; ",
                                 Allowed(placeholders)));
    }
    open = close + 1;
  }
}

void CheckReadable(absl::string_view locale,
                   const std::vector<std::string>& sentences,
                   const Place& place, Issues& issues) {
  if (locale != "en" && !absl::StartsWith(locale, "en-")) return;
  const double grade = ReadingGrade(absl::StrJoin(sentences, "\n"));
  if (grade <= kHardestGrade) return;
  issues.Warning(
      place, absl::StrCat("hard to read (grade ", std::round(grade * 10) / 10,
                          "); use shorter sentences and words"));
}

}  // namespace firstvisit
