// Tests: passing_test.cc, tests/vignettes.

#include "dialog/understanding/passing.h"

#include <algorithm>
#include <cmath>

#include "dialog/understanding/candidate.h"
#include "dialog/understanding/plain_numbers.h"
#include "dialog/understanding/settlement.h"

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;
using content::v1::CueKind;

// Bare, a smaller number is a score of pain and a larger one no age.
constexpr double kLeastAge = 11;
constexpr double kMostAge = 105;
constexpr double kMostPain = 10;
// Degrees of a fever, which might be ages too.
constexpr double kCool = 35;
constexpr double kHot = 42;

// Where a bare number stands, weakest first.
enum class Place { kNone, kLast, kFirst, kAlone };

class Bare {
 public:
  Bare(const Reading& reading, const Matter& matter)
      : reading_(reading), matter_(matter), roles_(reading.language->roles()) {}

  Verdict Age() const {
    std::vector<Candidate> best;
    Place place = Place::kNone;
    for (int i = reading_.corrected_at; i < Count(); ++i) {
      if (!MayBeAge(i)) continue;
      const Place own = PlaceOf(i);
      if (own == Place::kNone || own < place) continue;
      if (own > place) best.clear();
      place = own;
      best.push_back(BoundNumber(reading_, matter_, i));
    }
    return Settle(std::move(best));
  }

  Verdict Pain() const {
    std::vector<Candidate> named;
    std::vector<Candidate> alone;
    for (int i = reading_.corrected_at; i < Count(); ++i) {
      if (!Free(i) || reading_.tokens[i].high > kMostPain) continue;
      const bool said = AfterPain(i) || (Is(i - 1, roles_.article) && Rests(i));
      if (said) {
        named.push_back(BoundNumber(reading_, matter_, i));
      } else if (PlaceOf(i) == Place::kAlone) {
        alone.push_back(BoundNumber(reading_, matter_, i));
      }
    }
    return Settle(named.empty() ? std::move(alone) : std::move(named));
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && reading_.tokens[at].Is(role);
  }
  bool Light(int at) const {
    return Is(at, roles_.filler) || Is(at, roles_.function) ||
           Is(at, roles_.opener);
  }
  bool Joined(int at) const {
    return at < Count() && reading_.tokens[at].before == Break::kNone;
  }

  Verdict Settle(std::vector<Candidate> found) const {
    if (found.empty()) return Verdict::Nothing("no number told");
    Verdict verdict = SettleNumbers(std::move(found), reading_, matter_);
    if (verdict.kind != Verdict::Kind::kAnswer) {
      return Verdict::Nothing("no number told");
    }
    verdict.confidence = v1::PROBABLE;
    verdict.rule = "told in passing";
    return verdict;
  }

  // A whole number that counts nothing and belongs to nobody else.
  bool Free(int at) const {
    const Token& token = reading_.tokens[at];
    if (!token.number || token.year || token.ordinal ||
        token.low != std::floor(token.low) || NamesScale(reading_, at) ||
        DeniedNumber(reading_, at) || Is(at + 1, roles_.out_of)) {
      return false;
    }
    if (Joined(at + 1) && Is(at + 1, roles_.measure)) return false;
    const bool timed = std::any_of(
        reading_.times.begin(), reading_.times.end(),
        [at](const TimeMention& t) { return t.begin <= at && at < t.end; });
    return !timed && !Framed(at);
  }

