// Tests: transcript_test.cc.

#include "dialog/authoring/transcript.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

constexpr absl::string_view kClient = "Client: ";
constexpr absl::string_view kService = "First Visit: ";
constexpr int kWidth = 76;
constexpr absl::Duration kPerTurn = absl::Seconds(10);

absl::Status Wrong(int line, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat("line ", line, ": ", problem));
}

absl::Status ReadKnown(absl::string_view setting, int line,
                       v1::StartSessionRequest& opening) {
  const std::pair<std::string, std::string> parts =
      absl::StrSplit(setting, absl::MaxSplits('=', 1));
  v1::Answer& answer = *opening.add_known();
  answer.set_question_id(parts.first);
  double number;
  if (absl::SimpleAtod(parts.second, &number)) {
    answer.mutable_interval()->set_low(number);
    answer.mutable_interval()->set_high(number);
  } else if (!parts.second.empty()) {
    answer.set_choice(parts.second);
  } else {
    return Wrong(line, "write what is known as `known: age=52`");
  }
  return absl::OkStatus();
}

absl::Status ReadSetting(absl::string_view text, int line,
                         Transcript& transcript) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits(':', 1));
  const absl::string_view name = absl::StripAsciiWhitespace(parts.first);
  const absl::string_view value = absl::StripAsciiWhitespace(parts.second);
  v1::StartSessionRequest& opening = transcript.opening;
  if (name == "locale") {
    opening.set_locale(std::string(value));
  } else if (name == "reference") {
    opening.set_reference(std::string(value));
  } else if (name == "known") {
    return ReadKnown(value, line, opening);
  } else if (name == "one by one") {
    opening.mutable_channel()->set_no_groups(value == "yes");
  } else if (name == "full interview") {
    opening.set_full_interview(value == "yes");
  } else if (name == "now") {
    absl::CivilDay day;
    if (!absl::ParseCivilTime(value, &day)) {
      return Wrong(line, "write the day as `now: 2026-11-20`");
    }
    transcript.now =
        absl::FromCivil(absl::CivilHour(day) + 9, absl::UTCTimeZone());
  } else {
    return Wrong(line, absl::StrCat("there is no setting `", name,
                                    "`; there are locale, now, known, "
                                    "reference, one by one, full interview"));
  }
  return absl::OkStatus();
}

struct NamedAction {
  absl::string_view name;
  v1::Command command;
  v1::Event event;
};
constexpr NamedAction kActions[] = {
    {"repeat", v1::REPEAT, {}},   {"back", v1::BACK, {}},
    {"why", v1::WHY, {}},         {"help", v1::HELP, {}},
    {"skip", v1::SKIP, {}},       {"stop", v1::STOP, {}},
    {"human", v1::HUMAN, {}},     {"silence", {}, v1::NO_INPUT},
    {"hangs up", {}, v1::HANGUP}, {"comes back", {}, v1::RESUME}};

// What stands in brackets.
absl::Status ReadAction(absl::string_view action, int line, ClientTurn& turn) {
  for (const NamedAction& known : kActions) {
    if (action != known.name) continue;
    if (known.command != v1::COMMAND_UNSPECIFIED) {
      turn.reply.set_command(known.command);
    } else {
      turn.reply.set_event(known.event);
    }
    return absl::OkStatus();
  }
  if (absl::ConsumePrefix(&action, "chooses ")) {
    turn.reply.set_choice(std::string(action));
  } else if (absl::ConsumePrefix(&action, "keys ")) {
    turn.reply.set_digits(std::string(action));
  } else if (!absl::ConsumePrefix(&action, "waits ") ||
             !absl::ParseDuration(action, &turn.wait)) {
    return Wrong(line, absl::StrCat("nobody can [", action, "]"));
  }
  return absl::OkStatus();
}

