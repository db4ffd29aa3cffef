// What every condition of a content is checked for, wherever it stands.
//
//   CheckCondition({rule.when, spec.when(), spot, "when"}, questions, issues);
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_CONTENT_CONDITION_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_CONDITION_CHECKS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/condition.h"
#include "dialog/content/content.h"
#include "dialog/content/issue.h"
#include "dialog/content/text_place.h"

namespace firstvisit {

// A condition with the field that it was written in.
struct WrittenCondition {
  const Condition& condition;
  const std::string& text;
  const Spot& spot;
  absl::string_view field;

  Place place() const { return spot.at(field); }
  // It was reported where it was compiled; nothing more can be said of it.
  bool broken() const { return !text.empty() && condition.always(); }
};

// Numbers lie within the range of their question; some answers make it hold.
// An empty condition passes.
void CheckCondition(const WrittenCondition& written,
                    const std::vector<Question>& questions, Issues& issues);

// The same, and it is not empty.
void CheckRequiredCondition(const WrittenCondition& written,
                            const std::vector<Question>& questions,
                            Issues& issues);

// It is stated without `not`, `!=` and `answered`, which silence or doubt could
// make true.
void CheckPositive(const WrittenCondition& written, Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_CONDITION_CHECKS_H_