  // It is part of a phrase that says something else.
  bool Framed(int at) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         const Kind kind = mention.rule->kind;
                         const bool owns =
                             kind == Kind::kSays || kind == Kind::kValue ||
                             kind == Kind::kHarmless ||
                             (mention.later == 0 && (kind == Kind::kPresent ||
                                                     kind == Kind::kAbsent));
                         return owns && mention.begin <= at && at < mention.end;
                       });
  }

  bool MayBeAge(int at) const {
    const Token& token = reading_.tokens[at];
    if (!token.number || token.low < kLeastAge || token.high > kMostAge) {
      return false;
    }
    if (!Free(at) || Is(at - 1, roles_.per)) return false;
    const bool hot = token.low >= kCool && token.high <= kHot;
    for (int i = std::max(0, at - 3); i < at && hot; ++i) {
      if (Is(i, roles_.temperature) && !Denied(i)) return false;
    }
    return true;
  }

  bool Denied(int at) const {
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [at](const CueMention& cue) {
                         return cue.end == at &&
                                (cue.kind == content::v1::DENY ||
                                 cue.kind == content::v1::NEGATION);
                       });
  }

  // "63.", "24 8/10", "52 rt knee", "aches 2 months 55".
  Place PlaceOf(int at) const {
    const Clause& clause = reading_.clauses[reading_.clause_of[at]];
    int begin = at;
    while (begin > clause.begin && Light(begin - 1)) --begin;
    int end = at + 1;
    while (end < clause.end && Light(end)) ++end;
    const bool opens = begin == clause.begin;
    const bool first = opens && (begin == 0 || !Joined(begin));
    const bool last =
        end == Count() || (end == clause.end && !Joined(end)) || Score(at + 1);
    if (first && last) return Place::kAlone;
    if (Bounded(at)) return Place::kNone;
    if (begin == 0 && !clause.other) return Place::kFirst;
    return last && end == at + 1 ? Place::kLast : Place::kNone;
  }

  // "8/10" at `at`.
  bool Score(int at) const {
    return at + 1 < Count() && reading_.tokens[at].number &&
           reading_.tokens[at].low <= kMostPain && Is(at + 1, roles_.out_of);
  }

  // "about 20", "over 40": what is bounded counts something.
  bool Bounded(int at) const {
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [at](const CueMention& cue) {
                         return cue.end == at &&
                                (cue.kind == content::v1::OVER ||
                                 cue.kind == content::v1::UNDER);
                       });
  }

  // "the pain is about an eight", "pain 8".
  bool AfterPain(int at) const {
    constexpr int kNear = 5;
    for (int i = at - 1; i >= std::max(0, at - kNear) && Joined(i + 1); --i) {
      if (Is(i, roles_.pain)) return true;
      const bool cue = std::any_of(
          reading_.cues.begin(), reading_.cues.end(),
          [i](const CueMention& c) { return c.begin <= i && i < c.end; });
      if (!Light(i) && !cue) return false;
    }
    return false;
  }

  // Nothing that could be counted follows: "an eight when I walk".
  bool Rests(int at) const {
    const int next = at + 1;
    if (!Joined(next)) return true;
    const Token& token = reading_.tokens[next];
    return Light(next) || token.begins || token.Is(roles_.linker) ||
           token.Is(roles_.joint) || token.Is(roles_.binder) ||
           token.Is(roles_.alternative) || token.Is(roles_.present) ||
           std::any_of(
               reading_.cues.begin(), reading_.cues.end(),
               [next](const CueMention& cue) { return cue.begin == next; });
  }

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
};

bool Doubts(CueKind kind) {
  return kind == content::v1::DONT_KNOW || kind == content::v1::MAYBE ||
         kind == content::v1::REFUSAL;
}

class Doubt {
 public:
  explicit Doubt(const Reading& reading)
      : reading_(reading), roles_(reading.language->roles()) {}

  // The cue that puts a mention in doubt; null: none.
  const CueMention* Of(const Mention& mention) const {
    for (const CueMention& cue : reading_.cues) {
      if (!Doubts(cue.kind) || AsksWhen(cue)) continue;
      if (Before(cue, mention) || After(cue, mention) ||
          Refuses(cue, mention)) {
        return &cue;
      }
    }
    return nullptr;
  }

