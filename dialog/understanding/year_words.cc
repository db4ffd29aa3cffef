// Tests: calendar_words_test.cc.

#include "dialog/understanding/year_words.h"

#include <algorithm>
#include <utility>

namespace firstvisit {
namespace {

using content::v1::CueKind;

class YearWords {
 public:
  YearWords(const std::vector<Token>& tokens,
            const std::vector<PatternMatch>& parts,
            const std::vector<bool>& taken, const Language& language,
            absl::CivilDay today)
      : tokens_(tokens),
        parts_(parts),
        taken_(taken),
        language_(language),
        roles_(language.roles()),
        today_(today) {}

  // "1992", "in 92", "the nineties".
  std::vector<TimeMention> Find() {
    for (int i = 0; i < Count(); ++i) {
      if (taken_[i] || Unit(i + 1)) continue;
      const Token& token = tokens_[i];
      // "in 92", "en el 92"
      const bool in =
          (Is(i - 1, roles_.year_in) && token.before == Break::kNone) ||
          (Is(i - 1, roles_.function) && !Is(i - 1, roles_.own) &&
           Is(i - 2, roles_.year_in));
      int first = 0;
      int last = 0;
      if (token.year && !token.decade) {
        first = last = static_cast<int>(token.low);
      } else if (token.decade && token.low >= 20 && DecadeOfTime(i)) {
        first = FullYear(token.low);
        last = first + 9;
      } else if (token.number && token.low == token.high && token.low >= 30 &&
                 token.low < 100 && in) {
        first = last = FullYear(token.low);
      } else {
        continue;
      }
      absl::CivilDay begin(first, 1, 1);
      absl::CivilDay end(last, 12, 31);
      TimeMention mention;
      mention.kind = TimeMention::Kind::kBefore;
      mention.begin = i;
      mention.end = i + 1;
      PartOfYear(i, begin, end, mention);
      mention.low = static_cast<double>(today_ - std::min(end, today_));
      mention.high = static_cast<double>(today_ - begin);
      found_.push_back(mention);
    }
    return std::move(found_);
  }

 private:
  // "since the nineties", "early 2000s"; "in my fifties" is an age.
  bool DecadeOfTime(int at) const {
    if (tokens_[at].low >= 1900) return true;
    return Is(at - 1, roles_.function) && Is(at - 2, roles_.year_in) &&
           !Is(at - 1, roles_.own);
  }

  void PartOfYear(int at, absl::CivilDay& first, absl::CivilDay& last,
                  TimeMention& mention) const {
    const auto third = static_cast<int>(last - first) / 3;
    for (const PatternMatch& part : parts_) {
      if (part.end > at || part.end + 1 < at) continue;
      const CueKind cue = language_.rule(part.rule).cue;
      if (cue == content::v1::LATE) first = last - third;
      if (cue == content::v1::EARLY) last = first + third;
      if (cue == content::v1::MIDDLE) {
        first += third;
        last = first + third;
      }
      mention.begin = part.begin;
      return;
    }
  }

  int FullYear(double year) const {
    if (year >= 100) return static_cast<int>(year);
    const int century = static_cast<int>(today_.year()) / 100 * 100;
    const int full = century + static_cast<int>(year);
    return full > today_.year() ? full - 100 : full;
  }

  int Count() const { return static_cast<int>(tokens_.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && tokens_[at].Is(role);
  }
  // "70 weeks" is no year.
  bool Unit(int at) const {
    return at < Count() && !tokens_[at].number && tokens_[at].Is(roles_.unit);
  }

  const std::vector<Token>& tokens_;
  const std::vector<PatternMatch>& parts_;
  const std::vector<bool>& taken_;
  const Language& language_;
  const WordRoles& roles_;
  absl::CivilDay today_;
  std::vector<TimeMention> found_;
};

}  // namespace

std::vector<TimeMention> FindYears(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& parts,
                                   const std::vector<bool>& taken,
                                   const Language& language,
                                   absl::CivilDay today) {
  return YearWords(tokens, parts, taken, language, today).Find();
}

}  // namespace firstvisit
