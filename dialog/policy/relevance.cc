// Method: bounds, not search. A cause's score lies between what is known plus
// all open evidence against it and the same plus all open evidence for it;
// while both ends fall into one band, no question about it matters. The bound
// is loose in the safe sense: it may ask one question too many, never one too
// few. Tests: relevance_test.cc; against asking everything: `firstvisit
// simulate`.

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
  // While one of these is open, nothing is complete: the level stays up.
  if (content_.questions()[question].spec.safety() ||
      absl::c_linear_search(triage.open, question)) {
    return true;
  }
  if (MovesPrecaution(question, answers) || MovesCause(question, answers) ||
      MovesPlan(question, answers, triage) ||
      SettlesAnother(question, answers)) {
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

// Its answer would stand in the place of one that was not given: "adult" in the
// place of an age.
bool Relevance::SettlesAnother(QuestionIndex question,
                               const Answers& answers) const {
  return absl::c_any_of(
      content_.questions()[question].opens, [&](QuestionIndex other) {
        return (answers[other].open() || answers[other].doubtful()) &&
               absl::c_any_of(content_.questions()[other].implied,
                              [&](const Implied& implied) {
                                return Mentions(implied.when, question) &&
                                       Undecided(implied.when, answers);
                              });
      });
}

bool Relevance::MovesPrecaution(QuestionIndex question,
                                const Answers& answers) const {
  return absl::c_any_of(rules_[question], [&](RuleRef ref) {
    return JudgeRule(rule(ref), answers) != Grade::kFalse;
  });
}

// Where a cause's score may still come to lie.
Relevance::Span Relevance::SpanOf(int cause, const Answers& answers) const {
  Span span;
  for (const Evidence& evidence : content_.causes()[cause].evidence) {
    const Truth truth = evidence.when.Known(answers);
    if (truth == Truth::kFalse) continue;
    if (truth == Truth::kTrue || evidence.decibans < 0) {
      span.least += evidence.decibans;
    }
    if (truth == Truth::kTrue || evidence.decibans > 0) {
      span.most += evidence.decibans;
    }
  }
  return span;
}

bool Relevance::MovesCause(QuestionIndex question,
                           const Answers& answers) const {
  return absl::c_any_of(causes_[question], [&](int cause) {
    const bool asks_it = absl::c_any_of(
        content_.causes()[cause].evidence, [&](const Evidence& evidence) {
          return Mentions(evidence.when, question) &&
                 Undecided(evidence.when, answers);
        });
    if (!asks_it) return false;
    const Span span = SpanOf(cause, answers);
    return BandOf(content_, span.least) != BandOf(content_, span.most) ||
           MovesFirst(cause, span, answers);
  });
}

// Whether it is still open which cause comes first, and this one is in it.
bool Relevance::MovesFirst(int cause, const Span& span,
                           const Answers& answers) const {
  if (BandOf(content_, span.most) == Band::kUnlikely) return false;
  bool may_lose = false;
  for (size_t i = 0; i < content_.causes().size(); ++i) {
    const int other = static_cast<int>(i);
    if (other == cause) continue;
    const Span rival = SpanOf(other, answers);
    if (rival.least > span.most) return false;  // it cannot win
    may_lose |= rival.most >= span.least &&
                BandOf(content_, rival.most) != Band::kUnlikely;
  }
  return may_lose;
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
      return part != question && content_.questions()[part].spec.safety() &&
             !answers[part].open() && !answers[part].doubtful() &&
             content_.questions()[part].harmless.Known(answers) ==
                 Truth::kFalse;
    });
  });
}

}  // namespace firstvisit
