// What a person may say instead of an answer.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_COMMAND_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_COMMAND_H_

#include "dialog/understanding/reading.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// How far the words answer the open question as well.
enum class Answered {
  kNot,
  kBare,   // by a mere "yes" or "no"
  kFully,  // then only a command by itself counts
};

// A command in the words; null: none.
const Mention* FindCommand(const Reading& reading, Answered answered);

// A command that is the whole of an answer, or the better part of it where it
// asks something: "can you repeat that"; null: none.
const Mention* FindCommandAlone(const Reading& reading);

// A command as good as the whole of an answer that is kept in its own words, so
// that "say that again please" is nobody's name; null: none.
const Mention* FindCommandInText(const Reading& reading);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_COMMAND_H_
