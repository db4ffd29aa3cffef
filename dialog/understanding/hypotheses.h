// What a recogniser may have heard, put together.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_HYPOTHESES_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_HYPOTHESES_H_

#include <vector>

#include "dialog/understanding/hearing.h"
#include "dialog/understanding/matter.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// The best hypothesis that says something. `heard` is parallel to the list's
// hypotheses. Where likely hypotheses disagree about a grave question the
// worse reading stands, to be confirmed; an alarm in any of them is asked back.
Hearing Reconcile(std::vector<Hearing> heard, const v1::Hypotheses& hypotheses,
                  const std::vector<const Matter*>& open);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_HYPOTHESES_H_
