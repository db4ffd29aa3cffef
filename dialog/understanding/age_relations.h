// Ages told by other ages: "my wife is 60 and I'm two years younger", "I was
// twenty then, I'm 45 now".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_AGE_RELATIONS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_AGE_RELATIONS_H_

#include <vector>

#include "dialog/understanding/candidate.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// The age of the person, told by somebody else's; none or one.
std::vector<Candidate> FindRelatedAge(const Reading& reading);

// Whether the number at word `at` is an age of then: "when I was twenty",
// "aged 12", "my fortieth birthday".
bool IsAgeThen(const Reading& reading, int at);

// The days since an age of then, where today's is said with it; none or one.
std::vector<Candidate> FindDaysSinceAge(const Reading& reading);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_AGE_RELATIONS_H_
