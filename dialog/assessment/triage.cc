// Method: each rule's condition is graded at the worse end of the answers
// (condition.h); a rule is lifted only by a relief that is known to hold. What
// is forbidden follows from what is *not known to be absent*, the level from
// what is recorded, and anything open keeps the level at `doctor_first`.
// Tests: triage_test.cc; over all answers: dialog/proof.

#include "dialog/assessment/triage.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"

namespace firstvisit {

using content::v1::CAUTION;
using content::v1::DOCTOR_FIRST;
using content::v1::LEVEL_UNSPECIFIED;

Level RaisedLevel(const Rule& rule, Grade grade) {
  switch (grade) {
    case Grade::kTrue:
      return rule.level;
    case Grade::kProbable:
      return rule.unsure_level;
    case Grade::kDoubtful:
      // A combination in which nothing is answered in the bad sense says
      // nothing of its own: each part counts by its own rule.
      return rule.when.single() ? rule.unsure_level : LEVEL_UNSPECIFIED;
    case Grade::kOpen:
    case Grade::kFalse:
      return LEVEL_UNSPECIFIED;
  }
  return LEVEL_UNSPECIFIED;
}

Grade JudgeRule(const Rule& rule, const Answers& answers) {
  if (rule.has_unless && rule.unless.Known(answers) == Truth::kTrue) {
    return Grade::kFalse;
  }
  return rule.when.Judge(answers);
}

TriageRules::TriageRules(const Content& content)
    : content_(content),
      unsure_level_(content.questions().size(), LEVEL_UNSPECIFIED) {
  int default_limit = -1;
  for (size_t i = 0; i < content.limits().size(); ++i) {
    if (content.limits()[i].id == content.protocol().default_limit()) {
      default_limit = static_cast<int>(i);
    }
  }
  for (const Precaution& precaution : content.precautions()) {
    limits_.push_back(precaution.limits);
    forbids_.push_back(precaution.forbids);
    if (precaution.forbids.empty() && default_limit >= 0) {
      limits_.back().push_back(default_limit);
      forbids_.back() = content.limits()[default_limit].forbids;
    }
    PositionSet forbidden(content.advice().size());
    for (const int advice : forbids_.back()) forbidden.Add(advice);
    forbidden_.push_back(std::move(forbidden));
    rule_count_ += precaution.rules.size();
    for (const Rule& rule : precaution.rules) {
      if (!rule.when.single()) continue;
      Level& level = unsure_level_[rule.when.mentions()[0]];
      level = std::max(level, rule.unsure_level);
    }
  }
  const std::vector<Question>& questions = content.questions();
  for (size_t i = 0; i < questions.size(); ++i) {
    const QuestionIndex flag = questions[i].follow_up_of;
    if (questions[i].spec.safety() ||
        (flag != kNoQuestion && questions[flag].spec.safety())) {
      safety_.push_back(static_cast<QuestionIndex>(i));
    }
  }
}

Triage TriageRules::Judge(const Answers& answers) const {
  Triage triage;
  triage.forbidden = PositionSet(content_.advice().size());
  triage.standing = PositionSet(content_.precautions().size());
  triage.grades.reserve(rule_count_);
  triage.open.reserve(safety_.size());
  for (size_t i = 0; i < content_.precautions().size(); ++i) {
    JudgePrecaution(static_cast<int>(i), answers, triage);
  }
  std::stable_sort(
      triage.raised.begin(), triage.raised.end(),
      [](const Raised& a, const Raised& b) { return a.level > b.level; });
  triage.recorded_level =
      std::max(triage.recorded_level, FloorForUnexplained(answers, triage));
  triage.level = triage.recorded_level;
  NoteOpen(answers, triage);
  if (!triage.complete) triage.level = std::max(triage.level, DOCTOR_FIRST);
  if (triage.complete && triage.level <= CAUTION) {
    triage.clearance = Clearance(triage.forbidden);
  }
  return triage;
}

void TriageRules::JudgePrecaution(int precaution, const Answers& answers,
                                  Triage& triage) const {
  const std::vector<Rule>& rules = content_.precautions()[precaution].rules;
  bool stands = false;
  for (size_t i = 0; i < rules.size(); ++i) {
    const Grade grade = JudgeRule(rules[i], answers);
    triage.grades.push_back(grade);
    if (grade == Grade::kFalse) continue;
    stands = true;
    const Level level = RaisedLevel(rules[i], grade);
    if (level == LEVEL_UNSPECIFIED) continue;
    triage.raised.push_back({precaution, static_cast<int>(i), grade, level});
    triage.recorded_level = std::max(triage.recorded_level, level);
  }
  if (!stands) return;
  triage.standing.Add(precaution);
  triage.forbidden.Add(forbidden_[precaution]);
}

void TriageRules::NoteOpen(const Answers& answers, Triage& triage) const {
  for (QuestionIndex i : safety_) {
    if (answers[i].open() &&
        content_.questions()[i].ask_when.Known(answers) == Truth::kTrue) {
      triage.open.push_back(i);
    }
  }
  triage.complete = triage.open.empty();
}

// `ok` needs every safety question answered in the harmless sense. An answer
// that is not harmless and that no rule speaks of counts as `doctor_first`.
Level TriageRules::FloorForUnexplained(const Answers& answers,
                                       const Triage& triage) const {
  for (QuestionIndex i : safety_) {
    const Question& question = content_.questions()[i];
    if (!question.spec.safety() || answers[i].open() || answers[i].moot() ||
        question.harmless.Known(answers) == Truth::kTrue) {
      continue;
    }
    const bool explained =
        absl::c_any_of(triage.raised, [&](const Raised& raised) {
          return absl::c_binary_search(
              content_.precautions()[raised.precaution]
                  .rules[raised.rule]
                  .when.mentions(),
              i);
        });
    if (!explained) return DOCTOR_FIRST;
  }
  return content::v1::OK;
}

}  // namespace firstvisit
