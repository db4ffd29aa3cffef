#include "tests/support/answers.h"

#include <cstdlib>
#include <iostream>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

[[noreturn]] void Die(const std::string& why) {
  std::cerr << why << std::endl;
  std::abort();
}

// Some answer for which the question's harmless condition holds.
Answer Harmless(const Question& question, QuestionIndex index, size_t count) {
  std::vector<Answer> candidates;
  for (size_t i = 0; i < question.choices.size(); ++i) {
    candidates.push_back(Answer::Choice(static_cast<int>(i)));
  }
  // An adult of an age at which pregnancy may apply, mild pain, long ago.
  for (double value : {40.0, 3.0, 0.0}) {
    candidates.push_back(Answer::Interval(value, value));
  }
  for (const Answer& candidate : candidates) {
    Answers answers(count);
    answers[index] = candidate;
    if (question.harmless.Known(answers) == Truth::kTrue) return candidate;
  }
  Die("no harmless answer to " + question.id());
}

// Of a follow-up: "no" to what would be worse, a first choice; what came with
// the pain is as old as the pain, where that is known, else long ago.
Answer MildFollowUp(const Question& question, const Answer& duration) {
  if (question.yes_no()) return Answer::No();
  if (!question.choices.empty()) return Answer::Choice(0);
  if (question.spec.range().unit() == "minutes") return Answer::Interval(5, 5);
  if (duration.kind == Answer::Kind::kInterval &&
      duration.high <= question.spec.range().max()) {
    return duration;
  }
  return Answer::Interval(question.spec.range().max() * 0.75,
                          question.spec.range().max() * 0.75);
}

}  // namespace

void Put(const Content& content, const Said& said, Answers& answers) {
  const QuestionIndex index = content.FindFact(said.question);
  if (index == kNoQuestion) Die("no question " + said.question);
  const Question& question = content.questions()[index];
  Answer answer = AnswerNamed(question, said.value);
  if (answer.open()) {
    const std::vector<std::string> ends = absl::StrSplit(said.value, "..");
    double low = 0, high = 0;
    if (!absl::SimpleAtod(ends.front(), &low) ||
        !absl::SimpleAtod(ends.back(), &high)) {
      Die("no value " + said.value + " of " + said.question);
    }
    answer = Answer::Interval(low, high);
  }
  answers[index] = answer;
}

Answers HarmlessAnswers(const Content& content) {
  Answers answers(content.questions().size());
  for (size_t i = 0; i < answers.size(); ++i) {
    const Question& question = content.questions()[i];
    if (!question.spec.safety() || question.follow_up_of != kNoQuestion) {
      continue;
    }
    answers[i] =
        Harmless(question, static_cast<QuestionIndex>(i), answers.size());
  }
  return answers;
}

void FillHarmless(const Content& content, Answers& answers) {
  const Answers harmless = HarmlessAnswers(content);
  for (size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].open()) answers[i] = harmless[i];
  }
  const Answers settled = Settle(content, answers);
  for (size_t i = 0; i < answers.size(); ++i) {
    const Question& question = content.questions()[i];
    if (settled[i].open() && question.follow_up_of != kNoQuestion &&
        question.ask_when.Known(settled) == Truth::kTrue) {
      const QuestionIndex duration = content.FindQuestion("duration");
      answers[i] = MildFollowUp(
          question, duration == kNoQuestion ? Answer() : answers[duration]);
    }
  }
}

}  // namespace firstvisit
