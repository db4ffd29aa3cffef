// Where the answers of a conversation come from: a person at the keyboard, or a
// file written before.
//
//   Move move = source.Next(turn);
//   if (move.kind == Move::Kind::kReply) client.Reply(move.reply);
//
// Not synchronised; one conversation has one source.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_ANSWER_SOURCE_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_ANSWER_SOURCE_H_

#include <string>

#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// What is done about a turn.
struct Move {
  enum class Kind {
    kReply,    // `reply` goes to the service; it names no session yet
    kHangUp,   // the person leaves
    kRunDry,   // the file has no answer to this question
    kRefused,  // the file's answer cannot be sent; `words` says why
  };
  Kind kind = Kind::kHangUp;
  v1::ReplyRequest reply;
  // The person's words, for a transcript that reads well; empty where they
  // stand on the screen already, or nothing was said.
  std::string words;
  // Where they come from: "line 7"; empty for the keyboard.
  std::string origin;
};

class AnswerSource {
 public:
  virtual ~AnswerSource() = default;
  // What to do about a turn with an open question.
  virtual Move Next(const v1::Turn& turn) = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_ANSWER_SOURCE_H_
