// Method: gather the numbers that could be meant, in the question's unit; take
// one only where no other contradicts it. Tests: understander_test.cc,
// tests/utterances.

#include "dialog/understanding/quantity.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = Phrase::Kind;
using TimeKind = TimeMention::Kind;

constexpr double kHoursPerDay = 24;
constexpr double kMinutesPerDay = 24 * 60;
// "More than six" is taken for up to this much more.
constexpr double kOverFactor = 1.5;

struct Candidate {
  double low = 0;
  double high = 0;
  int begin = 0;
  int end = 0;
  bool sure = true;
};

class Quantities {
 public:
  Quantities(const Reading& reading, const Matter& matter, absl::CivilDay today)
      : reading_(reading),
        matter_(matter),
        roles_(reading.language->roles()),
        today_(today),
        duration_(matter.kind == content::v1::DURATION) {}

  Verdict Open() {
    Times(/*clause=*/-1);
    if (found_.empty()) Phrases();
    if (found_.empty()) Clock();
    if (found_.empty() && !duration_) Born();
    if (found_.empty() && !duration_) Numbers();
    if (found_.empty()) return WithoutNumber();
    return Settle();
  }

  Verdict Overheard() {
    Phrases();
    if (found_.empty() && duration_) Named();
    if (found_.empty()) return Verdict::Nothing("not mentioned");
    Verdict verdict = Settle();
    if (verdict.confidence == v1::CERTAIN) verdict.confidence = v1::PROBABLE;
    return verdict;
  }

  Verdict Along(int at) {
    Times(reading_.clause_of[at]);
    if (found_.empty() && reading_.times.size() == 1) Times(-1);
    if (found_.size() != 1) return Verdict::Nothing("no length said");
    Verdict verdict = Settle();
    verdict.confidence = v1::PROBABLE;
    return verdict;
  }

 private:
  bool Cue(CueKind kind, int begin, int end) const {
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.kind == kind && cue.begin >= begin && cue.end <= end;
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
  bool CueAfter(CueKind kind, int end) const {
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [&](const CueMention& cue) {
                         return cue.kind == kind && cue.begin == end;
                       });
  }
  // "not sixty eight", "no more than" being a cue of its own.
  bool Denied(int at) const {
    return CueBefore(content::v1::NEGATION, at) ||
           CueBefore(content::v1::DENY, at);
  }

  // Phrases that stand for a number, or that frame one: "i am @number".
  void Phrases() {
    const auto* phrases = reading_.language->hearing(matter_.index).phrases;
    if (phrases == nullptr) return;
    for (const Mention& mention : reading_.mentions) {
      if (mention.rule->question != matter_.index || mention.negated ||
          mention.other || mention.begin < reading_.corrected_at) {
        continue;
      }
      if (mention.rule->kind == Kind::kNumber) {
        const auto& number = phrases->number(mention.rule->part);
        found_.push_back({number.low(), std::max(number.low(), number.high()),
                          mention.begin, mention.end, true});
      } else if (mention.rule->kind == Kind::kSays) {
        for (int i = mention.begin; i < mention.end; ++i) {
          const Token& token = reading_.tokens[i];
          if (token.number && !token.year && !Ahead(i) && !Scale(i)) Take(i);
        }
      }
    }
  }

  // An age still to come: "sixty six in January".
  bool Ahead(int at) const {
    if (matter_.range.unit() != "years") return false;
    return CueBefore(content::v1::NOT_YET, at) ||
           (at + 1 < Count() &&
            reading_.tokens[at + 1].Is(roles_.number_ahead));
  }

  int Count() const { return static_cast<int>(reading_.tokens.size()); }

