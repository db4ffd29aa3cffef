#include "dialog/state/fact.h"

#include "absl/strings/string_view.h"

namespace firstvisit {
namespace {

bool Numeric(const Question& question) {
  return question.spec.kind() == content::v1::NUMBER ||
         question.spec.kind() == content::v1::DURATION;
}

bool Plausible(const Question& question, double low, double high) {
  if (!(low <= high)) return false;  // also refuses NaN
  const content::v1::Range& range = question.spec.range();
  return !question.spec.has_range() ||
         (low >= range.min() && high <= range.max());
}

}  // namespace

std::string ValueName(const Question& question, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::kChoice:
      return question.choices[answer.choice];
    case Answer::Kind::kUnsure:
      return "unsure";
    case Answer::Kind::kDeclined:
      return "declined";
    default:
      return "";
  }
}

Answer AnswerNamed(const Question& question, absl::string_view name) {
  if (name == "unsure") return Answer::Unsure();
  if (name == "declined") return Answer::Declined();
  const int choice = question.FindChoice(name);
  return choice < 0 ? Answer() : Answer::Choice(choice);
}

session::v1::Fact ToFact(const Content& content, QuestionIndex question,
                         const Answer& answer, v1::Confidence confidence) {
  session::v1::Fact fact;
  fact.set_question(content.questions()[question].id());
  fact.set_value(ValueName(content.questions()[question], answer));
  if (answer.kind == Answer::Kind::kInterval) {
    fact.set_low(answer.low);
    fact.set_high(answer.high);
  }
  fact.set_confidence(confidence);
  return fact;
}

Answer AnswerOf(const Question& question, const session::v1::Fact& fact) {
  if (!fact.value().empty()) return AnswerNamed(question, fact.value());
  if (question.spec.kind() == content::v1::TEXT) return Answer::Text();
  return Answer::Interval(fact.low(), fact.high());
}

Answer FromFact(const Content& content, const session::v1::Fact& fact) {
  const QuestionIndex index = content.FindQuestion(fact.question());
  if (index == kNoQuestion) return Answer();
  return AnswerOf(content.questions()[index], fact);
}

void WriteApi(const Question& question, const Answer& answer, v1::Answer& api) {
  api.set_question_id(question.fact);
  if (answer.kind == Answer::Kind::kInterval) {
    api.mutable_interval()->set_low(answer.low);
    api.mutable_interval()->set_high(answer.high);
  } else if (answer.kind != Answer::Kind::kText) {
    api.set_choice(ValueName(question, answer));
  }
}

v1::Answer ToApi(const Content& content, QuestionIndex question,
                 const Answer& answer) {
  v1::Answer api;
  WriteApi(content.questions()[question], answer, api);
  return api;
}

Answer FromApi(const Question& question, const v1::Answer& answer) {
  switch (answer.value_case()) {
    case v1::Answer::kChoice:
      return AnswerNamed(question, answer.choice());
    case v1::Answer::kInterval:
      if (!Numeric(question) ||
          !Plausible(question, answer.interval().low(),
                     answer.interval().high())) {
        return Answer();
      }
      return Answer::Interval(answer.interval().low(),
                              answer.interval().high());
    case v1::Answer::kText:
      return question.spec.kind() == content::v1::TEXT ? Answer::Text()
                                                       : Answer();
    case v1::Answer::VALUE_NOT_SET:
      return Answer();
  }
  return Answer();
}

}  // namespace firstvisit
