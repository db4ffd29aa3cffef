// Method: gather the numbers that could be meant, in the question's unit, from
// the surest source that has any; settlement.h picks among them. Tests:
// quantity_test.cc, tests/utterances.

#include "dialog/understanding/quantity.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "dialog/understanding/age.h"
#include "dialog/understanding/age_relations.h"
#include "dialog/understanding/candidate.h"
#include "dialog/understanding/clock_span.h"
#include "dialog/understanding/conclusion.h"
#include "dialog/understanding/plain_numbers.h"
#include "dialog/understanding/settlement.h"

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;
using TimeKind = TimeMention::Kind;

constexpr double kHoursPerDay = 24;
constexpr double kMinutesPerDay = 24 * 60;
constexpr double kYear = 365;
// A bare number counts days up to so many.
constexpr double kMostBareDays = 60;
// Hours of a week's work are spread over so many days.
constexpr double kWeek = 7;
constexpr double kWorkDays = 5;

class Quantities {
 public:
  Quantities(const Reading& reading, const Matter& matter, absl::CivilDay today)
      : reading_(reading),
        matter_(matter),
        roles_(reading.language->roles()),
        today_(today),
        unit_(matter.range.unit()) {}

  Verdict Open() {
    if (unit_ == "hours_per_day") found_ = Since(FindClockSpans(reading_));
    if (found_.empty()) Times(/*clause=*/-1);
    if (!found_.empty() && unit_ != "days") Elliptic();
    if (found_.empty()) Phrases();
    if (!found_.empty() && unit_ == "points") Others();
    if (found_.empty() && unit_ == "years") Years();
    if (unit_ == "days" && found_.empty()) found_ = FindDaysSinceAge(reading_);
    if (found_.empty() && unit_ != "days") Plain();
    StandIns();
    if (found_.empty() && unit_ == "days" && matter_.grave) BareDays();
    if (unit_ == "hours_per_day") Weekly();
    if (found_.empty()) return WithoutNumber();
    found_ = Conclude(std::move(found_), reading_, matter_);
    return Settle();
  }

  Verdict Overheard() {
    Phrases();
    StandIns();
    if (found_.empty() && unit_ == "days") Named();
    if (found_.empty() && unit_ == "years") Born();
    if (found_.empty()) return Verdict::Nothing("not mentioned");
    Verdict verdict = Settle();
    if (verdict.confidence == v1::CERTAIN) verdict.confidence = v1::PROBABLE;
    return verdict;
  }

