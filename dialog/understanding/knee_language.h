// The knee's questions and languages, for the tests beside the code.
//
//   Reading reading = ReadKnee("three weeks ago", "en");
//   Matter age = KneeMatter("age");
//
// The day is 20 November 2026, a Friday. Safe from one thread.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_KNEE_LANGUAGE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_KNEE_LANGUAGE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "dialog/understanding/candidate.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

absl::CivilDay KneeToday();
const Language& KneeLanguage(absl::string_view locale);
Matter KneeMatter(absl::string_view question);
// `question`: the open one; empty: none.
Reading ReadKnee(absl::string_view words, absl::string_view locale,
                 absl::string_view question = "");
// "4" or "4-6", to a tenth.
std::string Span(double low, double high);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_KNEE_LANGUAGE_H_
