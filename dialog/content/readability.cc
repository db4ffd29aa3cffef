#include "dialog/content/readability.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace firstvisit {
namespace {

bool IsVowel(char c) {
  return absl::string_view("aeiouyAEIOUY").find(c) != absl::string_view::npos;
}

bool EndsIn(absl::string_view word, absl::string_view ending) {
  return word.size() > ending.size() &&
         word.substr(word.size() - ending.size()) == ending;
}

int Syllables(absl::string_view word) {
  int groups = 0;
  bool in_group = false;
  for (const char c : word) {
    if (IsVowel(c) && !in_group) ++groups;
    in_group = IsVowel(c);
  }
  // The e of "take" and "bothered" is not spoken; that of "table", "tissue" and
  // "wanted" is, or belongs to a group of vowels.
  const bool silent_e = EndsIn(word, "e") && !EndsIn(word, "le") &&
                        !IsVowel(word[word.size() - 2]);
  const bool silent_ed =
      EndsIn(word, "ed") && !EndsIn(word, "ted") && !EndsIn(word, "ded");
  if (groups > 1 && (silent_e || silent_ed)) --groups;
  return std::max(groups, 1);
}

}  // namespace

double ReadingGrade(absl::string_view text) {
  int words = 0;
  int sentences = 0;
  int syllables = 0;
  bool open_sentence = false;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = at;
    while (end < text.size() && absl::ascii_isalpha(text[end])) ++end;
    if (end > at) {
      ++words;
      syllables += Syllables(text.substr(at, end - at));
      open_sentence = true;
      at = end;
      continue;
    }
    // A colon and a line break part sentences for a reader just as well.
    const bool ends =
        absl::string_view(".!?:;\n").find(text[at]) != absl::string_view::npos;
    if (ends && open_sentence) {
      ++sentences;
      open_sentence = false;
    }
    ++at;
  }
  if (words == 0) return 0;
  if (open_sentence) ++sentences;
  return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
}

}  // namespace firstvisit
