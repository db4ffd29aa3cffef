// The way of one turn: fold the log, hear the input, take it up, let policy say
// what comes, put it into words. What reads a session without a turn stands in
// interview_views.cc. Tests: interview_test.cc and tests/conversations.

#include "dialog/interview.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/state/fact.h"
#include "dialog/state/told.h"

namespace firstvisit {

using session::v1::SessionLog;
using session::v1::TurnEvent;

Interview::Interview(std::shared_ptr<const Content> content,
                     std::shared_ptr<const Understander> understander,
                     content::v1::Clinic clinic, absl::Duration idle_limit)
    : content_(std::move(content)),
      understander_(std::move(understander)),
      clinic_(std::move(clinic)),
      idle_limit_(idle_limit),
      assessor_(*content_),
      explainer_(*content_, assessor_),
      policy_(*content_),
      uptake_(*content_, assessor_.rules()),
      question_text_(*content_, *understander_),
      askings_(*content_, question_text_),
      assessment_text_(*content_, assessor_.rules()),
      turn_text_(*content_, clinic_) {}

absl::StatusOr<Interview::Step> Interview::Take(const SessionLog& log,
                                                const v1::ReplyRequest& request,
                                                absl::Time now) const {
  if (request.input_case() == v1::ReplyRequest::INPUT_NOT_SET) {
    return absl::InvalidArgumentError(
        "input: say one of text, hypotheses, "
        "digits, choice, event, command");
  }
  SessionState state = Fold(*content_, log);
  Step step;
  step.event = EventOf(request, state, now);
  Uptake uptake;
  const bool resumes = state.resumable && request.event() == v1::RESUME;
  if (state.over() && !resumes) {
    uptake.notices = {Say("finished_already")};
    step.event.set_state(state.phase);
  } else if (now - state.last_active > idle_limit_) {
    step.event.set_state(v1::EXPIRED);
  } else {
    uptake = TakeUp(log, request, state, now);
    NoteUptake(uptake, step.event);
    if (uptake.on_behalf && !state.on_behalf) {
      uptake.notices.insert(uptake.notices.begin(), Say("for_someone_else"));
    }
    if (!step.event.locale().empty()) {
      uptake.notices.insert(uptake.notices.begin(), Say("locale_switched"));
    }
  }
  uptake.notices = WithUnheard(*content_, state.told, request.played(),
                               std::move(uptake.notices));
  NoteTold(*content_, uptake.notices, step.event);
  const OpenQuestions before = uptake.then == Uptake::Then::kBack
                                   ? OpenBefore(*content_, state)
                                   : state.open;
  ApplyFacts(*content_, step.event, state);
  Outlook outlook;
  if (step.event.state() == v1::STATE_UNSPECIFIED) {
    outlook = LookAhead(log, state);
    GoOn(uptake, before, outlook, state, step.event);
  }
  ApplyAsked(*content_, step.event, state);
  Compose(log, state, outlook, uptake.notices, step.turn);
  NoteUnderstood(step.event, state.turn, step.turn.own());
  step.erase = state.over() && !state.resumable && !Consented(state);
  return step;
}

Interview::Outlook Interview::LookAhead(const SessionLog& log,
                                        const SessionState& state) const {
  Outlook outlook;
  outlook.triage = assessor_.rules().Judge(state.answers);
  outlook.agenda =
      policy_.Draw(state.answers, outlook.triage, MannerOf(log.opening()));
  return outlook;
}

Uptake Interview::TakeUp(const SessionLog& log, const v1::ReplyRequest& request,
                         const SessionState& state, absl::Time now) const {
  const Surroundings surroundings = {log.opening().channel().handoff() ||
                                     !clinic_.takes_over().empty()};
  switch (request.input_case()) {
    case v1::ReplyRequest::kEvent:
      return uptake_.FromEvent(state, request.event(), surroundings);
    case v1::ReplyRequest::kCommand:
      return uptake_.FromCommand(state, request.command(), surroundings);
    default:
      break;
  }
  Understander::Context context;
  context.locale = state.locale;
  if (!request.locale().empty()) {
    context.locale = content_->locale(request.locale()).locale;
  }
  context.open = state.open.topics();
  context.confirming = state.open.confirm != kNoQuestion;
  context.now = now;
  context.answers = &state.answers;
  context.on_behalf = state.on_behalf;
  context.last = state.last_answered();
  Uptake uptake =
      uptake_.FromHearing(state, Hear(request, context), surroundings);
  return HeardTheQuestion(request, state)
             ? uptake
             : uptake_.NotHeard(state, uptake, surroundings);
}

// As far as the caller tells what was heard.
bool Interview::HeardTheQuestion(const v1::ReplyRequest& request,
                                 const SessionState& state) const {
  return request.played().empty() || state.open.none() ||
         absl::c_linear_search(
             request.played(),
             question_text_.PromptId(state.open, AsksTheRest(*content_, state),
                                     content_->locale(state.locale)));
}

Hearing Interview::Hear(const v1::ReplyRequest& request,
                        const Understander::Context& context) const {
  switch (request.input_case()) {
    case v1::ReplyRequest::kHypotheses:
      return understander_->ReadHypotheses(request.hypotheses(), context);
    case v1::ReplyRequest::kDigits:
      return understander_->ReadDigits(request.digits(), context);
    case v1::ReplyRequest::kChoice:
      return understander_->ReadChoice(request.choice(), context);
    default:
      return understander_->Read(request.text(), context);
  }
}

// Works out what comes after `uptake`, whose facts `state` holds already.
// `before`: what was open then, or is to be open again.
void Interview::GoOn(const Uptake& uptake, const OpenQuestions& before,
                     const Outlook& outlook, SessionState& state,
                     TurnEvent& event) const {
  const Triage& triage = outlook.triage;
  OpenQuestions open;
  if (triage.recorded_level >= content::v1::EMERGENCY_NOW) {
    event.set_state(v1::REFERRED);
  } else if (uptake.then == Uptake::Then::kEnd) {
    event.set_state(uptake.end);
    // A line that went dead is picked up where it broke.
    if (event.event() == v1::HANGUP) open = before;
  } else if (uptake.then == Uptake::Then::kNext) {
    open = NextQuestions(uptake, outlook, state);
    if (open.none()) {
      event.set_state(triage.level >= content::v1::URGENT ? v1::REFERRED
                                                          : v1::DONE);
    }
  } else {
    open = before;
    open.attempt += uptake.then == Uptake::Then::kRetry ? 1 : 0;
  }
  if (event.state() == v1::STATE_UNSPECIFIED) {
    event.set_state(open.confirm == kNoQuestion ? v1::ASKING : v1::CONFIRMING);
  }
  NoteAsked(*content_, open, *event.mutable_asked());
}

// The facts have left what is open as it was.
OpenQuestions Interview::NextQuestions(const Uptake& uptake,
                                       const Outlook& outlook,
                                       SessionState& state) const {
  if (!state.pending.empty()) {
    OpenQuestions confirm;
    confirm.confirm = content_->FindQuestion(state.pending[0].question());
    return confirm;
  }
  if (uptake.open_apart) {
    state.apart.Add(content_->questions()[state.open.questions[0]].group);
  }
  return policy_.Next(state, outlook.triage, outlook.agenda);
}

// The facts are the event's from then on.
void Interview::NoteUptake(Uptake& uptake, TurnEvent& event) const {
  event.set_match(uptake.match);
  event.set_command(uptake.command);
  event.set_on_behalf(uptake.on_behalf);
  for (session::v1::Fact& fact : uptake.facts) {
    *event.add_facts() = std::move(fact);
  }
  for (session::v1::Fact& fact : uptake.pending) {
    *event.add_pending() = std::move(fact);
  }
}

TurnEvent Interview::EventOf(const v1::ReplyRequest& request,
                             const SessionState& state, absl::Time now) const {
  TurnEvent event;
  event.set_time_ms(absl::ToUnixMillis(now));
  if (request.has_text()) event.set_words(request.text());
  if (request.has_digits()) event.set_digits(request.digits());
  if (request.has_choice()) event.set_choice(request.choice());
  if (request.has_event()) event.set_event(request.event());
  if (request.has_hypotheses()) {
    *event.mutable_hypotheses() = request.hypotheses();
  }
  *event.mutable_played() = request.played();
  if (request.locale().empty()) return event;
  const std::string& locale = content_->locale(request.locale()).locale;
  if (locale != state.locale) event.set_locale(locale);
  return event;
}

// `outlook` is looked at while the conversation goes on.
void Interview::Compose(const SessionLog& log, const SessionState& state,
                        const Outlook& outlook,
                        const std::vector<Notice>& notices,
                        LentTurn& lent) const {
  const LocaleWording& wording = content_->locale(state.locale);
  v1::Turn& turn = lent.own();
  turn.set_session(log.id());
  turn.set_turn(state.turn);
  turn.set_state(state.phase);
  turn.set_locale(wording.locale);
  turn.set_content_hash(log.opening().content_hash());
  const absl::Time expires = state.last_active + idle_limit_;
  turn.mutable_expires_at()->set_seconds(absl::ToUnixSeconds(expires));
  if (state.turn == 1) turn_text_.Greet(wording, turn);
  turn_text_.Say(notices, wording, turn);
  turn.mutable_progress()->set_asked(state.questions_put);
  if (!state.over()) {
    // Causes and advice are for the end; until then triage is enough.
    turn.mutable_progress()->set_at_most_left(
        policy_.TurnsLeft(state, outlook.agenda));
    askings_.Ask(state.open, AsksTheRest(*content_, state), wording,
                 log.opening().channel(), lent);
    return;
  }
  const Conclusion conclusion = assessor_.Conclude(state.answers);
  v1::Assessment assessment = assessment_text_.Write(
      conclusion, state.answers, wording, ClinicFillings(clinic_, wording));
  turn_text_.End(state.phase, state.resumable, assessment, wording, turn);
  if (Consented(state) || state.phase == v1::REFERRED) {
    *turn.mutable_assessment() = std::move(assessment);
  }
}

void Interview::NoteUnderstood(const TurnEvent& event, int number,
                               v1::Turn& turn) const {
  turn.set_match(event.match());
  for (const session::v1::Fact& fact : event.facts()) {
    v1::Answer& answer = *turn.add_understood();
    const Question& question =
        content_->questions()[content_->FindQuestion(fact.question())];
    WriteApi(question, AnswerOf(question, fact), answer);
    const absl::string_view words = WordsOf(fact, event);
    answer.set_words(words.data(), words.size());
    answer.set_turn(number);
    answer.set_confidence(fact.confidence());
  }
}

bool Interview::Consented(const SessionState& state) const {
  const QuestionIndex consent = uptake_.consent();
  return consent == kNoQuestion || state.records[consent].answer.is(kYes);
}

}  // namespace firstvisit
