// Tests: quantity_test.cc.

#include "dialog/understanding/plain_numbers.h"

#include <algorithm>
#include <cmath>

#include "dialog/understanding/age.h"

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = Phrase::Kind;

// "More than six" is taken for up to this much more.
constexpr double kOverFactor = 1.5;
// The end of the scale of pain.
constexpr double kScale = 10;
constexpr double kPercent = 100 / kScale;
// Nobody means a larger number for a pain than for a joke: "it's a twelve".
constexpr double kMostBoasted = 20;
// Nobody gives a smaller number beside a noun for an age: "3 kids".
constexpr double kLeastCounted = 10;
constexpr double kYear = 365;

class Numbers {
 public:
  Numbers(const Reading& reading, const Matter& matter)
      : reading_(reading),
        matter_(matter),
        roles_(reading.language->roles()),
        years_(matter.range.unit() == "years"),
        points_(matter.range.unit() == "points") {}

  std::vector<Candidate> Find() const {
    std::vector<Candidate> free;
    std::vector<Candidate> counting;
    std::vector<Candidate> to_come;
    std::vector<Candidate> elsewhere;
    for (int i = reading_.corrected_at; i < Count(); ++i) {
      if (!Eligible(i) || Seems(i)) continue;
      Candidate candidate = Bound(i);
      if (candidate.high < candidate.low) continue;
      if (years_ && AgeToCome(reading_, i)) {
        candidate.low -= 1;
        candidate.high -= 1;
        candidate.high += AheadOrPast(reading_, i) ? 1 : 0;
        to_come.push_back(candidate);
      } else if (Elsewhere(i)) {
        elsewhere.push_back(candidate);
      } else if (Counts(i)) {
        counting.push_back(candidate);
      } else {
        free.push_back(candidate);
      }
    }
    if (!free.empty()) return free;
    if (!to_come.empty()) return to_come;
    if (counting.empty()) return elsewhere;
    if (counting.size() == 1 && Leads(counting.front())) return counting;
    return {};
  }

  Candidate Bound(int at) const {
    const Token& token = reading_.tokens[at];
    Candidate candidate{token.low, token.high, at, at + 1, true};
    if (at > 0 && reading_.tokens[at - 1].Is(roles_.minus)) {
      candidate.low = -candidate.low;
      candidate.high = candidate.low;
    }
    if (!Third(at, candidate)) Bounds(at, candidate);
    if (points_) {
      Rescale(at, candidate);
      Boast(at, candidate);
    }
    candidate.high = Capped(candidate, token);
    if (years_) Short(at, candidate);
    return candidate;
  }

  bool Scale(int at) const {
    int before = at - 1;
    while (before >= 0 && before >= at - 2 && Is(before, roles_.out_of)) {
      --before;
    }
    const int words = at - 1 - before;
    // "six out of ten"; "out of ten I'd say six".
    return words > 0 &&
           (words == 2 || (before >= 0 && reading_.tokens[before].number));
  }

