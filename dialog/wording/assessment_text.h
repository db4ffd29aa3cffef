// A conclusion in words: each sentence with its id in the catalogue, the rule
// that put it there, the answers that the rule judged and the facts behind it.
//
//   AssessmentText text(content, assessor.rules());
//   v1::Assessment assessment =
//       text.Write(conclusion, answers, wording, fillings);
//
// Immutable; content and rules must outlive it.

#ifndef FIRSTVISIT_DIALOG_WORDING_ASSESSMENT_TEXT_H_
#define FIRSTVISIT_DIALOG_WORDING_ASSESSMENT_TEXT_H_

#include <vector>

#include "dialog/assessment/conclusion.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/wording/sentence.h"
#include "firstvisit/v1/assessment.pb.h"

namespace firstvisit {

class AssessmentText {
 public:
  AssessmentText(const Content& content, const TriageRules& rules)
      : content_(content), rules_(rules) {}

  v1::Assessment Write(const Conclusion& conclusion, const Answers& answers,
                       const LocaleWording& wording,
                       const Fillings& fillings) const;

 private:
  struct Scene;  // conclusion, answers, wording and fillings of one Write

  void WriteReferral(const Scene& scene, v1::Assessment& assessment) const;
  void WritePrecautions(const Scene& scene, v1::Assessment& assessment) const;
  void WriteReason(const Scene& scene, const Raised& raised,
                   v1::Precaution& precaution) const;
  void WriteCause(const Scene& scene, const JudgedCause& judged,
                  v1::Cause& cause) const;
  std::vector<QuestionIndex> Reasons(const Scene& scene,
                                     const Advice& advice) const;
  void WriteAdvice(const Scene& scene, int advice, v1::Advice& out) const;
  void WritePlan(const Scene& scene, v1::Plan& plan) const;
  void WriteLimits(const Scene& scene, v1::Assessment& assessment) const;

  const Content& content_;
  const TriageRules& rules_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_ASSESSMENT_TEXT_H_
