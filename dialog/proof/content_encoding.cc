// Method: a comparison is the disjunction of the answer classes for which it
// holds; all else is connectives. Settling is unrolled pass by pass; `settled`
// says, and the prover proves, that the passes suffice. Conditions stand in
// content_encoding_conditions.cc. Tests: prover_test.cc.

#include "dialog/proof/content_encoding.h"

#include <algorithm>

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

using content::v1::CAUTION;
using content::v1::DOCTOR_FIRST;
using content::v1::EMERGENCY_NOW;
using content::v1::LEVEL_UNSPECIFIED;
using content::v1::OK;
using content::v1::URGENT;

// A chain of implied values and follow-ups is never deeper.
constexpr int kSettlePasses = 4;

constexpr Grade kGrades[] = {Grade::kFalse, Grade::kOpen, Grade::kDoubtful,
                             Grade::kProbable, Grade::kTrue};

}  // namespace

ContentEncoding::ContentEncoding(const Content& content,
                                 const AnswerSpace& space, Circuit& circuit)
    : content_(content), space_(space), circuit_(circuit), rules_(content) {}

GivenAnswers ContentEncoding::NewAnswers() {
  GivenAnswers given(space_.size());
  for (size_t i = 0; i < space_.size(); ++i) {
    const size_t classes = space_.classes(static_cast<QuestionIndex>(i)).size();
    for (size_t c = 0; c < classes; ++c) {
      given[i].push_back(circuit_.NewVariable());
    }
  }
  return given;
}

Outcome ContentEncoding::Encode(const GivenAnswers& given) {
  Settled answers = given;
  for (std::vector<Lit>& classes : answers) classes.push_back(Circuit::kFalse);
  for (int pass = 0; pass < kSettlePasses; ++pass) SettlePass(answers);
  Settled again = answers;
  SettlePass(again);

  Outcome outcome;
  outcome.settled = Same(answers, again);
  outcome.level_from.assign(EMERGENCY_NOW + 1, Circuit::kFalse);
  outcome.level_from[LEVEL_UNSPECIFIED] = Circuit::kTrue;
  outcome.level_from[OK] = Circuit::kTrue;
  outcome.forbidden.assign(content_.advice().size(), Circuit::kFalse);
  outcome.told.assign(content_.limits().size(), Circuit::kFalse);
  std::vector<Lit> explained(content_.questions().size(), Circuit::kFalse);
  for (size_t i = 0; i < content_.precautions().size(); ++i) {
    JudgePrecaution(static_cast<int>(i), answers, outcome, explained);
  }
  NoteUnexplained(answers, explained, outcome);
  outcome.recorded_from = outcome.level_from;
  NoteOpen(answers, outcome);
  NotePermitted(outcome);
  for (const Question& question : content_.questions()) {
    outcome.harmless.push_back(Known(question.harmless, answers).yes);
  }
  for (size_t i = 0; i < given.size(); ++i) {
    Lit same = Circuit::kFalse;
    for (size_t c = 0; c < given[i].size(); ++c) {
      same = circuit_.Or(same, circuit_.And(given[i][c], answers[i][c]));
    }
    outcome.as_given.push_back(same);
  }
  return outcome;
}

void ContentEncoding::SettlePass(Settled& answers) {
  for (size_t i = 0; i < answers.size(); ++i) {
    SettleOne(static_cast<QuestionIndex>(i), answers);
  }
}

void ContentEncoding::SettleOne(QuestionIndex question, Settled& answers) {
  const Question& entry = content_.questions()[question];
  if (entry.implied.empty() && entry.ask_when.always()) return;
  const std::vector<Lit> before = answers[question];
  std::vector<Lit> after = before;
  const size_t moot = before.size() - 1;
  Lit free =
      circuit_.Any({before[AnswerSpace::kOpen], before[AnswerSpace::kUnsure],
                    before[AnswerSpace::kDeclined], before[moot]});
  for (const Implied& implied : entry.implied) {
    const Lit taken = circuit_.And(free, Known(implied.when, answers).yes);
    const int value = space_.ClassOf(question, implied.value);
    for (Lit& one : after) one = circuit_.Without(one, taken);
    after[value] = circuit_.Or(after[value], taken);
    free = circuit_.Without(free, taken);
  }
  const Lit closed = circuit_.All(
      {free, before[AnswerSpace::kOpen], Known(entry.ask_when, answers).no});
  after[AnswerSpace::kOpen] =
      circuit_.Without(after[AnswerSpace::kOpen], closed);
  after[moot] = circuit_.Or(after[moot], closed);
  answers[question] = after;
}

