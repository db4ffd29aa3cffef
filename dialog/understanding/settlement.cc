// Tests: quantity_test.cc, tests/utterances.

#include "dialog/understanding/settlement.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

// Nobody sits longer than this in a day of several sittings.
constexpr double kMostHours = 18;
// An age is known to within this many years.
constexpr double kDecade = 9;

class Settlement {
 public:
  Settlement(std::vector<Candidate> found, const Reading& reading,
             const Matter& matter)
      : reading_(reading),
        matter_(matter),
        roles_(reading.language->roles()),
        unit_(matter.range.unit()),
        found_(std::move(found)) {}

  // One value, several that agree, or the one among several that is asked for.
  Verdict Settle() {
    DropReplaced();
    DropImpossible();
    Candidate all = found_.front();
    bool agree = true;
    for (const Candidate& other : found_) {
      agree &= Close(other, all);
      if (agree) all = Both(all, other);
    }
    if (unit_ == "hours_per_day" && found_.size() > 1) return Together(agree);
    if (agree) return InRange(all);
    if (unit_ == "points") return Worst();
    if (unit_ == "minutes") return Hull(/*sure=*/false);
    if (unit_ == "days") return Beginning();
    if (unit_ == "years" && Leads(found_.front()) && !Either()) {
      return InRange(Unsure(found_.front()));
    }
    return Verdict::Doubtful("several numbers");
  }

