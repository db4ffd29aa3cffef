// The content's questions as the understander sees them.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_MATTERS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_MATTERS_H_

#include <vector>

#include "dialog/content/content.h"
#include "dialog/understanding/matter.h"

namespace firstvisit {

// One per question of the content, by QuestionIndex.
std::vector<Matter> MakeMatters(const Content& content);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_MATTERS_H_
