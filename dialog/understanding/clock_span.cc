// Tests: clock_span_test.cc.

#include "dialog/understanding/clock_span.h"

#include <algorithm>
#include <cmath>

namespace firstvisit {
namespace {

constexpr double kHalfDay = 12;
constexpr double kDay = 24;
constexpr double kMinutes = 60;

// A time of the day.
struct Time {
  double hour = 0;
  int end = 0;          // one past its last word
  bool marked = false;  // "am", "pm", or past noon in figures
};

class Clock {
 public:
  explicit Clock(const Reading& reading)
      : reading_(reading), roles_(reading.language->roles()) {}

  std::vector<Candidate> Find() const {
    std::vector<Candidate> found;
    for (int i = 0; i < Count(); ++i) {
      Time from;
      Time to;
      if (!TimeAt(i, from)) continue;
      if (!Is(from.end, roles_.number_to) &&
          !(Is(from.end, roles_.number_and) &&
            Is(i - 1, roles_.number_between))) {
        continue;
      }
      if (!TimeAt(from.end + 1, to)) continue;
      double hours = to.hour - from.hour;
      // "nine to five": through noon.
      if (hours <= 0) hours += to.marked && from.marked ? kDay : kHalfDay;
      if (hours <= 0 || hours > kDay) continue;
      // "4 to 6": so many hours, unless a clock is named.
      if (to.hour > from.hour && !to.marked && !from.marked) continue;
      found.push_back(
          {std::max(0.0, hours - Away(to.end)), hours, i, to.end, true});
      i = to.end - 1;
    }
    return found;
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(int at, Symbol role) const {
    return at >= 0 && at < Count() && reading_.tokens[at].Is(role);
  }

  bool TimeAt(int at, Time& time) const {
    if (at >= Count()) return false;
    const Token* token = &reading_.tokens[at];
    double half = 0;
    // "half eight".
    if (token->number && token->low == 0.5 && at + 1 < Count()) {
      half = 0.5;
      token = &reading_.tokens[++at];
    }
    if (!token->number || token->low != token->high || token->low > kDay) {
      return false;
    }
    time.hour = token->low + half;
    time.marked = token->low > kHalfDay;
    time.end = at + 1;
    Minutes(time);
    if (Is(time.end, roles_.morning)) {
      if (token->low == kHalfDay) time.hour -= kHalfDay;
      time.marked = true;
      ++time.end;
    } else if (Is(time.end, roles_.evening)) {
      if (token->low < kHalfDay) time.hour += kHalfDay;
      time.marked = true;
      ++time.end;
    }
    return true;
  }

  // "8:30", "eight thirty".
  void Minutes(Time& time) const {
    if (time.end >= Count() || time.hour != std::floor(time.hour)) return;
    const Token& token = reading_.tokens[time.end];
    const Token& hour = reading_.tokens[time.end - 1];
    const bool figures = hour.digits && token.digits &&
                         token.begin == hour.end + 1 &&
                         reading_.text.text[hour.end] == ':';
    const bool words = token.before == Break::kNone && !token.digits;
    if (!token.number || token.low < 10 || token.low >= kMinutes) return;
    if (!figures && !words) return;
    time.hour += token.low / kMinutes;
    ++time.end;
  }

  // Hours taken off: "with an hour for lunch".
  double Away(int from) const {
    for (const TimeMention& time : reading_.times) {
      if (time.begin < from || time.kind == TimeMention::Kind::kPer) continue;
      const int last = std::min(Count(), time.end + 4);
      for (int i = from; i < last; ++i) {
        if (Is(i, roles_.away)) return time.high * kDay;
      }
    }
    return 0;
  }

  const Reading& reading_;
  const WordRoles& roles_;
};

}  // namespace

std::vector<Candidate> FindClockSpans(const Reading& reading) {
  return Clock(reading).Find();
}

}  // namespace firstvisit