 private:
  // "four, no, five".
  void DropReplaced() {
    for (size_t i = found_.size() - 1; i > 0; --i) {
      for (int at = found_[i - 1].end; at < found_[i].begin; ++at) {
        const Token& token = reading_.tokens[at];
        if (!token.Is(roles_.instead)) continue;
        found_.erase(found_.begin(),
                     found_.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      }
    }
  }

  // "I'm sixty, and it's a four": sixty is no pain.
  void DropImpossible() {
    const auto possible = [&](const Candidate& candidate) {
      return candidate.low >= matter_.range.min() &&
             candidate.high <= matter_.range.max();
    };
    if (std::none_of(found_.begin(), found_.end(), possible)) return;
    found_.erase(std::remove_if(found_.begin(), found_.end(),
                                [&](const Candidate& candidate) {
                                  return !possible(candidate);
                                }),
                 found_.end());
  }

  static Candidate Unsure(Candidate candidate) {
    candidate.sure = false;
    return candidate;
  }

  // Nothing that another number could belong to stands before it: "forty-one,
  // though my knees say seventy".
  bool Leads(const Candidate& candidate) const {
    for (int i = 0; i < candidate.begin; ++i) {
      const Token& token = reading_.tokens[i];
      if (!token.Is(roles_.filler) && !token.Is(roles_.function) &&
          !token.Is(roles_.opener) && !token.Is(roles_.subject)) {
        return false;
      }
    }
    return true;
  }

  // "Sixty or eighty".
  bool Either() const {
    for (int i = found_.front().end; i < found_[1].begin; ++i) {
      if (reading_.tokens[i].Is(roles_.number_or)) return true;
    }
    return false;
  }

  // Two numbers that can mean the same: "two weeks, since the sixth".
  bool Close(const Candidate& a, const Candidate& b) const {
    if (a.low <= b.high && b.low <= a.high) return true;
    if (unit_ == "days") {
      return a.low <= b.high * 1.35 + 1 && b.low <= a.high * 1.35 + 1;
    }
    // "six, maybe seven" is a range; "eight on stairs, two in bed" is not.
    return std::abs(a.low - b.high) <= 1 || std::abs(b.low - a.high) <= 1;
  }

  // Of two lengths that overlap the part they share: "months, since before the
  // summer"; otherwise what holds both.
  Candidate Both(const Candidate& a, const Candidate& b) const {
    Candidate both = a;
    const bool share = a.low <= b.high && b.low <= a.high;
    // "Not even eight. Seven."
    const bool narrows = share && b.low >= a.low && b.high <= a.high;
    const bool days = (unit_ == "days" && share) || narrows;
    both.low = days ? std::max(a.low, b.low) : std::min(a.low, b.low);
    both.high = days ? std::min(a.high, b.high) : std::max(a.high, b.high);
    both.end = std::max(a.end, b.end);
    both.sure = a.sure && b.sure;
    both.endless = a.endless || b.endless;
    return both;
  }

  // The pain of today, or else at its worst.
  Verdict Worst() const {
    std::vector<size_t> present;
    std::vector<size_t> lasting;
    size_t worst = 0;
    for (size_t i = 0; i < found_.size(); ++i) {
      if (found_[i].high > found_[worst].high) worst = i;
      if (Beside(i, roles_.present)) present.push_back(i);
      if (!Beside(i, roles_.past)) lasting.push_back(i);
    }
    if (present.size() == 1) {
      worst = present.front();
    } else if (lasting.size() == 1) {
      worst = lasting.front();
    }
    Candidate said = found_[worst];
    said.sure = false;
    return InRange(said);
  }

  // Whether such a word stands beside candidate `at`, nearer than another
  // candidate and with no break or "and" between.
  bool Beside(size_t at, Symbol role) const {
    const auto parts = [&](int i) {
      const Token& token = reading_.tokens[i];
      return token.Is(roles_.linker) || token.Is(roles_.joint);
    };
    for (int i = found_[at].begin; i < found_[at].end; ++i) {
      if (reading_.tokens[i].Is(role)) return true;
    }
    const int first = at == 0 ? 0 : found_[at - 1].end;
    for (int i = found_[at].begin - 1; i >= first; --i) {
      if (reading_.tokens[i].Is(role)) return true;
      if (parts(i) || reading_.tokens[i].before != Break::kNone) break;
    }
    const int last = at + 1 < found_.size() ? found_[at + 1].begin : Count();
    for (int i = found_[at].end; i < last; ++i) {
      if (parts(i) || reading_.tokens[i].before != Break::kNone) break;
      if (reading_.tokens[i].Is(role)) return true;
    }
    return false;
  }

  // "two hours in the car and seven at the desk" is nine; "eight, ten on
  // Fridays" is eight to ten.
  Verdict Together(bool agree) const {
    if (const size_t now = Lasting(); now < found_.size()) {
      return InRange(Unsure(found_[now]));
    }
    Candidate sum = found_.front();
    bool added = true;
    for (size_t i = 1; i < found_.size(); ++i) {
      added &= Added(found_[i - 1], found_[i]) || Listed(i);
      sum.low += found_[i].low;
      sum.high += found_[i].high;
      sum.end = found_[i].end;
    }
    sum.sure = false;
    if (added && sum.high <= kMostHours) return InRange(sum);
    return Hull(/*sure=*/agree);
  }

  // "It used to be ten, it's four now": the one that is not over.
  size_t Lasting() const {
    std::vector<size_t> lasting;
    for (size_t i = 0; i < found_.size(); ++i) {
      if (!Beside(i, roles_.past)) lasting.push_back(i);
    }
    const bool one =
        lasting.size() == 1 && lasting.front() + 1 == found_.size();
    return one ? lasting.front() : found_.size();
  }

  // "Eight at work, two driving and three at home": the last "and" adds all.
  bool Listed(size_t at) const {
    if (at + 1 == found_.size() ||
        !Added(found_[found_.size() - 2], found_.back())) {
      return false;
    }
    for (int i = found_[at - 1].end; i <= found_[at].begin; ++i) {
      const Token& token = reading_.tokens[i];
      if (token.Is(roles_.number_or)) return false;
      if (token.before == Break::kComma) return true;
    }
    return false;
  }

  bool Added(const Candidate& first, const Candidate& second) const {
    bool sum = false;
    for (int i = first.end; i < second.begin; ++i) {
      const Token& token = reading_.tokens[i];
      if (token.Is(roles_.number_or)) return false;
      sum |= token.Is(roles_.sum) || token.Is(roles_.number_and);
    }
    for (int i = first.begin; i < Count(); ++i) {
      if (reading_.tokens[i].Is(roles_.alternative)) return false;
    }
    return sum;
  }

  Verdict Hull(bool sure) const {
    Candidate hull = found_.front();
    for (const Candidate& other : found_) {
      hull.low = std::min(hull.low, other.low);
      hull.high = std::max(hull.high, other.high);
      hull.end = std::max(hull.end, other.end);
    }
    hull.sure = sure;
    return InRange(hull);
  }

  // Of several times the one at which it began: the one beside a word for that
  // ("started"), or the last where a grave matter counts from then.
  Verdict Beginning() const {
    if (matter_.grave) {
      Candidate latest = found_.front();
      for (const Candidate& other : found_) {
        if (other.low < latest.low) latest = other;
      }
      latest.sure = false;
      return InRange(latest);
    }
    const Candidate* begun = nullptr;
    for (const Candidate& candidate : found_) {
      if (!NamedAt(candidate)) continue;
      if (begun != nullptr) return Verdict::Doubtful("several times");
      begun = &candidate;
    }
    if (begun == nullptr && First()) begun = &found_.front();
    if (begun == nullptr) return Verdict::Doubtful("several times");
    Candidate said = *begun;
    said.sure = false;
    return InRange(said);
  }

  // The first is the answer, and the others tell of something else: "three
  // weeks, and I've had a fever since Sunday".
  bool First() const {
    if (!Leads(found_.front())) return false;
    return std::all_of(
        found_.begin() + 1, found_.end(),
        [&](const Candidate& candidate) { return OfOther(candidate); });
  }

  bool OfOther(const Candidate& candidate) const {
    const int clause = reading_.clause_of[candidate.begin];
    if (clause == reading_.clause_of[found_.front().begin]) return false;
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.clause == clause &&
                                mention.rule->question != matter_.index &&
                                mention.rule->kind == Kind::kPresent;
                       });
  }

  bool NamedAt(const Candidate& candidate) const {
    const int clause = reading_.clause_of[candidate.begin];
    bool named = false;
    for (const Mention& mention : reading_.mentions) {
      if (mention.clause != clause) continue;
      if (mention.rule->question != matter_.index) {
        if (mention.rule->kind == Kind::kPresent) return false;
        continue;
      }
      named |= mention.rule->kind == Kind::kTopic;
    }
    return named;
  }

  Verdict InRange(Candidate value) const {
    if (matter_.range.whole()) {
      value.low = std::floor(value.low);
      value.high = std::floor(value.high);
    }
    // "sixty or seventy" tells nobody's age.
    if (unit_ == "years" && value.high - value.low > kDecade && value.sure &&
        !value.endless) {
      return Verdict::Doubtful("too wide");
    }
    Verdict verdict;
    if (value.low < matter_.range.min() || value.high > matter_.range.max()) {
      verdict = Verdict::Nothing("out of range");
      verdict.kind = Verdict::Kind::kOutOfRange;
    } else {
      verdict = Verdict::Of(Answer::Interval(value.low, value.high),
                            value.sure ? v1::CERTAIN : v1::PROBABLE, "number");
    }
    verdict.begin = value.begin;
    verdict.end = value.end;
    return verdict;
  }

  int Count() const { return static_cast<int>(reading_.tokens.size()); }

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
  const std::string& unit_;
  std::vector<Candidate> found_;
};

}  // namespace

Verdict SettleNumbers(std::vector<Candidate> found, const Reading& reading,
                      const Matter& matter) {
  return Settlement(std::move(found), reading, matter).Settle();
}

}  // namespace firstvisit
