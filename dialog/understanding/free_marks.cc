// Method: one pass of the locale's free phrases over the words, of which the
// longest stand. Tests: free_yes_no_test.cc.

#include "dialog/understanding/free_marks.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace firstvisit {

FreeMarks::FreeMarks(const Reading& reading) {
  const Language& language = *reading.language;
  std::vector<PatternMatch> matches;
  language.free_patterns().Match(reading.tokens, matches);
  for (const PatternMatch& match : matches) {
    const Language::FreePhrase& phrase = language.free_phrase(match.rule);
    if (phrase.series >= 0) {
      members_.push_back({phrase.series, phrase.member, match.begin});
    } else {
      if (phrase.kind >= content::v1::FREE_ASKS_MIND) {
        kinds_ |= std::uint64_t{1} << phrase.kind;
      } else {
        marks_.push_back({phrase.kind, match.begin, match.end});
      }
    }
  }
  KeepLongest(reading.tokens.size());
}

void FreeMarks::KeepLongest(size_t words) {
  // Of phrases of one length the kind and then the place decides.
  std::sort(marks_.begin(), marks_.end(),
            [](const FreeMark& a, const FreeMark& b) {
              return std::make_tuple(a.begin - a.end, a.kind, a.begin) <
                     std::make_tuple(b.begin - b.end, b.kind, b.begin);
            });
  std::vector<bool> taken(words);
  const auto overlaps = [&taken](const FreeMark& mark) {
    const auto begin = taken.begin() + mark.begin;
    const auto end = taken.begin() + mark.end;
    if (std::find(begin, end, true) != end) return true;
    std::fill(begin, end, true);
    return false;
  };
  std::vector<FreeMark> kept;
  for (const FreeMark& mark : marks_) {
    if (!overlaps(mark)) kept.push_back(mark);
  }
  std::sort(kept.begin(), kept.end(), [](const FreeMark& a, const FreeMark& b) {
    return a.begin < b.begin;
  });
  marks_ = std::move(kept);
  for (const FreeMark& mark : marks_) kinds_ |= std::uint64_t{1} << mark.kind;
}

}  // namespace firstvisit
