// CPU time of understanding one answer, in the thread that does it.
//
//   std::vector<absl::Duration> costs =
//       MeasureAnswers(hearer, items, 20000, /*seed=*/1);
//   for (const LongText& text : MeasureLongTexts(hearer)) …
//
// Each answer is one that was never read before: items of the corpora, mutated
// once or several times, no two alike, each with its own question open. All
// phrases of the locale are loaded, and of the other locale, which is tried
// where the first yields nothing.

#ifndef FIRSTVISIT_TESTS_LOAD_UNDERSTANDING_COST_H_
#define FIRSTVISIT_TESTS_LOAD_UNDERSTANDING_COST_H_

#include <array>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "tests/utterances/hearer.h"
#include "tests/utterances/item.h"

namespace firstvisit {

std::vector<absl::Duration> MeasureAnswers(const Hearer& hearer,
                                           const std::vector<Item>& items,
                                           int count, unsigned seed);

// Texts made to be costly, cut to growing lengths.
struct LongText {
  static constexpr std::array<int, 3> kLengths = {256, 1024, 4096};

  std::string name;
  std::array<absl::Duration, 3> costs;  // the least of several readings
};
std::vector<LongText> MeasureLongTexts(const Hearer& hearer);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_LOAD_UNDERSTANDING_COST_H_
