// The other half of Interview: opening a conversation, and reading one.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "dialog/interview.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

using session::v1::Fact;
using session::v1::SessionLog;
using session::v1::TurnEvent;

google::protobuf::Timestamp Timestamp(std::int64_t milliseconds) {
  google::protobuf::Timestamp time;
  time.set_seconds(milliseconds / 1000);
  time.set_nanos(static_cast<int>(milliseconds % 1000) * 1'000'000);
  return time;
}

std::int64_t LastTime(const SessionLog& log) {
  return log.events().empty() ? log.opening().time_ms()
                              : log.events(log.events_size() - 1).time_ms();
}

v1::Answer ToApi(const Content& content, QuestionIndex question,
                 const Record& record) {
  v1::Answer answer = ToApi(content, question, record.answer);
  const std::string words(record.words());
  if (record.answer.kind == Answer::Kind::kText) answer.set_text(words);
  answer.set_words(words);
  answer.set_turn(record.turn);
  answer.set_confidence(record.confidence);
  return answer;
}

absl::Status DoesNotFit(absl::string_view field, int index) {
  const std::string place = absl::StrCat(field, "[", index, "]");
  return InvalidArgument(
      "DOES_NOT_FIT", place,
      absl::StrCat(place, " names no question of this protocol, or its value "
                          "is none that the question takes. GetProtocol lists "
                          "both."));
}

// What stands in the transcript for an input.
std::string Spoken(const TurnEvent& event) {
  if (!InputWords(event).empty()) return std::string(InputWords(event));
  if (event.event() != v1::EVENT_UNSPECIFIED) {
    return absl::StrCat("(", v1::Event_Name(event.event()), ")");
  }
  return event.command() == v1::COMMAND_UNSPECIFIED
             ? ""
             : absl::StrCat("(", v1::Command_Name(event.command()), ")");
}

}  // namespace

absl::StatusOr<Interview::Opened> Interview::Open(
    const v1::StartSessionRequest& request, absl::string_view session_id,
    absl::string_view principal, absl::Time now) const {
  Opened opened;
  SessionLog& log = opened.log;
  log.set_id(std::string(session_id));
  log.set_principal(std::string(principal));
  session::v1::Opening& opening = *log.mutable_opening();
  opening.set_time_ms(absl::ToUnixMillis(now));
  opening.set_protocol(content_->protocol().id());
  opening.set_content_hash(content_->hash());
  opening.set_locale(content_->locale(request.locale()).locale);
  *opening.mutable_channel() = request.channel();
  opening.set_reference(request.reference());
  opening.set_full_interview(request.full_interview());
  const absl::Status known = TakeKnown(request, opening);
  if (!known.ok()) return known;
  const SessionState state = Fold(*content_, log);
  const Outlook outlook = LookAhead(log, state);
  NoteAsked(*content_, policy_.Next(state, outlook.triage, outlook.agenda),
            *opening.mutable_asked());
  LentTurn turn;
  Compose(log, Fold(*content_, log), outlook, {}, turn);
  opened.turn = *turn;
  return opened;
}

// What the caller knows may raise a safety question, never clear it.
absl::Status Interview::TakeKnown(const v1::StartSessionRequest& request,
                                  session::v1::Opening& opening) const {
  for (int i = 0; i < request.known_size(); ++i) {
    const v1::Answer& known = request.known(i);
    const QuestionIndex index = content_->FindFact(known.question_id());
    if (index == kNoQuestion) return DoesNotFit("known", i);
    const Question& question = content_->questions()[index];
    const Answer answer = FromApi(question, known);
    if (answer.open()) return DoesNotFit("known", i);
    if (index == uptake_.consent()) {
      return InvalidArgument("CONSENT_IS_PERSONAL",
                             absl::StrCat("known[", i, "]"),
                             "Consent can only be given by the person; leave "
                             "it out, and it is asked.");
    }
    const bool clears =
        question.spec.safety() && !question.spec.caller_may_clear() &&
        uptake_.Harmless(index, answer,
                         Answers(content_->questions().size())) !=
            Truth::kFalse;
    if (clears) continue;  // it is asked
    *opening.add_known() = ToFact(*content_, index, answer, v1::CERTAIN);
  }
  return absl::OkStatus();
}

v1::Turn Interview::Current(const SessionLog& log, absl::Time) const {
  const SessionState state = Fold(*content_, log);
  LentTurn turn;
  Compose(log, state, LookAhead(log, state), {}, turn);
  return *turn;
}

v1::Session Interview::Read(const SessionLog& log, absl::Time now) const {
  const SessionState state = Fold(*content_, log);
  v1::Session session;
  session.set_session(log.id());
  session.set_reference(ReferenceOf(log, state));
  session.set_protocol(log.opening().protocol());
  session.set_locale(state.locale);
  session.set_state(PhaseAt(state, now));
  session.set_content_hash(log.opening().content_hash());
  *session.mutable_create_time() = Timestamp(log.opening().time_ms());
  *session.mutable_update_time() = Timestamp(LastTime(log));
  *session.mutable_assessment() = Assess(state, state.locale);
  AddAnswers(state, *session.mutable_answers());
  v1::TranscriptEntry* entry = session.add_transcript();
  entry->set_turn(1);
  *entry->mutable_asked() = log.opening().asked().questions();
  *entry->mutable_time() = Timestamp(log.opening().time_ms());
  for (const TurnEvent& event : log.events()) {
    entry = session.add_transcript();
    entry->set_turn(session.transcript_size());
    entry->set_input(Spoken(event));
    entry->set_match(event.match());
    *entry->mutable_asked() = event.asked().questions();
    *entry->mutable_time() = Timestamp(event.time_ms());
    v1::Turn turn;
    NoteUnderstood(event, entry->turn(), turn);
    *entry->mutable_understood() = turn.understood();
  }
  return session;
}

