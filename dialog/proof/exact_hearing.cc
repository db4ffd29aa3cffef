// Tests: dialog_proof_test.cc, which speaks through it.

#include "dialog/proof/exact_hearing.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "dialog/state/fact.h"

namespace firstvisit {
namespace {

// "54" or "2..5"; open where it is neither.
Answer Numbers(absl::string_view value) {
  const std::pair<std::string, std::string> ends =
      absl::StrSplit(value, absl::MaxSplits("..", 1));
  double low = 0, high = 0;
  if (!absl::SimpleAtod(ends.first, &low)) return Answer();
  if (ends.second.empty()) return Answer::Interval(low, low);
  if (!absl::SimpleAtod(ends.second, &high)) return Answer();
  return Answer::Interval(low, high);
}

}  // namespace

std::string ExactHearing::Write(const Content& content, QuestionIndex question,
                                const Answer& answer) {
  const Question& entry = content.questions()[question];
  if (answer.kind == Answer::Kind::kInterval) {
    return absl::StrCat(entry.id(), "=", answer.low, "..", answer.high);
  }
  if (answer.kind == Answer::Kind::kText) {
    return absl::StrCat(entry.id(), "=words");
  }
  return absl::StrCat(entry.id(), "=", ValueName(entry, answer));
}

Hearing ExactHearing::Read(absl::string_view text,
                           const Context& context) const {
  Hearing hearing;
  if (text == "none" && context.open.size() > 1) {
    hearing.outcome = Hearing::Outcome::kNamesNone;
    return hearing;
  }
  if (text == "alarm" || text == "alarm?") {
    hearing.alarm =
        text == "alarm" ? Hearing::Alarm::kCertain : Hearing::Alarm::kPossible;
    return hearing;
  }
  for (absl::string_view word : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    if (!ReadFact(word, context, hearing)) return Hearing();
  }
  if (!hearing.facts.empty()) hearing.outcome = Hearing::Outcome::kFacts;
  return hearing;
}

bool ExactHearing::ReadFact(absl::string_view word, const Context& context,
                            Hearing& hearing) const {
  HeardFact fact;
  fact.confidence = v1::CERTAIN;
  fact.correction = absl::ConsumeSuffix(&word, "!");
  if (absl::ConsumeSuffix(&word, "?")) fact.confidence = v1::PROBABLE;
  if (absl::ConsumeSuffix(&word, "~")) fact.confidence = v1::TENTATIVE;
  const std::pair<absl::string_view, absl::string_view> sides =
      absl::StrSplit(word, absl::MaxSplits('=', 1));
  fact.question = content_.FindQuestion(sides.first);
  if (fact.question == kNoQuestion) return false;
  const Question& question = content_.questions()[fact.question];
  fact.answer = AnswerNamed(question, sides.second);
  if (fact.answer.open()) fact.answer = Numbers(sides.second);
  if (fact.answer.open() && question.spec.kind() == content::v1::TEXT) {
    fact.answer = Answer::Text();
  }
  fact.volunteered = !absl::c_linear_search(context.open, fact.question);
  hearing.facts.push_back(std::move(fact));
  return !hearing.facts.back().answer.open();
}

Hearing ExactHearing::ReadHypotheses(const v1::Hypotheses& hypotheses,
                                     const Context& context) const {
  return hypotheses.hypotheses().empty()
             ? Hearing()
             : Read(hypotheses.hypotheses(0).text(), context);
}

Hearing ExactHearing::ReadDigits(absl::string_view digits,
                                 const Context& context) const {
  return Read(digits, context);
}

Hearing ExactHearing::ReadChoice(absl::string_view value,
                                 const Context& context) const {
  return Read(value, context);
}

std::vector<std::string> ExactHearing::ExpectedPhrases(
    const std::vector<QuestionIndex>&, absl::string_view) const {
  return {};
}

}  // namespace firstvisit
