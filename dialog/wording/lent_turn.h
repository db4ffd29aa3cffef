// A Turn put together of parts that stand ready: the question and the prompts
// are lent by whoever wrote them at load, and are not copied.
//
//   LentTurn turn;
//   turn.own().set_session("s-1");
//   turn.Lend(asking.question);
//   turn.Lend(asking.message);
//   turn->SerializeAsString();      // as any other Turn; so is copying it
//
// The lenders must outlive it. What is lent is const to everybody, so that
// threads may share it. Movable; not synchronised.

#ifndef FIRSTVISIT_DIALOG_WORDING_LENT_TURN_H_
#define FIRSTVISIT_DIALOG_WORDING_LENT_TURN_H_

#include <memory>

#include "firstvisit/v1/intake.pb.h"
#include "google/protobuf/arena.h"

namespace firstvisit {

class LentTurn {
 public:
  LentTurn();

  const v1::Turn& operator*() const { return *turn_; }
  const v1::Turn* operator->() const { return turn_; }

  // To write what is this turn's own; never what has been lent.
  v1::Turn& own() { return *turn_; }

  void Lend(const v1::Question& question);
  void Lend(const v1::Message& message);

 private:
  // On an arena a message does not own its parts, and frees none of them.
  std::unique_ptr<google::protobuf::Arena> arena_;
  v1::Turn* turn_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_LENT_TURN_H_
