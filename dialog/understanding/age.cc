// Tests: quantity_test.cc.

#include "dialog/understanding/age.h"

#include <algorithm>

namespace firstvisit {
namespace {

// A date so near is no birthday of somebody who books a massage.
constexpr double kYoungest = 5 * 365;
constexpr int kOldest = 120;

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

// Whether nothing but `time` is said.
bool Whole(const Reading& reading, const TimeMention& time) {
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

bool Cue(const Reading& reading, content::v1::CueKind kind, int at) {
  return std::any_of(
      reading.cues.begin(), reading.cues.end(), [&](const CueMention& cue) {
        return cue.kind == kind && cue.end <= at && at - cue.end <= 1 &&
               reading.clause_of[cue.begin] == reading.clause_of[at];
      });
}

}  // namespace

std::vector<Candidate> FindBirths(const Reading& reading,
                                  absl::CivilDay today) {
  const int born = BornAt(reading);
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
  if (!token.number || token.low != token.high || token.low < 10 ||
      token.low > 99) {
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
