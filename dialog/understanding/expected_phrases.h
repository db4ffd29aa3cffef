// What a speech recogniser should be ready to hear.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_EXPECTED_PHRASES_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_EXPECTED_PHRASES_H_

#include <string>
#include <vector>

#include "dialog/understanding/language.h"
#include "dialog/understanding/matter.h"

namespace firstvisit {

// Most likely first, at most a hundred; plain words without pattern signs.
std::vector<std::string> ListExpected(const Language& language,
                                      const std::vector<const Matter*>& open);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_EXPECTED_PHRASES_H_
