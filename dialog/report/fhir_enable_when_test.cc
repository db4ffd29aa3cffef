// Condition and clauses are judged side by side over all answers to the
// questions that they look at.

#include "dialog/report/fhir_enable_when.h"

#include <string>
#include <vector>

#include "dialog/report/fhir_response.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/fhir_form.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Condition Parse(const std::string& text) {
  std::vector<QuestionShape> shapes;
  for (const Question& question : KneePain().questions()) {
    const bool number = question.spec.kind() == content::v1::NUMBER ||
                        question.spec.kind() == content::v1::DURATION;
    shapes.push_back({question.id(), number, question.choices});
  }
  auto condition = Condition::Parse(text, shapes);
  EXPECT_TRUE(condition.ok()) << text << ": " << condition.status();
  return *condition;
}

// Whatever a question may be answered, and no answer at all. Numbers lie around
// the thresholds of the conditions below, and across them.
std::vector<Answer> Possible(const Question& question) {
  std::vector<Answer> answers = {Answer(), Answer::Unsure(),
                                 Answer::Declined()};
  for (size_t i = 0; i < question.choices.size(); ++i) {
    answers.push_back(Answer::Choice(static_cast<int>(i)));
  }
  if (question.choices.empty()) {
    for (double low : {3.0, 4.0, 5.0}) {
      for (double high = low; high <= 5; ++high) {
        answers.push_back(Answer::Interval(low, high));
      }
    }
  }
  return answers;
}

// The clauses on a form with one item more than the answers'.
bool HoldsOnForm(const std::vector<EnableClause>& clauses,
                 const Answers& answers) {
  v1::Report report;
  for (size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].open()) continue;
    *report.add_answers() =
        ToApi(KneePain(), static_cast<QuestionIndex>(i), answers[i]);
  }
  const auto response = FhirResponse(report, KneePain(), "en");
  fhir::v1::Questionnaire form;
  for (size_t i = 0; i < clauses.size(); ++i) {
    fhir::v1::QuestionnaireItem& item = *form.add_item();
    item.set_link_id(std::to_string(i));
    item.set_enable_behavior("any");
    if (clauses[i].empty()) return false;
    for (const auto& when : clauses[i]) *item.add_enable_when() = when;
  }
  const FhirForm judged(form, response);
  for (size_t i = 0; i < clauses.size(); ++i) {
    if (!judged.Enabled(std::to_string(i))) return false;
  }
  return true;
}

class EnableWhen : public testing::TestWithParam<const char*> {};

TEST_P(EnableWhen, HoldsWhereTheConditionIsKnownToHold) {
  const Condition condition = Parse(GetParam());
  const std::vector<EnableClause> clauses =
      EnableClauses(KneePain(), condition);
  std::vector<Answers> sets = {Answers(KneePain().questions().size())};
  for (QuestionIndex question : condition.mentions()) {
    std::vector<Answers> wider;
    for (const Answers& set : sets) {
      for (const Answer& answer : Possible(KneePain().questions()[question])) {
        wider.push_back(set);
        wider.back()[question] = answer;
      }
    }
    sets = std::move(wider);
  }
  int held = 0;
  for (const Answers& set : sets) {
    const bool known = condition.Known(Settle(KneePain(), set)) == Truth::kTrue;
    held += known ? 1 : 0;
    ASSERT_EQ(HoldsOnForm(clauses, set), known) << GetParam();
  }
  EXPECT_GT(held, 0);
  EXPECT_LT(held, sets.size());
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, EnableWhen,
    testing::Values(
        "fever = yes", "pain_place in (front, back)", "not pain_place = back",
        "severity < 4", "severity <= 4", "severity > 4", "severity >= 4",
        "not severity < 4", "not (severity >= 4 or fever = yes)",
        "fever = yes and locking = yes", "fever = yes or locking = no",
        "fever = yes and (locking = yes or worsening = yes)",
        "(fever = yes and locking = yes) or (worsening = yes and severity > 4)",
        "not ((fever = yes or locking = yes) and severity < 4)",
        "answered(fever)", "not answered(fever)", "answered(severity)",
        "not answered(severity)", "not (not (fever = yes))"));

TEST(EnableClauses, NoConditionAlwaysHolds) {
  EXPECT_THAT(EnableClauses(KneePain(), Parse("")), IsEmpty());
}

TEST(EnableClauses, NeverHolds) {
  EXPECT_THAT(EnableClauses(KneePain(), Parse("never")),
              ElementsAre(IsEmpty()));
}

// What R4 says in one item stays in one item.
TEST(EnableClauses, OneClauseForOneOr) {
  EXPECT_THAT(EnableClauses(KneePain(), Parse("fever = yes or locking = yes")),
              ElementsAre(SizeIs(2)));
  EXPECT_THAT(EnableClauses(KneePain(), Parse("fever = yes and locking = yes")),
              ElementsAre(SizeIs(1), SizeIs(1)));
}

}  // namespace
}  // namespace firstvisit
