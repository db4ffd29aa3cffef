// What the floor claims of a content, each claim as the formula under which it
// is broken.
//
//   for (const Claim& claim : ClaimsOf(floor, content, space, given, outcome,
//                                      circuit)) …
//   solver.Solve({claim.broken})      // found: a counterexample
//
// Pure functions; they add to the circuit.

#ifndef FIRSTVISIT_DIALOG_PROOF_FLOOR_CLAIMS_H_
#define FIRSTVISIT_DIALOG_PROOF_FLOOR_CLAIMS_H_

#include <string>
#include <vector>

#include "dialog/content/content.h"
#include "dialog/proof/answer_space.h"
#include "dialog/proof/circuit.h"
#include "dialog/proof/content_encoding.h"
#include "dialog/proof/floor.h"

namespace firstvisit {

struct Claim {
  enum class Kind {
    kLevel,      // at least this level
    kForbidden,  // never shown until ruled out
    kLimit,      // told
    kAgreement,  // named
    kPut,        // nothing allowed while it is open
    kHarmless,   // `ok` only when it is harmless
    kPermitted,  // nothing beyond what the level permits
  };
  Kind kind;
  std::string name;  // unique
  std::string says;  // what should hold, in words
  Lit broken;
};

// The part is in that state; the part is known to hold.
Lit IsInState(const FloorPart& part, PartState state, const AnswerSpace& space,
              const GivenAnswers& given, Circuit& circuit);
Lit IsKnown(const FloorPart& part, const AnswerSpace& space,
            const GivenAnswers& given, Circuit& circuit);

std::vector<Claim> ClaimsOf(const Floor& floor, const Content& content,
                            const AnswerSpace& space, const GivenAnswers& given,
                            const Outcome& outcome, Circuit& circuit);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_FLOOR_CLAIMS_H_
