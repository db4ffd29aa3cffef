// The numbers of an answer that stand by themselves, and what the words around
// each make of it: "about a six", "over 60", "mid-forties", "7 out of 10".

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_PLAIN_NUMBERS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_PLAIN_NUMBERS_H_

#include <vector>

#include "dialog/understanding/candidate.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// Those that can answer `matter`, by place. A number that counts something else
// ("2 pills") is only taken where no other stands. Pure; safe from any thread.
std::vector<Candidate> FindPlainNumbers(const Reading& reading,
                                        const Matter& matter);

// The number at word `at`, which a phrase of the question frames, with the
// words around it.
Candidate BoundNumber(const Reading& reading, const Matter& matter, int at);

// Whether the number at word `at` names a scale, as "ten" in "six out of ten".
bool NamesScale(const Reading& reading, int at);

// Whether words between deny the number or time at word `at`: "not ten".
bool DeniedNumber(const Reading& reading, int at);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_PLAIN_NUMBERS_H_
