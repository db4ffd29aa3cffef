// Tests: population_test.cc.

#include "dialog/authoring/population.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dialog/content/issue.h"
#include "dialog/content/text_place.h"
#include "dialog/state/fact.h"

namespace firstvisit {
namespace {

bool Numeric(const Question& question) {
  return question.spec.kind() == content::v1::NUMBER ||
         question.spec.kind() == content::v1::DURATION;
}

// Consent, the alarm and texts are not drawn.
bool Drawn(const Content& content, const Question& question) {
  return question.spec.kind() != content::v1::TEXT &&
         question.spec.section() != content::v1::CONSENT &&
         question.id() != content.protocol().alarm_question();
}

// Open where the text is no value of the question.
Answer ParseValue(const Question& question, const std::string& text) {
  const Answer named = AnswerNamed(question, text);
  if (!named.open() || !Numeric(question)) return named;
  const std::pair<std::string, std::string> ends =
      absl::StrSplit(text, absl::MaxSplits("..", 1));
  double low = 0, high = 0;
  if (!absl::SimpleAtod(ends.first, &low)) return Answer();
  high = low;
  if (!ends.second.empty() && !absl::SimpleAtod(ends.second, &high)) {
    return Answer();
  }
  const content::v1::Range& range = question.spec.range();
  return low <= high && low >= range.min() && high <= range.max()
             ? Answer::Interval(low, high)
             : Answer();
}

std::vector<QuestionShape> ShapesOf(const Content& content) {
  std::vector<QuestionShape> shapes;
  for (const Question& question : content.questions()) {
    QuestionShape shape;
    shape.id = question.id();
    shape.number = Numeric(question);
    shape.choices = question.choices;
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

}  // namespace

double Fraction(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11) * 0x1.0p-53;
}

absl::StatusOr<Population> Population::Parse(absl::string_view text,
                                             const Content& content) {
  authoring::v1::Population spec;
  Issues issues;
  const ParsedText parsed({"population", std::string(text)}, spec, issues);
  if (!issues.has_errors()) return Create(spec, content);
  return absl::InvalidArgumentError(Format(issues.Sorted().front()));
}

absl::StatusOr<Population> Population::Create(
    const authoring::v1::Population& spec, const Content& content) {
  if (spec.protocol() != content.protocol().id()) {
    return absl::InvalidArgumentError(
        absl::StrCat("the population is for the protocol `", spec.protocol(),
                     "`, the content is `", content.protocol().id(), "`"));
  }
  Population population(content);
  for (int i = 0; i < spec.trait_size(); ++i) {
    const absl::Status added = population.Add(spec.trait(i));
    if (!added.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("trait[", i, "] (",
                                                     spec.trait(i).question(),
                                                     "): ", added.message()));
    }
  }
  const absl::Status missing = population.Missing();
  if (!missing.ok()) return missing;
  return population;
}

absl::Status Population::Add(const authoring::v1::Trait& spec) {
  const QuestionIndex index = content_->FindQuestion(spec.question());
  if (index == kNoQuestion) {
    return absl::InvalidArgumentError("the content has no such question");
  }
  if (spec.basis().empty()) {
    return absl::InvalidArgumentError(
        "say what it rests on: basis: \"assumption\", or a publication");
  }
  Trait trait;
  if (!spec.when().empty()) {
    auto when = Condition::Parse(spec.when(), ShapesOf(*content_));
    if (!when.ok()) return when.status();
    if (when->mentions().back() >= index) {
      return absl::InvalidArgumentError(
          "`when` may name only questions that come before this one");
    }
    trait.when = *std::move(when);
  }
  double sum = 0;
  for (const authoring::v1::Share& share : spec.share()) {
    const Answer value =
        ParseValue(content_->questions()[index], share.value());
    if (value.open() || !(share.weight() > 0)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "the share \"", share.value(),
          "\" is no value of the question, or its weight is not above zero"));
    }
    sum += share.weight();
    trait.shares.push_back({value, sum});
  }
  if (trait.shares.empty()) {
    return absl::InvalidArgumentError("it has no share");
  }
  traits_[index].push_back(std::move(trait));
  return absl::OkStatus();
}

absl::Status Population::Missing() const {
  for (size_t i = 0; i < traits_.size(); ++i) {
    const Question& question = content_->questions()[i];
    if (!Drawn(*content_, question)) continue;
    if (traits_[i].empty() || !traits_[i].back().when.always()) {
      return absl::InvalidArgumentError(absl::StrCat(
          "the question `", question.id(),
          "` needs a trait without `when`, the last of its traits"));
    }
  }
  return absl::OkStatus();
}

Answers Population::Draw(std::mt19937_64& random) const {
  Answers answers(content_->questions().size());
  for (size_t i = 0; i < answers.size(); ++i) {
    const Question& question = content_->questions()[i];
    if (question.spec.kind() == content::v1::TEXT) {
      answers[i] = Answer::Text();
    } else if (question.spec.section() == content::v1::CONSENT) {
      answers[i] = Answer::Yes();
    } else if (question.ask_when.Known(answers) == Truth::kTrue) {
      answers[i] = DrawOne(static_cast<QuestionIndex>(i), answers, random);
    }
  }
  return answers;
}

Answer Population::DrawOne(QuestionIndex question, const Answers& answers,
                           std::mt19937_64& random) const {
  const auto trait = std::find_if(
      traits_[question].begin(), traits_[question].end(),
      [&](const Trait& it) { return it.when.Known(answers) == Truth::kTrue; });
  const double at = Fraction(random) * trait->shares.back().up_to;
  const auto share =
      std::find_if(trait->shares.begin(), trait->shares.end() - 1,
                   [&](const Share& it) { return at < it.up_to; });
  const Answer& value = share->value;
  if (value.kind != Answer::Kind::kInterval) return value;
  const content::v1::Question& spec = content_->questions()[question].spec;
  const bool whole =
      spec.range().whole() || spec.kind() == content::v1::DURATION;
  const double width = value.high - value.low;
  const double drawn =
      whole ? value.low + std::floor(Fraction(random) * (width + 1))
            : value.low + Fraction(random) * width;
  return Answer::Interval(drawn, drawn);
}

}  // namespace firstvisit
