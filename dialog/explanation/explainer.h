// Why something was asked or said: down to answer, rule and source, and up to
// the smallest change of answers that would alter it.
//
//   Explainer explainer(content, assessor);
//   auto explanation = explainer.Explain(request, state, assessment, wording);
//
// Pure, immutable; content and assessor must outlive it.

#ifndef FIRSTVISIT_DIALOG_EXPLANATION_EXPLAINER_H_
#define FIRSTVISIT_DIALOG_EXPLANATION_EXPLAINER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/content/content.h"
#include "dialog/explanation/counterfactual.h"
#include "dialog/state/session_state.h"
#include "firstvisit/v1/assessment.pb.h"
#include "firstvisit/v1/explanation.pb.h"

namespace firstvisit {

class Explainer {
 public:
  Explainer(const Content& content, const Assessor& assessor)
      : content_(content),
        assessor_(assessor),
        counterfactual_(content, assessor) {}

  // `assessment` is the session's, in the locale of `wording`. NOT_FOUND: the
  // topic names nothing there. INVALID_ARGUMENT: there is no topic.
  absl::StatusOr<v1::Explanation> Explain(const v1::ExplainRequest& request,
                                          const SessionState& state,
                                          const v1::Assessment& assessment,
                                          const LocaleWording& wording) const;

 private:
  absl::Status ExplainQuestion(absl::string_view id, const SessionState& state,
                               const LocaleWording& wording,
                               v1::Explanation& out) const;
  absl::Status ExplainSentence(absl::string_view id,
                               const v1::Assessment& assessment,
                               v1::Explanation& out) const;
  absl::Status ExplainLevel(const SessionState& state,
                            const v1::Assessment& assessment,
                            v1::Explanation& out) const;
  absl::Status ExplainCause(absl::string_view id, const SessionState& state,
                            const v1::Assessment& assessment,
                            v1::Explanation& out) const;
  absl::Status ExplainTip(absl::string_view id, const SessionState& state,
                          const v1::Assessment& assessment,
                          v1::Explanation& out) const;
  // Runs the search and says what it found.
  void SayChange(const SessionState& state,
                 const std::vector<QuestionIndex>& about,
                 const Counterfactual::Wanted& wanted,
                 v1::Explanation& out) const;
  // Answers and ledger entries that the lines name.
  void AddGrounds(const SessionState& state, v1::Explanation& out) const;

  const Content& content_;
  const Assessor& assessor_;
  const Counterfactual counterfactual_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_EXPLANATION_EXPLAINER_H_
