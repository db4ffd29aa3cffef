// Tests: chat_test.cc.

#include "assistant/terminal/chat.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "assistant/terminal/keyboard.h"
#include "assistant/terminal/script.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

bool Open(const v1::Turn& turn) {
  return turn.state() == v1::ASKING || turn.state() == v1::CONFIRMING;
}

bool Concluded(const v1::Turn& turn) {
  return turn.state() == v1::DONE || turn.state() == v1::REFERRED;
}

// The sentences of a conclusion that a turn may say; the report has them all.
std::set<std::string> SentencesOf(const v1::Assessment& assessment) {
  std::set<std::string> ids;
  const v1::Referral& referral = assessment.referral();
  for (const v1::Line* line : {&referral.headline(), &referral.action(),
                               &referral.doctor(), &referral.safety_net()}) {
    ids.insert(line->sentence_id());
  }
  return ids;
}

}  // namespace

Chat::Chat(DialogClient& client, Console& console, Style style, Options options)
    : client_(client),
      console_(console),
      style_(style),
      options_(std::move(options)) {}

int Chat::Run() {
  const absl::Status status = ChooseSource();
  if (!status.ok()) return Fail({}, {}, status);
  auto turn = Open();
  if (absl::IsNotFound(turn.status()) && !options_.resume.empty()) {
    Say(absl::StrCat("There is no visit ", options_.resume, ". `",
                     options_.command, " sessions` lists them."));
    return kFailed;
  }
  if (!turn.ok()) return Fail({}, {}, turn.status());
  if (console_.Interactive()) {
    Say("Answer in your own words, or with a number. /help explains, /back "
        "goes back, Ctrl-D leaves.");
  }
  return Converse(*std::move(turn));
}

absl::Status Chat::ChooseSource() {
  if (console_.Interactive()) {
    source_ = std::make_unique<Keyboard>(console_, style_);
    return absl::OkStatus();
  }
  // The ids that may stand before a colon.
  v1::GetProtocolRequest request;
  request.set_protocol(options_.protocol);
  if (request.protocol().empty()) {
    const auto protocols = client_.ListProtocols();
    if (!protocols.ok()) return protocols.status();
    if (protocols->protocols_size() > 0) {
      request.set_protocol(protocols->protocols(0).id());
    }
  }
  const auto protocol = client_.GetProtocol(request);
  if (!protocol.ok()) return protocol.status();
  std::vector<std::string> ids;
  for (const v1::Question& question : protocol->questions()) {
    ids.push_back(question.id());
  }
  source_ = std::make_unique<Script>(console_, std::move(ids));
  return absl::OkStatus();
}

absl::StatusOr<v1::Turn> Chat::Open() {
  if (!options_.resume.empty()) {
    v1::ReplyRequest request;
    request.set_session(options_.resume);
    request.set_locale(options_.locale);
    request.set_event(v1::RESUME);
    return client_.Reply(request);
  }
  v1::StartSessionRequest request;
  request.set_protocol(options_.protocol);
  request.set_locale(options_.locale);
  request.set_reference(options_.reference);
  request.set_full_interview(options_.full_interview);
  request.mutable_channel()->set_kind(v1::Channel::CHAT);
  return client_.StartSession(request);
}

int Chat::Converse(v1::Turn turn) {
  for (;;) {
    Show(turn);
    if (!firstvisit::Open(turn)) return kEnded;
    Move move = source_->Next(turn);
    if (move.kind != Move::Kind::kReply) return Leave(turn, move);
    if (!console_.Interactive() && !move.words.empty()) {
      console_.Write(absl::StrCat(
          "\n", Wrap(Printable(move.words), console_.Width(), "> ", "  ")));
    }
    move.reply.set_session(turn.session());
    move.reply.set_expected_turn(turn.turn());
    auto next = client_.Reply(move.reply);
    if (next.ok()) {
      turn = *std::move(next);
    } else if (!console_.Interactive() ||
               next.status().code() != absl::StatusCode::kInvalidArgument) {
      return Fail(turn, move, next.status());
    } else {
      Say(std::string(next.status().message()));
    }
  }
}

