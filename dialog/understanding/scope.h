// What stands around each phrase of a reading: whether it is negated, somebody
// else's, over, asked or only thought of.
//
//   ResolveScope(reading);  // after PickPhrases and PickCues
//
// Pure; linear in the reading.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_SCOPE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_SCOPE_H_

#include "dialog/understanding/reading.h"

namespace firstvisit {

void ResolveScope(Reading& reading);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_SCOPE_H_
