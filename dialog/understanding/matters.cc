// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/matters.h"

namespace firstvisit {
namespace {

// Which value of a grave yes/no question lifts a precaution.
int ClearingValue(const Question& question) {
  if (!question.spec.safety()) return -1;
  Answers answers(
      static_cast<size_t>(question.harmless.mentions().empty()
                              ? 0
                              : question.harmless.mentions().back() + 1));
  for (const QuestionIndex mentioned : question.harmless.mentions()) {
    answers[mentioned] = Answer::Yes();
  }
  return question.harmless.single() &&
                 question.harmless.Known(answers) == Truth::kTrue
             ? kYes
             : kNo;
}

Matter Make(const Question& question, QuestionIndex index) {
  Matter matter;
  matter.index = index;
  matter.id = question.id();
  matter.fact = question.fact;
  matter.kind = question.spec.kind();
  matter.choices = question.choices;
  matter.range = question.spec.range();
  const auto section = question.spec.section();
  matter.grave = question.spec.safety() || section == content::v1::RED_FLAG ||
                 section == content::v1::EMERGENCY;
  matter.consent = section == content::v1::CONSENT && question.yes_no();
  if (question.yes_no()) matter.clearing = ClearingValue(question);
  return matter;
}

}  // namespace

std::vector<Matter> MakeMatters(const Content& content) {
  std::vector<Matter> matters;
  const auto& questions = content.questions();
  for (size_t i = 0; i < questions.size(); ++i) {
    matters.push_back(Make(questions[i], static_cast<QuestionIndex>(i)));
  }
  for (size_t i = 0; i < questions.size(); ++i) {
    const QuestionIndex flag = questions[i].follow_up_of;
    if (flag == kNoQuestion || !matters[i].number()) continue;
    const std::string& unit = matters[i].range.unit();
    if (unit == "days") matters[flag].since_question = matters[i].index;
    if (unit == "minutes") matters[flag].minutes_question = matters[i].index;
  }
  return matters;
}

}  // namespace firstvisit
