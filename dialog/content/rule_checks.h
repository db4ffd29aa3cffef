// Whether precautions say what they must, and no rule is dead or too mild.
//
//   CheckRules(entries, content, issues);
//
// A pure function; `content` is compiled from `entries`.

#ifndef FIRSTVISIT_DIALOG_CONTENT_RULE_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_RULE_CHECKS_H_

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"

namespace firstvisit {

void CheckRules(const Entries& entries, const Content& content, Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_RULE_CHECKS_H_
