// Hours between two times of the day: "nine to five", "from 8:30 till 4 with an
// hour's lunch".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_CLOCK_SPAN_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_CLOCK_SPAN_H_

#include <vector>

#include "dialog/understanding/candidate.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// The spans in the answer, in hours; what is said to be taken off widens the
// interval downwards. Pure; safe from any thread.
std::vector<Candidate> FindClockSpans(const Reading& reading);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_CLOCK_SPAN_H_
