// Whether two contents conclude the same from all answers, or one of them is
// somewhere milder.
//
//   absl::StatusOr<absl::optional<Answers>> milder = Milder(old, changed);
//   if (*milder) …                    // answers for which `changed` is milder
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

// Answers from which `changed` yields a lower level, permits more, tells or
// asks less than `original`.
absl::StatusOr<absl::optional<Answers>> Milder(const Content& original,
                                               const Content& changed);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_EQUIVALENCE_H_
