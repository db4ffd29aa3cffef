// Of the numbers in an answer the one that the question asks for.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_SETTLEMENT_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_SETTLEMENT_H_

#include <vector>

#include "dialog/understanding/candidate.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

// `found`, at least one, by place. Where they cannot all be meant: the pain of
// today or else the worst, hours of one day added, the latest time of a grave
// matter, the time beside a word for the beginning; otherwise it is asked
// again. Pure; safe from any thread.
Verdict SettleNumbers(std::vector<Candidate> found, const Reading& reading,
                      const Matter& matter);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_SETTLEMENT_H_
