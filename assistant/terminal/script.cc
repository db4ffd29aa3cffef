// Tests: script_test.cc.

#include "assistant/terminal/script.h"

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "assistant/terminal/typed.h"
#include "dialog/util/nearest_name.h"

namespace firstvisit {
namespace {

// A group's answers that are no choice of a member's: none of it, or some.
constexpr char kNone[] = "none";
constexpr char kSome[] = "some";

Move ReplyWith(const std::string& text, int line) {
  Move move;
  move.kind = Move::Kind::kReply;
  move.words = text;
  move.origin = absl::StrCat("line ", line);
  if (text.empty()) {
    move.reply.set_event(v1::NO_INPUT);
    return move;
  }
  const absl::Status status = ReadTyped(text, move.reply);
  if (!status.ok()) {
    move.kind = Move::Kind::kRefused;
    move.words = std::string(status.message());
  }
  return move;
}

}  // namespace

Move Script::Next(const v1::Turn& turn) {
  Move move;
  TakeReady();
  while (!Find(turn.question(), move)) {
    const Line line = ended_ ? Line() : console_.Read("");
    if (line.kind != Line::Kind::kText) {
      ended_ = true;
      move.kind = Move::Kind::kRunDry;
      return move;
    }
    Take(line.text);
  }
  return move;
}

void Script::TakeReady() {
  while (!ended_ && console_.Ready()) {
    const Line line = console_.Read("");
    if (line.kind == Line::Kind::kText) {
      Take(line.text);
    } else {
      ended_ = true;
    }
  }
}

void Script::Take(absl::string_view line) {
  ++lines_;
  // Editors of some systems put this mark before the first line.
  if (lines_ == 1) absl::ConsumePrefix(&line, "\xef\xbb\xbf");
  line = absl::StripAsciiWhitespace(line);
  if (line.empty() || line[0] == '#') return;
  const size_t colon = line.find(':');
  if (colon != line.npos && KnownId(line.substr(0, colon))) {
    const absl::string_view text =
        absl::StripAsciiWhitespace(line.substr(colon + 1));
    keyed_[std::string(line.substr(0, colon))].push_back(
        {std::string(text), lines_});
    return;
  }
  if (colon != line.npos) NoteMisspelling(line, colon);
  in_turn_.push_back({std::string(line), lines_});
}

void Script::NoteMisspelling(absl::string_view line, size_t colon) {
  const std::string nearest = NearestName(
      absl::StripAsciiWhitespace(line.substr(0, colon)), question_ids_);
  if (nearest.empty()) return;
  console_.Write(absl::StrCat("(line ", lines_,
                              " is taken as an answer in turn; for the "
                              "question `",
                              nearest, "` write `", nearest, ": ...`)\n"));
}

bool Script::Find(const v1::Question& question, Move& move) {
  if (const auto answer = Keyed(question.id())) {
    move = ReplyWith(answer->text, answer->line);
    return true;
  }
  if (question.members_size() > 0 && FindForGroup(question, move)) return true;
  if (in_turn_.empty()) return false;
  move = ReplyWith(in_turn_.front().text, in_turn_.front().line);
  in_turn_.pop_front();
  return true;
}

// A plain "no" of each member is the group's "none". Anything else is answered
// member by member, each with its own words.
bool Script::FindForGroup(const v1::Question& question, Move& move) {
  bool any = false;
  bool all_no = true;
  for (const std::string& member : question.members()) {
    const auto found = keyed_.find(member);
    const bool given = found != keyed_.end();
    any |= given;
    all_no &= given && absl::EqualsIgnoreCase(found->second.front().text, "no");
  }
  if (!any) return false;
  move = Move();
  move.kind = Move::Kind::kReply;
  move.reply.set_choice(all_no ? kNone : kSome);
  if (all_no) {
    for (const v1::Choice& choice : question.choices()) {
      if (choice.value() == kNone) move.words = choice.label();
    }
  }
  return true;
}

absl::optional<Script::Answer> Script::Keyed(const std::string& question_id) {
  const auto found = keyed_.find(question_id);
  if (found == keyed_.end()) return absl::nullopt;
  std::deque<Answer>& answers = found->second;
  const Answer answer = answers.front();
  if (answers.size() > 1) answers.pop_front();
  return answer;
}

bool Script::KnownId(absl::string_view id) const {
  return absl::c_linear_search(question_ids_, id);
}

}  // namespace firstvisit
