// What a typed line amounts to, wherever it was typed.
//
//   v1::ReplyRequest reply;
//   absl::Status status = ReadTyped("/back", reply);   // reply.command() ==
//   BACK
//
// Pure function.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_TYPED_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_TYPED_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// Fills in the input: a command where `typed` begins with "/", else its text.
// INVALID_ARGUMENT says what to type instead: nothing typed, an unknown
// command, no UTF-8, more than 4,096 characters.
absl::Status ReadTyped(absl::string_view typed, v1::ReplyRequest& reply);

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_TYPED_H_
