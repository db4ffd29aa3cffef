// What a text tells that answers no question: "52 rt knee swollen, pain 8, not
// sure if the foot is cold". Facts stand in it bare, and doubts beside what
// they are about.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_PASSING_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_PASSING_H_

#include <vector>

#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

// An age or a score of pain among other facts, with no words that frame it.
Verdict ToldNumber(const Reading& reading, const Matter& matter);

// The speaker does not know of `matter`, or will not say.
Verdict ToldDoubt(const Reading& reading, const Matter& matter);

// "swollen, no idea since when": the follow-up of `flag`, which is said before
// word `at`, is not known. `matters` are all.
Verdict SinceUnknown(const Reading& reading, const std::vector<Matter>& matters,
                     const Matter& flag, int at);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_PASSING_H_
