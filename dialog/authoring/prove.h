// `firstvisit prove`: the safety proof of a protocol against its floor.
//
//   return ProveContent(WithLanguages(texts), floor_text, {}, std::cout);
//
// Prints what was covered and what held; for what does not hold the smallest
// answers that show it, as `assess` takes them and as a conversation. Returns
// the exit code: 1 where a claim is broken, or content or floor cannot be read.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_PROVE_H_
#define FIRSTVISIT_DIALOG_AUTHORING_PROVE_H_

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/content/named_text.h"

namespace firstvisit {

struct ProveOptions {
  // Random sets of answers on which formulas and engine are compared.
  std::int64_t agreement_sets = 1'000'000;
  std::uint64_t seed = 1;
  // Weaken every gate of the content, one at a time.
  bool mutate = false;
};

// A protocol's texts, those of the languages included, and its floor's.
int ProveContent(std::vector<NamedText> texts, const std::string& floor,
                 const ProveOptions& options, std::ostream& out);

// {"answers":{…}} as `assess` reads it; open questions are left out.
std::string AnswersInJson(const Content& content, const Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_PROVE_H_
