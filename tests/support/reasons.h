// Whether a rule stands, and which questions a condition owes its value to,
// worked out by trying.
//
//   if (Stands(rule, answers)) EXPECT_EQ(WhyJudged(rule.when, answers), …);
//
// Apart from the code that writes reasons: it does not look at the condition's
// tree, only at what the condition says of other answers. What holds, holds
// through its smallest sets of answers that suffice with every other question
// open; what is not known hangs on the unsettled questions of which some answer
// could make a difference.

#ifndef FIRSTVISIT_TESTS_SUPPORT_REASONS_H_
#define FIRSTVISIT_TESTS_SUPPORT_REASONS_H_

#include <vector>

#include "dialog/content/answer.h"
#include "dialog/content/condition.h"
#include "dialog/content/content.h"

namespace firstvisit {

// A rule stands when its condition holds for sure or in part, or, where it is a
// single comparison, when that is in doubt; and nothing is known to lift it.
bool Stands(const Rule& rule, const Answers& answers);

// Sorted, each once.
std::vector<QuestionIndex> WhyKnown(const Content& content,
                                    const Condition& condition,
                                    const Answers& answers);
std::vector<QuestionIndex> WhyJudged(const Condition& condition,
                                     const Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_REASONS_H_