absl::StatusOr<ClientTurn> ReadClientTurn(absl::string_view line, int number) {
  ClientTurn turn;
  turn.line = std::string(line);
  if (line.size() > 2 && line.front() == '[' && line.back() == ']') {
    const absl::Status status =
        ReadAction(line.substr(1, line.size() - 2), number, turn);
    if (!status.ok()) return status;
  } else {
    turn.reply.set_text(turn.line);
  }
  return turn;
}

std::string Service(const v1::Turn& turn) {
  std::string text;
  for (const v1::Message& message : turn.messages()) {
    absl::StrAppend(&text, Wrap(message.text(), kWidth,
                                text.empty() ? kService : "  ", "  "));
  }
  return text;
}

template <typename Entries>
std::string Ids(const Entries& entries) {
  return absl::StrJoin(entries, ", ", [](std::string* out, const auto& entry) {
    absl::StrAppend(out, entry.id());
  });
}

std::string LowerName(const std::string& name) {
  return absl::AsciiStrToLower(name);
}

// "Name: text", or nothing where there is no text.
std::string Named(absl::string_view name, absl::string_view text) {
  return text.empty() ? ""
                      : Wrap(absl::StrCat(name, ": ", text), kWidth, "", "  ");
}

std::string Outcome(const v1::Turn& last) {
  std::string text = Named("State", LowerName(v1::State_Name(last.state())));
  if (!last.has_assessment()) return text;
  const v1::Assessment& assessment = last.assessment();
  absl::StrAppend(
      &text, Named("Level", LowerName(v1::Triage_Name(assessment.triage()))),
      Named("Open", absl::StrJoin(assessment.open(), ", ")),
      Named("Precautions", Ids(assessment.precautions())));
  const std::string causes = absl::StrJoin(
      assessment.causes(), ", ", [](std::string* out, const v1::Cause& cause) {
        absl::StrAppend(out, LowerName(v1::Likelihood_Name(cause.likelihood())),
                        " ", cause.id());
      });
  absl::StrAppend(&text, Named("Causes", causes),
                  Named("Tips", Ids(assessment.tips())),
                  Named("Areas", Ids(assessment.plan().areas())),
                  Named("Techniques", Ids(assessment.plan().techniques())));
  return text;
}

}  // namespace

absl::StatusOr<Transcript> ParseTranscript(absl::string_view text) {
  Transcript transcript;
  bool in_head = true;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    if (in_head && line.empty()) {
      in_head = false;
    } else if (in_head) {
      transcript.head.emplace_back(line);
      if (line[0] == '#') continue;
      const absl::Status status = ReadSetting(line, number, transcript);
      if (!status.ok()) return status;
    } else if (absl::ConsumePrefix(&line, kClient)) {
      auto turn = ReadClientTurn(line, number);
      if (!turn.ok()) return turn.status();
      transcript.client.push_back(*std::move(turn));
    }
  }
  if (transcript.now == absl::UnixEpoch()) {
    return Wrong(1, "the head says which day it is: `now: 2026-11-20`");
  }
  return transcript;
}

absl::StatusOr<Played> Play(const Interview& interview,
                            const Transcript& transcript) {
  absl::Time now = transcript.now;
  auto opened = interview.Open(transcript.opening, "transcript", "", now);
  if (!opened.ok()) return opened.status();
  session::v1::SessionLog log = std::move(opened->log);
  Played played;
  played.turns.push_back(std::move(opened->turn));
  played.text = absl::StrCat(absl::StrJoin(transcript.head, "\n"), "\n\n",
                             Service(played.turns[0]));
  for (const ClientTurn& client : transcript.client) {
    absl::StrAppend(&played.text, kClient, client.line, "\n");
    now += client.wait + kPerTurn;
    if (client.reply.input_case() == v1::ReplyRequest::INPUT_NOT_SET) continue;
    auto step = interview.Take(log, client.reply, now);
    if (!step.ok()) return step.status();
    *log.add_events() = std::move(step->event);
    absl::StrAppend(&played.text, Service(*step->turn));
    played.turns.push_back(*step->turn);
  }
  absl::StrAppend(&played.text, "\n", Outcome(played.turns.back()));
  return played;
}

}  // namespace firstvisit
