#include "tests/support/reasons.h"

#include <functional>
#include <utility>

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

using Questions = std::vector<QuestionIndex>;

// The members of all smallest subsets of `questions` for which `suffices`.
Questions InSmallestSets(const Questions& questions,
                         const std::function<bool(unsigned)>& suffices) {
  std::vector<unsigned> smallest;
  unsigned members = 0;
  // Each set comes after all of its subsets.
  for (unsigned set = 0; set < 1u << questions.size(); ++set) {
    const bool larger = absl::c_any_of(
        smallest, [set](unsigned found) { return (found & set) == found; });
    if (larger || !suffices(set)) continue;
    smallest.push_back(set);
    members |= set;
  }
  Questions in;
  for (size_t i = 0; i < questions.size(); ++i) {
    if (((members >> i) & 1u) != 0) in.push_back(questions[i]);
  }
  return in;
}

// `answers` with every question of the condition open but those of the set.
Answers Keeping(unsigned set, const Condition& condition, Answers answers) {
  const Questions& mentions = condition.mentions();
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (((set >> i) & 1u) == 0) answers[mentions[i]] = Answer();
  }
  return answers;
}

// What the answer to a question may yet turn out to be: its choices, or one
// number from each class that the condition tells apart; of an interval, what
// lies in it.
std::vector<Answer> Values(const Content& content, const Condition& condition,
                           QuestionIndex question, const Answer& answer) {
  std::vector<Answer> values;
  const Question& entry = content.questions()[question];
  for (size_t i = 0; i < entry.choices.size(); ++i) {
    values.push_back(Answer::Choice(static_cast<int>(i)));
  }
  if (!values.empty()) return values;
  std::vector<double> numbers = {answer.low, answer.high};
  for (const Condition::Threshold& threshold : condition.thresholds()) {
    if (threshold.question != question) continue;
    for (const double around : {-1, 0, 1}) {
      numbers.push_back(threshold.value + around);
    }
  }
  const bool interval = answer.kind == Answer::Kind::kInterval;
  for (const double number : numbers) {
    if (interval && (number < answer.low || number > answer.high)) continue;
    values.push_back(Answer::Interval(number, number));
  }
  return values;
}

// Whether an answer to `question` could make a difference, with the questions
// from `next` on settled in some way.
bool MakesADifference(const Content& content, const Condition& condition,
                      QuestionIndex question, const Questions& unsettled,
                      size_t next, Answers& answers) {
  if (next < unsettled.size()) {
    const QuestionIndex other = unsettled[next];
    if (other == question) {
      return MakesADifference(content, condition, question, unsettled, next + 1,
                              answers);
    }
    const Answer before = answers[other];
    const bool any = absl::c_any_of(
        Values(content, condition, other, before), [&](const Answer& value) {
          answers[other] = value;
          return MakesADifference(content, condition, question, unsettled,
                                  next + 1, answers);
        });
    answers[other] = before;
    return any;
  }
  const Answer before = answers[question];
  bool held = false, failed = false;
  for (const Answer& value : Values(content, condition, question, before)) {
    answers[question] = value;
    (condition.Known(answers) == Truth::kTrue ? held : failed) = true;
  }
  answers[question] = before;
  return held && failed;
}

}  // namespace

bool Stands(const Rule& rule, const Answers& answers) {
  if (rule.has_unless && rule.unless.Known(answers) == Truth::kTrue) {
    return false;
  }
  const Grade grade = rule.when.Judge(answers);
  return grade >= Grade::kProbable ||
         (grade == Grade::kDoubtful && rule.when.single());
}

Questions WhyKnown(const Content& content, const Condition& condition,
                   const Answers& answers) {
  const Truth truth = condition.Known(answers);
  if (truth != Truth::kUnknown) {
    return InSmallestSets(condition.mentions(), [&](unsigned set) {
      return condition.Known(Keeping(set, condition, answers)) == truth;
    });
  }
  Questions unsettled;
  for (const QuestionIndex question : condition.mentions()) {
    const Answer& answer = answers[question];
    if (answer.open() || answer.doubtful() || answer.low < answer.high) {
      unsettled.push_back(question);
    }
  }
  Questions why;
  for (const QuestionIndex question : unsettled) {
    Answers tried = answers;
    if (MakesADifference(content, condition, question, unsettled, 0, tried)) {
      why.push_back(question);
    }
  }
  return why;
}

Questions WhyJudged(const Condition& condition, const Answers& answers) {
  const Grade grade = condition.Judge(answers);
  return InSmallestSets(condition.mentions(), [&](unsigned set) {
    return condition.Judge(Keeping(set, condition, answers)) == grade;
  });
}

}  // namespace firstvisit
