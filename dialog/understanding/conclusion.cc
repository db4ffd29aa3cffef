// Tests: quantity_test.cc.

#include "dialog/understanding/conclusion.h"

#include <algorithm>

#include "dialog/understanding/plain_numbers.h"

namespace firstvisit {
namespace {

// So many words may stand between "so" and its number: "so it's more like".
constexpr int kWordsBetween = 4;

class Conclusion {
 public:
  Conclusion(const Reading& reading, const Matter& matter)
      : reading_(reading), matter_(matter), roles_(reading.language->roles()) {}

  // The last number that a word of conclusion leads to; -1: none.
  int Find(int from) const {
    int found = -1;
    for (int i = from; i < Count(); ++i) {
      if (!reading_.tokens[i].Is(roles_.conclusion)) continue;
      const int last = std::min(Count(), i + 2 + kWordsBetween);
      for (int at = i + 1; at < last; ++at) {
        if (reading_.tokens[at].number) {
          found = at;
          break;
        }
        if (!Light(at)) break;
      }
    }
    return found;
  }

  // In days, by the unit said last before it.
  Candidate InUnits(int at) const {
    double unit = 1;
    for (const TimeMention& time : reading_.times) {
      if (time.end <= at && time.unit > 0) unit = time.unit;
    }
    const Token& token = reading_.tokens[at];
    return {token.low * unit, token.high * unit, at, at + 1, false};
  }

  bool Bare(int at) const {
    return std::none_of(reading_.times.begin(), reading_.times.end(),
                        [at](const TimeMention& time) {
                          return time.begin <= at && at < time.end;
                        });
  }

 private:
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  // Says nothing that the number could count.
  bool Light(int at) const {
    const Token& token = reading_.tokens[at];
    if (token.Is(roles_.filler) || token.Is(roles_.function) ||
        token.Is(roles_.opener) || token.Is(roles_.conclusion) ||
        token.Is(roles_.subject) || token.Is(roles_.number_again)) {
      return true;
    }
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [at](const CueMention& cue) {
                         return cue.begin <= at && at < cue.end &&
                                cue.kind != content::v1::NEGATION;
                       });
  }

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
};

}  // namespace

std::vector<Candidate> Conclude(std::vector<Candidate> found,
                                const Reading& reading, const Matter& matter) {
  if (found.empty()) return found;
  const Conclusion conclusion(reading, matter);
  const int at = conclusion.Find(found.front().end);
  if (at < 0 || at < reading.corrected_at) return found;
  std::vector<Candidate> last;
  for (const Candidate& candidate : found) {
    if (candidate.begin >= at || candidate.end > at) last.push_back(candidate);
  }
  if (last.empty() && conclusion.Bare(at)) {
    last.push_back(matter.range.unit() == "days"
                       ? conclusion.InUnits(at)
                       : BoundNumber(reading, matter, at));
  }
  return last.empty() ? found : last;
}

}  // namespace firstvisit
