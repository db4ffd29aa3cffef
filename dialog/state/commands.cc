// The other inputs of UptakeRules: commands and events.

#include "absl/algorithm/container.h"
#include "dialog/state/fact.h"
#include "dialog/state/uptake.h"

namespace firstvisit {
namespace {

QuestionIndex Topic(const SessionState& state) {
  return state.open.confirm != kNoQuestion ? state.open.confirm
                                           : state.open.questions[0];
}

void Explain(const SessionState& state, Notice::Kind kind, Uptake& uptake) {
  uptake.notices.push_back(
      Say(kind == Notice::Kind::kHelp ? "help_intro" : "why_intro"));
  for (QuestionIndex topic : state.open.topics()) {
    Notice notice;
    notice.kind = kind;
    notice.question = topic;
    uptake.notices.push_back(notice);
  }
}

}  // namespace

Uptake UptakeRules::FromCommand(const SessionState& state,
                                v1::Command command,
                                const Surroundings& surroundings) const {
  if (ConfirmsAlarm(state)) {
    return Confirmed(state, Hearing(), surroundings);
  }
  Uptake uptake;
  uptake.match = v1::COMMANDED;
  uptake.command = command;
  uptake.then = Uptake::Then::kAgain;
  uptake.pending = state.pending;
  switch (command) {
    case v1::HELP:
      Explain(state, Notice::Kind::kHelp, uptake);
      return uptake;
    case v1::WHY:
      Explain(state, Notice::Kind::kWhy, uptake);
      return uptake;
    case v1::BACK:
      if (state.trail.empty()) {
        uptake.notices.push_back(Say("nothing_to_go_back_to"));
      } else {
        uptake.then = Uptake::Then::kBack;
        uptake.pending.clear();
        uptake.notices.push_back(Say("back_to"));
      }
      return uptake;
    case v1::SKIP:
      return Skip(state);
    case v1::STOP:
      uptake.then = Uptake::Then::kEnd;
      uptake.end = v1::STOPPED;
      return uptake;
    case v1::HUMAN:
      if (surroundings.handoff) {
        uptake.then = Uptake::Then::kEnd;
        uptake.end = v1::HANDED_OFF;
      } else {
        uptake.notices.push_back(Say("no_handoff"));
      }
      return uptake;
    default:  // REPEAT
      uptake.notices.push_back(Say("repeat_intro"));
      return uptake;
  }
}

Uptake UptakeRules::Skip(const SessionState& state) const {
  if (Topic(state) == consent_) {
    Uptake uptake = DeclineConsent(v1::COMMANDED);
    uptake.command = v1::SKIP;
    return uptake;
  }
  Uptake uptake;
  uptake.match = v1::COMMANDED;
  uptake.command = v1::SKIP;
  if (state.open.confirm != kNoQuestion) {
    uptake.pending.assign(state.pending.begin() + 1, state.pending.end());
  }
  for (QuestionIndex question : state.open.topics()) {
    uptake.facts.push_back(
        ToFact(content_, question, Answer::Declined(), v1::CERTAIN));
  }
  uptake.notices.push_back(Say("skipped"));
  return uptake;
}

Uptake UptakeRules::FromEvent(const SessionState& state, v1::Event event,
                              const Surroundings& surroundings) const {
  if (ConfirmsAlarm(state)) {
    // Silence after emergency words is no "no"; neither is a dead line.
    return Confirmed(state, Hearing(), surroundings);
  }
  if (event == v1::NO_INPUT) return Fail(state, v1::SILENCE, surroundings);
  Uptake uptake;
  uptake.match = v1::COMMANDED;
  uptake.pending = state.pending;
  if (event == v1::HANGUP) {
    uptake.then = Uptake::Then::kEnd;
    uptake.end = v1::STOPPED;
    return uptake;
  }
  uptake.then = Uptake::Then::kAgain;
  uptake.notices.push_back(Say("resumed"));
  return uptake;
}

}  // namespace firstvisit