  // "nine to five": hours between two times of the day.
  void Clock() {
    if (matter_.range.unit() != "hours_per_day") return;
    for (int i = 0; i + 2 < Count(); ++i) {
      const Token& from = reading_.tokens[i];
      if (!from.number || from.low > 12 || from.low != from.high) continue;
      int next = i + 1;
      while (next < Count() && next < i + 3 && !reading_.tokens[next].number) {
        ++next;
      }
      if (next >= Count() || !reading_.tokens[next].number) continue;
      if (!reading_.tokens[next - 1].Is(roles_.number_to)) continue;
      const Token& to = reading_.tokens[next];
      if (to.high > 12 || to.low >= from.low) continue;
      const double hours = 12 - from.low + to.low;
      found_.push_back({hours, hours, i, next + 1, true});
      return;
    }
  }

  double PerUnit() const {
    const std::string& unit = matter_.range.unit();
    if (unit == "hours_per_day") return kHoursPerDay;
    if (unit == "minutes") return kMinutesPerDay;
    return 1;
  }

  // Lengths in the unit of the question; `clause` -1: in any clause.
  void Times(int clause) {
    const std::string& unit = matter_.range.unit();
    if (unit == "points" || unit == "years") return;
    const double factor = PerUnit();
    for (const TimeMention& time : reading_.times) {
      if (time.begin < reading_.corrected_at || Denied(time.begin)) continue;
      if (clause >= 0 && reading_.clause_of[time.begin] != clause) continue;
      if (time.kind == TimeKind::kEvery) continue;
      const bool days = unit == "days";
      if (days ? time.kind == TimeKind::kPer
               : time.kind == TimeKind::kBefore || time.high >= 2) {
        continue;
      }
      const double low = time.low * factor;
      double high = time.high * factor;
      if (days) {
        found_.push_back(
            {std::round(low), std::round(high), time.begin, time.end, true});
      } else {
        high = std::round(high * 100) / 100;
        found_.push_back(
            {std::round(low * 100) / 100, high, time.begin, time.end, true});
      }
    }
  }

  // "born in 1948", "born in 48".
  void Born() {
    if (matter_.range.unit() != "years") return;
    const auto this_year = static_cast<int>(today_.year());
    for (int i = 0; i < Count(); ++i) {
      const Token& token = reading_.tokens[i];
      if (!token.number || token.low != token.high) continue;
      const bool born =
          std::any_of(reading_.tokens.begin(), reading_.tokens.begin() + i,
                      [&](const Token& t) { return t.Is(roles_.born); });
      if (!token.year && !(born && token.low >= 10 && token.low < 100)) {
        continue;
      }
      if (token.year && !born && Count() > 2) continue;
      double year = token.low;
      if (year < 100) year += year > this_year % 100 ? 1900 : 2000;
      found_.push_back(
          {this_year - year - 1, this_year - year, i, i + 1, true});
      return;
    }
  }

  void Numbers() {
    for (int i = reading_.corrected_at; i < Count(); ++i) {
      const Token& token = reading_.tokens[i];
      if (!token.number || token.year || Denied(i) || Ahead(i)) continue;
      if (InTime(i) || InOther(i)) continue;
      if (!Scale(i)) Take(i);
    }
  }

  // "ten" in "six out of ten".
  bool Scale(int at) const {
    for (int before = at - 1; before >= 0 && before >= at - 3; --before) {
      if (reading_.tokens[before].number) return before < at - 1;
      if (!reading_.tokens[before].Is(roles_.out_of)) return false;
    }
    return false;
  }

  // The number belongs to a unit that is not the question's.
  bool InTime(int at) const {
    return std::any_of(reading_.times.begin(), reading_.times.end(),
                       [&](const TimeMention& time) {
                         const bool years = matter_.range.unit() == "years" &&
                                            time.low >= 365 &&
                                            time.kind == TimeKind::kLength;
                         return time.begin <= at && at < time.end && !years;
                       });
  }

