// Method: bounds, not search. A cause's score lies between what is known plus
// all open evidence against it and the same plus all open evidence for it; while
// both ends fall into one band, no question about it matters. The bound is
// loose in the safe sense: it may ask one question too many, never one too few.
// Tests: relevance_test.cc; against asking everything: `firstvisit simulate`.

#include "dialog/policy/relevance.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "dialog/assessment/causes.h"

namespace firstvisit {
namespace {

bool Mentions(const Condition& condition, QuestionIndex question) {
  return absl::c_binary_search(condition.mentions(), question);
}

bool Undecided(const Condition& condition, const Answers& answers) {
  return condition.Known(answers) == Truth::kUnknown;
}

void Add(const Condition& condition, int entry,
         std::vector<std::vector<int>>& by_question) {
  for (QuestionIndex question : condition.mentions()) {
    std::vector<int>& entries = by_question[question];
    if (entries.empty() || entries.back() != entry) entries.push_back(entry);
  }
}

}  // namespace

Relevance::Relevance(const Content& content)
    : content_(content),
      rules_(content.questions().size()),
      causes_(content.questions().size()),
      advice_(content.questions().size()) {
  for (size_t p = 0; p < content.precautions().size(); ++p) {
    const std::vector<Rule>& rules = content.precautions()[p].rules;
    for (size_t r = 0; r < rules.size(); ++r) {
      const RuleRef ref = {static_cast<int>(p), static_cast<int>(r)};
      for (QuestionIndex question : rules[r].when.mentions()) {
        rules_[question].push_back(ref);
      }
      for (QuestionIndex question : rules[r].unless.mentions()) {
        rules_[question].push_back(ref);
      }
    }
  }
  for (size_t i = 0; i < content.causes().size(); ++i) {
    for (const Evidence& evidence : content.causes()[i].evidence) {
      Add(evidence.when, static_cast<int>(i), causes_);
    }
  }
  for (size_t i = 0; i < content.advice().size(); ++i) {
    Add(content.advice()[i].when, static_cast<int>(i), advice_);
  }
}

bool Relevance::Matters(QuestionIndex question, const Answers& answers,
                        const Triage& triage) const {
  if (content_.questions()[question].spec.safety()) return true;
  if (MovesPrecaution(question, answers) || MovesCause(question, answers) ||
      MovesPlan(question, answers, triage)) {
    return true;
  }
  // It matters through what its answer would open.
  return absl::c_any_of(
      content_.questions()[question].opens, [&](QuestionIndex opened) {
        return answers[opened].open() &&
               Undecided(content_.questions()[opened].ask_when, answers) &&
               Matters(opened, answers, triage);
      });
}

bool Relevance::MovesPrecaution(QuestionIndex question,
                                const Answers& answers) const {
  return absl::c_any_of(rules_[question], [&](RuleRef ref) {
    return JudgeRule(rule(ref), answers) != Grade::kFalse;
  });
}

bool Relevance::MovesCause(QuestionIndex question,
                           const Answers& answers) const {
  return absl::c_any_of(causes_[question], [&](int cause) {
    int known = 0, least = 0, most = 0;
    bool asks_it = false;
    for (const Evidence& evidence : content_.causes()[cause].evidence) {
      const Truth truth = evidence.when.Known(answers);
      if (truth == Truth::kTrue) known += evidence.decibans;
      if (truth != Truth::kUnknown) continue;
      (evidence.decibans < 0 ? least : most) += evidence.decibans;
      asks_it |= Mentions(evidence.when, question);
    }
    return asks_it && BandOf(content_, known + least) !=
                          BandOf(content_, known + most);
  });
}

bool Relevance::MovesPlan(QuestionIndex question, const Answers& answers,
                          const Triage& triage) const {
  return absl::c_any_of(advice_[question], [&](int index) {
    const Advice& advice = content_.advice()[index];
    const bool permitted = triage.recorded_level <= content::v1::CAUTION
                               ? !triage.forbidden[index]
                               : advice.kind == content::v1::HABIT;
    return permitted && Undecided(advice.when, answers);
  });
}

bool Relevance::CouldRaise(QuestionIndex question, const Answers& answers,
                           Level level) const {
  return absl::c_any_of(rules_[question], [&](RuleRef ref) {
    return rule(ref).level > level && Mentions(rule(ref).when, question) &&
           JudgeRule(rule(ref), answers) != Grade::kFalse;
  });
}

bool Relevance::CompletesRule(QuestionIndex question, const Answers& answers,
                              const Triage& triage) const {
  return absl::c_any_of(rules_[question], [&](RuleRef ref) {
    const Rule& candidate = rule(ref);
    if (candidate.when.single() || candidate.level <= triage.recorded_level ||
        candidate.when.Judge(answers) != Grade::kOpen) {
      return false;
    }
    return absl::c_any_of(candidate.when.mentions(), [&](QuestionIndex part) {
      return part != question &&
             content_.questions()[part].spec.safety() &&
             !answers[part].open() && !answers[part].doubtful() &&
             content_.questions()[part].harmless.Known(answers) ==
                 Truth::kFalse;
    });
  });
}

}  // namespace firstvisit
