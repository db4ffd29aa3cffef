// THE TURN. Pure: content, what happened so far, an input and the time go in;
// what happened now and what to say come out. No socket, file, clock, lock.
//
//   Interview interview(content, understander, clinic);
//   auto opened = interview.Open(request, "s-1", now);     // log + first turn
//   auto step = interview.Take(opened->log, reply, now);   // event + turn
//   *opened->log.add_events() = step->event;
//
// A log read again with the same content yields the same turns byte for byte.
// Immutable and safe to share between threads.

#ifndef FIRSTVISIT_DIALOG_INTERVIEW_H_
#define FIRSTVISIT_DIALOG_INTERVIEW_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/content/content.h"
#include "dialog/explanation/explainer.h"
#include "dialog/policy/next_question.h"
#include "dialog/state/session_state.h"
#include "dialog/state/uptake.h"
#include "dialog/understanding/understander.h"
#include "dialog/wording/askings.h"
#include "dialog/wording/assessment_text.h"
#include "dialog/wording/lent_turn.h"
#include "dialog/wording/question_text.h"
#include "dialog/wording/turn_text.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Interview {
 public:
  // A conversation that has just begun.
  struct Opened {
    session::v1::SessionLog log;
    v1::Turn turn;
  };
  // One turn further. What the turn says is lent by the interview, which must
  // outlive it.
  struct Step {
    session::v1::TurnEvent event;
    LentTurn turn;
    // No consent: nothing of the session may be kept but the reply.
    bool erase = false;
  };

  Interview(std::shared_ptr<const Content> content,
            std::shared_ptr<const Understander> understander,
            content::v1::Clinic clinic, absl::Duration idle_limit);

  // INVALID_ARGUMENT names the field at fault.
  absl::StatusOr<Opened> Open(const v1::StartSessionRequest& request,
                              absl::string_view session_id,
                              absl::string_view principal,
                              absl::Time now) const;
  // INVALID_ARGUMENT names the field at fault. An input after the end is
  // answered with the end again.
  absl::StatusOr<Step> Take(const session::v1::SessionLog& log,
                            const v1::ReplyRequest& request,
                            absl::Time now) const;
  // What the log says now: answers, transcript, conclusion.
  v1::Session Read(const session::v1::SessionLog& log, absl::Time now) const;
  // The turn that the person has last been given, for a stale `expected_turn`.
  v1::Turn Current(const session::v1::SessionLog& log, absl::Time now) const;
  // The structured fields of a report; `body` is report/'s.
  v1::Report Report(const session::v1::SessionLog& log,
                    absl::string_view locale, absl::Time now) const;
  // Judges answers as given; nothing is filled in and nothing kept.
  // INVALID_ARGUMENT names the answer at fault.
  absl::StatusOr<v1::AssessResponse> Assess(
      const v1::AssessRequest& request) const;
  // Errors as in explanation/explainer.h.
  absl::StatusOr<v1::Explanation> Explain(
      const session::v1::SessionLog& log,
      const v1::ExplainRequest& request) const;
  // One line for a list of visits.
  v1::SessionSummary Summary(const session::v1::SessionLog& log,
                             absl::Time now) const;

  // What is served, with its questions in the locale's words.
  v1::Protocol Describe(absl::string_view locale) const;

  const Content& content() const { return *content_; }
  const content::v1::Clinic& clinic() const { return clinic_; }

 private:
  Hearing Hear(const v1::ReplyRequest& request,
               const Understander::Context& context) const;
  Uptake TakeUp(const session::v1::SessionLog& log,
                const v1::ReplyRequest& request, const SessionState& state,
                absl::Time now) const;
  // The answers as they stand, and what policy makes of them.
  struct Outlook {
    Triage triage;
    Agenda agenda;
  };
  Outlook LookAhead(const session::v1::SessionLog& log,
                    const SessionState& state) const;
  bool HeardTheQuestion(const v1::ReplyRequest& request,
                        const SessionState& state) const;
  void GoOn(const Uptake& uptake, const OpenQuestions& before,
            const Outlook& outlook, SessionState& state,
            session::v1::TurnEvent& event) const;
  OpenQuestions NextQuestions(const Uptake& uptake, const Outlook& outlook,
                              SessionState& state) const;
  session::v1::TurnEvent EventOf(const v1::ReplyRequest& request,
                                 const SessionState& state,
                                 absl::Time now) const;
  void NoteUptake(Uptake& uptake, session::v1::TurnEvent& event) const;
  void NoteUnderstood(const session::v1::TurnEvent& event, int number,
                      v1::Turn& turn) const;
  void Compose(const session::v1::SessionLog& log, const SessionState& state,
               const Outlook& outlook, const std::vector<Notice>& notices,
               LentTurn& lent) const;
  bool Consented(const SessionState& state) const;

  absl::Status TakeKnown(const v1::StartSessionRequest& request,
                         session::v1::Opening& opening) const;
  v1::Assessment Assess(const SessionState& state,
                        absl::string_view locale) const;
  v1::State PhaseAt(const SessionState& state, absl::Time now) const;
  std::string ReferenceOf(const session::v1::SessionLog& log,
                          const SessionState& state) const;
  void AddAnswers(
      const SessionState& state,
      google::protobuf::RepeatedPtrField<v1::Answer>& answers) const;

  std::shared_ptr<const Content> content_;
  std::shared_ptr<const Understander> understander_;
  const content::v1::Clinic clinic_;
  const absl::Duration idle_limit_;
  const Assessor assessor_;
  const Explainer explainer_;
  const QuestionPolicy policy_;
  const UptakeRules uptake_;
  const QuestionText question_text_;
  const Askings askings_;
  const AssessmentText assessment_text_;
  const TurnText turn_text_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_INTERVIEW_H_
