// The smallest change of answers that would alter a conclusion.
//
//   Counterfactual counterfactual(content, assessor);
//   auto changes = counterfactual.Find(answers, [&](const Conclusion& c) {
//     return c.triage.level < level;
//   });
//
// Searches sets of one answer, then two, up to kLargest, over the questions that
// the conclusion hangs on, each with every class of its values. What it returns
// has been tried on the engine, and no smaller set over those questions does it.
// Pure, immutable; content and assessor must outlive it.

#ifndef FIRSTVISIT_DIALOG_EXPLANATION_COUNTERFACTUAL_H_
#define FIRSTVISIT_DIALOG_EXPLANATION_COUNTERFACTUAL_H_

#include <functional>
#include <utility>
#include <vector>

#include "dialog/assessment/conclusion.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

class Counterfactual {
 public:
  static constexpr int kLargest = 3;

  using Changes = std::vector<std::pair<QuestionIndex, Answer>>;
  using Wanted = std::function<bool(const Conclusion&)>;

  Counterfactual(const Content& content, const Assessor& assessor);

  // The first smallest set in content order for which `wanted` holds; empty:
  // none of up to kLargest answers. `given` is before settling; `about` are the
  // questions that may be changed.
  Changes Find(const Answers& given, const std::vector<QuestionIndex>& about,
               const Wanted& wanted) const;

  // The questions that a level hangs on: those of every raised rule.
  std::vector<QuestionIndex> BehindLevel(const Conclusion& conclusion) const;
  // The questions that a cause looks at.
  std::vector<QuestionIndex> BehindCause(int cause) const;
  // The questions that a tip, technique or area hangs on.
  std::vector<QuestionIndex> BehindAdvice(int advice,
                                          const Conclusion& conclusion) const;

  // One value for each class of answers that some condition tells apart.
  const std::vector<Answer>& Values(QuestionIndex question) const {
    return values_[question];
  }
  // What the engine concludes with the changes.
  Conclusion Conclude(const Answers& given, const Changes& changes) const;
  // `given` with the changes; follow-ups of a flag that fell are dropped.
  Answers With(const Answers& given, const Changes& changes) const;

 private:
  bool Search(const Answers& given, const std::vector<QuestionIndex>& about,
              size_t from, int size, const Wanted& wanted,
              Changes& changes) const;

  const Content& content_;
  const Assessor& assessor_;
  std::vector<std::vector<Answer>> values_;  // by question
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_EXPLANATION_COUNTERFACTUAL_H_
