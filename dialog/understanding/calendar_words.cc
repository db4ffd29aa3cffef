// Method: each time word of the lexicon is a day, month, weekday or feast; what
// stands around it says which one. Tests: calendar_words_test.cc.

#include "dialog/understanding/calendar_words.h"

#include <algorithm>
#include <cmath>

#include "dialog/understanding/feasts.h"
#include "dialog/understanding/year_words.h"

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = TimeMention::Kind;

constexpr double kYear = 365;
constexpr double kWeek = 7;

class Dates {
 public:
  Dates(const std::vector<Token>& tokens,
        const std::vector<PatternMatch>& matches, const Language& language,
        absl::CivilDay today)
      : tokens_(tokens),
        language_(language),
        roles_(language.roles()),
        today_(today) {
    for (const PatternMatch& match : matches) {
      const Phrase& rule = language.rule(match.rule);
      if (rule.kind == Phrase::Kind::kTime) words_.push_back(match);
      if (rule.kind == Phrase::Kind::kCue &&
          (rule.cue == content::v1::EARLY || rule.cue == content::v1::MIDDLE ||
           rule.cue == content::v1::LATE)) {
        parts_.push_back(match);
      }
    }
  }

  std::vector<TimeMention> Find() {
    for (const PatternMatch& match : words_) {
      if (!Inside(match)) Word(match);
    }
    Figures();
    Ordinals();
    std::vector<bool> taken(tokens_.size());
    for (const TimeMention& mention : found_) {
      std::fill(taken.begin() + mention.begin, taken.begin() + mention.end,
                true);
    }
    for (const TimeMention& year :
         FindYears(tokens_, parts_, taken, language_, today_)) {
      found_.push_back(year);
    }
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
  double UnitAt(int at) const {
    if (at < 0 || at >= Count() || tokens_[at].number) return 0;
    const Language::Unit* unit = language_.FindUnit(tokens_[at].symbols);
    return unit == nullptr ? 0 : unit->days;
  }
  bool Taken(int at) const {
    return std::any_of(found_.begin(), found_.end(), [at](const auto& m) {
      return m.begin <= at && at < m.end;
    });
  }

  // Longer time words swallow shorter ones: "the day before yesterday".
  bool Inside(const PatternMatch& inner) const {
    if (std::any_of(found_.begin(), found_.end(), [&](const auto& m) {
          return m.begin <= inner.begin && m.end >= inner.end;
        })) {
      return true;
    }
    return std::any_of(words_.begin(), words_.end(), [&](const auto& outer) {
      return outer.begin <= inner.begin && outer.end >= inner.end &&
             outer.end - outer.begin > inner.end - inner.begin;
    });
  }

  void Word(const PatternMatch& match) {
    // "next Thursday", "this coming weekend".
    if (Is(match.begin - 1, roles_.to_come) && GoesOn(match.begin)) return;
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
      Weekday(word.weekday(), word.length(), mention);
    } else {
      Yearly(word.every_year(), mention);
    }
    found_.erase(std::remove_if(found_.begin(), found_.end(),
                                [&](const TimeMention& part) {
                                  return part.begin >= mention.begin &&
                                         part.end <= mention.end;
                                }),
                 found_.end());
    found_.push_back(mention);
  }

  // The days from `first` to `last`, as far as they have come.
  void Days(absl::CivilDay first, absl::CivilDay last,
            TimeMention& mention) const {
    mention.low = std::max<double>(0, static_cast<double>(today_ - last));
    mention.high = std::max<double>(0, static_cast<double>(today_ - first));
  }

  bool DayAt(int at) const {
    if (at < 0 || at >= Count()) return false;
    const Token& token = tokens_[at];
    return (token.number || token.ordinal) && token.low == token.high &&
           token.low >= 1 && token.low <= 31 &&
           token.low == std::floor(token.low);
  }

  // "September", "2 November", "November the 2nd", "May 2019", "the first week
  // of August", "late March", "July last year".
  void Month(int month, TimeMention& mention) const {
    int name = mention.end - 1;
    while (name > mention.begin && tokens_[name].number) --name;
    mention.begin = name;
    mention.end = name + 1;
    const int day = DayOfMonth(name, mention);
    const int year = YearAfter(mention);
    absl::CivilMonth begin(year > 0 ? year : today_.year(), month);
    if (year == 0 && (begin > absl::CivilMonth(today_) ||
                      absl::CivilDay(begin) + std::max(0, day - 1) > today_)) {
      begin -= 12;
    }
    absl::CivilDay first(begin);
    absl::CivilDay last = absl::CivilDay(begin + 1) - 1;
    if (day > 0) {
      first = last = first + (day - 1);
    } else {
      PartOf(name, first, last, mention);
    }
    Days(first, last, mention);
  }

