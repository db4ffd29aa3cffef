// Which question comes next, or that there is enough.
//
//   QuestionPolicy policy(content);
//   const Agenda agenda = policy.Draw(state.answers, triage, manner);
//   OpenQuestions next = policy.Next(state, triage, agenda);
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
#include "dialog/content/position_set.h"
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

// What would be asked as things stand, each question by itself. Drawn up once
// for all that is asked of the policy in a turn.
struct Agenda {
  Manner manner;
  PositionSet asks;
};

class QuestionPolicy {
 public:
  explicit QuestionPolicy(const Content& content);

  Agenda Draw(const Answers& answers, const Triage& triage,
              const Manner& manner) const;
  // The questions to put next; none: the interview is at its end.
  OpenQuestions Next(const SessionState& state, const Triage& triage,
                     const Agenda& agenda) const;
  // How many turns are left if no answer opens a further question.
  int TurnsLeft(const SessionState& state, const Agenda& agenda) const;
  // What would be asked one by one as things stand, safety questions first.
  std::vector<QuestionIndex> WorthAsking(const Answers& answers,
                                         const Triage& triage) const;

 private:
  bool Asks(QuestionIndex question, const Answers& answers,
            const Triage& triage, const Manner& manner,
            const Marks& marks) const;
  bool NeedsReferral(const Triage& triage) const;
  OpenQuestions WithGroup(QuestionIndex question, const SessionState& state,
                          const Agenda& agenda) const;

  // What Asks wants to know of a question, side by side in memory.
  struct Traits {
    bool consent = false;
    bool optional = false;
    bool for_referral = false;
    bool always_asked = false;
  };

  const Content& content_;
  const Relevance relevance_;
  std::vector<Traits> traits_;  // by question
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_POLICY_NEXT_QUESTION_H_