  // A phrase of another question frames it.
  bool InOther(int at) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.rule->kind == Kind::kSays &&
                                mention.rule->question != matter_.index &&
                                mention.begin <= at && at < mention.end;
                       });
  }

  void Take(int at) {
    const Token& token = reading_.tokens[at];
    Candidate candidate{token.low, token.high, at, at + 1, true};
    if (at > 0 && (reading_.tokens[at - 1].Is(roles_.minus))) {
      candidate.low = -candidate.low;
      candidate.high = candidate.low;
    }
    const bool decade = token.high == token.low + 9;
    if (CueBefore(content::v1::EARLY, at) && decade) {
      candidate.high = candidate.low + 3;
    } else if (CueBefore(content::v1::MIDDLE, at) && decade) {
      candidate.low += 4;
      candidate.high = candidate.low + 2;
    } else if (CueBefore(content::v1::LATE, at) && decade) {
      candidate.low += 7;
    } else if (CueBefore(content::v1::OVER, at) ||
               CueAfter(content::v1::OVER, at + 1)) {
      candidate.high = std::max(candidate.high, candidate.low * kOverFactor);
    } else if (CueBefore(content::v1::UNDER, at)) {
      candidate.low = 0;
    } else if (CueBefore(content::v1::NEARLY, at)) {
      candidate.low = std::max(0.0, candidate.low - Shortfall(candidate.low));
      candidate.high = std::max(candidate.low, candidate.high - 1);
      if (!matter_.range.whole()) candidate.high = token.high;
    }
    candidate.high = Capped(candidate, token);
    found_.push_back(candidate);
  }

  // What "nearly" may fall short by.
  static double Shortfall(double value) { return value >= 20 ? 2 : 1; }

  // An open end stops where plausible values do.
  double Capped(const Candidate& candidate, const Token& token) const {
    if (candidate.high <= token.high) return candidate.high;
    return std::max(token.high, std::min(candidate.high, matter_.range.max()));
  }

  // A length in a clause that names the matter and nothing else.
  void Named() {
    for (const Mention& mention : reading_.mentions) {
      if (mention.rule->question != matter_.index ||
          mention.rule->kind != Kind::kTopic || mention.other) {
        continue;
      }
      const bool taken =
          std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                      [&](const Mention& other) {
                        return other.clause == mention.clause &&
                               (other.rule->kind == Kind::kPresent ||
                                other.rule->kind == Kind::kImplied);
                      });
      if (!taken) Times(mention.clause);
      if (!found_.empty()) return;
    }
  }

  Verdict WithoutNumber() const {
    if (reading_.Has(content::v1::REFUSAL)) {
      return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
    }
    const bool number =
        std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                    [](const Token& token) { return token.number; });
    if (!number && (reading_.Has(content::v1::DONT_KNOW))) {
      return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure");
    }
    return Verdict::Nothing("no number");
  }

  // One value, or several that agree.
  Verdict Settle() const {
    Candidate hull = found_.front();
    for (const Candidate& other : found_) {
      const bool apart =
          other.low > hull.high * 1.35 + 1 || hull.low > other.high * 1.35 + 1;
      if (apart || (!duration_ && Disjoint(other, hull))) {
        return Verdict::Doubtful("several numbers");
      }
      hull.low = std::min(hull.low, other.low);
      hull.high = std::max(hull.high, other.high);
    }
    return InRange(hull);
  }

  bool Disjoint(const Candidate& a, const Candidate& b) const {
    if (a.low <= b.high && b.low <= a.high) return false;
    // "six, maybe seven" is a range; "eight on stairs, two in bed" is not.
    return std::abs(a.low - b.high) > 1 && std::abs(b.low - a.high) > 1;
  }

  Verdict InRange(Candidate value) const {
    if (matter_.range.whole()) {
      value.low = std::floor(value.low);
      value.high = std::floor(value.high);
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

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
  absl::CivilDay today_;
  bool duration_;
  std::vector<Candidate> found_;
};

}  // namespace

Verdict DecideQuantity(const Reading& reading, const Matter& matter,
                       absl::CivilDay today) {
  return Quantities(reading, matter, today).Open();
}

Verdict OverhearQuantity(const Reading& reading, const Matter& matter,
                         absl::CivilDay today) {
  return Quantities(reading, matter, today).Overheard();
}

Verdict LengthAlong(const Reading& reading, const Matter& matter, int at) {
  return Quantities(reading, matter, absl::CivilDay()).Along(at);
}

}  // namespace firstvisit
