// Method: each unit with the number before it is a length; calendar_words.h
// finds the days and dates; the cues around (ago, since, every, over) say what
// each means. Lengths that belong together are joined last. Tests:
// time_words_test.cc, tests/utterances.

#include "dialog/understanding/time_words.h"

#include <algorithm>
#include <cmath>

#include "dialog/understanding/calendar_words.h"

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = TimeMention::Kind;

// What "weeks", "months" without a number stand for.
constexpr double kFew = 2;
constexpr double kMany = 6;
// "More than a year" is taken for up to twice that, "more than six" for up to
// half as much again.
constexpr double kOverFactor = 1.5;
// "A week and a bit" is taken for up to half as long again.
constexpr double kBit = 0.5;
// "Nearly a year" is this much of it at least.
constexpr double kNearly = 0.9;
// Working days of a week.
constexpr double kWorkDays = 5;
constexpr double kWeek = 7;
constexpr double kMonth = 30;
constexpr double kYear = 365;
// So many words may stand before a number that puts a length right.
constexpr int kAgainWords = 6;

bool OfNumbers(CueKind cue) {
  return (cue >= content::v1::OVER && cue <= content::v1::EVERY) ||
         cue == content::v1::BIT_OVER;
}

class Finder {
 public:
  Finder(const std::vector<Token>& tokens,
         const std::vector<PatternMatch>& matches, const Language& language)
      : tokens_(tokens), language_(language), roles_(language.roles()) {
    for (const PatternMatch& match : matches) {
      const Phrase& rule = language.rule(match.rule);
      if (rule.kind == Phrase::Kind::kCue && OfNumbers(rule.cue)) {
        cues_.push_back(match);
      }
    }
  }

  std::vector<TimeMention> Find(std::vector<TimeMention> dates) {
    Lengths();
    AddDates(std::move(dates));
    Sort();
    for (TimeMention& mention : found_) {
      Surroundings(mention);
      Earlier(mention);
    }
    Again();
    JoinLengths();
    AddDays();
    return std::move(found_);
  }

