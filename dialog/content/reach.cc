#include "dialog/content/reach.h"

#include <algorithm>

namespace firstvisit {
namespace {

constexpr size_t kMostCombinations = 100000;

// The questions that are looked at, and the answers worth trying.
struct Axis {
  QuestionIndex question;
  std::vector<Answer> answers;
};

std::vector<double> NumbersToTry(
    QuestionIndex index, const Question& question,
    const std::vector<const Condition*>& conditions) {
  std::vector<double> cuts = {question.spec.range().min(),
                              question.spec.range().max()};
  for (const Condition* condition : conditions) {
    for (const Condition::Threshold& threshold : condition->thresholds()) {
      if (threshold.question == index && threshold.value >= cuts[0] &&
          threshold.value <= cuts[1]) {
        cuts.push_back(threshold.value);
      }
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<double> numbers = cuts;
  for (size_t i = 1; i < cuts.size(); ++i) {
    numbers.push_back((cuts[i - 1] + cuts[i]) / 2);
  }
  return numbers;
}

Axis AxisOf(QuestionIndex index, const Question& question,
            const std::vector<const Condition*>& conditions, Doubt doubt) {
  Axis axis = {index, {}};
  switch (question.spec.kind()) {
    case content::v1::NUMBER:
    case content::v1::DURATION:
      for (double number : NumbersToTry(index, question, conditions)) {
        axis.answers.push_back(Answer::Interval(number, number));
      }
      break;
    case content::v1::TEXT:
      axis.answers.push_back(Answer::Text());
      break;
    default:
      for (size_t i = 0; i < question.choices.size(); ++i) {
        axis.answers.push_back(Answer::Choice(static_cast<int>(i)));
      }
  }
  if (doubt == Doubt::kWith) axis.answers.push_back(Answer::Unsure());
  if (!question.ask_when.always()) axis.answers.push_back(Answer::Moot());
  return axis;
}

bool Try(const std::vector<Axis>& axes, size_t at, Answers& answers,
         const std::function<bool(const Answers&)>& wanted) {
  if (at == axes.size()) return wanted(answers);
  for (const Answer& answer : axes[at].answers) {
    answers[axes[at].question] = answer;
    if (Try(axes, at + 1, answers, wanted)) return true;
  }
  return false;
}

}  // namespace

bool AnyAnswers(const std::vector<const Condition*>& conditions,
                const std::vector<Question>& questions, Doubt doubt,
                const std::function<bool(const Answers&)>& wanted) {
  std::vector<QuestionIndex> mentions;
  for (const Condition* condition : conditions) {
    mentions.insert(mentions.end(), condition->mentions().begin(),
                    condition->mentions().end());
  }
  std::sort(mentions.begin(), mentions.end());
  mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
  std::vector<Axis> axes;
  size_t combinations = 1;
  for (QuestionIndex index : mentions) {
    axes.push_back(AxisOf(index, questions[index], conditions, doubt));
    combinations *= std::max<size_t>(axes.back().answers.size(), 1);
    if (combinations > kMostCombinations) return true;
  }
  Answers answers(questions.size());
  return Try(axes, 0, answers, wanted);
}

bool CanHold(const Condition& condition,
             const std::vector<Question>& questions) {
  return AnyAnswers({&condition}, questions, Doubt::kWith,
                    [&](const Answers& answers) {
                      return condition.Known(answers) == Truth::kTrue;
                    });
}

}  // namespace firstvisit
