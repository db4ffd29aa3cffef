// Tests: session_state_test.cc; that a correction leaves nothing behind is also
// proved over all two-step corrections in dialog/proof.

#include "dialog/state/session_state.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

using session::v1::Asked;
using session::v1::Fact;
using session::v1::TurnEvent;

OpenQuestions FromAsked(const Content& content, const Asked& asked) {
  OpenQuestions open;
  open.questions.reserve(asked.questions_size());
  for (const std::string& id : asked.questions()) {
    const QuestionIndex index = content.FindQuestion(id);
    if (index != kNoQuestion) open.questions.push_back(index);
  }
  if (!asked.confirm().empty()) {
    open.confirm = content.FindQuestion(asked.confirm());
  }
  open.attempt = asked.attempt();
  return open;
}

// Notes what has been put to the person. What is open is read off the last of
// the asked alone.
void PutQuestions(const Content& content, const Asked& asked,
                  SessionState& state) {
  state.asked = &asked;
  bool fresh = false;
  int count = 0;
  int group = -1;
  for (const std::string& id : asked.questions()) {
    const QuestionIndex question = content.FindQuestion(id);
    if (question == kNoQuestion) continue;
    fresh |= !state.put[question];
    state.put.Add(question);
    ++count;
    group = content.questions()[question].group;
  }
  if (fresh && asked.attempt() == 0) ++state.questions_put;
  if (count == 1 && group >= 0) state.apart.Add(group);
}

void Withdraw(QuestionIndex question, SessionState& state) {
  const Record& record = state.records[question];
  if (!record.answer.open()) state.withdrawn.push_back({question, record});
}

// Replaces a record and notes what was there, so that "back" can restore it.
void Put(QuestionIndex question, const Record& record, SessionState& state) {
  Withdraw(question, state);
  state.changes.push_back({question, state.records[question]});
  state.records[question] = record;
}

void Resettle(const Content& content, SessionState& state) {
  state.answers.resize(state.records.size());
  for (size_t i = 0; i < state.records.size(); ++i) {
    state.answers[i] = state.records[i].answer;
  }
  SettleInPlace(content, state.answers);
}

// Follow-ups of a question whose answer was changed do not outlive it.
void WithdrawDependents(const Content& content, QuestionIndex changed,
                        SessionState& state) {
  for (QuestionIndex dependent : content.questions()[changed].opens) {
    if (state.records[dependent].answer.open()) continue;
    if (content.questions()[dependent].ask_when.Known(state.answers) ==
        Truth::kFalse) {
      Put(dependent, Record(), state);
      Resettle(content, state);
    }
  }
}

void RecordFacts(const Content& content, const TurnEvent& event,
                 SessionState& state) {
  if (event.facts().empty()) return;
  state.trail.push_back({state.asked, state.changes.size()});
  for (const Fact& fact : event.facts()) {
    const QuestionIndex question = content.FindQuestion(fact.question());
    if (question == kNoQuestion) continue;
    const bool changed = !state.records[question].answer.open();
    Put(question,
        {AnswerOf(content.questions()[question], fact), fact.confidence(),
         state.turn, &fact, &event},
        state);
    if (!changed) continue;
    Resettle(content, state);
    WithdrawDependents(content, question, state);
  }
}

void GoBack(SessionState& state) {
  if (state.trail.empty()) return;
  const size_t first = state.trail.back().first_change;
  state.trail.pop_back();
  while (state.changes.size() > first) {
    const SessionState::Change& change = state.changes.back();
    Withdraw(change.question, state);
    state.records[change.question] = change.before;
    state.changes.pop_back();
  }
}

// The answers are left unsettled, and what waits for a yes/no as it was: a fold
// does both once, at its end.
void TakeFacts(const Content& content, const TurnEvent& event,
               SessionState& state) {
  ++state.turn;
  state.last_active = absl::FromUnixMillis(event.time_ms());
  if (!event.locale().empty()) state.locale = event.locale();
  state.on_behalf |= event.on_behalf();
  if (event.command() == v1::BACK) GoBack(state);
  RecordFacts(content, event, state);
}

void NotePending(const TurnEvent& event, SessionState& state) {
  state.pending.assign(event.pending().begin(), event.pending().end());
}

// Where the turn left the conversation, but for what is open.
void NotePhase(const TurnEvent& event, SessionState& state) {
  // A conversation that is over and stays over stays as resumable as it was.
  if (event.state() != v1::STOPPED || state.phase != v1::STOPPED) {
    state.resumable =
        event.event() == v1::HANGUP && event.state() == v1::STOPPED;
  }
  state.phase = event.state();
}

void NoteTold(const TurnEvent& event, SessionState& state) {
  state.told.assign(event.told().begin(), event.told().end());
}

