// Answers to likely causes, each with what speaks for and against it.
//
//   for (const JudgedCause& cause : JudgeCauses(content, answers)) …
//
// Evidence counts while its condition is known to be true; weights are added in
// decibans. No prior is assumed: a cause starts at zero.

#ifndef FIRSTVISIT_DIALOG_ASSESSMENT_CAUSES_H_
#define FIRSTVISIT_DIALOG_ASSESSMENT_CAUSES_H_

#include <vector>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

enum class Band { kUnlikely, kPossible, kLikely };

struct JudgedCause {
  int cause;  // position in Content::causes()
  Band band;
  int decibans;
  // Positions in the cause's evidence, heaviest first.
  std::vector<int> reasons_for;
  std::vector<int> reasons_against;
  std::vector<int> not_known;
};

// The band of a score.
Band BandOf(const Content& content, int decibans);

// Causes that some answer speaks for, best first, then in content order.
std::vector<JudgedCause> JudgeCauses(const Content& content,
                                     const Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_ASSESSMENT_CAUSES_H_
