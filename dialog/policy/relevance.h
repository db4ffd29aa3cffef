// Could an answer to this question still change anything?
//
//   Relevance relevance(content);
//   const Marks moved = relevance.Moved(answers, triage);
//   if (relevance.Matters(sitting_breaks, moved, answers)) …
//
// A question matters while some answer to it could change the level, a
// precaution, the band of a cause, which cause comes first, or the plan, or
// while its being open keeps the level up. Each rule, piece of evidence and
// advice is judged once per snapshot and marks the questions that it looks at.
// Pure, immutable; `content` must outlive it.

#ifndef FIRSTVISIT_DIALOG_POLICY_RELEVANCE_H_
#define FIRSTVISIT_DIALOG_POLICY_RELEVANCE_H_

#include <cstddef>
#include <vector>

#include "dialog/assessment/triage.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/content/position_set.h"

namespace firstvisit {

// Some questions.
using Marks = PositionSet;

class Relevance {
 public:
  explicit Relevance(const Content& content);

  // Below `urgent`: questions that could themselves change something.
  Marks Moved(const Answers& answers, const Triage& triage) const;
  // The same, or through what its answer would open.
  bool Matters(QuestionIndex question, const Marks& moved,
               const Answers& answers) const;
  // At `urgent`: questions that could raise the level.
  Marks Raising(const Triage& triage) const;
  // Open questions of a rule of which some other part is answered in the bad
  // sense: they are asked next.
  Marks Completing(const Answers& answers, const Triage& triage) const;

 private:
  void MarkPrecautions(const Triage& triage, Marks& moved) const;
  void MarkCauses(const Answers& answers, Marks& moved) const;
  void MarkPlan(const Answers& answers, const Triage& triage,
                Marks& moved) const;
  void MarkImplied(const Answers& answers, Marks& moved) const;

  // The least and the greatest score that a cause can still reach.
  struct Span {
    int least = 0;
    int most = 0;
  };
  // What is open about a cause: its span, and all that its open evidence looks
  // at.
  struct Prospect {
    Span span;
    Marks undecided;
  };
  Prospect ProspectOf(const Cause& cause, const Answers& answers) const;
  bool MayMove(size_t cause, const std::vector<Span>& spans) const;
  bool MovesFirst(size_t cause, const std::vector<Span>& spans) const;
  // Safety questions answered in the bad sense.
  Marks AnsweredBadly(const Answers& answers) const;

  const Content& content_;
  // By cause: all that its evidence looks at, and its prospect at the outset.
  // Until one of these is answered nothing about the cause has to be judged.
  std::vector<Marks> looks_at_;
  std::vector<Prospect> outset_;
  std::vector<const Rule*> combinations_;  // rules of several parts
  // Questions that a value may be implied for.
  std::vector<QuestionIndex> implied_;
  std::vector<QuestionIndex> safety_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_POLICY_RELEVANCE_H_
