#include "dialog/assessment/plan.h"

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

// Its condition is known to hold, and one of its causes is at least possible.
bool Fits(const Advice& advice, const std::vector<JudgedCause>& causes,
          const Answers& answers) {
  if (advice.when.Known(answers) != Truth::kTrue) return false;
  if (advice.causes.empty()) return true;
  return absl::c_any_of(causes, [&](const JudgedCause& cause) {
    return cause.band >= Band::kPossible &&
           absl::c_linear_search(advice.causes, cause.cause);
  });
}

}  // namespace

Plan MakePlan(const Clearance& clearance, const Content& content,
              const std::vector<JudgedCause>& causes, const Answers& answers) {
  Plan plan;
  for (size_t i = 0; i < content.advice().size(); ++i) {
    const Advice& advice = content.advice()[i];
    const int index = static_cast<int>(i);
    if (advice.type == Advice::Type::kTip || !clearance.Permits(index) ||
        !Fits(advice, causes, answers)) {
      continue;
    }
    (advice.type == Advice::Type::kArea ? plan.areas : plan.techniques)
        .push_back(index);
  }
  return plan;
}

std::vector<int> ChooseTips(const Triage& triage, const Content& content,
                            const std::vector<JudgedCause>& causes,
                            const Answers& answers) {
  std::vector<int> tips;
  if (triage.level >= content::v1::URGENT) return tips;
  for (size_t i = 0; i < content.advice().size(); ++i) {
    const Advice& advice = content.advice()[i];
    const bool permitted = advice.type == Advice::Type::kTip &&
                           !triage.forbidden[i] &&
                           (triage.clearance.has_value() ||
                            advice.kind == content::v1::HABIT);
    if (permitted && Fits(advice, causes, answers)) {
      tips.push_back(static_cast<int>(i));
    }
  }
  return tips;
}

}  // namespace firstvisit
