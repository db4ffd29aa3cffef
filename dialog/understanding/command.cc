// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/command.h"

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

// So many words nobody knows may stand beside a command.
constexpr int kStrangeWords = 3;

bool Says(const Reading& reading, int begin, int end) {
  const WordRoles& roles = reading.language->roles();
  for (int i = begin; i < end; ++i) {
    const Token& token = reading.tokens[i];
    if (!token.Is(roles.filler) && !token.Is(roles.opener)) return true;
  }
  return false;
}

// Whether a command counts beside an answer. "No, what do you mean?" is a
// question; "no, that's enough" is none.
bool Outweighs(const Mention& mention, Answered answered) {
  if (answered == Answered::kNot) return true;
  return answered == Answered::kBare && mention.end - mention.begin > 1 &&
         mention.rule->command != v1::STOP && mention.rule->command != v1::SKIP;
}

}  // namespace

const Mention* FindCommand(const Reading& reading, Answered answered) {
  const auto count = static_cast<int>(reading.tokens.size());
  const Mention* found = nullptr;
  for (const Mention& mention : reading.mentions) {
    if (mention.guessed) continue;
    const bool alone =
        !Says(reading, 0, mention.begin) && !Says(reading, mention.end, count);
    if (mention.rule->kind == Kind::kCommandAlone && alone) return &mention;
    if (mention.rule->kind != Kind::kCommand) continue;
    if (alone) return &mention;
    if (mention.negated || mention.other || !Outweighs(mention, answered)) {
      continue;
    }
    if (reading.Unknown(0, count) <= kStrangeWords) found = &mention;
  }
  return found;
}

}  // namespace firstvisit
