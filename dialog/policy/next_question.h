// Which question comes next, or that there is enough.
//
//   QuestionPolicy policy(content);
//   OpenQuestions next = policy.Next(state, triage, manner);
//   if (next.none()) …                       // enough is known
//
// Const and stateless: a snapshot in, one action out. Order: what completes a
// raised flag; then content order, which runs consent, emergency, red flags,
// history, habits, body; a question that could change nothing is left out.

#ifndef FIRSTVISIT_DIALOG_POLICY_NEXT_QUESTION_H_
#define FIRSTVISIT_DIALOG_POLICY_NEXT_QUESTION_H_

#include <vector>

#include "dialog/assessment/triage.h"
#include "dialog/content/content.h"
#include "dialog/policy/relevance.h"
#include "dialog/state/session_state.h"
#include "firstvisit/session/v1/session.pb.h"

namespace firstvisit {

// How the caller wants to be asked.
struct Manner {
  int group_size = 1;           // yes/no questions asked in one breath, at most
  bool full_interview = false;  // also what could change nothing
  bool has_reference = false;   // the caller brought a booking
};

// The manner that a session was opened with.
Manner MannerOf(const session::v1::Opening& opening);

class QuestionPolicy {
 public:
  explicit QuestionPolicy(const Content& content);

  // The questions to put next; none: the interview is at its end.
  OpenQuestions Next(const SessionState& state, const Triage& triage,
                     const Manner& manner) const;
  // What would be asked one by one as things stand, safety questions first.
  std::vector<QuestionIndex> WorthAsking(const SessionState& state,
                                         const Triage& triage) const;
  // How many turns are left if no answer opens a further question.
  int TurnsLeft(const SessionState& state, const Triage& triage,
                const Manner& manner) const;

 private:
  bool Asks(QuestionIndex question, const SessionState& state,
            const Triage& triage, const Manner& manner) const;
  bool NeedsReferral(const Triage& triage) const;
  OpenQuestions WithGroup(QuestionIndex question, const SessionState& state,
                          const Triage& triage, const Manner& manner) const;

  const Content& content_;
  Relevance relevance_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_POLICY_NEXT_QUESTION_H_
