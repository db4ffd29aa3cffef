// A yes/no question that no content knows, by its wording: "Do you own a car?".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_YES_NO_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_YES_NO_H_

#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

Verdict DecideFreeYesNo(const Reading& reading, const Reading& prompt);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_YES_NO_H_