  int DayOfMonth(int name, TimeMention& mention) const {
    int before = name - 1;
    if (Is(before, roles_.number_of)) --before;
    if (DayAt(before) && GoesOn(before + 1) && GoesOn(name)) {
      mention.begin = std::min(mention.begin, before);
      return static_cast<int>(tokens_[before].low);
    }
    int after = name + 1;
    if (Is(after, roles_.function) && after + 1 < Count() &&
        tokens_[after + 1].ordinal) {
      ++after;
    }
    // "in March 2 years ago" names no day.
    if (!DayAt(after) || !GoesOn(after) || UnitAt(after + 1) > 0) return 0;
    mention.end = std::max(mention.end, after + 1);
    return static_cast<int>(tokens_[after].low);
  }

  // The year said behind a month or feast, 0: none.
  int YearAfter(TimeMention& mention) const {
    const auto this_year = static_cast<int>(today_.year());
    if (Is(mention.begin, roles_.this_same) ||
        (Is(mention.begin - 1, roles_.this_same) && GoesOn(mention.begin))) {
      return this_year;
    }
    int at = mention.end;
    while (at < mention.end + 2 && at < Count() && !tokens_[at].number &&
           tokens_[at].Is(roles_.function) && !Is(at, roles_.this_same)) {
      ++at;
    }
    if (at < Count() && tokens_[at].year) {
      mention.end = at + 1;
      return static_cast<int>(tokens_[at].low);
    }
    // "March 64".
    if (at == mention.end && at < Count() && tokens_[at].number && GoesOn(at) &&
        tokens_[at].low == tokens_[at].high && tokens_[at].low > 31 &&
        tokens_[at].low < 100 && UnitAt(at + 1) == 0) {
      mention.end = at + 1;
      const int year =
          this_year / 100 * 100 + static_cast<int>(tokens_[at].low);
      return year > this_year ? year - 100 : year;
    }
    for (const int unit : {at, at + 1}) {
      if (UnitAt(unit) != kYear) continue;
      for (const int said : {unit - 1, unit + 1}) {
        if (said < mention.end) continue;
        const bool last = Is(said, roles_.last_one);
        if (!last && !Is(said, roles_.this_same)) continue;
        mention.end = std::max(unit, said) + 1;
        return last ? this_year - 1 : this_year;
      }
    }
    return 0;
  }

  // "early", "the end of", "the second week of" the month at `name`.
  void PartOf(int name, absl::CivilDay& first, absl::CivilDay& last,
              TimeMention& mention) const {
    const auto days = static_cast<int>(last - first) + 1;
    for (const PatternMatch& part : parts_) {
      if (part.begin > name || part.end + 2 <= name || part.end > name + 1) {
        continue;
      }
      const CueKind cue = language_.rule(part.rule).cue;
      if (cue == content::v1::MIDDLE) first += days / 3;
      if (cue == content::v1::LATE) first += 2 * days / 3;
      if (cue == content::v1::EARLY) last = first + (days / 3 - 1);
      if (cue == content::v1::MIDDLE) last = first + (days / 3 - 1);
      mention.begin = std::min(mention.begin, part.begin);
      return;
    }
    int week = name - 1;
    while (week > name - 4 &&
           (Is(week, roles_.number_of) ||
            (Is(week, roles_.function) && UnitAt(week) == 0))) {
      --week;
    }
    if (week < 1) return;
    if (const int weekday = WeekdayAt(week); weekday > 0) {
      NthWeekday(week, weekday, first, last, mention);
      return;
    }
    if (UnitAt(week) != kWeek) return;
    if (Is(week - 1, roles_.last_one)) {
      first = last - 6;
    } else if (tokens_[week - 1].ordinal && tokens_[week - 1].low <= 4) {
      first += 7 * (static_cast<int>(tokens_[week - 1].low) - 1);
      last = first + 6;
    } else {
      return;
    }
    mention.begin = std::min(mention.begin, week - 1);
  }

