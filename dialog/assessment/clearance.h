// The permission to build a massage plan.
//
// Only the triage step can make one, and only when every safety question has
// been put and the level is `ok` or `caution`. MakePlan takes a Clearance, so
// that a plan past a precaution does not compile.

#ifndef FIRSTVISIT_DIALOG_ASSESSMENT_CLEARANCE_H_
#define FIRSTVISIT_DIALOG_ASSESSMENT_CLEARANCE_H_

#include <utility>

#include "dialog/content/position_set.h"

namespace firstvisit {

class Clearance {
 public:
  // By position in Content::advice().
  bool Permits(int advice) const { return !forbidden_[advice]; }

 private:
  friend class TriageRules;
  explicit Clearance(PositionSet forbidden)
      : forbidden_(std::move(forbidden)) {}

  PositionSet forbidden_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_ASSESSMENT_CLEARANCE_H_
