// What answers can bring about: whether a condition can hold at all.
//
//   CanHold(condition, content.questions())
//   AnyAnswers({&tip, &rule}, questions, Doubt::kWith,
//              [&](const Answers& answers) { return …; })
//
// Tries every combination of answers that the conditions can tell apart: each
// choice, "unsure", moot, and numbers at and between the thresholds. Whether
// the dialog could come to such answers is not looked at, so "it cannot" is
// certain and "it can" is not. Pure functions.

#ifndef FIRSTVISIT_DIALOG_CONTENT_REACH_H_
#define FIRSTVISIT_DIALOG_CONTENT_REACH_H_

#include <functional>
#include <vector>

#include "dialog/content/answer.h"
#include "dialog/content/condition.h"
#include "dialog/content/content.h"

namespace firstvisit {

// Whether answers that say nothing are tried as well.
enum class Doubt { kWith, kWithout };

// Whether `wanted` is true for some answers. More combinations than can be
// tried in a moment count as true.
bool AnyAnswers(const std::vector<const Condition*>& conditions,
                const std::vector<Question>& questions, Doubt doubt,
                const std::function<bool(const Answers&)>& wanted);

// Whether some answers make it known to be true.
bool CanHold(const Condition& condition,
             const std::vector<Question>& questions);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_REACH_H_
