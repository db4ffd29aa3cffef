// Tests: tests/utterances.

#include "dialog/authoring/interpret.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "dialog/authoring/json_lines.h"
#include "dialog/util/utf8.h"

namespace firstvisit {
namespace {

using authoring::v1::InterpretError;
using authoring::v1::InterpretLine;
using authoring::v1::InterpretResult;
using google::protobuf::Value;

constexpr char kFreeFact[] = "answer";

Value ToValue(const Answer& answer, const std::string& choice,
              const std::string& words) {
  Value value;
  switch (answer.kind) {
    case Answer::Kind::kChoice:
      value.set_string_value(choice);
      break;
    case Answer::Kind::kInterval:
      if (answer.low == answer.high) {
        value.set_number_value(answer.low);
      } else {
        auto* list = value.mutable_list_value();
        list->add_values()->set_number_value(answer.low);
        list->add_values()->set_number_value(answer.high);
      }
      break;
    case Answer::Kind::kDeclined:
      value.set_string_value("declined");
      break;
    case Answer::Kind::kText:
      value.set_string_value(words);
      break;
    default:
      value.set_string_value("unsure");
  }
  return value;
}

std::string Describe(const TraceLine& line, absl::string_view words) {
  std::string text = line.rule;
  if (line.end > line.begin) {
    absl::StrAppend(&text, " \"",
                    words.substr(line.begin, line.end - line.begin), "\"");
  }
  const absl::string_view effect = absl::StripAsciiWhitespace(line.effect);
  if (!effect.empty()) absl::StrAppend(&text, ": ", effect);
  return text;
}

}  // namespace

int InterpretLines::Run(std::istream& in, std::ostream& out,
                        absl::string_view locale, absl::Time now) const {
  return AnswerJsonLines<InterpretLine, InterpretError>(
      in, out, EmptyFields::kLeftAway,
      [&](const InterpretLine& line) { return Interpret(line, locale, now); });
}

absl::StatusOr<InterpretResult> InterpretLines::Interpret(
    const InterpretLine& line, absl::string_view locale, absl::Time now) const {
  Understander::Context context;
  context.locale = std::string(line.locale().empty() ? locale : line.locale());
  context.now = now;
  context.trace = true;
  if (Utf8Length(line.answer()) > Understander::kMaxCharacters) {
    return absl::InvalidArgumentError(absl::StrCat("answer: longer than ",
                                                   Understander::kMaxCharacters,
                                                   " characters; shorten it"));
  }
  if (line.kind() == "yes_no") {
    context.free_yes_no = true;
    context.free_prompt = line.prompt();
  } else if (!line.kind().empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("kind: `", line.kind(), "` is none; only \"yes_no\" is"));
  } else if (!line.question_id().empty()) {
    const QuestionIndex question = content_.FindQuestion(line.question_id());
    if (question == kNoQuestion) {
      return absl::InvalidArgumentError(
          absl::StrCat("question_id: the protocol has no question `",
                       line.question_id(), "`"));
    }
    context.open = {question};
  }
  return Describe(line, understander_.Read(line.answer(), context));
}

InterpretResult InterpretLines::Describe(const InterpretLine& line,
                                         const Hearing& hearing) const {
  InterpretResult result;
  *result.mutable_id() = line.id();
  result.set_outcome(hearing.outcome == Hearing::Outcome::kCommand ? "command"
                     : hearing.facts.empty()                       ? "unclear"
                                                                   : "facts");
  if (hearing.outcome == Hearing::Outcome::kCommand) {
    result.set_command(
        absl::AsciiStrToLower(v1::Command_Name(hearing.command)));
  }
  auto& facts = *result.mutable_facts()->mutable_fields();
  for (const HeardFact& heard : hearing.facts) {
    std::string name = kFreeFact;
    std::string choice = heard.answer.is(kYes) ? "yes" : "no";
    if (heard.question != kNoQuestion) {
      const Question& question = content_.questions()[heard.question];
      name = question.fact;
      if (heard.answer.kind == Answer::Kind::kChoice) {
        choice = question.choices[heard.answer.choice];
      }
    }
    facts[name] = ToValue(heard.answer, choice, line.answer());
    if (!heard.volunteered) {
      result.set_confidence(
          absl::AsciiStrToLower(v1::Confidence_Name(heard.confidence)));
    }
  }
  if (hearing.alarm == Hearing::Alarm::kCertain) result.set_alarm("certain");
  if (hearing.alarm == Hearing::Alarm::kPossible) result.set_alarm("possible");
  for (const TraceLine& trace : hearing.trace) {
    result.add_trace(firstvisit::Describe(trace, line.answer()));
  }
  return result;
}

}  // namespace firstvisit