int Chat::Leave(const v1::Turn& turn, const Move& move) {
  const std::string question =
      turn.question().members_size() > 0
          ? absl::StrJoin(turn.question().members(), ", ")
          : turn.question().id();
  if (move.kind == Move::Kind::kRunDry) {
    Say(absl::StrCat("The answers end here: none is left for ", question,
                     ". I hang up."));
  } else if (move.kind == Move::Kind::kRefused) {
    Say(absl::StrCat("The answer in ", move.origin, " to ", question,
                     " cannot be taken. ", move.words, " I hang up."));
  }
  v1::ReplyRequest request;
  request.set_session(turn.session());
  request.set_event(v1::HANGUP);
  const auto last = client_.Reply(request);
  if (!last.ok()) return Fail(turn, {}, last.status());
  Show(*last);
  SayResume(turn.session());
  return move.kind == Move::Kind::kRefused ? kFailed : kUnfinished;
}

int Chat::Fail(const v1::Turn& turn, const Move& move,
               const absl::Status& status) {
  const std::string message(status.message());
  Say(absl::StrCat(
      move.origin.empty()
          ? ""
          : absl::StrCat("The answer in ", move.origin, " was not taken. "),
      message.empty() ? status.ToString() : message));
  if (!turn.session().empty()) SayResume(turn.session());
  return kFailed;
}

void Chat::Show(const v1::Turn& turn) {
  if (!firstvisit::Open(turn)) return ShowEnd(turn);
  console_.Write("\n");
  if (turn.has_progress()) {
    const v1::Progress& progress = turn.progress();
    console_.Write(style_.Faint(
        absl::StrCat("(", progress.asked(), " of about ",
                     progress.asked() + progress.at_most_left(), ")\n")));
  }
  for (int i = 0; i < turn.messages_size(); ++i) {
    ShowMessage(turn.messages(i), i + 1 == turn.messages_size());
  }
  if (console_.Interactive()) ShowChoices(turn.question());
}

void Chat::ShowMessage(const v1::Message& message, bool question) {
  const std::string text =
      WrapList(Printable(message.text()), console_.Width());
  // What may not be interrupted may not be overlooked either.
  if (!message.interruptible()) {
    console_.Write(style_.Level(v1::URGENT, text));
  } else {
    console_.Write(question ? style_.Strong(text) : text);
  }
}

void Chat::ShowChoices(const v1::Question& question) {
  // A group's text has its numbered members already.
  if (question.members_size() > 0) return;
  constexpr absl::string_view kGap = "   ";
  std::string line;
  for (const v1::Choice& choice : question.choices()) {
    const std::string next =
        Printable(absl::StrCat(choice.digit(), " ", choice.label()));
    if (line.empty()) {
      line = next;
    } else if (DisplayWidth(absl::StrCat(line, kGap, next)) <=
               console_.Width()) {
      absl::StrAppend(&line, kGap, next);
    } else {
      console_.Write(style_.Faint(line + "\n"));
      line = next;
    }
  }
  if (!line.empty()) console_.Write(style_.Faint(line + "\n"));
}

// The report takes the place of what the last turn says of the conclusion: it
// has the same sentences, with the reasons, laid out to be read.
void Chat::ShowEnd(const v1::Turn& turn) {
  console_.Write("\n");
  v1::GetReportRequest request;
  request.set_session(turn.session());
  request.set_locale(turn.locale());
  request.set_audience(v1::GetReportRequest::CLIENT);
  request.set_format(v1::GetReportRequest::TEXT);
  absl::StatusOr<v1::Report> report =
      Concluded(turn) ? client_.GetReport(request)
                      : absl::NotFoundError("no conclusion");
  const std::set<std::string> told = SentencesOf(turn.assessment());
  for (const v1::Message& message : turn.messages()) {
    if (report.ok() && told.count(message.prompt_id()) > 0) break;
    ShowMessage(message, false);
  }
  if (!report.ok()) return;
  console_.Write(absl::StrCat(
      "\n", style_.Report(report->body(), turn.assessment().triage(),
                          console_.Width())));
  if (options_.kept) {
    SayCommand("\nFor the therapist", "report ", turn.session());
  }
}

void Chat::Say(absl::string_view text) {
  console_.Write(style_.Faint(Wrap(Printable(text), console_.Width())));
}

void Chat::SayResume(const std::string& session) {
  if (!options_.kept) return;
  SayCommand("To go on where you were", "chat --resume=", session);
}

// On a line of its own, to be copied.
void Chat::SayCommand(absl::string_view purpose, absl::string_view verb,
                      const std::string& session) {
  console_.Write(
      style_.Faint(absl::StrCat(purpose, ":\n  ", options_.command, " ", verb,
                                Printable(session), "\n")));
}

}  // namespace firstvisit
