// Whether causes are weighed soundly, and advice can ever be given.
//
//   CheckCauses(entries, content, issues);
//   CheckAdvice(entries, content, issues);
//
// Pure functions; `content` is compiled from `entries`.

#ifndef FIRSTVISIT_DIALOG_CONTENT_ADVICE_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_ADVICE_CHECKS_H_

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"

namespace firstvisit {

void CheckCauses(const Entries& entries, const Content& content,
                 Issues& issues);

void CheckAdvice(const Entries& entries, const Content& content,
                 Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_ADVICE_CHECKS_H_
