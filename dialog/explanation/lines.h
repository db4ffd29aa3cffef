// All lines of an assessment, in the order in which they are read.
//
//   for (const v1::Line* line : AllLines(assessment)) …
//
// The pointers live as long as the assessment.

#ifndef FIRSTVISIT_DIALOG_EXPLANATION_LINES_H_
#define FIRSTVISIT_DIALOG_EXPLANATION_LINES_H_

#include <vector>

#include "firstvisit/v1/assessment.pb.h"

namespace firstvisit {

std::vector<const v1::Line*> AllLines(const v1::Assessment& assessment);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_EXPLANATION_LINES_H_
