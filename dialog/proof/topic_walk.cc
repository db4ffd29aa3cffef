// Method: depth-first search over places, a place being what is open, how often
// it was put, and what waits to be confirmed. A way back to a place that is
// under way would be a conversation without end. Tests: dialog_proof_test.cc.

#include "dialog/proof/topic_walk.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/proof/exact_hearing.h"

namespace firstvisit {
namespace {

std::string Place(const SessionState& state) {
  std::string place = absl::StrCat(state.phase, ":", state.open.confirm, ":",
                                   state.open.attempt);
  for (QuestionIndex question : state.open.questions) {
    absl::StrAppend(&place, ",", question);
  }
  for (const session::v1::Fact& fact : state.pending) {
    absl::StrAppend(&place, ";", fact.question(), "=", fact.value());
  }
  return place;
}

bool SameQuestion(const SessionState& a, const SessionState& b) {
  return a.open.questions == b.open.questions &&
         a.open.confirm == b.open.confirm;
}

}  // namespace

void TopicWalk::From(const session::v1::SessionLog& log) {
  const SessionState state = Fold(interview_.content(), log);
  topic_ = state.open.questions;
  visited_.clear();
  under_way_.clear();
  longest_ = std::max(longest_, Visit(log));
}

// A confirmation of the question belongs to it; a member of a group put alone
// is a question of its own.
bool TopicWalk::OnTopic(const SessionState& state) const {
  if (state.over()) return false;
  if (state.open.confirm != kNoQuestion) {
    return absl::c_linear_search(topic_, state.open.confirm);
  }
  return state.open.questions == topic_;
}

int TopicWalk::Visit(const session::v1::SessionLog& log) {
  const SessionState state = Fold(interview_.content(), log);
  const std::string place = Place(state);
  const auto known = visited_.find(place);
  if (known != visited_.end()) return known->second;
  if (!under_way_.insert(place).second) {
    Talk(interview_, log, findings_)
        .Broken("a question comes to an end, whatever is said");
    return 0;
  }
  ++places_;
  TrySilence(log);
  TryKeeping(log);
  TryMoving(log);
  TryEnding(log);
  TryAlarm(log);
  int turns = 1;
  for (const std::string& input : Inputs(state)) {
    Talk talk(interview_, log, findings_);
    talk.Say(input);
    if (OnTopic(talk.state())) {
      turns = std::max(turns, 1 + Visit(talk.log()));
    }
  }
  Talk silent(interview_, log, findings_);
  silent.Happen(v1::NO_INPUT);
  if (OnTopic(silent.state())) {
    turns = std::max(turns, 1 + Visit(silent.log()));
  }
  under_way_.erase(place);
  visited_[place] = turns;
  return turns;
}

// Not understood, and every value at every confidence.
std::vector<std::string> TopicWalk::Inputs(const SessionState& state) const {
  std::vector<std::string> inputs = {"mumble", "none"};
  for (QuestionIndex question : state.open.topics()) {
    const Question& entry = interview_.content().questions()[question];
    std::vector<Answer> answers = {Answer::Unsure(), Answer::Declined()};
    for (size_t c = 0; c < entry.choices.size(); ++c) {
      answers.push_back(Answer::Choice(static_cast<int>(c)));
    }
    if (entry.spec.has_range()) {
      answers.push_back(
          Answer::Interval(entry.spec.range().min(), entry.spec.range().max()));
    }
    for (const Answer& answer : answers) {
      const std::string said =
          ExactHearing::Write(interview_.content(), question, answer);
      for (const char* confidence : {"", "?", "~"}) {
        inputs.push_back(absl::StrCat(said, confidence));
      }
    }
  }
  return inputs;
}

// Silence returns to the question until its budget is used up, and is never
// heard as harmless.
void TopicWalk::TrySilence(const session::v1::SessionLog& log) {
  Talk talk(interview_, log, findings_);
  const SessionState before = talk.state();
  talk.Happen(v1::NO_INPUT);
  const SessionState& after = talk.state();
  const bool again = SameQuestion(before, after) && !after.over();
  if (again && after.open.attempt != before.open.attempt + 1) {
    talk.Broken("a failure returns to the question with the next reprompt");
  }
  for (size_t i = 0; i < after.records.size(); ++i) {
    const Answer& answer = after.records[i].answer;
    if (answer != before.records[i].answer && !answer.doubtful()) {
      talk.Broken("silence is recorded as unsure, never as an answer");
    }
  }
}

void TopicWalk::TryKeeping(const session::v1::SessionLog& log) {
  for (v1::Command command : {v1::HELP, v1::WHY, v1::REPEAT}) {
    Talk talk(interview_, log, findings_);
    const SessionState before = talk.state();
    talk.Command(command);
    if (!SameQuestion(before, talk.state()) || talk.state().over() ||
        talk.state().open.attempt != before.open.attempt) {
      talk.Broken(absl::StrCat(v1::Command_Name(command),
                               " returns to the question as it was"));
    }
  }
}

void TopicWalk::TryMoving(const session::v1::SessionLog& log) {
  Talk skip(interview_, log, findings_);
  const SessionState before = skip.state();
  skip.Command(v1::SKIP);
  if (SameQuestion(before, skip.state()) && !skip.state().over()) {
    skip.Broken("SKIP moves on");
  }
  Talk back(interview_, log, findings_);
  back.Command(v1::BACK);
  SessionState expected = before;
  if (!before.trail.empty()) {
    expected.open = OpenBefore(interview_.content(), before);
  }
  const bool reopened = SameQuestion(expected, back.state());
  if (!reopened || back.state().over()) {
    back.Broken("BACK reopens the question before");
  }
}

void TopicWalk::TryEnding(const session::v1::SessionLog& log) {
  Talk stop(interview_, log, findings_);
  stop.Command(v1::STOP);
  if (stop.state().phase != v1::STOPPED) stop.Broken("STOP ends");
  Talk hangup(interview_, log, findings_);
  const SessionState before = hangup.state();
  hangup.Happen(v1::HANGUP);
  if (hangup.state().phase != v1::STOPPED) hangup.Broken("a hang-up ends");
  hangup.Happen(v1::RESUME);
  if (!SameQuestion(before, hangup.state()) || hangup.state().over()) {
    hangup.Broken("a hang-up can be resumed where it broke");
  }
  for (bool handoff : {false, true}) {
    session::v1::SessionLog offered = log;
    offered.mutable_opening()->mutable_channel()->set_handoff(handoff);
    Talk human(interview_, offered, findings_);
    human.Command(v1::HUMAN);
    const bool kept = SameQuestion(before, human.state()) &&
                      !human.state().over() && human.turn().messages_size() > 0;
    if (handoff ? human.state().phase != v1::HANDED_OFF : !kept) {
      human.Broken("HUMAN leads to a person, or says that none is set up");
    }
  }
}

// Words of an emergency, in any answer, and what follows them.
void TopicWalk::TryAlarm(const session::v1::SessionLog& log) {
  const Content& content = interview_.content();
  const std::string& id = content.protocol().alarm_question();
  if (id.empty()) return;
  Talk certain(interview_, log, findings_);
  certain.Say("alarm");
  if (certain.state().phase != v1::REFERRED) {
    certain.Broken("certain words of an emergency end the interview at once");
  }
  Talk possible(interview_, log, findings_);
  possible.Say("alarm?");
  if (possible.state().open.confirm != content.FindQuestion(id)) {
    possible.Broken("possible words of an emergency are asked back at once");
    return;
  }
  for (const std::string& said :
       {absl::StrCat(id, "=yes"), absl::StrCat(id, "=unsure"),
        absl::StrCat(id, "=declined"), absl::StrCat(id, "=no?"),
        std::string("mumble")}) {
    Talk talk(interview_, possible.log(), findings_);
    talk.Say(said);
    if (talk.state().phase != v1::REFERRED) {
      talk.Broken("anything but a clear no ends the interview");
    }
  }
  for (v1::Command command : {v1::HELP, v1::SKIP, v1::BACK}) {
    Talk talk(interview_, possible.log(), findings_);
    talk.Command(command);
    if (talk.state().phase != v1::REFERRED) {
      talk.Broken("no command passes the question of an emergency");
    }
  }
  Talk silent(interview_, possible.log(), findings_);
  silent.Happen(v1::NO_INPUT);
  if (silent.state().phase != v1::REFERRED) {
    silent.Broken("silence after words of an emergency is no no");
  }
  Talk denied(interview_, possible.log(), findings_);
  denied.Say(absl::StrCat(id, "=no"));
  if (denied.state().over()) {
    denied.Broken("a clear no goes on with the interview");
  }
}

}  // namespace firstvisit
