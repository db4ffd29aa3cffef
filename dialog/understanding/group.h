// Several yes/no questions asked in one breath.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_GROUP_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_GROUP_H_

#include <vector>

#include "dialog/understanding/hearing.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

struct GroupVerdict {
  Hearing::Outcome outcome = Hearing::Outcome::kUnclear;
  std::vector<Verdict> members;  // parallel to the group's
};

// A member is "no" only where the words name it or say that nothing else
// applies; a bare "yes" names none of them.
GroupVerdict DecideGroup(const Reading& reading,
                         const std::vector<const Matter*>& members);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_GROUP_H_