// A mark at `at` that ends a sentence: not the one in "3.5" or "e.g.".
bool EndsSentence(absl::string_view words, size_t at) {
  switch (words[at]) {
    case '\n':
      return true;
    case '.':
    case '!':
    case '?':
    case ';':
      return at + 1 == words.size() || absl::ascii_isspace(words[at + 1]);
    default:
      return false;
  }
}

}  // namespace

absl::string_view InputWords(const TurnEvent& event) {
  if (event.has_hypotheses() && event.hypotheses().hypotheses_size() > 0) {
    return event.hypotheses().hypotheses(0).text();
  }
  if (!event.digits().empty()) return event.digits();
  return event.choice().empty() ? event.words() : event.choice();
}

absl::string_view WordsOf(const Fact& fact, const TurnEvent& event) {
  const absl::string_view words = InputWords(event);
  const size_t begin = fact.begin();
  if (event.has_hypotheses() || fact.end() <= fact.begin() ||
      begin >= words.size()) {
    return words;
  }
  // The whole sentence: "not really" alone tells a therapist little.
  size_t from = begin, to = std::min<size_t>(fact.end(), words.size());
  while (from > 0 && !EndsSentence(words, from - 1)) --from;
  while (to < words.size() && !EndsSentence(words, to - 1)) ++to;
  return absl::StripAsciiWhitespace(words.substr(from, to - from));
}

OpenQuestions OpenBefore(const Content& content, const SessionState& state) {
  OpenQuestions open = FromAsked(content, *state.trail.back().asked);
  open.attempt = 0;
  return open;
}

bool AsksTheRest(const Content& content, const SessionState& state) {
  const OpenQuestions& open = state.open;
  if (open.questions.size() < 2 || open.confirm != kNoQuestion) return false;
  const int group = content.questions()[open.questions[0]].group;
  return group >= 0 &&
         absl::c_any_of(content.groups()[group].members,
                        [&](QuestionIndex member) {
                          return state.put[member] &&
                                 !absl::c_linear_search(open.questions, member);
                        });
}

Answers SessionState::Given() const {
  Answers given;
  given.reserve(records.size());
  for (const Record& record : records) given.push_back(record.answer);
  return given;
}

void Apply(const Content& content, const TurnEvent& event,
           SessionState& state) {
  ApplyFacts(content, event, state);
  ApplyAsked(content, event, state);
}

void ApplyFacts(const Content& content, const TurnEvent& event,
                SessionState& state) {
  TakeFacts(content, event, state);
  NotePending(event, state);
  // What changes no answer leaves them settled.
  if (!event.facts().empty() || event.command() == v1::BACK) {
    Resettle(content, state);
  }
}

void ApplyAsked(const Content& content, const TurnEvent& event,
                SessionState& state) {
  NotePhase(event, state);
  NoteTold(event, state);
  PutQuestions(content, event.asked(), state);
  state.open = FromAsked(content, event.asked());
}

SessionState Fold(const Content& content, const session::v1::SessionLog& log) {
  SessionState state;
  state.records.resize(content.questions().size());
  state.put = PositionSet(content.questions().size());
  state.apart = PositionSet(content.groups().size());
  state.locale = log.opening().locale();
  state.phase = v1::ASKING;
  state.turn = 1;
  state.last_active = absl::FromUnixMillis(log.opening().time_ms());
  for (const Fact& fact : log.opening().known()) {
    const QuestionIndex question = content.FindQuestion(fact.question());
    if (question == kNoQuestion) continue;
    state.records[question].answer =
        AnswerOf(content.questions()[question], fact);
    state.records[question].confidence = fact.confidence();
  }
  PutQuestions(content, log.opening().asked(), state);
  state.trail.reserve(log.events_size() + 1);
  state.changes.reserve(content.questions().size());
  for (const TurnEvent& event : log.events()) {
    TakeFacts(content, event, state);
    NotePhase(event, state);
    PutQuestions(content, event.asked(), state);
  }
  // What only the last turn decides is worked out once.
  if (!log.events().empty()) {
    NotePending(*log.events().rbegin(), state);
    NoteTold(*log.events().rbegin(), state);
  }
  state.open = FromAsked(content, *state.asked);
  Resettle(content, state);
  return state;
}

void NoteAsked(const Content& content, const OpenQuestions& open,
               Asked& asked) {
  for (QuestionIndex question : open.questions) {
    asked.add_questions(content.questions()[question].id());
  }
  if (open.confirm != kNoQuestion) {
    asked.set_confirm(content.questions()[open.confirm].id());
  }
  asked.set_attempt(open.attempt);
}

}  // namespace firstvisit