 private:
  int Count() const { return static_cast<int>(tokens_.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && tokens_[at].Is(role);
  }
  bool GoesOn(int at) const {
    return at >= 0 && at < Count() && tokens_[at].before == Break::kNone;
  }
  const Language::Unit* UnitAt(int at) const {
    if (at < 0 || at >= Count() || tokens_[at].number) return nullptr;
    if (!tokens_[at].Is(roles_.unit)) return nullptr;
    return language_.FindUnit(tokens_[at].symbols);
  }
  bool FractionAt(int at) const {
    return at >= 0 && at < Count() && tokens_[at].number &&
           tokens_[at].low < 1 && tokens_[at].low > 0;
  }
  bool AmountAt(int at) const {
    return at >= 0 && at < Count() && tokens_[at].number && !tokens_[at].year;
  }

  void Lengths() {
    for (int i = 0; i < Count(); ++i) {
      const Language::Unit* unit = UnitAt(i);
      if (unit == nullptr) continue;
      TimeMention mention;
      mention.end = i + 1;
      mention.unit = unit->days;
      if (!Amount(i, *unit, mention)) continue;
      AndAHalf(*unit, mention);
      AndSmaller(*unit, mention);
      PerWhat(*unit, mention);
      found_.push_back(mention);
      i = mention.end - 1;
    }
  }

  static void Set(int begin, double low, double high, TimeMention& mention) {
    mention.begin = begin;
    mention.low = low;
    mention.high = high;
  }

  // The number before the unit.
  bool Amount(int at, const Language::Unit& unit, TimeMention& mention) const {
    const double days = unit.days;
    if (Is(at - 1, roles_.article) && GoesOn(at)) {
      // "half an hour", "three quarters of an hour".
      const int part = Is(at - 2, roles_.number_of) ? at - 3 : at - 2;
      if (FractionAt(part) && GoesOn(at - 1)) {
        Set(part, tokens_[part].low * days, tokens_[part].high * days, mention);
      } else {
        Set(at - 1, days, days, mention);
      }
      return true;
    }
    // Words may stand between: "two long years", "half of the week".
    for (int before = at - 1; before >= 0 && before >= at - 3; --before) {
      if (!GoesOn(before + 1)) break;
      if (AmountAt(before)) {
        Set(before, tokens_[before].low * days, tokens_[before].high * days,
            mention);
        return true;
      }
      if (!Is(before, roles_.unit_gap)) break;
    }
    if (unit.plural) {
      Set(at, kFew * days, kMany * days, mention);
      mention.vague = true;
      return true;
    }
    return Single(at, days, mention);
  }

  // One unit without a number: "the past month", "month and a half", "about
  // week".
  bool Single(int at, double days, TimeMention& mention) const {
    const bool stretch = Is(at - 1, roles_.stretch) && GoesOn(at) &&
                         Is(at - 2, roles_.function) &&
                         !Is(at - 2, roles_.number_of) &&
                         !Is(at + 1, roles_.number_of);
    if (stretch) {
      Set(at - 1, days, days, mention);
      return true;
    }
    const bool half = Is(at + 1, roles_.number_half) &&
                      (FractionAt(at + 2) ||
                       (Is(at + 2, roles_.article) && FractionAt(at + 3)));
    const bool more = half || Is(at + 1, roles_.number_or) ||
                      Is(at + 1, roles_.ago) || at + 1 == Count();
    const bool leads =
        at == 0 || Is(at - 1, roles_.filler) || Is(at - 1, roles_.number_or) ||
        std::any_of(cues_.begin(), cues_.end(), [&](const PatternMatch& cue) {
          const CueKind kind = language_.rule(cue.rule).cue;
          return cue.end == at && kind >= content::v1::OVER &&
                 kind <= content::v1::ABOUT;
        });
    if (!half && !(leads && more)) return false;
    Set(at, days, days, mention);
    return true;
  }

  // "a month and a half": JoinNumbers leaves "and", "a", 0.5.
  void AndAHalf(const Language::Unit& unit, TimeMention& mention) const {
    int at = mention.end;
    if (!Is(at, roles_.number_half)) return;
    ++at;
    if (Is(at, roles_.article)) ++at;
    if (!FractionAt(at) || UnitAt(at + 1) != nullptr) return;
    mention.low += tokens_[at].low * unit.days;
    mention.high += tokens_[at].high * unit.days;
    mention.end = at + 1;
  }

  // "two years and three months", "1 hour 20", "a year and a month".
  void AndSmaller(const Language::Unit& unit, TimeMention& mention) const {
    int at = mention.end;
    if (Is(at, roles_.number_and)) ++at;
    const bool article = Is(at, roles_.article);
    if (at + 1 >= Count() || (!article && !AmountAt(at))) return;
    const Language::Unit* smaller = UnitAt(at + 1);
    if (smaller == nullptr || smaller->days >= unit.days) return;
    const double low = article ? 1 : tokens_[at].low;
    const double high = article ? 1 : tokens_[at].high;
    // "a week, ten days": a second guess, not a sum.
    if (low * smaller->days >= unit.days) return;
    mention.low += low * smaller->days;
    mention.high += high * smaller->days;
    mention.end = at + 2;
  }

  // "forty hours a week": hours of one day.
  void PerWhat(const Language::Unit& unit, TimeMention& mention) const {
    const int at = mention.end;
    if (at + 1 >= Count() || !tokens_[at].Is(roles_.per)) return;
    int last = at + 1;
    if (UnitAt(last) == nullptr && Is(last, roles_.per)) ++last;  // "a la"
    const Language::Unit* whole = UnitAt(last);
    if (whole == nullptr || whole->days <= unit.days) return;
    mention.kind = Kind::kPer;
    mention.end = last + 1;
    if (whole->days < 1) return;
    mention.low /= whole->days;
    // A week may have as many days as work has.
    mention.high /=
        whole->days >= kWeek ? whole->days * kWorkDays / kWeek : whole->days;
  }

  static bool Overlap(const TimeMention& a, const TimeMention& b) {
    return a.begin < b.end && b.begin < a.end;
  }

  // Of a length and a date in the same words the vaguer one goes: "years ago"
  // is a date, in "three years ago" it is none.
  void AddDates(std::vector<TimeMention> dates) {
    found_.erase(std::remove_if(found_.begin(), found_.end(),
                                [&](const TimeMention& length) {
                                  return length.vague &&
                                         std::any_of(
                                             dates.begin(), dates.end(),
                                             [&](const TimeMention& date) {
                                               return Overlap(length, date);
                                             });
                                }),
                 found_.end());
    const std::vector<TimeMention> lengths = found_;
    for (const TimeMention& date : dates) {
      const auto clash = [&](const auto& m) { return Overlap(m, date); };
      if (std::none_of(lengths.begin(), lengths.end(), clash)) {
        found_.push_back(date);
      }
    }
  }

  void Surroundings(TimeMention& mention) const {
    for (const PatternMatch& match : cues_) {
      const bool after =
          match.begin == mention.end ||
          (match.begin == mention.end + 1 && GoesOn(match.begin));
      const bool before =
          match.end <= mention.begin && match.end + 2 > mention.begin;
      Apply(language_.rule(match.rule).cue, before, after, mention);
    }
  }

  static void Apply(CueKind cue, bool before, bool after,
                    TimeMention& mention) {
    const bool length = mention.kind == Kind::kLength;
    const bool exact = mention.low == mention.high;
    if (cue == content::v1::AGO && (before || after) && length) {
      mention.kind = Kind::kBefore;
    } else if (cue == content::v1::SINCE && before) {
      mention.kind = Kind::kBefore;
      mention.since = true;
    } else if (cue == content::v1::EVERY && before && length) {
      mention.kind = Kind::kEvery;
    } else if (cue == content::v1::OVER && (before || after) && exact) {
      mention.high =
          std::max(mention.low * kOverFactor, mention.low + mention.unit);
    } else if (cue == content::v1::BIT_OVER && after && exact) {
      mention.high = mention.low + mention.unit * kBit;
    } else if (cue == content::v1::UNDER && (before || after)) {
      mention.low = std::min(mention.low, mention.high / kOverFactor);
    } else if (cue == content::v1::NEARLY && before && exact) {
      mention.low *= kNearly;
    }
  }

  // "since before the summer".
  void Earlier(TimeMention& mention) const {
    if (mention.unit > 0 || mention.kind != Kind::kBefore) return;
    int before = mention.begin - 1;
    if (!Is(before, roles_.earlier)) --before;
    if (!Is(before, roles_.earlier) || !GoesOn(before + 1)) return;
    // "Two weeks before Halloween" is no stretch before it.
    if (std::any_of(found_.begin(), found_.end(), [before](const auto& m) {
          return m.unit > 0 && m.end == before;
        })) {
      return;
    }
    const double length = std::max(kMonth, mention.high - mention.low);
    mention.low = mention.high;
    mention.high += length;
  }

  // "a week or two", "two months, no, more like three": a number behind a
  // length that counts the same unit.
  void Again() {
    for (TimeMention& mention : found_) {
      if (mention.unit == 0 || mention.kind == Kind::kEvery) continue;
      int at = mention.end;
      bool other = false;
      bool instead = false;
      while (at < Count() && at < mention.end + kAgainWords && !AmountAt(at)) {
        const bool either = Is(at, roles_.number_or) ||
                            Is(at, roles_.number_to) ||
                            Is(at, roles_.number_maybe);
        if (!either && !Is(at, roles_.number_again)) break;
        other |= either;
        instead |= Is(at, roles_.instead);
        ++at;
      }
      if ((!other && !instead) || !AmountAt(at) || UnitAt(at + 1) != nullptr ||
          Is(at + 1, roles_.unit_gap) || tokens_[at].decade) {
        continue;
      }
      const double low = tokens_[at].low * mention.unit;
      const double high = tokens_[at].high * mention.unit;
      mention.low = instead ? low : std::min(mention.low, low);
      mention.high = instead ? high : std::max(mention.high, high);
      if (instead) mention.begin = at;
      mention.end = at + 1;
    }
  }

  // "six months to a year", "between a week and ten days".
  void JoinLengths() {
    for (size_t i = 0; i + 1 < found_.size();) {
      TimeMention& first = found_[i];
      const TimeMention& second = found_[i + 1];
      const int link = first.end;
      const bool linked =
          second.begin == link + 1 &&
          (Is(link, roles_.number_or) || Is(link, roles_.number_to) ||
           Is(link, roles_.number_maybe) ||
           (Is(link, roles_.number_and) &&
            Is(first.begin - 1, roles_.number_between)));
      if (!linked || first.unit == 0 || second.unit == 0) {
        ++i;
        continue;
      }
      // "Years, maybe five years".
      const bool narrowed =
          first.vague && !second.vague && first.unit == second.unit;
      first.low = narrowed ? second.low : std::min(first.low, second.low);
      first.high = narrowed ? second.high : std::max(first.high, second.high);
      first.vague &= second.vague;
      if (second.kind == Kind::kBefore) first.kind = second.kind;
      first.end = second.end;
      found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  // "a week last Sunday", "two weeks yesterday": the day, and so long before.
  // In "three weeks on Monday" the day says when the count is full.
  void AddDays() {
    for (size_t i = 0; i + 1 < found_.size(); ++i) {
      TimeMention& length = found_[i];
      const TimeMention& day = found_[i + 1];
      // "five years back in March": the month says no more.
      if (length.unit >= kYear && length.kind == Kind::kBefore &&
          day.unit == 0 && day.begin <= length.end + 3 && day.high < kYear &&
          Is(length.end, roles_.ago)) {
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        continue;
      }
      if (Offset(length, day)) {
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        continue;
      }
      if (length.unit < kWeek || length.vague || day.unit > 0 ||
          day.low != day.high || day.high > 2 * kWeek || day.since ||
          day.begin > length.end + 3) {
        continue;
      }
      bool back = day.begin == length.end;
      bool near = true;
      for (int at = length.end; at < day.begin; ++at) {
        const bool last = Is(at, roles_.last_one) || Is(at, roles_.ago);
        back |= last;
        near &= GoesOn(at) && (last || Is(at, roles_.function));
      }
      if (!near) continue;
      if (back) {
        length.low += day.low;
        length.high += day.high;
      }
      length.kind = Kind::kBefore;
      length.end = day.end;
      found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  // "Two weeks before Halloween", "three days after Christmas".
  bool Offset(TimeMention& length, const TimeMention& day) const {
    if (length.unit < 1 || day.unit > 0 || day.kind != Kind::kBefore) {
      return false;
    }
    int at = length.end;
    // "Before" may have been read with the length, as "ago".
    if (!Is(at, roles_.earlier) && !Is(at, roles_.later)) return false;
    const bool later = Is(at, roles_.later);
    for (++at; at < day.begin; ++at) {
      if (!GoesOn(at) || !Is(at, roles_.function)) return false;
    }
    const double low = later ? day.low - length.high : day.low + length.low;
    const double high = later ? day.high - length.low : day.high + length.high;
    if (high < 0) return false;
    length.low = std::max(0.0, low);
    length.high = high;
    length.kind = Kind::kBefore;
    length.unit = 0;
    length.end = day.end;
    return true;
  }

  void Sort() {
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const auto& a, const auto& b) { return a.begin < b.begin; });
  }

  const std::vector<Token>& tokens_;
  const Language& language_;
  const WordRoles& roles_;
  std::vector<PatternMatch> cues_;
  std::vector<TimeMention> found_;
};

}  // namespace

std::vector<TimeMention> FindTimes(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches,
                                   const Language& language,
                                   absl::CivilDay today) {
  return Finder(tokens, matches, language)
      .Find(FindDates(tokens, matches, language, today));
}

}  // namespace firstvisit
