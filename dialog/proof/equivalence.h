// Whether two contents conclude the same from all answers.
//
//   absl::StatusOr<absl::optional<Answers>> differ = Difference(old, changed);
//   if (*differ) …                    // answers from which they differ
//
// Compared are level, completeness, clearance, what is forbidden and permitted,
// limits and agreement. Both must have the same questions, limits and advice.

#ifndef FIRSTVISIT_DIALOG_PROOF_EQUIVALENCE_H_
#define FIRSTVISIT_DIALOG_PROOF_EQUIVALENCE_H_

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

// nullopt: none. INVALID_ARGUMENT: the contents cannot be compared.
absl::StatusOr<absl::optional<Answers>> Difference(const Content& one,
                                                   const Content& other);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_EQUIVALENCE_H_
