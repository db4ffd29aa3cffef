#include "dialog/assessment/conclusion.h"

#include "absl/algorithm/container.h"

namespace firstvisit {

Conclusion Assessor::Conclude(const Answers& answers) const {
  Conclusion conclusion;
  conclusion.triage = rules_.Judge(answers);
  const Triage& triage = conclusion.triage;
  if (triage.level < content::v1::EMERGENCY_NOW) {
    conclusion.causes = JudgeCauses(content_, answers);
  }
  conclusion.tips =
      ChooseTips(triage, content_, conclusion.causes, answers);
  if (triage.clearance) {
    conclusion.plan =
        MakePlan(*triage.clearance, content_, conclusion.causes, answers);
  }
  for (const Raised& raised : triage.raised) {
    for (int limit : rules_.Limits(raised.precaution)) {
      if (!absl::c_linear_search(conclusion.limits, limit)) {
        conclusion.limits.push_back(limit);
      }
    }
    const std::string& agreement =
        content_.precautions()[raised.precaution].agreement;
    if (conclusion.plan && !agreement.empty() &&
        !absl::c_linear_search(conclusion.agreement, agreement)) {
      conclusion.agreement.push_back(agreement);
    }
  }
  return conclusion;
}

}  // namespace firstvisit
