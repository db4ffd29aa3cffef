// Takes turns: load the session, let the interview work out what comes next,
// commit, and only then hand out the reply.
//
//   TurnTaker turns(interviews, store, SystemClock(), SystemIds());
//   turns.Reply(principal, request, [](absl::StatusOr<std::string> turn) {
//     // bytes of a v1::Turn; for a repeated request, the first one's
//   });
//
// Two replies at once to one session: one is committed, the other starts over
// from what the first left, unless it names the turn that it answers.
//
// Thread-safe; all it is given must outlive it, but for callbacks that the
// store runs while it ends. Requests are validated already.

#ifndef FIRSTVISIT_DIALOG_SERVICE_TURN_TAKER_H_
#define FIRSTVISIT_DIALOG_SERVICE_TURN_TAKER_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "dialog/service/interviews.h"
#include "dialog/service/principal.h"
#include "dialog/session/session_store.h"
#include "dialog/util/clock.h"
#include "dialog/util/ids.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class TurnTaker {
 public:
  using Done = std::function<void(absl::StatusOr<std::string>)>;

  TurnTaker(Interviews& interviews, SessionStore& store, Clock& clock,
            IdSource& ids);

  void Start(const Principal& principal, v1::StartSessionRequest request,
             Done done);
  void Reply(const Principal& principal, v1::ReplyRequest request, Done done);

 private:
  class Attempt;

  Interviews& interviews_;
  SessionStore& store_;
  Clock& clock_;
  IdSource& ids_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_TURN_TAKER_H_
