// Questions with listed choices.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_CHOICE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_CHOICE_H_

#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

// A question of kind CHOICE. `open`: the answer was given to this question.
Verdict DecideChoice(const Reading& reading, const Matter& matter, bool open);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_CHOICE_H_
