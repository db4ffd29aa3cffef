#include "dialog/authoring/assess.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/authoring/json_lines.h"
#include "dialog/authoring/names.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

using authoring::v1::AssessError;
using authoring::v1::AssessLine;
using authoring::v1::AssessResult;
using google::protobuf::Value;

// The public shape of a JSON value; nothing set where it is none.
v1::Answer ToApi(const Value& value) {
  v1::Answer answer;
  if (value.kind_case() == Value::kStringValue) {
    answer.set_choice(value.string_value());
  } else if (value.kind_case() == Value::kNumberValue) {
    answer.mutable_interval()->set_low(value.number_value());
    answer.mutable_interval()->set_high(value.number_value());
  } else if (value.kind_case() == Value::kListValue &&
             value.list_value().values_size() == 2) {
    answer.mutable_interval()->set_low(
        value.list_value().values(0).number_value());
    answer.mutable_interval()->set_high(
        value.list_value().values(1).number_value());
  }
  return answer;
}

}  // namespace

int AssessLines::Run(std::istream& in, std::ostream& out,
                     absl::string_view locale, absl::Time now) const {
  return AnswerJsonLines<AssessLine, AssessError>(
      in, out, EmptyFields::kWritten,
      [&](const AssessLine& line) { return Assess(line, locale, now); });
}

absl::StatusOr<AssessResult> AssessLines::Assess(const AssessLine& line,
                                                 absl::string_view locale,
                                                 absl::Time now) const {
  Answers answers;
  if (line.text().empty()) {
    absl::StatusOr<Answers> given = FromValues(line);
    if (!given.ok()) return given.status();
    answers = *std::move(given);
  } else {
    answers = FromText(line, locale, now);
  }
  AssessResult result =
      Describe(assessor_.Conclude(Settle(content_, std::move(answers))));
  *result.mutable_id() = line.id();
  return result;
}

absl::StatusOr<Answers> AssessLines::FromValues(const AssessLine& line) const {
  Answers answers(content_.questions().size());
  for (const auto& field : line.answers().fields()) {
    const QuestionIndex index = content_.FindFact(field.first);
    if (index == kNoQuestion) {
      return absl::InvalidArgumentError(absl::StrCat(
          "answers: the protocol has no question `", field.first, "`"));
    }
    answers[index] = FromApi(content_.questions()[index], ToApi(field.second));
    if (answers[index].open()) {
      return absl::InvalidArgumentError(
          absl::StrCat("answers: the value of `", field.first,
                       "` does not fit; a yes/no takes \"yes\", \"no\", "
                       "\"unsure\", \"declined\", a number takes a number or "
                       "[low, high] within its range"));
    }
  }
  return answers;
}

// Facts told in free text are all volunteered: what would clear a safety
// question is left open.
Answers AssessLines::FromText(const AssessLine& line, absl::string_view locale,
                              absl::Time now) const {
  Understander::Context context;
  context.locale = std::string(line.locale().empty() ? locale : line.locale());
  context.now = now;
  const Hearing hearing = understander_.Read(line.text(), context);
  Answers answers(content_.questions().size());
  for (const HeardFact& heard : hearing.facts) {
    if (heard.question == kNoQuestion) continue;
    const Question& question = content_.questions()[heard.question];
    Answers alone(content_.questions().size());
    alone[heard.question] = heard.answer;
    const bool clears =
        question.spec.safety() && !question.spec.caller_may_clear() &&
        !heard.inapplicable && question.harmless.Known(alone) == Truth::kTrue;
    if (!clears) answers[heard.question] = heard.answer;
  }
  const QuestionIndex alarm =
      content_.FindQuestion(content_.protocol().alarm_question());
  if (alarm != kNoQuestion && hearing.alarm != Hearing::Alarm::kNone) {
    answers[alarm] = hearing.alarm == Hearing::Alarm::kCertain
                         ? Answer::Yes()
                         : Answer::Unsure();
  }
  return answers;
}

AssessResult AssessLines::Describe(const Conclusion& conclusion) const {
  AssessResult result;
  const Triage& triage = conclusion.triage;
  result.set_triage(LevelName(triage.level));
  result.set_complete(triage.complete);
  for (QuestionIndex question : triage.open) {
    result.add_open(content_.questions()[question].id());
  }
  std::vector<bool> named(content_.precautions().size(), false);
  for (const Raised& raised : triage.raised) {
    if (named[raised.precaution]) continue;
    named[raised.precaution] = true;
    result.add_precautions(content_.precautions()[raised.precaution].id);
  }
  for (const JudgedCause& judged : conclusion.causes) {
    auto* cause = result.add_causes();
    cause->set_id(content_.causes()[judged.cause].id);
    cause->set_likelihood(BandName(judged.band));
  }
  for (int tip : conclusion.tips) result.add_tips(content_.advice()[tip].id);
  if (conclusion.plan) {
    for (const std::vector<int>* part :
         {&conclusion.plan->areas, &conclusion.plan->techniques}) {
      for (int advice : *part) result.add_plan(content_.advice()[advice].id);
    }
  }
  for (size_t i = 0; i < triage.forbidden.size(); ++i) {
    if (triage.forbidden[i]) result.add_forbidden(content_.advice()[i].id);
  }
  return result;
}

}  // namespace firstvisit
