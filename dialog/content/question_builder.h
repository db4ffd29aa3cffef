// Questions as authors write them to questions as the dialog asks them.
//
//   std::vector<Question> questions = BuildQuestions(entries, registry,
//   issues); std::vector<Group> groups = BuildGroups(entries, questions,
//   issues);
//
// Pure functions; what does not fit is reported and left out. Whether what fits
// also makes sense is for question_checks.h.

#ifndef FIRSTVISIT_DIALOG_CONTENT_QUESTION_BUILDER_H_
#define FIRSTVISIT_DIALOG_CONTENT_QUESTION_BUILDER_H_

#include <vector>

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"
#include "dialog/content/registry.h"

namespace firstvisit {

// In the order of `entries.questions`.
std::vector<Question> BuildQuestions(const Entries& entries, Registry& registry,
                                     Issues& issues);

// Groups in the order of their first member; sets the members' `group`.
std::vector<Group> BuildGroups(std::vector<Question>& questions);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_QUESTION_BUILDER_H_
