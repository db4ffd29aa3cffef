// What one input does to a session: which facts are recorded, which wait for a
// strict yes/no, whether the question stands, what is said about it.
//
//   UptakeRules rules(content, triage_rules);
//   Uptake uptake = rules.FromHearing(state, hearing, surroundings);
//   if (uptake.then == Uptake::Then::kNext) …policy…
//
// Here stand the rules of hearing: a volunteered harmless value never clears a
// safety question, an uncertain "yes" is confirmed once, silence and mismatch
// share one budget and end in "unsure", never in "no". Pure, immutable.

#ifndef FIRSTVISIT_DIALOG_STATE_UPTAKE_H_
#define FIRSTVISIT_DIALOG_STATE_UPTAKE_H_

#include <string>
#include <vector>

#include "dialog/assessment/triage.h"
#include "dialog/content/content.h"
#include "dialog/state/session_state.h"
#include "dialog/understanding/hearing.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// Something to be said before the next question.
struct Notice {
  enum class Kind { kPhrase, kHelp, kWhy, kEmergency, kRange, kUnderstood };
  Kind kind = Kind::kPhrase;
  std::string phrase;                    // kPhrase
  // kHelp, kWhy, kRange, kUnderstood; for a phrase what its {label} names.
  QuestionIndex question = kNoQuestion;
  Answer answer;  // kUnderstood: what was taken without having been asked
};

struct Uptake {
  enum class Then {
    kNext,   // policy decides what comes
    kAgain,  // the same question, the same wording
    kRetry,  // the same question, the next reprompt
    kBack,   // the question before
    kEnd,    // the conversation ends in `end`
  };

  Then then = Then::kNext;
  v1::State end = v1::STATE_UNSPECIFIED;
  v1::Match match = v1::MATCH_UNSPECIFIED;
  v1::Command command = v1::COMMAND_UNSPECIFIED;
  std::vector<session::v1::Fact> facts;
  std::vector<session::v1::Fact> pending;
  std::vector<Notice> notices;
  bool open_apart = false;  // the group's members are asked one by one
  bool on_behalf = false;
};

// A phrase of the catalogue; `question` fills in its {label}.
Notice Say(std::string phrase, QuestionIndex question = kNoQuestion);

// What the channel and the clinic offer.
struct Surroundings {
  bool handoff = false;  // a person can take over
};

class UptakeRules {
 public:
  UptakeRules(const Content& content, const TriageRules& rules);

  // Words, keys or a choice. An empty input is silence.
  Uptake FromHearing(const SessionState& state, const Hearing& hearing,
                     const Surroundings& surroundings) const;
  Uptake FromCommand(const SessionState& state, v1::Command command,
                     const Surroundings& surroundings) const;
  // `uptake`, where what was open was not heard to its end: a "no" to it clears
  // nothing, and it is put again. What else was said stands.
  Uptake NotHeard(const SessionState& state, const Uptake& uptake,
                  const Surroundings& surroundings) const;
  // NO_INPUT, HANGUP or RESUME.
  Uptake FromEvent(const SessionState& state, v1::Event event,
                   const Surroundings& surroundings) const;

  // Whether the answer is known to be harmless, or known to be harmful, for a
  // safety question, all other answers as they are.
  Truth Harmless(QuestionIndex question, const Answer& answer,
                 const Answers& answers) const;

  // The question that asks for consent; kNoQuestion: there is none.
  QuestionIndex consent() const { return consent_; }

 private:
  bool ConfirmsAlarm(const SessionState& state) const;
  Uptake Alarm(const SessionState& state, const Hearing& hearing) const;
  Uptake Ask(const SessionState& state, const Hearing& hearing) const;
  Uptake Confirmed(const SessionState& state, const Hearing& hearing,
                   const Surroundings& surroundings) const;
  Uptake Answered(const SessionState& state, const Hearing& hearing,
                  const Surroundings& surroundings) const;
  Uptake NoneOfGroup(const SessionState& state) const;
  Uptake Fail(const SessionState& state, v1::Match match,
              const Surroundings& surroundings) const;
  Uptake GiveUp(const SessionState& state, v1::Match match,
                const Surroundings& surroundings) const;
  Uptake DeclineConsent(v1::Match match) const;
  Uptake Skip(const SessionState& state) const;
  // False: the fact does not answer; the question is put again.
  bool TakeOpen(const SessionState& state, const HeardFact& heard,
                Uptake& uptake) const;
  void TakeVolunteered(const SessionState& state, const HeardFact& heard,
                       Uptake& uptake) const;
  void TakeUnasked(const HeardFact& heard, Uptake& uptake) const;
  void TakeAllVolunteered(const SessionState& state, const Hearing& hearing,
                          Uptake& uptake) const;
  session::v1::Fact FactOf(const HeardFact& heard,
                           v1::Confidence confidence) const;

  const Content& content_;
  const TriageRules& rules_;
  std::vector<bool> relief_;  // by question: some rule is lifted by it
  QuestionIndex alarm_ = kNoQuestion;
  QuestionIndex consent_ = kNoQuestion;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_STATE_UPTAKE_H_
