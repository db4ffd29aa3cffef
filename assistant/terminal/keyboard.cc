// Tests: keyboard_test.cc.

#include "assistant/terminal/keyboard.h"

#include <string>

#include "absl/strings/ascii.h"
#include "assistant/terminal/typed.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

// "1" on a question with quick replies is a choice; on a number it is a number.
const v1::Choice* QuickReply(const v1::Question& question,
                             absl::string_view typed) {
  for (const v1::Choice& choice : question.choices()) {
    if (choice.digit() == typed) return &choice;
  }
  return nullptr;
}

}  // namespace

Move Keyboard::Next(const v1::Turn& turn) {
  for (;;) {
    const Line line = console_.Read("> ");
    Move move;
    if (line.kind != Line::Kind::kText) return move;
    move.kind = Move::Kind::kReply;
    const absl::string_view typed = absl::StripAsciiWhitespace(line.text);
    if (const v1::Choice* choice = QuickReply(turn.question(), typed)) {
      move.reply.set_choice(choice->value());
      return move;
    }
    const absl::Status status = ReadTyped(typed, move.reply);
    if (status.ok()) return move;
    console_.Write(
        style_.Faint(Wrap(std::string(status.message()), console_.Width())));
  }
}

}  // namespace firstvisit
