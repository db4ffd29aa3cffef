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
  for (const std::string& id : asked.questions()) {
    const QuestionIndex index = content.FindQuestion(id);
    if (index != kNoQuestion) open.questions.push_back(index);
  }
  open.confirm = content.FindQuestion(asked.confirm());
  open.attempt = asked.attempt();
  return open;
}

void NoteAsked(const Content& content, const Asked& asked,
               SessionState& state) {
  state.open = FromAsked(content, asked);
  bool fresh = false;
  for (QuestionIndex question : state.open.questions) {
    fresh |= !state.put[question];
    state.put[question] = true;
  }
  if (fresh && state.open.attempt == 0) ++state.questions_put;
  if (state.open.questions.size() == 1) {
    const int group = content.questions()[state.open.questions[0]].group;
    if (group >= 0) state.apart[group] = true;
  }
}

// Replaces a record and notes what was there, so that "back" can restore it.
void Put(QuestionIndex question, Record record, SessionState& state,
         SessionState::Station& station) {
  Record& place = state.records[question];
  station.before.emplace_back(question, place);
  if (!place.answer.open()) state.withdrawn.push_back({question, place});
  place = std::move(record);
}

void Resettle(const Content& content, SessionState& state) {
  state.answers = Settle(content, state.Given());
}

// Follow-ups of a question whose answer was changed do not outlive it.
void WithdrawDependents(const Content& content, QuestionIndex changed,
                        SessionState& state, SessionState::Station& station) {
  for (QuestionIndex dependent : content.questions()[changed].opens) {
    if (state.records[dependent].answer.open()) continue;
    if (content.questions()[dependent].ask_when.Known(state.answers) ==
        Truth::kFalse) {
      Put(dependent, Record(), state, station);
      Resettle(content, state);
    }
  }
}

void RecordFacts(const Content& content, const TurnEvent& event,
                 SessionState& state) {
  if (event.facts().empty()) return;
  SessionState::Station station;
  station.open = state.open;
  station.open.attempt = 0;
  for (const Fact& fact : event.facts()) {
    const QuestionIndex question = content.FindQuestion(fact.question());
    if (question == kNoQuestion) continue;
    const bool changed = !state.records[question].answer.open();
    Put(question,
        {FromFact(content, fact), fact.confidence(), WordsOf(fact, event),
         state.turn},
        state, station);
    if (!changed) continue;
    Resettle(content, state);
    WithdrawDependents(content, question, state, station);
  }
  state.trail.push_back(std::move(station));
}

void GoBack(SessionState& state) {
  if (state.trail.empty()) return;
  const SessionState::Station station = std::move(state.trail.back());
  state.trail.pop_back();
  for (auto it = station.before.rbegin(); it != station.before.rend(); ++it) {
    Record& place = state.records[it->first];
    if (!place.answer.open()) state.withdrawn.push_back({it->first, place});
    place = it->second;
  }
}

// The answers are left unsettled: a fold settles them once, at its end.
void TakeFacts(const Content& content, const TurnEvent& event,
               SessionState& state) {
  ++state.turn;
  state.last_active = absl::FromUnixMillis(event.time_ms());
  if (!event.locale().empty()) state.locale = event.locale();
  state.on_behalf |= event.on_behalf();
  if (event.command() == v1::BACK) GoBack(state);
  RecordFacts(content, event, state);
  state.pending.assign(event.pending().begin(), event.pending().end());
}

}  // namespace

namespace {

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

std::string WordsOf(const Fact& fact, const TurnEvent& event) {
  const absl::string_view words = InputWords(event);
  const size_t begin = fact.begin();
  if (event.has_hypotheses() || fact.end() <= fact.begin() ||
      begin >= words.size()) {
    return std::string(words);
  }
  // The whole sentence: "not really" alone tells a therapist little.
  size_t from = begin, to = std::min<size_t>(fact.end(), words.size());
  while (from > 0 && !EndsSentence(words, from - 1)) --from;
  while (to < words.size() && !EndsSentence(words, to - 1)) ++to;
  return std::string(absl::StripAsciiWhitespace(words.substr(from, to - from)));
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
  Resettle(content, state);
}

void ApplyAsked(const Content& content, const TurnEvent& event,
                SessionState& state) {
  // A conversation that is over and stays over stays as resumable as it was.
  if (event.state() != v1::STOPPED || state.phase != v1::STOPPED) {
    state.resumable =
        event.event() == v1::HANGUP && event.state() == v1::STOPPED;
  }
  state.phase = event.state();
  state.told.assign(event.told().begin(), event.told().end());
  NoteAsked(content, event.asked(), state);
}

SessionState Fold(const Content& content, const session::v1::SessionLog& log) {
  SessionState state;
  state.records.resize(content.questions().size());
  state.put.assign(content.questions().size(), false);
  state.apart.assign(content.groups().size(), false);
  state.locale = log.opening().locale();
  state.phase = v1::ASKING;
  state.turn = 1;
  state.last_active = absl::FromUnixMillis(log.opening().time_ms());
  for (const Fact& fact : log.opening().known()) {
    const QuestionIndex question = content.FindQuestion(fact.question());
    if (question == kNoQuestion) continue;
    state.records[question] = {FromFact(content, fact), fact.confidence(), "",
                               0};
  }
  NoteAsked(content, log.opening().asked(), state);
  for (const TurnEvent& event : log.events()) {
    TakeFacts(content, event, state);
    ApplyAsked(content, event, state);
  }
  Resettle(content, state);
  return state;
}

Asked ToAsked(const Content& content, const OpenQuestions& open) {
  Asked asked;
  for (QuestionIndex question : open.questions) {
    asked.add_questions(content.questions()[question].id());
  }
  if (open.confirm != kNoQuestion) {
    asked.set_confirm(content.questions()[open.confirm].id());
  }
  asked.set_attempt(open.attempt);
  return asked;
}

}  // namespace firstvisit
