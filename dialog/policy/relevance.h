// Could an answer to this question still change anything?
//
//   Relevance relevance(content);
//   if (relevance.Matters(sitting_breaks, answers, triage)) …
//
// A question matters while some answer to it could change the level, a
// precaution, the band of a cause, which cause comes first, or the plan, or
// while its being open keeps the level up. Which rules, causes and advice look
// at a question is worked out once, at load; per turn only those are judged.
// Pure, immutable; `content` must outlive it.

#ifndef FIRSTVISIT_DIALOG_POLICY_RELEVANCE_H_
#define FIRSTVISIT_DIALOG_POLICY_RELEVANCE_H_

#include <utility>
#include <vector>

#include "dialog/assessment/triage.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

class Relevance {
 public:
  explicit Relevance(const Content& content);

  // Below `urgent`: whether an answer could change anything.
  bool Matters(QuestionIndex question, const Answers& answers,
               const Triage& triage) const;
  // At `urgent`: whether an answer could raise the level.
  bool CouldRaise(QuestionIndex question, const Answers& answers,
                  Level level) const;
  // Some part of a rule is answered in the bad sense, and this question is a
  // part of it that is still open: it is asked next.
  bool CompletesRule(QuestionIndex question, const Answers& answers,
                     const Triage& triage) const;

 private:
  bool MovesPrecaution(QuestionIndex question, const Answers& answers) const;
  bool MovesCause(QuestionIndex question, const Answers& answers) const;
  bool MovesPlan(QuestionIndex question, const Answers& answers,
                 const Triage& triage) const;

  // The least and the greatest score that a cause can still reach.
  struct Span {
    int least = 0;
    int most = 0;
  };
  Span SpanOf(int cause, const Answers& answers) const;
  bool MovesFirst(int cause, const Span& span, const Answers& answers) const;
  bool SettlesAnother(QuestionIndex question, const Answers& answers) const;

  struct RuleRef {
    int precaution;
    int rule;
  };
  const Rule& rule(RuleRef ref) const {
    return content_.precautions()[ref.precaution].rules[ref.rule];
  }

  const Content& content_;
  // By question: what looks at it.
  std::vector<std::vector<RuleRef>> rules_;
  std::vector<std::vector<int>> causes_;
  std::vector<std::vector<int>> advice_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_POLICY_RELEVANCE_H_
