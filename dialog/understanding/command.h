// What a person may say instead of an answer.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_COMMAND_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_COMMAND_H_

#include "dialog/understanding/reading.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// A command in the words; null: none. `answered`: the words also answer the
// open question, so that only a command by itself counts.
const Mention* FindCommand(const Reading& reading, bool answered);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_COMMAND_H_