  bool Denied(int at) const {
    // "Not yesterday, the day before" is one word for a day.
    const bool own = std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.begin == at && cue.kind == content::v1::NEGATION;
        });
    if (own) return false;
    if (Negated(at) || Within(content::v1::DENY, at)) {
      return true;
    }
    // "fifty, no, sixty" puts right what was said.
    const bool puts_right =
        Is(at - 1, roles_.no_word) &&
        std::any_of(reading_.tokens.begin(), reading_.tokens.begin() + at,
                    [](const Token& token) { return token.number; });
    return !puts_right && CueBefore(content::v1::DENY, at);
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && reading_.tokens[at].Is(role);
  }
  // Said of something else: "my back is an 8".
  bool Elsewhere(int at) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.rule->kind == Kind::kElsewhere &&
                                mention.rule->question == matter_.index &&
                                mention.clause == reading_.clause_of[at];
                       });
  }
  // A cue that ends right before word `at`, one word between allowed.
  bool CueBefore(CueKind kind, int at) const {
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.kind == kind && cue.end <= at && at - cue.end <= 1 &&
                 reading_.clause_of[cue.begin] == reading_.clause_of[at];
        });
  }
  // "Not eight", "not really an eight"; "without them, eight" says it.
  bool Negated(int at) const {
    const bool light =
        Is(at - 1, roles_.article) || Is(at - 1, roles_.filler) ||
        Is(at - 1, roles_.number_again) || Is(at - 1, roles_.binder);
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          const bool near = cue.end == at || (cue.end == at - 1 && light);
          return near && cue.kind == content::v1::NEGATION &&
                 cue.clause == reading_.clause_of[at];
        });
  }
  // "not a ten".
  bool Within(CueKind kind, int at) const {
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.kind == kind && cue.begin < at && at < cue.end;
        });
  }
  bool CueAfter(CueKind kind, int end) const {
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [&](const CueMention& cue) {
                         return cue.kind == kind && cue.begin == end;
                       });
  }

  bool Eligible(int at) const {
    const Token& token = reading_.tokens[at];
    if (!token.number || token.year || Denied(at) || Scale(at)) return false;
    if (InTime(at) || InOther(at)) return false;
    if (!points_ && Is(at - 1, roles_.at_point)) return false;
    // "Did I say seventy-nine?"
    if (Asked(at)) return false;
    // "on a scale of one to ten".
    if (points_ && token.low <= 1 && token.high == kScale) return false;
    // "half" of what?
    if (!token.digits && token.high < 1 && token.low > 0) return false;
    if (matter_.range.unit() == "hours_per_day" && Upright(at)) return false;
    const Clause& clause = reading_.clauses[reading_.clause_of[at]];
    return !clause.other || OnlyPronoun(clause);
  }

  // In a question that an answer follows.
  bool Asked(int at) const {
    const int clause = reading_.clause_of[at];
    if (reading_.clauses[clause].after != Break::kQuestion) return false;
    for (int i = reading_.clauses[clause].end; i < Count(); ++i) {
      if (reading_.tokens[i].number) return true;
    }
    return false;
  }

  // "she's seventy nine", of the person who comes.
  bool OnlyPronoun(const Clause& clause) const {
    if (reading_.Has(content::v1::SELF)) return false;
    return std::all_of(reading_.cues.begin(), reading_.cues.end(),
                       [&](const CueMention& cue) {
                         return cue.kind != content::v1::OTHER_PERSON ||
                                reading_.tokens[cue.begin].Is(roles_.subject);
                       }) &&
           clause.end > clause.begin;
  }

  // The number belongs to a unit that is not the question's. Years are an age
  // in "52 years", not in "for three years" or "four years younger".
  bool InTime(int at) const {
    return std::any_of(
        reading_.times.begin(), reading_.times.end(),
        [&](const TimeMention& time) {
          if (at < time.begin || at >= time.end) return false;
          // "in my forties".
          if (years_ && reading_.tokens[at].decade && Is(at - 1, roles_.own)) {
            return false;
          }
          // "About fifty" is no year.
          if (time.unit == 0 && at + 1 == time.end && at == time.begin &&
              !reading_.tokens[at].dated && CueBefore(content::v1::ABOUT, at)) {
            return false;
          }
          const bool age = years_ && time.unit >= 365 &&
                           time.kind == TimeMention::Kind::kLength &&
                           !Is(time.end, roles_.apart) &&
                           !Is(time.begin - 1, roles_.during);
          return !age;
        });
  }

  // A phrase of another question frames it: "well over 18" says who is grown
  // up.
  bool InOther(int at) const {
    return std::any_of(
        reading_.mentions.begin(), reading_.mentions.end(),
        [&](const Mention& mention) {
          const Kind kind = mention.rule->kind;
          // "Ten being the worst".
          if (kind == Kind::kHarmless &&
              mention.rule->question == matter_.index && mention.begin <= at &&
              at < mention.end) {
            return true;
          }
          return (kind == Kind::kSays || kind == Kind::kPresent ||
                  kind == Kind::kAbsent || kind == Kind::kValue) &&
                 mention.rule->question != matter_.index &&
                 mention.begin <= at && at < mention.end;
        });
  }

  // "I stand for eight hours".
  bool Upright(int at) const {
    const Clause& clause = reading_.clauses[reading_.clause_of[at]];
    for (int i = clause.begin; i < clause.end; ++i) {
      if (reading_.tokens[i].Is(roles_.upright)) return true;
    }
    return false;
  }

  // A noun stands right behind it: "2 pills".
  bool Counts(int at) const {
    const int next = at + 1;
    if (next >= Count()) return false;
    const Token& token = reading_.tokens[next];
    if (token.before != Break::kNone || token.begins || token.number ||
        Is(at - 1, roles_.sum) || InAnyTime(next)) {
      return false;
    }
    return !token.Is(roles_.function) && !token.Is(roles_.filler) &&
           !token.Is(roles_.opener) && !token.Is(roles_.out_of) &&
           !token.Is(roles_.unit) && !token.Is(roles_.linker) &&
           !token.Is(roles_.joint) && !token.Is(roles_.binder) &&
           !token.Is(roles_.number_maybe) && !token.Is(roles_.present) &&
           !token.Is(roles_.upright) && !token.Is(roles_.alternative) &&
           !token.Is(roles_.pastime) && !token.Is(roles_.percent) &&
           !Cued(next);
  }

  bool InAnyTime(int at) const {
    return std::any_of(reading_.times.begin(), reading_.times.end(),
                       [at](const TimeMention& time) {
                         return time.begin <= at && at < time.end;
                       });
  }

  bool Cued(int at) const {
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [at](const CueMention& cue) { return cue.begin == at; });
  }

  // Nothing is said before it.
  bool Leads(const Candidate& candidate) const {
    for (int i = 0; i < candidate.begin; ++i) {
      const Token& token = reading_.tokens[i];
      if (!token.Is(roles_.filler) && !token.Is(roles_.function) &&
          !token.Is(roles_.opener) && !Cued(i)) {
        return false;
      }
    }
    return !years_ || candidate.high >= kLeastCounted;
  }

  // "early thirties", "mid forties".
  bool Third(int at, Candidate& candidate) const {
    const Token& token = reading_.tokens[at];
    const bool tens = token.low >= 20 && std::fmod(token.low, 10) == 0 &&
                      (token.decade || token.low == token.high);
    if (!years_ || !tens) return false;
    if (CueBefore(content::v1::EARLY, at)) {
      candidate.high = candidate.low + 3;
    } else if (CueBefore(content::v1::MIDDLE, at)) {
      candidate.low += 4;
      candidate.high = candidate.low + 2;
    } else if (CueBefore(content::v1::LATE, at)) {
      candidate.low += 7;
      candidate.high = token.low + 9;
    } else {
      return false;
    }
    return true;
  }

  void Bounds(int at, Candidate& candidate) const {
    if (CueAfter(content::v1::BIT_OVER, at + 1)) {
      candidate.high += 1;
    } else if (CueBefore(content::v1::OVER, at) ||
               CueAfter(content::v1::OVER, at + 1)) {
      candidate.high = std::max(candidate.high, candidate.low * kOverFactor);
      if (years_) {
        candidate.high = matter_.range.max();
        candidate.endless = true;
      }
    } else if (CueBefore(content::v1::UNDER, at) ||
               (!years_ && CueAfter(content::v1::UNDER, at + 1))) {
      candidate.low = 0;
      if (years_) candidate.high = -1;
    } else if (CueBefore(content::v1::NEARLY, at)) {
      const double high = candidate.high;
      candidate.low = std::max(0.0, candidate.low - Shortfall(candidate.low));
      candidate.high = std::max(candidate.low, candidate.high - 1);
      if (!matter_.range.whole()) candidate.high = high;
    }
  }

  // "a year off seventy".
  void Short(int at, Candidate& candidate) const {
    if (!Is(at - 1, roles_.apart)) return;
    for (const TimeMention& time : reading_.times) {
      if (time.end != at - 1 || time.unit == 0) continue;
      const double years = std::ceil(time.high / kYear);
      candidate.low -= years;
      candidate.high -= years;
    }
  }

  // What "nearly" may fall short by.
  static double Shortfall(double value) { return value >= 20 ? 2 : 1; }

  // "3 out of 5", "60 out of 100".
  void Rescale(int at, Candidate& candidate) const {
    int next = at + 1;
    if (Is(next, roles_.percent)) {
      candidate.low /= kPercent;
      candidate.high /= kPercent;
      return;
    }
    while (next < Count() && next < at + 3 && Is(next, roles_.out_of)) ++next;
    if (next == at + 1 || next >= Count()) return;
    const Token& scale = reading_.tokens[next];
    if (!scale.number || scale.low != scale.high || scale.low == kScale ||
        scale.low < candidate.high || scale.low < 2) {
      return;
    }
    candidate.low *= kScale / scale.low;
    candidate.high *= kScale / scale.low;
    candidate.sure = false;
    candidate.end = next + 1;
  }

  // "Eleven out of ten", "it's a twelve".
  void Boast(int at, Candidate& candidate) const {
    if (candidate.low <= kScale || candidate.low != candidate.high) return;
    int scale = at + 1;
    while (Is(scale, roles_.out_of)) ++scale;
    const bool scaled = scale > at + 1 && scale < Count() &&
                        reading_.tokens[scale].low == kScale;
    const bool spoken =
        !reading_.tokens[at].digits || Is(at - 1, roles_.article);
    if (!scaled && (!spoken || candidate.low > kMostBoasted)) return;
    candidate.low = candidate.high = kScale;
    candidate.sure = false;
  }

  // "My knees would tell you seventy".
  bool Seems(int at) const {
    if (!years_) return false;
    const Clause& clause = reading_.clauses[reading_.clause_of[at]];
    for (int i = clause.begin; i < at; ++i) {
      if (reading_.tokens[i].Is(roles_.seeming)) return true;
    }
    return false;
  }

  // An open end stops where plausible values do.
  double Capped(const Candidate& candidate, const Token& token) const {
    if (candidate.high <= token.high) return candidate.high;
    return std::max(token.high, std::min(candidate.high, matter_.range.max()));
  }

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
  bool years_;
  bool points_;
};

}  // namespace

std::vector<Candidate> FindPlainNumbers(const Reading& reading,
                                        const Matter& matter) {
  return Numbers(reading, matter).Find();
}

Candidate BoundNumber(const Reading& reading, const Matter& matter, int at) {
  return Numbers(reading, matter).Bound(at);
}

bool NamesScale(const Reading& reading, int at) {
  return Numbers(reading, Matter()).Scale(at);
}

bool DeniedNumber(const Reading& reading, int at) {
  return Numbers(reading, Matter()).Denied(at);
}

}  // namespace firstvisit
