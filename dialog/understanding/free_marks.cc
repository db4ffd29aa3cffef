// Method: one pass of the locale's free phrases over the words; of those that
// overlap one stands. Tests: free_yes_no_test.cc.

#include "dialog/understanding/free_marks.h"

#include <algorithm>
#include <tuple>

namespace firstvisit {

FreeMarks::FreeMarks(const Reading& reading) {
  const Language& language = *reading.language;
  forms_.assign(reading.tokens.size(), -1);
  std::vector<PatternMatch> matches;
  language.free_patterns().Match(reading.tokens, matches);
  for (const PatternMatch& match : matches) {
    const Language::FreePhrase& phrase = language.free_phrase(match.rule);
    if (phrase.series >= 0) {
      members_.push_back(
          {phrase.series, phrase.member, match.begin, match.end});
    } else if (phrase.forms >= 0) {
      forms_[match.begin] = phrase.forms;
    } else if (phrase.kind >= content::v1::FREE_ASKS_MIND) {
      kinds_ |= std::uint64_t{1} << phrase.kind;
    } else {
      found_.push_back({phrase.kind, match.begin, match.end});
    }
  }
}

void FreeMarks::Settle(const std::function<bool(const FreeMark&)>& fits) {
  // Of phrases of one length the kind and then the place decides; "I haven't
  // …" stands last: "I haven't decided" says more.
  const auto rank = [&fits](const FreeMark& mark) {
    const bool denies = mark.kind == content::v1::FREE_DENIES;
    return std::make_tuple(!fits(mark), mark.begin - mark.end, denies,
                           mark.kind, mark.begin);
  };
  std::sort(found_.begin(), found_.end(),
            [&rank](const FreeMark& a, const FreeMark& b) {
              return rank(a) < rank(b);
            });
  std::vector<bool> taken(forms_.size());
  const auto overlaps = [&taken](const FreeMark& mark) {
    const auto begin = taken.begin() + mark.begin;
    const auto end = taken.begin() + mark.end;
    if (std::find(begin, end, true) != end) return true;
    std::fill(begin, end, true);
    return false;
  };
  for (const FreeMark& mark : found_) {
    if (overlaps(mark)) continue;
    marks_.push_back(mark);
    kinds_ |= std::uint64_t{1} << mark.kind;
  }
  std::sort(
      marks_.begin(), marks_.end(),
      [](const FreeMark& a, const FreeMark& b) { return a.begin < b.begin; });
}

}  // namespace firstvisit
