// A yes/no question, decided from a reading.
//
//   Verdict verdict = DecideYesNo(reading, fever, {});
//
// A grave question is never cleared on words that leave a doubt: the verdict is
// then nothing, and the question is asked again. Pure.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_YES_NO_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_YES_NO_H_

#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

// The answer given to the question itself.
Verdict DecideYesNo(const Reading& reading, const Matter& matter);

// What an answer to another question says about it in passing. `open`: it is
// one of a group that was asked, so that phrases count which mean it only
// there.
Verdict OverhearYesNo(const Reading& reading, const Matter& matter,
                      bool open = false);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_YES_NO_H_