  // "no idea since when", "how long I can't say".
  bool AsksWhen(const CueMention& cue) const {
    constexpr int kAhead = 3;
    constexpr int kBack = 4;
    if (cue.kind != content::v1::DONT_KNOW) return false;
    const int last = std::min(Count(), cue.end + kAhead);
    for (int i = cue.end - 1; i < last; ++i) {
      if (i >= cue.end && Stops(i)) break;
      if (reading_.tokens[i].Is(roles_.whether)) return false;
      if (reading_.tokens[i].Is(roles_.asks_when)) return true;
    }
    for (int i = cue.begin - 1; i >= std::max(0, cue.begin - kBack); --i) {
      if (Stops(i + 1)) break;
      if (reading_.tokens[i].Is(roles_.asks_when)) return true;
    }
    return false;
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Stops(int at) const {
    return at < Count() && reading_.tokens[at].before >= Break::kStop;
  }
  bool Broken(int begin, int end) const {
    for (int i = begin; i <= end && i < Count(); ++i) {
      if (reading_.tokens[i].before != Break::kNone) return true;
    }
    return false;
  }
  bool Turns(int begin, int end) const {
    for (int i = begin; i < end; ++i) {
      if (reading_.tokens[i].Is(roles_.joint)) return true;
    }
    return false;
  }

  // "not sure if the knee is swollen", "maybe numb", "won't discuss my chest".
  bool Before(const CueMention& cue, const Mention& mention) const {
    constexpr int kBound = 7;
    constexpr int kLoose = 3;
    const int place = std::max(mention.begin, mention.later);
    // "can't rate the pain"
    if (mention.rule->kind == Kind::kTopic && cue.begin < mention.end &&
        mention.begin < cue.end) {
      return true;
    }
    if (cue.end > place || place >= Count()) return false;
    const Token& next = reading_.tokens[cue.end];
    if (next.before != Break::kNone || next.number) return false;
    const bool bound =
        cue.kind == content::v1::REFUSAL ||
        (cue.kind == content::v1::DONT_KNOW && next.Is(roles_.whether)) ||
        reading_.tokens[cue.end - 1].Is(roles_.whether);
    const bool said = mention.rule->kind == Kind::kPresent ||
                      mention.rule->kind == Kind::kImplied;
    const bool loose =
        bound || (said && (cue.kind == content::v1::MAYBE ||
                           !next.Is(roles_.binder) || next.Is(roles_.article)));
    return loose && place - cue.end <= (bound ? kBound : kLoose) &&
           !Broken(cue.end, place) && !Turns(cue.end, place);
  }

  // "age private"
  bool Refuses(const CueMention& cue, const Mention& mention) const {
    return cue.kind == content::v1::REFUSAL && cue.begin >= mention.end &&
           cue.begin - mention.end <= 1 && !Broken(mention.end, cue.begin);
  }

  // "whether it gives way I am not sure", "Is the foot colder? I don't know."
  bool After(const CueMention& cue, const Mention& mention) const {
    constexpr int kReach = 7;
    if (cue.begin < mention.end || cue.begin - mention.end > kReach) {
      return false;
    }
    if (cue.end < Count() && reading_.tokens[cue.end].before == Break::kNone &&
        reading_.tokens[cue.end].Is(roles_.whether)) {
      return false;
    }
    const Clause& clause = reading_.clauses[mention.clause];
    if (clause.after == Break::kQuestion && cue.clause == mention.clause + 1) {
      return true;
    }
    if (cue.kind == content::v1::MAYBE) return false;
    const int place = std::max(mention.begin, mention.later);
    for (int i = place - 1; i >= std::max(0, place - kReach); --i) {
      if (reading_.tokens[i + 1].before != Break::kNone) return false;
      if (!reading_.tokens[i].Is(roles_.whether)) continue;
      for (int k = mention.end; k <= cue.begin; ++k) {
        if (Stops(k)) return false;
      }
      return true;
    }
    return false;
  }

  const Reading& reading_;
  const WordRoles& roles_;
};

// Speaks of the matter, or names it.
bool Speaks(Kind kind) {
  return kind == Kind::kPresent || kind == Kind::kImplied ||
         kind == Kind::kAbsent || kind == Kind::kTopic;
}

}  // namespace

Verdict ToldNumber(const Reading& reading, const Matter& matter) {
  const std::string& unit = matter.range.unit();
  if (unit == "years") return Bare(reading, matter).Age();
  if (unit == "points") return Bare(reading, matter).Pain();
  return Verdict::Nothing("no number told");
}

Verdict ToldDoubt(const Reading& reading, const Matter& matter) {
  const Doubt doubt(reading);
  const CueMention* cue = nullptr;
  const Mention* about = nullptr;
  for (const Mention& mention : reading.mentions) {
    if (mention.rule->question != matter.index || mention.other ||
        !Speaks(mention.rule->kind)) {
      continue;
    }
    const CueMention* own = doubt.Of(mention);
    if (own == nullptr) {
      // Words that deny an ability loosely, "on crutches", leave it open.
      const bool loose = mention.rule->kind == Kind::kAbsent &&
                         matter.clearing == kYes && !mention.rule->unable;
      if (mention.rule->kind == Kind::kTopic || loose) continue;
      return Verdict::Nothing("said, too");
    }
    if (cue == nullptr) {
      cue = own;
      about = &mention;
    }
  }
  if (cue == nullptr) return Verdict::Nothing("no doubt");
  const bool refused = cue->kind == content::v1::REFUSAL;
  Verdict verdict =
      Verdict::Of(refused ? Answer::Declined() : Answer::Unsure(), v1::PROBABLE,
                  refused ? "declined in passing" : "unsure in passing");
  verdict.begin = about->begin;
  verdict.end = about->end;
  return verdict;
}

Verdict SinceUnknown(const Reading& reading, const std::vector<Matter>& matters,
                     const Matter& flag, int at) {
  const Doubt doubt(reading);
  for (const CueMention& cue : reading.cues) {
    if (cue.begin < at || !doubt.AsksWhen(cue)) continue;
    for (const Mention& mention : reading.mentions) {
      const QuestionIndex question = mention.rule->question;
      if (mention.rule->kind == Kind::kPresent && question != flag.index &&
          at <= mention.begin && mention.begin < cue.begin &&
          matters[question].since_question != kNoQuestion) {
        return Verdict::Nothing("of another matter");
      }
    }
    Verdict verdict =
        Verdict::Of(Answer::Unsure(), v1::PROBABLE, "since when, unknown");
    verdict.begin = cue.begin;
    verdict.end = cue.end;
    return verdict;
  }
  return Verdict::Nothing("no time said");
}

}  // namespace firstvisit
