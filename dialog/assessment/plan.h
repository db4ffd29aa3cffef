// Tips for the client and the therapist's plan.
//
// What massage there is can only come out of a Clearance (clearance.h). Below
// it, at `doctor_first`, habit tips remain; at `urgent` and `emergency` nothing.

#ifndef FIRSTVISIT_DIALOG_ASSESSMENT_PLAN_H_
#define FIRSTVISIT_DIALOG_ASSESSMENT_PLAN_H_

#include <vector>

#include "dialog/assessment/causes.h"
#include "dialog/assessment/clearance.h"
#include "dialog/assessment/triage.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

// Positions in Content::advice(), each in content order.
struct Plan {
  std::vector<int> areas;
  std::vector<int> techniques;
};

// The therapist's plan within what the clearance permits.
Plan MakePlan(const Clearance& clearance, const Content& content,
              const std::vector<JudgedCause>& causes, const Answers& answers);

// Tips for the client: all that fit with a clearance, habits at `doctor_first`.
std::vector<int> ChooseTips(const Triage& triage, const Content& content,
                            const std::vector<JudgedCause>& causes,
                            const Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_ASSESSMENT_PLAN_H_
