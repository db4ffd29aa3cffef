// A condition of the content as FHIR's enableWhen.
//
//   for (const EnableClause& clause : EnableClauses(content, ask_when)) …
//
// An item of FHIR R4 joins its comparisons by "all" or by "any", never both. So
// a condition is brought into "all of these clauses hold, each any of these
// comparisons"; a clause of several is put on a group of its own around the
// item (fhir_questionnaire.cc). Every tree of and, or and not can be said so.
//
// A comparison holds when it is known to hold, as in the interview: that age is
// below 18 is asked of the greatest age meant; a value that follows from other
// answers (Implied) counts where the question itself has none. `answered` asks
// what was said alone: an item must not be closed by what it led to.
//
// One thing R4 cannot tell apart: an item without an answer because it was not
// put, or because what would open it was answered "no". Neither a comparison
// with it nor the negation of one holds, so at most the form asks less than the
// interview where a condition negates such a comparison.
//
// Pure function.

#ifndef FIRSTVISIT_DIALOG_REPORT_FHIR_ENABLE_WHEN_H_
#define FIRSTVISIT_DIALOG_REPORT_FHIR_ENABLE_WHEN_H_

#include <vector>

#include "dialog/content/condition.h"
#include "dialog/content/content.h"
#include "firstvisit/fhir/v1/questionnaire.pb.h"

namespace firstvisit {

// Comparisons of which one must hold; none: it never holds.
using EnableClause = std::vector<fhir::v1::EnableWhen>;

// All of these must hold; none: the condition always holds.
std::vector<EnableClause> EnableClauses(const Content& content,
                                        const Condition& condition);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_FHIR_ENABLE_WHEN_H_
