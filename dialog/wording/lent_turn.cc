// Tests: lent_turn_test.cc.

#include "dialog/wording/lent_turn.h"

namespace firstvisit {
namespace {

// Most turns fit into one block.
constexpr size_t kBlockBytes = 1024;

google::protobuf::ArenaOptions Options() {
  google::protobuf::ArenaOptions options;
  options.start_block_size = kBlockBytes;
  return options;
}

}  // namespace

LentTurn::LentTurn()
    : arena_(std::make_unique<google::protobuf::Arena>(Options())),
      turn_(google::protobuf::Arena::CreateMessage<v1::Turn>(arena_.get())) {}

// Protobuf takes what it is to point at by a pointer to non-const; nothing
// writes through it, since own() is not for what has been lent.
void LentTurn::Lend(const v1::Question& question) {
  turn_->unsafe_arena_set_allocated_question(
      const_cast<v1::Question*>(&question));
}

void LentTurn::Lend(const v1::Message& message) {
  turn_->mutable_messages()->UnsafeArenaAddAllocated(
      const_cast<v1::Message*>(&message));
}

}  // namespace firstvisit
