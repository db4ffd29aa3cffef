// A reading and what stands around it (the open question, answers so far) to a
// hearing.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_INTERPRETATION_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_INTERPRETATION_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/understanding/hearing.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/understander.h"

namespace firstvisit {

Hearing Interpret(const Reading& reading, const std::vector<Matter>& matters,
                  const Understander::Context& context, absl::CivilDay today);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_INTERPRETATION_H_
