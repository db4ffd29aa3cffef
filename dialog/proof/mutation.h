// Weakens each safety gate of a content, one at a time, and sees whether the
// loader or the proof notices.
//
//   absl::StatusOr<MutationReport> report = TryMutations(texts, floor);
//   report->survivors                        // gates that nobody guards
//
// A weakened content that the proof lets pass is compared with the original
// over all answers: only when no answers have a milder outcome may it pass.

#ifndef FIRSTVISIT_DIALOG_PROOF_MUTATION_H_
#define FIRSTVISIT_DIALOG_PROOF_MUTATION_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "dialog/content/named_text.h"
#include "firstvisit/content/v1/content.pb.h"
#include "firstvisit/content/v1/floor.pb.h"

namespace firstvisit {

// One weakened gate: what was done, and the texts that it changed.
struct Mutant {
  std::string name;
  // Positions among the texts, each with what then stands there.
  std::vector<std::pair<size_t, std::string>> changed;

  // The texts with the changes made.
  std::vector<NamedText> Apply(std::vector<NamedText> texts) const;
};

// The texts as they were written apart from comments, one gate weakened in
// each mutant. Texts that cannot be read have none.
std::vector<Mutant> MutantsOf(const std::vector<NamedText>& texts);

struct MutationReport {
  int mutants = 0;
  int refused = 0;  // by the loader, or because the floor no longer fits
  int broken = 0;   // by the proof
  // Shown over all answers: other gates hold what it held.
  std::vector<std::string> never_milder;
  std::vector<std::string> survivors;
};

// INVALID_ARGUMENT: the texts, unchanged, do not load.
// FAILED_PRECONDITION: unchanged, they break the floor.
absl::StatusOr<MutationReport> TryMutations(const std::vector<NamedText>& texts,
                                            const content::v1::Floor& floor);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_MUTATION_H_
