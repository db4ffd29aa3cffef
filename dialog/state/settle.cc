// Method: one pass in content order per round, until nothing changes that
// another question looks at. A chain of implications is as deep as the content
// makes it (the loader refuses cycles), in practice one: two rounds.

#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

bool SettleOne(const Question& question, Answer& answer,
               const Answers& answers) {
  if (!answer.open() && !answer.doubtful() && !answer.moot()) return false;
  for (const Implied& implied : question.implied) {
    if (implied.when.Known(answers) != Truth::kTrue) continue;
    answer = implied.value;
    return true;
  }
  if (answer.open() && question.ask_when.Known(answers) == Truth::kFalse) {
    answer = Answer::Moot();
    return true;
  }
  return false;
}

}  // namespace

Answers Settle(const Content& content, Answers given) {
  SettleInPlace(content, given);
  return given;
}

void SettleInPlace(const Content& content, Answers& answers) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (const QuestionIndex index : content.settled()) {
      const Question& question = content.questions()[index];
      changed |= SettleOne(question, answers[index], answers) &&
                 !question.opens.empty();
    }
  }
}

}  // namespace firstvisit
