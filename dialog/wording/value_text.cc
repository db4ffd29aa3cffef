// Lengths of time are told in the largest unit of which there are two or more,
// as people do: 14 days are two weeks, 400 days 13 months.

#include "dialog/wording/value_text.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/state/fact.h"
#include "dialog/wording/sentence.h"

namespace firstvisit {
namespace {

struct Unit {
  absl::string_view phrase;
  double days;
};
constexpr Unit kUnits[] = {{"unit_years", 365.25},
                           {"unit_months", 30.4375},
                           {"unit_weeks", 7},
                           {"unit_days", 1}};

std::string Number(double number) {
  // One decimal at most: nobody says 2.8571 hours.
  return absl::StrCat(std::round(number * 10) / 10);
}

std::string Span(double low, double high, absl::string_view unit_phrase,
                 const LocaleWording& wording) {
  const std::string first = Number(low), last = Number(high);
  if (first == last) {
    const bool one = first == "1";
    return Fill(
        wording.Phrase(absl::StrCat(unit_phrase, one ? "_one" : "")).text(),
        {{"value", first}});
  }
  const std::string both =
      Fill(wording.Phrase("range_join").text(), {{"low", first}, {"high", last}});
  return Fill(wording.Phrase(unit_phrase).text(), {{"value", both}});
}

}  // namespace

std::string ValueText(const LocaleWording& wording, const Question& question,
                      const Answer& answer) {
  if (question.spec.kind() != content::v1::DURATION) {
    return Span(answer.low, answer.high,
                absl::StrCat("unit_", question.spec.range().unit()), wording);
  }
  if (answer.high < 1) return wording.Phrase("less_than_a_day").text();
  for (const Unit& unit : kUnits) {
    if (answer.high >= 2 * unit.days || unit.days == 1) {
      return Span(std::round(answer.low / unit.days),
                  std::round(answer.high / unit.days), unit.phrase, wording);
    }
  }
  return "";
}

std::string StatementKey(const Question& question, const Answer& answer) {
  return answer.kind == Answer::Kind::kInterval ? "value"
                                                : ValueName(question, answer);
}

std::string StatementText(const Content& content, const LocaleWording& wording,
                          QuestionIndex index, const Answer& answer) {
  const Question& question = content.questions()[index];
  const std::string key = StatementKey(question, answer);
  for (const auto& statement : wording.question[index].statement()) {
    if (statement.answer() != key) continue;
    if (key != "value") return statement.text();
    return Fill(statement.text(),
                {{"value", ValueText(wording, question, answer)}});
  }
  return "";
}

}  // namespace firstvisit
