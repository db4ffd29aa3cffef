// Method: each unit with the number before it is a length; each time word or
// date is a day; the cues around (ago, since, every, over) say what it means.
// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/time_words.h"

#include <algorithm>
#include <cmath>

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = TimeMention::Kind;

// What "weeks", "months" without a number stand for.
constexpr double kFew = 2;
constexpr double kMany = 6;
// "More than a year" is taken for up to twice that.
constexpr double kOverFactor = 2;
// Working days of a week.
constexpr double kWorkDays = 5;

class Finder {
 public:
  Finder(const std::vector<Token>& tokens,
         const std::vector<PatternMatch>& matches, const Language& language,
         absl::CivilDay today, absl::string_view text)
      : tokens_(tokens),
        language_(language),
        roles_(language.roles()),
        today_(today),
        text_(text),
        reach_(tokens.size()) {
    for (const PatternMatch& match : matches) {
      const Phrase& rule = language.rule(match.rule);
      if (rule.kind == Phrase::Kind::kTime) {
        words_.push_back(match);
        longest_word_ = std::max(longest_word_, match.end - match.begin);
      }
      if (rule.kind == Phrase::Kind::kCue && rule.cue >= content::v1::OVER &&
          rule.cue <= content::v1::EVERY) {
        cues_.push_back(match);
        longest_cue_ = std::max(longest_cue_, match.end - match.begin);
      }
    }
  }

  std::vector<TimeMention> Find() {
    Lengths();
    WordsAndDates();
    Years();
    for (TimeMention& mention : found_) Surroundings(mention);
    Sort();
    return std::move(found_);
  }

 private:
  int Count() const { return static_cast<int>(tokens_.size()); }
  const Language::Unit* UnitAt(int at) const {
    if (at < 0 || at >= Count() || tokens_[at].number) return nullptr;
    if (!tokens_[at].Is(roles_.unit)) return nullptr;
    const Token& token = tokens_[at];
    return language_.FindUnit(
        text_.substr(token.begin, token.end - token.begin));
  }

  void Lengths() {
    for (int i = 0; i < Count(); ++i) {
      const Language::Unit* unit = UnitAt(i);
      if (unit == nullptr) continue;
      TimeMention mention;
      mention.end = i + 1;
      if (!Amount(i, *unit, mention)) continue;
      AndAHalf(*unit, mention);
      AndSmaller(*unit, mention);
      PerWhat(*unit, mention);
      Found(mention);
      i = mention.end - 1;
    }
  }

  // The number before the unit.
  bool Amount(int at, const Language::Unit& unit, TimeMention& mention) const {
    int before = at - 1;
    // "half an hour", "three quarters of an hour".
    if (before >= 0 && tokens_[before].Is(roles_.article)) {
      if (before > 0 && tokens_[before - 1].number &&
          tokens_[before - 1].low < 1) {
        --before;
      } else {
        mention.begin = before;
        mention.low = mention.high = unit.days;
        return true;
      }
    }
    // One word may stand between: "two long years", "few more weeks".
    for (int skip = 0; skip < 2 && before - skip >= 0; ++skip) {
      const Token& token = tokens_[before - skip];
      if (tokens_[before - skip + 1].before != Break::kNone) break;
      if (token.number && !token.year) {
        mention.begin = before - skip;
        mention.low = token.low * unit.days;
        mention.high = token.high * unit.days;
        return true;
      }
      if (!tokens_[before - skip].Is(roles_.unit_gap)) break;
    }
    if (!unit.plural) return false;
    mention.begin = at;
    mention.low = kFew * unit.days;
    mention.high = kMany * unit.days;
    return true;
  }

  // "a month and a half": JoinNumbers leaves "and", "a", 0.5.
  void AndAHalf(const Language::Unit& unit, TimeMention& mention) const {
    int at = mention.end;
    if (at >= Count() || !tokens_[at].Is(roles_.number_and)) return;
    ++at;
    if (at < Count() && tokens_[at].Is(roles_.article)) ++at;
    if (at >= Count() || !tokens_[at].number || tokens_[at].low >= 1) return;
    if (UnitAt(at + 1) != nullptr) return;
    mention.low += tokens_[at].low * unit.days;
    mention.high += tokens_[at].high * unit.days;
    mention.end = at + 1;
  }

