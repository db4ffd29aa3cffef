// From the answers as given to the answers as judged: values that follow
// without asking, and questions that have become moot.
//
//   Answers judged = Settle(content, given);
//
// Pure. Settling twice changes nothing.

#ifndef FIRSTVISIT_DIALOG_STATE_SETTLE_H_
#define FIRSTVISIT_DIALOG_STATE_SETTLE_H_

#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

// An implied value stands wherever the question's own answer is open, unsure or
// declined. A question that is open and whose ask_when is known to be false is
// moot.
Answers Settle(const Content& content, Answers given);

// The same in the place of the answers given.
void SettleInPlace(const Content& content, Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_STATE_SETTLE_H_
