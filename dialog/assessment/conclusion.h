// Everything that follows from a set of answers, as positions in the content;
// wording/assessment_text.h puts it into words.
//
//   Assessor assessor(content);
//   Conclusion conclusion = assessor.Conclude(answers);
//
// Pure, immutable, safe to share; `content` must outlive the Assessor.

#ifndef FIRSTVISIT_DIALOG_ASSESSMENT_CONCLUSION_H_
#define FIRSTVISIT_DIALOG_ASSESSMENT_CONCLUSION_H_

#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "dialog/assessment/causes.h"
#include "dialog/assessment/plan.h"
#include "dialog/assessment/triage.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

struct Conclusion {
  Triage triage;
  // Empty at `emergency`. At `urgent` they are for the therapist alone.
  std::vector<JudgedCause> causes;
  std::vector<int> tips;
  absl::optional<Plan> plan;
  // Whose agreement the plan needs, by id, each once; only with a plan.
  std::vector<std::string> agreement;
  // Limits that raised precautions bring, by position, each once.
  std::vector<int> limits;
};

class Assessor {
 public:
  explicit Assessor(const Content& content)
      : content_(content), rules_(content) {}

  // `answers` as Settle (state/settle.h) leaves them.
  Conclusion Conclude(const Answers& answers) const;

  const TriageRules& rules() const { return rules_; }

 private:
  const Content& content_;
  TriageRules rules_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_ASSESSMENT_CONCLUSION_H_
