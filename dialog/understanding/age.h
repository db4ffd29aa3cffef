// What only ages are said with: a year of birth, a birthday to come.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_AGE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_AGE_H_

#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/understanding/candidate.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// "born in 1948", "born the 3 May 1990", "3/5/1990": in whole years.
std::vector<Candidate> FindBirths(const Reading& reading, absl::CivilDay today);

// Whether the number at word `at` is an age still to come: "sixty six in
// January", "turning 40 soon".
bool AgeToCome(const Reading& reading, int at);

// Whether that birthday may as well be this year's past one: "45 in March".
bool AheadOrPast(const Reading& reading, int at);

// How long ago the age at word `at` was the person's: "twenty one in 1975"; 0:
// it is today's.
int YearsSinceThen(const Reading& reading, int at, absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_AGE_H_
