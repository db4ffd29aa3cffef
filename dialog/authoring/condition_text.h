// A compiled condition back in the words of an author.
//
//   ConditionText(rule.when, content)   // "fever = yes and severity >= 8"
//
// Parsing the text again yields the same condition. Pure functions.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_CONDITION_TEXT_H_
#define FIRSTVISIT_DIALOG_AUTHORING_CONDITION_TEXT_H_

#include <string>

#include "dialog/content/condition.h"
#include "dialog/content/content.h"

namespace firstvisit {

// Empty for a condition that always holds.
std::string ConditionText(const Condition& condition, const Content& content);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_CONDITION_TEXT_H_
