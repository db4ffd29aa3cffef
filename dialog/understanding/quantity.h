// Numbers and lengths of time as answers.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_QUANTITY_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_QUANTITY_H_

#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

// A question of kind NUMBER or DURATION, answered.
Verdict DecideQuantity(const Reading& reading, const Matter& matter,
                       absl::CivilDay today);

// The same, said in an answer to another question: only where the words name
// the matter ("I am 52", "started two weeks ago").
Verdict OverhearQuantity(const Reading& reading, const Matter& matter,
                         absl::CivilDay today);

// A length of time said along with a "yes", for the follow-up `matter`; `yes`
// tells where. One that stands in `taken` is another's, where there are more.
Verdict LengthAlong(const Reading& reading, const Matter& matter,
                    const Verdict& yes, const std::vector<Verdict>& taken);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_QUANTITY_H_
