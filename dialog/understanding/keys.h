// Telephone keys: 1 yes, 2 no, 3 not sure; choices in their order, so of a
// group its members and after them none; numbers end with #; * back; 0 alone a
// person, 0 then # is zero.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_KEYS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_KEYS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/understanding/hearing.h"
#include "dialog/understanding/matter.h"

namespace firstvisit {

// `open`: the question, or the members of a group. `confirming`: a strict
// yes/no about `open[0]`.
Hearing HearKeys(absl::string_view keys, const std::vector<const Matter*>& open,
                 bool confirming);

// The value of an offered choice: "yes", a choice of the question, the id of a
// group's member, "none", or a command's name.
Hearing HearChoice(absl::string_view value,
                   const std::vector<const Matter*>& open, bool confirming);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_KEYS_H_