  // "two years and three months", "1 hour 20 minutes".
  void AndSmaller(const Language::Unit& unit, TimeMention& mention) const {
    int at = mention.end;
    if (at < Count() && tokens_[at].Is(roles_.number_and)) ++at;
    if (at + 1 >= Count() || !tokens_[at].number) return;
    const Language::Unit* smaller = UnitAt(at + 1);
    if (smaller == nullptr || smaller->days >= unit.days) return;
    mention.low += tokens_[at].low * smaller->days;
    mention.high += tokens_[at].high * smaller->days;
    mention.end = at + 2;
  }

  // "forty hours a week": hours of one day.
  void PerWhat(const Language::Unit& unit, TimeMention& mention) const {
    const int at = mention.end;
    if (at + 1 >= Count() || !tokens_[at].Is(roles_.per)) return;
    const Language::Unit* whole = UnitAt(at + 1);
    if (whole == nullptr || whole->days <= unit.days) return;
    mention.kind = Kind::kPer;
    mention.per_day = true;
    mention.end = at + 2;
    if (whole->days < 1) return;
    mention.low /= whole->days;
    // A week may have as many days as work has.
    mention.high /=
        whole->days >= 7 ? whole->days * kWorkDays / 7 : whole->days;
  }

  void WordsAndDates() {
    for (size_t i = 0; i < words_.size(); ++i) {
      const PatternMatch& match = words_[i];
      if (Inside(match.begin, match.end)) continue;
      const auto& word =
          language_.lexicon().time_word(language_.rule(match.rule).part);
      TimeMention mention;
      mention.kind = Kind::kBefore;
      mention.begin = match.begin;
      mention.end = match.end;
      if (word.has_days()) {
        mention.low = word.days().from();
        mention.high = word.days().to();
      } else if (word.month() > 0) {
        Month(word.month(), mention);
      } else if (word.weekday() > 0) {
        Weekday(word.weekday(), mention);
      } else {
        Yearly(word.every_year(), mention);
      }
      Found(mention);
    }
  }

  // Longer time words swallow shorter ones: "the day before yesterday".
  bool Inside(int begin, int end) const {
    auto other = std::partition_point(
        words_.begin(), words_.end(), [&](const PatternMatch& match) {
          return match.begin + longest_word_ <= begin;
        });
    for (; other != words_.end() && other->begin <= begin; ++other) {
      if (other->end >= end && other->end - other->begin > end - begin) {
        return true;
      }
    }
    return reach_[begin] >= end;
  }

  void Found(const TimeMention& mention) {
    found_.push_back(mention);
    for (int i = mention.begin; i < mention.end; ++i) {
      reach_[i] = std::max(reach_[i], mention.end);
    }
  }

  // "September", "2 November", "November 2nd", "May 2019".
  void Month(int month, TimeMention& mention) const {
    int day = 0;
    int year = 0;
    if (DayAt(mention.begin - 1, mention.begin)) {
      day = static_cast<int>(tokens_[--mention.begin].low);
    } else if (mention.begin > 1 &&
               tokens_[mention.begin - 1].Is(roles_.number_of) &&
               DayAt(mention.begin - 2, mention.begin)) {
      mention.begin -= 2;
      day = static_cast<int>(tokens_[mention.begin].low);
    } else if (DayAt(mention.end, mention.end)) {
      day = static_cast<int>(tokens_[mention.end++].low);
    }
    int after = mention.end;
    if (after < Count() && tokens_[after].Is(roles_.number_of)) ++after;
    if (after < Count() && tokens_[after].year) {
      year = static_cast<int>(tokens_[after].low);
      mention.end = after + 1;
    }
    absl::CivilMonth begin(year > 0 ? year : today_.year(), month);
    if (year == 0 && (begin > absl::CivilMonth(today_) ||
                      absl::CivilDay(begin) + std::max(0, day - 1) > today_)) {
      begin -= 12;
    }
    const absl::CivilDay first(begin);
    if (day > 0) {
      Days(first + (day - 1), first + (day - 1), mention);
    } else {
      Days(first, absl::CivilDay(begin + 1) - 1, mention);
    }
  }

  bool DayAt(int at, int next) const {
    if (at < 0 || at >= Count()) return false;
    const Token& token = tokens_[at];
    if (next < Count() && at < next && tokens_[next].before != Break::kNone) {
      return false;
    }
    return token.number && token.low == token.high && token.low >= 1 &&
           token.low <= 31 && token.low == std::floor(token.low);
  }