Lit ContentEncoding::Same(const Settled& a, const Settled& b) {
  Lit same = Circuit::kTrue;
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t c = 0; c < a[i].size(); ++c) {
      const Lit differ = circuit_.Or(circuit_.Without(a[i][c], b[i][c]),
                                     circuit_.Without(b[i][c], a[i][c]));
      same = circuit_.Without(same, differ);
    }
  }
  return same;
}

void ContentEncoding::JudgePrecaution(int precaution, const Settled& answers,
                                      Outcome& outcome,
                                      std::vector<Lit>& explained) {
  const Precaution& entry = content_.precautions()[precaution];
  Lit standing = Circuit::kFalse;
  Lit raised = Circuit::kFalse;
  for (const Rule& rule : entry.rules) {
    const Lit lifted =
        rule.has_unless ? Known(rule.unless, answers).yes : Circuit::kFalse;
    const Graded graded = Judge(rule.when, answers);
    Lit rule_raised = Circuit::kFalse;
    for (Grade grade : kGrades) {
      const Lit at = circuit_.Without(graded[static_cast<int>(grade)], lifted);
      if (grade != Grade::kFalse) standing = circuit_.Or(standing, at);
      const Level level = RaisedLevel(rule, grade);
      if (level == LEVEL_UNSPECIFIED) continue;
      rule_raised = circuit_.Or(rule_raised, at);
      for (int from = OK; from <= level; ++from) {
        outcome.level_from[from] = circuit_.Or(outcome.level_from[from], at);
      }
    }
    for (QuestionIndex question : rule.when.mentions()) {
      explained[question] = circuit_.Or(explained[question], rule_raised);
    }
    raised = circuit_.Or(raised, rule_raised);
  }
  outcome.standing.push_back(standing);
  outcome.raised.push_back(raised);
  for (int advice : rules_.Forbids(precaution)) {
    outcome.forbidden[advice] =
        circuit_.Or(outcome.forbidden[advice], standing);
  }
  for (int limit : rules_.Limits(precaution)) {
    outcome.told[limit] = circuit_.Or(outcome.told[limit], raised);
  }
  if (!entry.agreement.empty()) {
    Lit& agreement =
        outcome.agreement.try_emplace(entry.agreement, Circuit::kFalse)
            .first->second;
    agreement = circuit_.Or(agreement, raised);
  }
}

void ContentEncoding::NoteUnexplained(const Settled& answers,
                                      const std::vector<Lit>& explained,
                                      Outcome& outcome) {
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const Question& question = content_.questions()[i];
    if (!question.spec.safety()) continue;
    const Lit unexplained =
        circuit_.All({Circuit::Not(answers[i][AnswerSpace::kOpen]),
                      Circuit::Not(answers[i].back()),
                      Circuit::Not(Known(question.harmless, answers).yes),
                      Circuit::Not(explained[i])});
    outcome.unexplained = circuit_.Or(outcome.unexplained, unexplained);
    for (int from = OK; from <= DOCTOR_FIRST; ++from) {
      outcome.level_from[from] =
          circuit_.Or(outcome.level_from[from], unexplained);
    }
  }
}

void ContentEncoding::NoteOpen(const Settled& answers, Outcome& outcome) {
  Lit open = Circuit::kFalse;
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const Question& question = content_.questions()[i];
    const QuestionIndex flag = question.follow_up_of;
    const Lit called_for = circuit_.And(answers[i][AnswerSpace::kOpen],
                                        Known(question.ask_when, answers).yes);
    outcome.called_for.push_back(called_for);
    if (!question.spec.safety() &&
        (flag == kNoQuestion || !content_.questions()[flag].spec.safety())) {
      continue;
    }
    open = circuit_.Or(open, called_for);
  }
  outcome.complete = Circuit::Not(open);
  for (int from = OK; from <= DOCTOR_FIRST; ++from) {
    outcome.level_from[from] = circuit_.Or(outcome.level_from[from], open);
  }
  outcome.cleared =
      circuit_.Without(outcome.complete, outcome.level_from[DOCTOR_FIRST]);
}

void ContentEncoding::NotePermitted(Outcome& outcome) {
  for (size_t i = 0; i < content_.advice().size(); ++i) {
    const Advice& advice = content_.advice()[i];
    const bool habit =
        advice.type == Advice::Type::kTip && advice.kind == content::v1::HABIT;
    const Lit level =
        habit ? Circuit::Not(outcome.level_from[URGENT]) : outcome.cleared;
    outcome.permitted.push_back(circuit_.Without(level, outcome.forbidden[i]));
  }
}

}  // namespace firstvisit
