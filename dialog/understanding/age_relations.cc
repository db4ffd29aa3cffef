// Tests: quantity_test.cc.

#include "dialog/understanding/age_relations.h"

#include <algorithm>

namespace firstvisit {
namespace {

constexpr double kYear = 365;
constexpr double kYoungest = 5;
constexpr double kOldest = 120;
// So many words at most may stand between "I was" and the age: "when I was a
// lad of sixteen".
constexpr int kWordsBetween = 6;

class Ages {
 public:
  explicit Ages(const Reading& reading)
      : reading_(reading), roles_(reading.language->roles()) {}

  std::vector<Candidate> Related() const {
    for (const TimeMention& time : reading_.times) {
      if (time.unit < kYear || time.vague) continue;
      const int sign = Sign(time.end);
      if (sign == 0) continue;
      const int at = OtherAge(time);
      if (at < 0) continue;
      const double years = sign * time.low / kYear * (Reversed(time) ? -1 : 1);
      const double age = reading_.tokens[at].low + years;
      return {{age, age, std::min(at, time.begin), std::max(at + 1, time.end),
               false}};
    }
    return {};
  }

  // "I retired at sixty, and that's eleven years ago".
  std::vector<Candidate> SinceThen() const {
    for (int at = 1; at < Count(); ++at) {
      const Token& token = reading_.tokens[at];
      if (!token.number || token.low != token.high || token.low < kYoungest ||
          token.low > kOldest || !Is(at - 1, roles_.at_point)) {
        continue;
      }
      for (const TimeMention& time : reading_.times) {
        if (time.unit < kYear || time.kind != TimeMention::Kind::kBefore ||
            (time.begin <= at && at < time.end)) {
          continue;
        }
        return {{token.low + time.low / kYear, token.low + time.high / kYear,
                 std::min(at, time.begin), std::max(at + 1, time.end), false}};
      }
    }
    return {};
  }

  bool Then(int at) const {
    const Token& token = reading_.tokens[at];
    if (!token.number && !token.ordinal) return false;
    if (token.low < 1 || token.low > kOldest) return false;
    if (token.ordinal) {
      return Is(at + 1, roles_.born) || Is(at - 1, roles_.own);
    }
    const int least = std::max(0, at - kWordsBetween);
    for (int i = at - 1; i >= least; --i) {
      if (Is(i, roles_.aged))
        return at - i <= 2 || Is(at - 1, roles_.number_of);
      const bool was = Is(i, roles_.past) && Is(i - 1, roles_.subject);
      if (was && Is(i - 2, roles_.when_then)) return true;
      if (reading_.tokens[i].number) return false;
    }
    return false;
  }

  std::vector<Candidate> DaysSince() const {
    for (int then = 0; then < Count(); ++then) {
      if (!Then(then)) continue;
      for (int now = 0; now < Count(); ++now) {
        if (now == then || !Now(now)) continue;
        const double years =
            reading_.tokens[now].low - reading_.tokens[then].low;
        if (years < 0) continue;
        const double least =
            reading_.tokens[then].ordinal ? years : std::max(0.0, years - 1);
        return {{least * kYear, (years + 1) * kYear, std::min(then, now),
                 std::max(then, now) + 1, false}};
      }
    }
    return {};
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && reading_.tokens[at].Is(role);
  }
  bool SelfBefore(int at) const {
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.kind == content::v1::SELF && cue.end <= at &&
                 at - cue.end <= 1 && cue.clause == reading_.clause_of[at];
        });
  }

  // An age of today's: "I'm 45 now".
  bool Now(int at) const {
    const Token& token = reading_.tokens[at];
    if (!token.number || token.low != token.high || token.year ||
        token.low < kYoungest || token.low > kOldest || Then(at)) {
      return false;
    }
    const auto time = std::find_if(
        reading_.times.begin(), reading_.times.end(),
        [&](const TimeMention& t) { return t.begin <= at && at < t.end; });
    if (time != reading_.times.end() && time->unit < kYear) return false;
    const Clause& clause = reading_.clauses[reading_.clause_of[at]];
    for (int i = clause.begin; i < at; ++i) {
      if (Is(i, roles_.present)) return true;
    }
    return Is(at + 1, roles_.present) || SelfBefore(at);
  }

  // Behind a length: 1 for "older", -1 for "younger"; 0: neither.
  int Sign(int end) const {
    for (int i = end; i < std::min(Count(), end + 2); ++i) {
      if (Is(i, roles_.older)) return 1;
      if (Is(i, roles_.younger)) return -1;
    }
    return 0;
  }

  // "He's four years older than me".
  bool Reversed(const TimeMention& time) const {
    const Clause& clause = reading_.clauses[reading_.clause_of[time.begin]];
    bool self = false;
    bool other = false;
    for (int i = clause.first_cue; i < clause.last_cue; ++i) {
      const CueMention& cue = reading_.cues[i];
      if (cue.end > time.begin) continue;
      self |= cue.kind == content::v1::SELF;
      other |= cue.kind == content::v1::OTHER_PERSON;
    }
    return other && !self;
  }

  // The one other number that can be an age; -1: none, or several.
  int OtherAge(const TimeMention& time) const {
    int found = -1;
    for (int i = 0; i < Count(); ++i) {
      const Token& token = reading_.tokens[i];
      const bool inside = time.begin <= i && i < time.end;
      if (inside || !token.number || token.year || token.low != token.high ||
          token.low < kYoungest || token.low > kOldest) {
        continue;
      }
      if (found >= 0) return -1;
      found = i;
    }
    return found;
  }

  const Reading& reading_;
  const WordRoles& roles_;
};

}  // namespace

std::vector<Candidate> FindRelatedAge(const Reading& reading) {
  const Ages ages(reading);
  std::vector<Candidate> age = ages.Related();
  return age.empty() ? ages.SinceThen() : age;
}

bool IsAgeThen(const Reading& reading, int at) {
  return Ages(reading).Then(at);
}

std::vector<Candidate> FindDaysSinceAge(const Reading& reading) {
  return Ages(reading).DaysSince();
}

}  // namespace firstvisit