  // "I was born in 1961"; not any date that stands alone.
  void Born() {
    const bool born =
        std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                    [&](const Mention& mention) {
                      return mention.rule->kind == Kind::kTopic &&
                             mention.rule->question == matter_.index &&
                             reading_.tokens[mention.begin].Is(roles_.born);
                    });
    if (born) found_ = FindBirths(reading_, today_);
  }

  Verdict Along(const Verdict& yes, const std::vector<Verdict>& taken) {
    Times(/*clause=*/-1);
    if (found_.size() > 1) {
      found_.erase(std::remove_if(found_.begin(), found_.end(),
                                  [&](const Candidate& candidate) {
                                    return candidate.high > matter_.range.max();
                                  }),
                   found_.end());
    }
    if (found_.size() > 1) Nearest(yes, taken);
    if (found_.size() != 1) return Verdict::Nothing("no length said");
    Verdict verdict = Settle();
    verdict.confidence = v1::PROBABLE;
    return verdict;
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && reading_.tokens[at].Is(role);
  }
  const Clause& ClauseOf(int at) const {
    return reading_.clauses[reading_.clause_of[at]];
  }
  bool ClauseHas(int at, Symbol role) const {
    const Clause& clause = ClauseOf(at);
    for (int i = clause.begin; i < clause.end; ++i) {
      if (reading_.tokens[i].Is(role)) return true;
    }
    return false;
  }

  // Those that were not taken back.
  std::vector<Candidate> Since(std::vector<Candidate> candidates) const {
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& candidate) {
                                      return candidate.begin <
                                             reading_.corrected_at;
                                    }),
                     candidates.end());
    return candidates;
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
        stand_ins_.push_back({number.low(),
                              std::max(number.low(), number.high()),
                              mention.begin, mention.end, true});
      } else if (mention.rule->kind == Kind::kSays) {
        Framed(mention);
      }
    }
  }

  void Framed(const Mention& mention) {
    for (int i = mention.begin; i < mention.end; ++i) {
      const Token& token = reading_.tokens[i];
      if (!token.number || token.year || NamesScale(reading_, i)) continue;
      const bool years = unit_ == "years";
      if (years && (AgeToCome(reading_, i) || Off(i) || Short(i))) continue;
      if (unit_ == "hours_per_day" && ClauseHas(i, roles_.upright)) continue;
      const Candidate candidate = BoundNumber(reading_, matter_, i);
      if (candidate.high >= candidate.low) found_.push_back(candidate);
    }
  }

  // "I'm 37 weeks pregnant".
  bool Short(int at) const {
    return std::any_of(reading_.times.begin(), reading_.times.end(),
                       [&](const TimeMention& time) {
                         return time.begin <= at && at < time.end &&
                                time.unit > 0 && time.unit < kYear;
                       });
  }

  // "I am four years younger".
  bool Off(int at) const {
    return std::any_of(reading_.times.begin(), reading_.times.end(),
                       [&](const TimeMention& time) {
                         return time.begin <= at && at < time.end &&
                                time.end < Count() &&
                                reading_.tokens[time.end].Is(roles_.apart);
                       });
  }

  // "It's a two in a chair and a seven on the stairs".
  void Others() {
    for (const Candidate& other : FindPlainNumbers(reading_, matter_)) {
      const bool framed = std::any_of(
          found_.begin(), found_.end(), [&](const Candidate& candidate) {
            return candidate.begin < other.end && other.begin < candidate.end;
          });
      if (!framed) found_.push_back(other);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.begin < b.begin;
                     });
  }

  void Years() {
    found_ = FindRelatedAge(reading_);
    if (found_.empty()) found_ = FindBirths(reading_, today_);
  }

  // "Forty hours over a five day week".
  void Weekly() {
    const bool week = std::any_of(
        reading_.tokens.begin(), reading_.tokens.end(), [&](const Token& t) {
          const auto* unit = t.Is(roles_.unit)
                                 ? reading_.language->FindUnit(t.symbols)
                                 : nullptr;
          return unit != nullptr && unit->days == kWeek;
        });
    if (!week) return;
    for (Candidate& candidate : found_) {
      if (candidate.low <= kHoursPerDay) continue;
      candidate.low /= kWeek;
      candidate.high /= kWorkDays;
    }
  }

  double PerUnit() const {
    if (unit_ == "hours_per_day") return kHoursPerDay;
    if (unit_ == "minutes") return kMinutesPerDay;
    return 1;
  }

  // Whether a length of time can be an amount of the question's unit.
  bool Fits(const TimeMention& time) const {
    if (time.kind == TimeKind::kEvery) return false;
    if (unit_ == "days") return time.kind != TimeKind::kPer;
    if (time.kind == TimeKind::kBefore || time.unit >= 1) return false;
    return unit_ == "minutes" || !ClauseHas(time.begin, roles_.upright);
  }

  // Lengths in the unit of the question; `clause` -1: in any clause. What is
  // said of somebody else counts only where nothing else is.
  void Times(int clause) {
    if (unit_ == "points" || unit_ == "years") return;
    for (const bool other : {false, true}) {
      for (const TimeMention& time : reading_.times) {
        if (time.begin < reading_.corrected_at || !Fits(time) ||
            DeniedNumber(reading_, time.begin) ||
            ClauseOf(time.begin).other != other) {
          continue;
        }
        if (clause >= 0 && reading_.clause_of[time.begin] != clause) continue;
        if (!SaysOther(time) && !Harmless(time) && !OfThen(time)) {
          AddTime(time);
        }
      }
      if (!found_.empty()) return;
    }
  }

  // "I was fifteen years old".
  bool OfThen(const TimeMention& time) const {
    return unit_ == "days" && time.unit >= kYear &&
           reading_.tokens[time.begin].number &&
           IsAgeThen(reading_, time.begin);
  }

  // "Donkey's years".
  bool Harmless(const TimeMention& time) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.rule->kind == Kind::kHarmless &&
                                mention.rule->question == matter_.index &&
                                mention.begin < time.end &&
                                time.begin < mention.end;
                       });
  }

  // "I am 52 years old" is no length of the pain.
  bool SaysOther(const TimeMention& time) const {
    if (time.unit < kYear) return false;
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.rule->kind == Kind::kSays &&
                                mention.rule->question != matter_.index &&
                                mention.begin < time.end &&
                                time.begin < mention.end;
                       });
  }

  // "two shifts of four hours".
  double Repeats(const TimeMention& time) const {
    const int at = time.begin - (Is(time.begin - 1, roles_.number_of) ? 2 : 1);
    if (unit_ == "days" || !Is(at, roles_.repeats) || at < 1) return 1;
    const Token& times = reading_.tokens[at - 1];
    return times.number && times.low == times.high && times.low > 0 ? times.low
                                                                    : 1;
  }

  void AddTime(const TimeMention& time) {
    // A hundredth of an hour or a minute is as exact as anybody means it.
    const double parts = unit_ == "days" ? 1 : 100;
    const double factor = PerUnit() * parts * Repeats(time);
    found_.push_back({std::round(time.low * factor) / parts,
                      std::round(time.high * factor) / parts, time.begin,
                      time.end, true});
  }

  // Words for a number count where none is said ("the worst"), and beside one
  // where they say how it is now: "nothing now, a nine last night".
  void StandIns() {
    const bool none = found_.empty();
    for (const Candidate& candidate : stand_ins_) {
      const auto begin = reading_.tokens.begin() + candidate.begin;
      const auto end = reading_.tokens.begin() + candidate.end;
      const bool now =
          unit_ == "points" && std::any_of(begin, end, [&](const Token& token) {
            return token.Is(roles_.present);
          });
      if (none || now) found_.push_back(candidate);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.begin < b.begin;
                     });
  }

  void Plain() {
    found_ = FindPlainNumbers(reading_, matter_);
    if (unit_ != "years") return;
    for (Candidate& age : found_) {
      const int since = YearsSinceThen(reading_, age.begin, today_);
      if (since == 0) continue;
      age.low += since - 1;
      age.high += since;
    }
  }

  // "two hours driving and six at the desk", "ten minutes, sometimes thirty": a
  // number that goes on counting the unit said before.
  void Elliptic() {
    const std::vector<Candidate> plain = FindPlainNumbers(reading_, matter_);
    for (const Candidate& candidate : plain) {
      const Candidate& last = found_.back();
      bool linked = false;
      for (int i = last.end; i < candidate.begin; ++i) {
        const Token& token = reading_.tokens[i];
        linked |= token.Is(roles_.number_and) || token.Is(roles_.sum) ||
                  token.Is(roles_.alternative) || token.Is(roles_.number_maybe);
      }
      if (linked) found_.push_back(candidate);
    }
  }

  // "Two or three", asked for days.
  void BareDays() {
    for (Candidate candidate : FindPlainNumbers(reading_, matter_)) {
      candidate.sure = false;
      if (IsAgeThen(reading_, candidate.begin)) continue;
      if (candidate.high <= kMostBareDays) found_.push_back(candidate);
    }
    if (found_.size() > 1) found_.clear();
  }

  // Of several lengths the one that stands next to `yes`, in its sentence.
  // "knocked it 20 days ago, swollen 15 days": each has its own.
  void Nearest(const Verdict& yes, const std::vector<Verdict>& taken) {
    constexpr int kTaken = 6;
    int least = Count() + kTaken;
    std::vector<Candidate> nearest;
    for (const Candidate& candidate : found_) {
      const bool before = candidate.begin < yes.begin;
      const int begin = before ? candidate.end : yes.end;
      const int end = before ? yes.begin : candidate.begin;
      if (Sentence(begin, end)) continue;
      int apart = std::max(0, end - begin);
      for (const Verdict& other : taken) {
        if (candidate.begin < other.end && other.begin < candidate.end) {
          apart += kTaken;
        }
      }
      if (apart >= least) continue;
      least = apart;
      nearest = {candidate};
    }
    found_ = std::move(nearest);
  }

  // Whether a sentence ends between word `begin` and word `end`.
  bool Sentence(int begin, int end) const {
    for (int i = begin; i <= end && i < Count(); ++i) {
      if (i > 0 && reading_.tokens[i].before >= Break::kStop) return true;
    }
    return false;
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

  Verdict Settle() const { return SettleNumbers(found_, reading_, matter_); }

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
  absl::CivilDay today_;
  const std::string& unit_;
  std::vector<Candidate> found_;
  std::vector<Candidate> stand_ins_;
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

Verdict LengthAlong(const Reading& reading, const Matter& matter,
                    const Verdict& yes, const std::vector<Verdict>& taken) {
  return Quantities(reading, matter, absl::CivilDay()).Along(yes, taken);
}

}  // namespace firstvisit
