// Tests: quantity_test.cc.

#include "dialog/understanding/age.h"

#include <algorithm>

namespace firstvisit {
namespace {

// A date so near is no birthday of somebody who books a massage.
constexpr double kYoungest = 5 * 365;
constexpr int kOldest = 120;
// A smaller number of a birthday is a child's.
constexpr double kLeastBirthday = 16;

// Whole years from `birth` to `today`.
int YearsSince(absl::CivilDay birth, absl::CivilDay today) {
  const auto years = static_cast<int>(today.year() - birth.year());
  const bool reached =
      birth.month() < today.month() ||
      (birth.month() == today.month() && birth.day() <= today.day());
  return reached ? years : years - 1;
}

// The first word that says a birth; -1: none.
int BornAt(const Reading& reading) {
  const Symbol born = reading.language->roles().born;
  for (size_t i = 0; i < reading.tokens.size(); ++i) {
    if (reading.tokens[i].Is(born)) return static_cast<int>(i);
  }
  return -1;
}

// Whether nothing but `time` is said, and it can be no plain number: "about
// fifty" is no year.
bool Whole(const Reading& reading, const TimeMention& time) {
  const bool plain = time.end - time.begin == 1 &&
                     !reading.tokens[time.begin].year &&
                     !reading.tokens[time.begin].dated;
  if (plain) return false;
  const WordRoles& roles = reading.language->roles();
  for (int i = 0; i < static_cast<int>(reading.tokens.size()); ++i) {
    const bool inside = time.begin <= i && i < time.end;
    if (!inside && !reading.tokens[i].Is(roles.filler) &&
        !reading.tokens[i].Is(roles.function)) {
      return false;
    }
  }
  return true;
}

// "I turned 34 in May".
bool Reached(const Reading& reading, int at) {
  const int least = std::max(0, at - 2);
  for (int i = at - 1; i >= least; --i) {
    if (reading.tokens[i].Is(reading.language->roles().reached)) return true;
  }
  return false;
}

bool Cue(const Reading& reading, content::v1::CueKind kind, int at) {
  return std::any_of(
      reading.cues.begin(), reading.cues.end(), [&](const CueMention& cue) {
        return cue.kind == kind && cue.end <= at && at - cue.end <= 1 &&
               reading.clause_of[cue.begin] == reading.clause_of[at];
      });
}

// "I've just had my fortieth": a birthday by its number.
std::vector<Candidate> FindBirthday(const Reading& reading) {
  const WordRoles& roles = reading.language->roles();
  for (size_t i = 1; i < reading.tokens.size(); ++i) {
    const Token& token = reading.tokens[i];
    if (!token.ordinal || token.low < kLeastBirthday) continue;
    const bool birthday =
        i + 1 < reading.tokens.size() && reading.tokens[i + 1].Is(roles.born);
    if (!birthday && !reading.tokens[i - 1].Is(roles.own)) continue;
    const int at = static_cast<int>(i);
    const bool ahead =
        std::any_of(reading.tokens.begin(), reading.tokens.end(),
                    [&](const Token& t) { return t.Is(roles.to_come); }) ||
        Cue(reading, content::v1::NOT_YET, at);
    const double age = ahead ? token.low - 1 : token.low;
    return {{age, age, at, at + 1, true}};
  }
  return {};
}

}  // namespace

std::vector<Candidate> FindBirths(const Reading& reading,
                                  absl::CivilDay today) {
  const int born = BornAt(reading);
  if (std::vector<Candidate> day = FindBirthday(reading); !day.empty()) {
    return day;
  }
  for (const TimeMention& time : reading.times) {
    if (time.kind != TimeMention::Kind::kBefore || time.unit > 0) continue;
    if (time.low < kYoungest || time.begin < reading.corrected_at) continue;
    if (born < 0 && !Whole(reading, time)) continue;
    const int low = YearsSince(today - static_cast<int>(time.low), today);
    const int high = YearsSince(today - static_cast<int>(time.high), today);
    return {{static_cast<double>(low), static_cast<double>(high), time.begin,
             time.end, true}};
  }
  // "born 48".
  const auto next = static_cast<size_t>(born + 1);
  if (born < 0 || next >= reading.tokens.size()) return {};
  const Token& token = reading.tokens[next];
  if (token.before != Break::kNone || !token.number ||
      token.low != token.high || token.low < 10 || token.low > 99) {
    return {};
  }
  const auto this_year = static_cast<int>(today.year());
  int year = this_year / 100 * 100 + static_cast<int>(token.low);
  if (year > this_year) year -= 100;
  const double age = this_year - year;
  if (age > kOldest) return {};
  return {{age - 1, age, born + 1, born + 2, true}};
}

bool AgeToCome(const Reading& reading, int at) {
  if (Reached(reading, at)) return false;
  if (Cue(reading, content::v1::NOT_YET, at)) return true;
  const auto next = static_cast<size_t>(at + 1);
  const WordRoles& roles = reading.language->roles();
  if (next >= reading.tokens.size() ||
      reading.tokens[next].before != Break::kNone ||
      !reading.tokens[next].Is(roles.number_ahead)) {
    return false;
  }
  return next + 1 == reading.tokens.size() || !reading.tokens[next + 1].year;
}

bool AheadOrPast(const Reading& reading, int at) {
  if (Cue(reading, content::v1::NOT_YET, at)) return false;
  const WordRoles& roles = reading.language->roles();
  const auto next = static_cast<size_t>(at + 1);
  return next < reading.tokens.size() && reading.tokens[next].Is(roles.year_in);
}

int YearsSinceThen(const Reading& reading, int at, absl::CivilDay today) {
  const WordRoles& roles = reading.language->roles();
  const auto year = static_cast<size_t>(at + 2);
  if (year >= reading.tokens.size() || !reading.tokens[year].year ||
      !reading.tokens[year - 1].Is(roles.year_in)) {
    return 0;
  }
  return static_cast<int>(today.year()) -
         static_cast<int>(reading.tokens[year].low);
}

}  // namespace firstvisit
