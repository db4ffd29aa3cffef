// The number that others come to: "seven at school, then gaming, so eleven".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_CONCLUSION_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_CONCLUSION_H_

#include <vector>

#include "dialog/understanding/candidate.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// `found` narrowed to the conclusion where there is one. A bare number counts
// the unit of the time before it: "nearly a week, so six".
std::vector<Candidate> Conclude(std::vector<Candidate> found,
                                const Reading& reading, const Matter& matter);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_CONCLUSION_H_
