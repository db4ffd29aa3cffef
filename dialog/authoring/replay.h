// `firstvisit replay`: an exported session taken once more from its inputs, and
// compared byte for byte with what was stored.
//
//   auto log = ParseLog(text);
//   return Replay(interview, *log, std::cout) == 0 ? 0 : 1;
//
// Pure. What differs is shown by turn: a change of content or of understanding
// since the visit, or a turn that does not depend on its inputs alone.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_REPLAY_H_
#define FIRSTVISIT_DIALOG_AUTHORING_REPLAY_H_

#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "dialog/interview.h"
#include "firstvisit/session/v1/session.pb.h"

namespace firstvisit {

// The text in which a session is exported, and back. INVALID_ARGUMENT: it is no
// such text; the place stands on the standard error.
std::string PrintLog(const session::v1::SessionLog& log);
absl::StatusOr<session::v1::SessionLog> ParseLog(const std::string& text);

// The number of turns that differ, the opening included; each with what was
// stored and what comes now.
int Replay(const Interview& interview, const session::v1::SessionLog& log,
           std::ostream& out);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_REPLAY_H_
