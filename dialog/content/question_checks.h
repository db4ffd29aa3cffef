// Whether questions make sense, one by one and together.
//
//   CheckQuestions(entries, content, issues);
//
// Pure functions; `content` is compiled from `entries`.

#ifndef FIRSTVISIT_DIALOG_CONTENT_QUESTION_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_QUESTION_CHECKS_H_

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"

namespace firstvisit {

// Kinds, choices, ranges, conditions of each question.
void CheckQuestions(const Entries& entries, const Content& content,
                    Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_QUESTION_CHECKS_H_