  int WeekdayAt(int at) const {
    for (const PatternMatch& match : words_) {
      if (match.end != at + 1) continue;
      const auto& word =
          language_.lexicon().time_word(language_.rule(match.rule).part);
      if (word.weekday() > 0) return word.weekday();
    }
    return 0;
  }

  // "the last Saturday in October".
  void NthWeekday(int at, int weekday, absl::CivilDay& first,
                  absl::CivilDay& last, TimeMention& mention) const {
    content::v1::YearDay day;
    day.set_month(static_cast<int>(first.month()));
    day.set_weekday(weekday);
    if (Is(at - 1, roles_.last_one)) {
      day.set_nth(-1);
    } else if (tokens_[at - 1].ordinal) {
      day.set_nth(static_cast<int>(tokens_[at - 1].low));
    } else {
      return;
    }
    first = last = FeastDay(day, static_cast<int>(first.year()));
    mention.begin = std::min(mention.begin, at - 1);
  }

  // "on Monday", "Monday before last", "Monday of last week", "the weekend".
  void Weekday(int weekday, int length, TimeMention& mention) const {
    const int today = 1 + static_cast<int>(absl::GetWeekday(today_));
    int back = (today - weekday + 7) % 7;
    if (back == 0) back = 7;
    const int after = mention.end;
    if (Is(after + 1, roles_.last_one) && GoesOn(after + 1) &&
        UnitAt(after + 2) == 0) {
      back += 7;
      mention.end = after + 2;
    } else if (WeekBefore(after, mention)) {
      back = today + 7 - weekday;
    }
    const absl::CivilDay first = today_ - back;
    Days(first, first + std::max(0, length - 1), mention);
  }

  // "(of) last week" behind a weekday.
  bool WeekBefore(int at, TimeMention& mention) const {
    while (at < mention.end + 2 && Is(at, roles_.function) &&
           !Is(at, roles_.last_one)) {
      ++at;
    }
    const bool last_week = Is(at, roles_.last_one) && UnitAt(at + 1) == kWeek;
    const bool week_last = UnitAt(at) == kWeek && Is(at + 1, roles_.last_one);
    if (last_week || week_last) mention.end = at + 2;
    return last_week || week_last;
  }

  void Yearly(const content::v1::YearDay& feast, TimeMention& mention) const {
    const int named = YearAfter(mention);
    int year = named > 0 ? named : static_cast<int>(today_.year());
    absl::CivilDay first = FeastDay(feast, year);
    if (named == 0 && first > today_) first = FeastDay(feast, year - 1);
    Days(first, first + std::max(0, feast.length() - 1), mention);
  }

  // "3/5/2024".
  void Figures() {
    for (int i = 0; i < Count(); ++i) {
      if (!tokens_[i].dated || tokens_[i].date > today_) continue;
      TimeMention mention;
      mention.kind = Kind::kBefore;
      mention.begin = i;
      mention.end = i + 1;
      Days(tokens_[i].date, tokens_[i].date, mention);
      found_.push_back(mention);
    }
  }

  // "on the 10th": the last one that has come.
  void Ordinals() {
    for (int i = 1; i < Count(); ++i) {
      if (!tokens_[i].ordinal || !DayAt(i) || Taken(i)) continue;
      const bool ends = i + 1 == Count() || !GoesOn(i + 1) ||
                        tokens_[i + 1].begins || Is(i + 1, roles_.number_of);
      if (!ends || !Is(i - 1, roles_.function)) continue;
      const int day = static_cast<int>(tokens_[i].low);
      absl::CivilMonth month(today_);
      while (absl::CivilDay(month) + (day - 1) > today_ ||
             absl::CivilMonth(absl::CivilDay(month) + (day - 1)) != month) {
        month -= 1;
      }
      TimeMention mention;
      mention.kind = Kind::kBefore;
      mention.begin = i - 1;
      mention.end = i + 1;
      const absl::CivilDay date = absl::CivilDay(month) + (day - 1);
      Days(date, date, mention);
      found_.push_back(mention);
    }
  }

  const std::vector<Token>& tokens_;
  const Language& language_;
  const WordRoles& roles_;
  absl::CivilDay today_;
  std::vector<PatternMatch> words_;
  std::vector<PatternMatch> parts_;
  std::vector<TimeMention> found_;
};

}  // namespace

std::vector<TimeMention> FindDates(const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches,
                                   const Language& language,
                                   absl::CivilDay today) {
  return Dates(tokens, matches, language, today).Find();
}

}  // namespace firstvisit
