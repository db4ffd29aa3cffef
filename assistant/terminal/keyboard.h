// Answers typed by a person: words, the number of a quick reply, or a command
// such as "/back". Commands in plain words ("back") are the service's to hear.
//
//   Keyboard keyboard(console, style);
//   Move move = keyboard.Next(turn);
//
// What cannot be sent (nothing typed, an unknown command, no UTF-8, too long)
// is said at once, and the question stays.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_KEYBOARD_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_KEYBOARD_H_

#include "assistant/terminal/answer_source.h"
#include "assistant/terminal/console.h"
#include "assistant/terminal/style.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Keyboard : public AnswerSource {
 public:
  // The console must outlive it.
  Keyboard(Console& console, Style style) : console_(console), style_(style) {}

  Move Next(const v1::Turn& turn) override;

 private:
  Console& console_;
  const Style style_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_KEYBOARD_H_