v1::Report Interview::Report(const SessionLog& log, absl::string_view locale,
                             absl::Time now) const {
  const SessionState state = Fold(*content_, log);
  v1::Report report;
  report.set_session(log.id());
  report.set_reference(ReferenceOf(log, state));
  *report.mutable_create_time() = Timestamp(log.opening().time_ms());
  *report.mutable_update_time() = Timestamp(LastTime(log));
  report.set_state(PhaseAt(state, now));
  *report.mutable_assessment() =
      Assess(state, locale.empty() ? state.locale : locale);
  AddAnswers(state, *report.mutable_answers());
  for (const SessionState::Withdrawn& gone : state.withdrawn) {
    *report.add_withdrawn() = ToApi(*content_, gone.question, gone.record);
  }
  for (size_t i = 0; i < content_->questions().size(); ++i) {
    if (!state.answers[i].open()) continue;
    const std::string& id = content_->questions()[i].id();
    state.put[i] ? report.add_not_answered(id) : report.add_not_asked(id);
  }
  return report;
}

v1::SessionSummary Interview::Summary(const SessionLog& log,
                                      absl::Time now) const {
  const SessionState state = Fold(*content_, log);
  v1::SessionSummary summary;
  summary.set_session(log.id());
  summary.set_reference(ReferenceOf(log, state));
  *summary.mutable_create_time() = Timestamp(log.opening().time_ms());
  *summary.mutable_update_time() = Timestamp(LastTime(log));
  summary.set_state(PhaseAt(state, now));
  summary.set_triage(static_cast<v1::Triage>(
      assessor_.rules().Judge(state.answers).level));
  return summary;
}

v1::Protocol Interview::Describe(absl::string_view locale) const {
  const LocaleWording& wording = content_->locale(locale);
  v1::Protocol protocol;
  protocol.set_id(content_->protocol().id());
  protocol.set_content_hash(content_->hash());
  for (const LocaleWording& served : content_->locales()) {
    protocol.add_locales(served.locale);
  }
  for (size_t i = 0; i < content_->questions().size(); ++i) {
    *protocol.add_questions() =
        question_text_.Describe(static_cast<QuestionIndex>(i), wording);
  }
  return protocol;
}

absl::StatusOr<v1::AssessResponse> Interview::Assess(
    const v1::AssessRequest& request) const {
  SessionState state = Fold(*content_, SessionLog());
  for (int i = 0; i < request.answers_size(); ++i) {
    const v1::Answer& given = request.answers(i);
    const QuestionIndex index = content_->FindFact(given.question_id());
    const Answer answer =
        index == kNoQuestion ? Answer()
                             : FromApi(content_->questions()[index], given);
    if (answer.open()) return DoesNotFit("answers", i);
    state.records[index].answer = answer;
  }
  state.answers = Settle(*content_, state.Given());
  const LocaleWording& wording = content_->locale(request.locale());
  v1::AssessResponse response;
  *response.mutable_assessment() = Assess(state, wording.locale);
  const Triage triage = assessor_.rules().Judge(state.answers);
  for (QuestionIndex question : policy_.WorthAsking(state.answers, triage)) {
    *response.add_open_questions() =
        question_text_.Describe(question, wording);
  }
  return response;
}

absl::StatusOr<v1::Explanation> Interview::Explain(
    const SessionLog& log, const v1::ExplainRequest& request) const {
  const SessionState state = Fold(*content_, log);
  const LocaleWording& wording = content_->locale(
      request.locale().empty() ? state.locale : request.locale());
  return explainer_.Explain(request, state, Assess(state, wording.locale),
                            wording);
}

v1::Assessment Interview::Assess(const SessionState& state,
                                 absl::string_view locale) const {
  const LocaleWording& wording = content_->locale(locale);
  return assessment_text_.Write(assessor_.Conclude(state.answers),
                                state.answers, wording,
                                ClinicFillings(clinic_, wording));
}

// Idle too long is a matter of the clock: no event need have noted it.
v1::State Interview::PhaseAt(const SessionState& state, absl::Time now) const {
  const bool idle = now - state.last_active > idle_limit_;
  return idle && (!state.over() || state.resumable) ? v1::EXPIRED
                                                    : state.phase;
}

// The caller's reference, or what the person gave instead.
std::string Interview::ReferenceOf(const SessionLog& log,
                                   const SessionState& state) const {
  if (!log.opening().reference().empty()) return log.opening().reference();
  for (size_t i = 0; i < content_->questions().size(); ++i) {
    if (content_->questions()[i].spec.optional() &&
        state.records[i].answer.kind == Answer::Kind::kText) {
      return std::string(state.records[i].words());
    }
  }
  return "";
}

// The answers that stand: what was given, and what follows without asking.
void Interview::AddAnswers(
    const SessionState& state,
    google::protobuf::RepeatedPtrField<v1::Answer>& answers) const {
  for (size_t i = 0; i < content_->questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (state.answers[i].open() || state.answers[i].moot()) continue;
    Record record = state.records[i];
    record.answer = state.answers[i];
    v1::Answer& answer = *answers.Add();
    answer = ToApi(*content_, question, record);
    if (record.answer != state.records[i].answer) {
      answer.set_in_place_of(
          ValueName(content_->questions()[i], state.records[i].answer));
    }
  }
}

}  // namespace firstvisit
