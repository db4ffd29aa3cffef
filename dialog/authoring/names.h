// Names of levels and likelihoods, as the author's verbs print them.
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_NAMES_H_
#define FIRSTVISIT_DIALOG_AUTHORING_NAMES_H_

#include <string>

#include "dialog/assessment/causes.h"
#include "dialog/content/content.h"

namespace firstvisit {

// "ok", "caution", "doctor_first", "urgent" or "emergency".
std::string LevelName(Level level);

// "likely", "possible" or "unlikely".
std::string BandName(Band band);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_NAMES_H_
