// Method: each turn is taken from the stored turns before it, so that one
// difference does not carry over into the next. Tests: replay_test.cc.

#include "dialog/authoring/replay.h"

#include "absl/strings/str_cat.h"
#include "dialog/content/issue.h"
#include "dialog/content/text_place.h"
#include "dialog/state/fact.h"
#include "google/protobuf/text_format.h"

namespace firstvisit {
namespace {

using google::protobuf::Message;
using google::protobuf::TextFormat;
using session::v1::Opening;
using session::v1::SessionLog;
using session::v1::TurnEvent;

std::string Print(const Message& message) {
  std::string text;
  TextFormat::PrintToString(message, &text);
  return text;
}

v1::StartSessionRequest RequestOf(const Content& content,
                                  const Opening& opening) {
  v1::StartSessionRequest request;
  request.set_protocol(opening.protocol());
  request.set_locale(opening.locale());
  *request.mutable_channel() = opening.channel();
  request.set_reference(opening.reference());
  request.set_full_interview(opening.full_interview());
  for (const session::v1::Fact& fact : opening.known()) {
    const QuestionIndex question = content.FindQuestion(fact.question());
    if (question == kNoQuestion) continue;
    *request.add_known() = ToApi(content, question, FromFact(content, fact));
  }
  return request;
}

// What came in. A command that was understood from words comes as the words.
v1::ReplyRequest RequestOf(const TurnEvent& event) {
  v1::ReplyRequest request;
  request.set_locale(event.locale());
  *request.mutable_played() = event.played();
  if (event.has_hypotheses()) {
    *request.mutable_hypotheses() = event.hypotheses();
  } else if (!event.digits().empty()) {
    request.set_digits(event.digits());
  } else if (!event.choice().empty()) {
    request.set_choice(event.choice());
  } else if (event.event() != v1::EVENT_UNSPECIFIED) {
    request.set_event(event.event());
  } else if (event.words().empty() &&
             event.command() != v1::COMMAND_UNSPECIFIED) {
    request.set_command(event.command());
  } else {
    request.set_text(event.words());
  }
  return request;
}

// Compares serialised bytes; 1 where they differ.
int Compare(int turn, const Message& stored, const Message& now,
            std::ostream& out) {
  if (stored.SerializeAsString() == now.SerializeAsString()) return 0;
  out << "turn " << turn << " differs\n--- stored\n"
      << Print(stored) << "--- now\n"
      << Print(now);
  return 1;
}

int Failed(int turn, const absl::Status& status, std::ostream& out) {
  out << "turn " << turn << " is refused now: " << status.message() << "\n";
  return 1;
}

}  // namespace

std::string PrintLog(const SessionLog& log) {
  return absl::StrCat(
      "# proto-file: proto/firstvisit/session/v1/session.proto\n"
      "# proto-message: firstvisit.session.v1.SessionLog\n",
      Print(log));
}

absl::StatusOr<SessionLog> ParseLog(const std::string& text) {
  SessionLog log;
  Issues issues;
  const ParsedText parsed({"the file", text}, log, issues);
  if (!issues.has_errors()) return log;
  return absl::InvalidArgumentError(absl::StrCat(
      "This is no visit as `firstvisit report ID --log` prints it: ",
      Format(issues.Sorted().front())));
}

int Replay(const Interview& interview, const SessionLog& log,
           std::ostream& out) {
  int differ = 0;
  const auto opened = interview.Open(
      RequestOf(interview.content(), log.opening()), log.id(), log.principal(),
      absl::FromUnixMillis(log.opening().time_ms()));
  differ += opened.ok() ? Compare(1, log.opening(), opened->log.opening(), out)
                        : Failed(1, opened.status(), out);
  SessionLog before = log;
  before.clear_events();
  for (const TurnEvent& event : log.events()) {
    const int turn = before.events_size() + 2;
    const auto step = interview.Take(before, RequestOf(event),
                                     absl::FromUnixMillis(event.time_ms()));
    differ += step.ok() ? Compare(turn, event, step->event, out)
                        : Failed(turn, step.status(), out);
    *before.add_events() = event;
  }
  out << log.events_size() + 1 << " turns replayed, " << differ << " differ\n";
  return differ;
}

}  // namespace firstvisit
