// Whether the questions fit together: groups, consent, circles.
//
//   CheckOrder(entries, content, issues);
//
// A pure function; `content` is compiled from `entries`.

#ifndef FIRSTVISIT_DIALOG_CONTENT_ORDER_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_ORDER_CHECKS_H_

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"

namespace firstvisit {

void CheckOrder(const Entries& entries, const Content& content, Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_ORDER_CHECKS_H_