  void Weekday(int weekday, TimeMention& mention) const {
    const int today = 1 + static_cast<int>(absl::GetWeekday(today_));
    int back = (today - weekday + 7) % 7;
    if (back == 0) back = 7;
    mention.low = mention.high = back;
  }

  void Yearly(const content::v1::YearDay& feast, TimeMention& mention) const {
    int year = static_cast<int>(today_.year());
    bool named = false;
    if (mention.end < Count() && tokens_[mention.end].year) {
      year = static_cast<int>(tokens_[mention.end++].low);
      named = true;
    }
    absl::CivilDay first(year, feast.month(), feast.day());
    if (!named && first > today_) {
      first = absl::CivilDay(year - 1, feast.month(), feast.day());
    }
    Days(first, first + std::max(0, feast.length() - 1), mention);
  }

  void Days(absl::CivilDay first, absl::CivilDay last,
            TimeMention& mention) const {
    mention.low = std::max<double>(0, static_cast<double>(today_ - last));
    mention.high = std::max<double>(0, static_cast<double>(today_ - first));
  }

  // "1992", or "in 92".
  bool IsYear(int at) const {
    const Token& token = tokens_[at];
    return token.year ||
           (token.number && token.low == token.high && token.low >= 30 &&
            token.low < 100 && at > 0 && tokens_[at - 1].Is(roles_.year_in));
  }

  int FullYear(double year) const {
    if (year >= 100) return static_cast<int>(year);
    const int century = static_cast<int>(today_.year()) / 100 * 100;
    const int full = century + static_cast<int>(year);
    return full > today_.year() ? full - 100 : full;
  }

  // A year by itself.
  void Years() {
    for (int i = 0; i < Count(); ++i) {
      if (!IsYear(i) || UnitAt(i + 1) != nullptr) continue;
      if (reach_[i] > i) continue;
      TimeMention mention;
      mention.kind = Kind::kBefore;
      mention.begin = i;
      mention.end = i + 1;
      const int year = FullYear(tokens_[i].low);
      Days(absl::CivilDay(year, 1, 1), absl::CivilDay(year, 12, 31), mention);
      Found(mention);
    }
  }

  void Surroundings(TimeMention& mention) const {
    // By begin; none that ends too early begins behind the first of these.
    auto near = std::partition_point(
        cues_.begin(), cues_.end(), [&](const PatternMatch& match) {
          return match.begin + longest_cue_ + 2 <= mention.begin;
        });
    for (; near != cues_.end() && near->begin <= mention.end + 1; ++near) {
      const PatternMatch& match = *near;
      const bool after = match.begin == mention.end ||
                         (match.begin == mention.end + 1 &&
                          tokens_[match.begin].before == Break::kNone);
      const bool before =
          match.end <= mention.begin && match.end + 2 > mention.begin;
      Apply(language_.rule(match.rule).cue, before, after, mention);
    }
  }

  static void Apply(CueKind cue, bool before, bool after,
                    TimeMention& mention) {
    const bool length = mention.kind == Kind::kLength;
    if (cue == content::v1::AGO && (before || after) && length) {
      mention.kind = Kind::kBefore;
    } else if (cue == content::v1::SINCE && before) {
      mention.kind = Kind::kBefore;
      mention.since = true;
    } else if (cue == content::v1::EVERY && before && length) {
      mention.kind = Kind::kEvery;
    } else if (cue == content::v1::OVER && (before || after) &&
               mention.low == mention.high) {
      mention.high = mention.low * kOverFactor;
    } else if (cue == content::v1::UNDER && (before || after)) {
      mention.low = std::min(mention.low, mention.high / kOverFactor);
    } else if (cue == content::v1::NEARLY && before &&
               mention.low == mention.high) {
      mention.low *= 0.9;
    }
  }

  void Sort() {
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const auto& a, const auto& b) { return a.begin < b.begin; });
  }

  const std::vector<Token>& tokens_;
  const Language& language_;
  const WordRoles& roles_;
  absl::CivilDay today_;
  absl::string_view text_;
  std::vector<PatternMatch> words_;
  std::vector<PatternMatch> cues_;
  int longest_word_ = 0;
  int longest_cue_ = 0;
  std::vector<TimeMention> found_;
  std::vector<int> reach_;  // by word: how far what was found there goes
};

}  // namespace

std::vector<TimeMention> FindTimes(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches,
                                   const Language& language,
                                   absl::CivilDay today,
                                   absl::string_view text) {
  return Finder(tokens, matches, language, today, text).Find();
}

}  // namespace firstvisit
