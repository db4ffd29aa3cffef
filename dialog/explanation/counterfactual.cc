#include "dialog/explanation/counterfactual.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

void AddMentions(const Condition& condition,
                 std::vector<QuestionIndex>& questions) {
  questions.insert(questions.end(), condition.mentions().begin(),
                   condition.mentions().end());
}

std::vector<QuestionIndex> Tidy(std::vector<QuestionIndex> questions) {
  absl::c_sort(questions);
  questions.erase(std::unique(questions.begin(), questions.end()),
                  questions.end());
  return questions;
}

void AddThresholds(const Condition& condition,
                   std::vector<std::vector<double>>& cuts) {
  for (const Condition::Threshold& threshold : condition.thresholds()) {
    cuts[threshold.question].push_back(threshold.value);
  }
}

// The numbers that the content's conditions compare each question with.
std::vector<std::vector<double>> Cuts(const Content& content) {
  std::vector<std::vector<double>> cuts(content.questions().size());
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      AddThresholds(rule.when, cuts);
      AddThresholds(rule.unless, cuts);
    }
  }
  for (const Cause& cause : content.causes()) {
    for (const Evidence& evidence : cause.evidence) {
      AddThresholds(evidence.when, cuts);
    }
  }
  for (const Advice& advice : content.advice()) {
    AddThresholds(advice.when, cuts);
  }
  for (const Question& question : content.questions()) {
    AddThresholds(question.harmless, cuts);
    AddThresholds(question.ask_when, cuts);
  }
  return cuts;
}

// Each threshold itself, and a value on either side of it within the range.
std::vector<Answer> Classes(const Question& question,
                            std::vector<double> cuts) {
  std::vector<Answer> values;
  for (size_t i = 0; i < question.choices.size(); ++i) {
    values.push_back(Answer::Choice(static_cast<int>(i)));
  }
  if (!question.choices.empty() || !question.spec.has_range()) return values;
  const content::v1::Range& range = question.spec.range();
  absl::c_sort(cuts);
  std::vector<double> numbers = {range.min(), range.max()};
  for (double cut : cuts) {
    for (double number : {cut - 1, cut, cut + 1}) numbers.push_back(number);
  }
  absl::c_sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  for (double number : numbers) {
    if (number >= range.min() && number <= range.max()) {
      values.push_back(Answer::Interval(number, number));
    }
  }
  return values;
}

}  // namespace

Counterfactual::Counterfactual(const Content& content,
                               const Assessor& assessor)
    : content_(content), assessor_(assessor) {
  std::vector<std::vector<double>> cuts = Cuts(content);
  for (size_t i = 0; i < content.questions().size(); ++i) {
    values_.push_back(Classes(content.questions()[i], std::move(cuts[i])));
  }
}

Counterfactual::Changes Counterfactual::Find(
    const Answers& given, const std::vector<QuestionIndex>& about,
    const Wanted& wanted) const {
  for (int size = 1; size <= kLargest; ++size) {
    Changes changes;
    if (Search(given, about, 0, size, wanted, changes)) return changes;
  }
  return {};
}

bool Counterfactual::Search(const Answers& given,
                            const std::vector<QuestionIndex>& about,
                            size_t from, int size, const Wanted& wanted,
                            Changes& changes) const {
  if (size == 0) {
    return wanted(Conclude(given, changes));
  }
  for (size_t i = from; i < about.size(); ++i) {
    for (const Answer& value : values_[about[i]]) {
      if (value == given[about[i]]) continue;
      changes.emplace_back(about[i], value);
      if (Search(given, about, i + 1, size - 1, wanted, changes)) return true;
      changes.pop_back();
    }
  }
  return false;
}

Conclusion Counterfactual::Conclude(const Answers& given,
                                    const Changes& changes) const {
  return assessor_.Conclude(Settle(content_, With(given, changes)));
}

Answers Counterfactual::With(const Answers& given,
                             const Changes& changes) const {
  Answers changed = given;
  for (const auto& change : changes) changed[change.first] = change.second;
  for (const auto& change : changes) {
    for (QuestionIndex dependent : content_.questions()[change.first].opens) {
      const bool kept = absl::c_any_of(changes, [&](const auto& other) {
        return other.first == dependent;
      });
      if (!kept && content_.questions()[dependent].ask_when.Known(changed) ==
                       Truth::kFalse) {
        changed[dependent] = Answer();
      }
    }
  }
  return changed;
}

std::vector<QuestionIndex> Counterfactual::BehindLevel(
    const Conclusion& conclusion) const {
  std::vector<QuestionIndex> questions = conclusion.triage.open;
  for (const Raised& raised : conclusion.triage.raised) {
    const Rule& rule =
        content_.precautions()[raised.precaution].rules[raised.rule];
    AddMentions(rule.when, questions);
    AddMentions(rule.unless, questions);
  }
  return Tidy(std::move(questions));
}

std::vector<QuestionIndex> Counterfactual::BehindCause(int cause) const {
  std::vector<QuestionIndex> questions;
  for (const Evidence& evidence : content_.causes()[cause].evidence) {
    AddMentions(evidence.when, questions);
  }
  return Tidy(std::move(questions));
}

std::vector<QuestionIndex> Counterfactual::BehindAdvice(
    int advice, const Conclusion& conclusion) const {
  const Advice& entry = content_.advice()[advice];
  std::vector<QuestionIndex> questions = BehindLevel(conclusion);
  AddMentions(entry.when, questions);
  for (int cause : entry.causes) {
    for (QuestionIndex question : BehindCause(cause)) {
      questions.push_back(question);
    }
  }
  return Tidy(std::move(questions));
}

}  // namespace firstvisit
