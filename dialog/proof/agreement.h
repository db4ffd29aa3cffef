// Holds the prover's formulas against the engine over random answers, and notes
// what those answers reach.
//
//   Agreement agreement = CompareWithEngine(content, floor, 1000000, 7);
//   if (agreement.disagreement) …            // the first one, in words
//   agreement.unreached                      // questions, causes, advice, …
//
// The same seed draws the same answers on every machine. Pure.

#ifndef FIRSTVISIT_DIALOG_PROOF_AGREEMENT_H_
#define FIRSTVISIT_DIALOG_PROOF_AGREEMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/proof/floor.h"

namespace firstvisit {

struct Disagreement {
  std::string about;  // "level", "forbidden deep_tissue"
  Answers answers;
};

struct Agreement {
  std::int64_t sets = 0;
  absl::optional<Disagreement> disagreement;
  // Of the content's questions, causes, precautions, tips, techniques and
  // areas those that no set of answers reached.
  std::vector<std::string> unreached;
};

Agreement CompareWithEngine(const Content& content, const Floor& floor,
                            std::int64_t sets, std::uint64_t seed);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_AGREEMENT_H_
