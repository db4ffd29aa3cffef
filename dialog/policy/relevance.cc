// Method: bounds, not search. A cause's score lies between what is known plus
// all open evidence against it and the same plus all open evidence for it;
// while both ends fall into one band, no question about it matters. The bound
// is loose in the safe sense: it may ask one question too many, never one too
// few. Tests: next_question_test.cc; against asking everything: `firstvisit
// simulate`.

#include "dialog/policy/relevance.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "dialog/assessment/causes.h"

namespace firstvisit {
namespace {

bool Undecided(const Condition& condition, const Answers& answers) {
  return condition.Known(answers) == Truth::kUnknown;
}

}  // namespace

Relevance::Relevance(const Content& content) : content_(content) {
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      if (!rule.when.single()) combinations_.push_back(&rule);
    }
  }
  const Answers none(content.questions().size());
  for (const Cause& cause : content.causes()) {
    Marks looks_at(content.questions().size());
    for (const Evidence& evidence : cause.evidence) {
      looks_at.Add(evidence.when.looks_at());
    }
    looks_at_.push_back(std::move(looks_at));
    outset_.push_back(ProspectOf(cause, none));
  }
  for (size_t i = 0; i < content.questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (!content.questions()[i].implied.empty()) implied_.push_back(question);
    if (content.questions()[i].spec.safety()) safety_.push_back(question);
  }
}

Marks Relevance::Moved(const Answers& answers, const Triage& triage) const {
  Marks moved(content_.questions().size());
  // While one of these is open, nothing is complete: the level stays up.
  for (const QuestionIndex question : triage.open) moved.Add(question);
  MarkPrecautions(triage, moved);
  MarkCauses(answers, moved);
  MarkPlan(answers, triage, moved);
  MarkImplied(answers, moved);
  return moved;
}

bool Relevance::Matters(QuestionIndex question, const Marks& moved,
                        const Answers& answers) const {
  const Question& entry = content_.questions()[question];
  if (moved[question] || entry.spec.safety()) return true;
  return absl::c_any_of(entry.opens, [&](QuestionIndex opened) {
    return answers[opened].open() &&
           Undecided(content_.questions()[opened].ask_when, answers) &&
           Matters(opened, moved, answers);
  });
}

void Relevance::MarkPrecautions(const Triage& triage, Marks& moved) const {
  size_t at = 0;
  for (const Precaution& precaution : content_.precautions()) {
    for (const Rule& rule : precaution.rules) {
      if (triage.grades[at++] == Grade::kFalse) continue;
      moved.Add(rule.when.looks_at());
      moved.Add(rule.unless.looks_at());
    }
  }
}

void Relevance::MarkCauses(const Answers& answers, Marks& moved) const {
  Marks answered(answers.size());
  for (size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].open()) answered.Add(i);
  }
  const std::vector<Cause>& causes = content_.causes();
  std::vector<Prospect> begun(causes.size());
  std::vector<Span> spans(causes.size());
  for (size_t i = 0; i < causes.size(); ++i) {
    const bool untouched = !looks_at_[i].Meets(answered);
    if (!untouched) begun[i] = ProspectOf(causes[i], answers);
    spans[i] = untouched ? outset_[i].span : begun[i].span;
  }
  for (size_t i = 0; i < causes.size(); ++i) {
    if (!MayMove(i, spans)) continue;
    moved.Add(looks_at_[i].Meets(answered) ? begun[i].undecided
                                           : outset_[i].undecided);
  }
}

Relevance::Prospect Relevance::ProspectOf(const Cause& cause,
                                          const Answers& answers) const {
  Prospect prospect = {Span(), Marks(content_.questions().size())};
  for (const Evidence& evidence : cause.evidence) {
    const Truth truth = evidence.when.Known(answers);
    if (truth == Truth::kFalse) continue;
    if (truth == Truth::kTrue || evidence.decibans < 0) {
      prospect.span.least += evidence.decibans;
    }
    if (truth == Truth::kTrue || evidence.decibans > 0) {
      prospect.span.most += evidence.decibans;
    }
    if (truth == Truth::kUnknown) {
      prospect.undecided.Add(evidence.when.looks_at());
    }
  }
  return prospect;
}

bool Relevance::MayMove(size_t cause, const std::vector<Span>& spans) const {
  const Span& span = spans[cause];
  return BandOf(content_, span.least) != BandOf(content_, span.most) ||
         MovesFirst(cause, spans);
}

// Whether it is still open which cause comes first, and this one is in it.
bool Relevance::MovesFirst(size_t cause, const std::vector<Span>& spans) const {
  const Span& span = spans[cause];
  if (BandOf(content_, span.most) == Band::kUnlikely) return false;
  bool may_lose = false;
  for (size_t other = 0; other < spans.size(); ++other) {
    if (other == cause) continue;
    const Span& rival = spans[other];
    if (rival.least > span.most) return false;  // it cannot win
    may_lose |= rival.most >= span.least &&
                BandOf(content_, rival.most) != Band::kUnlikely;
  }
  return may_lose;
}

void Relevance::MarkPlan(const Answers& answers, const Triage& triage,
                         Marks& moved) const {
  const bool plan = triage.recorded_level <= content::v1::CAUTION;
  for (size_t i = 0; i < content_.advice().size(); ++i) {
    const Advice& advice = content_.advice()[i];
    const bool permitted =
        plan ? !triage.forbidden[i] : advice.kind == content::v1::HABIT;
    if (permitted && Undecided(advice.when, answers)) {
      moved.Add(advice.when.looks_at());
    }
  }
}

// An answer that would stand in the place of one that was not given: "adult" in
// the place of an age.
void Relevance::MarkImplied(const Answers& answers, Marks& moved) const {
  for (const QuestionIndex other : implied_) {
    if (!answers[other].open() && !answers[other].doubtful()) continue;
    for (const Implied& implied : content_.questions()[other].implied) {
      if (Undecided(implied.when, answers)) {
        moved.Add(implied.when.looks_at());
      }
    }
  }
}

Marks Relevance::Raising(const Triage& triage) const {
  Marks raising(content_.questions().size());
  size_t at = 0;
  for (const Precaution& precaution : content_.precautions()) {
    for (const Rule& rule : precaution.rules) {
      const Grade grade = triage.grades[at++];
      if (rule.level > triage.recorded_level && grade != Grade::kFalse) {
        raising.Add(rule.when.looks_at());
      }
    }
  }
  return raising;
}

Marks Relevance::AnsweredBadly(const Answers& answers) const {
  Marks bad(answers.size());
  for (const QuestionIndex question : safety_) {
    const Answer& answer = answers[question];
    if (!answer.open() && !answer.doubtful() &&
        content_.questions()[question].harmless.Known(answers) ==
            Truth::kFalse) {
      bad.Add(question);
    }
  }
  return bad;
}

Marks Relevance::Completing(const Answers& answers,
                            const Triage& triage) const {
  Marks completing(content_.questions().size());
  const Marks bad = AnsweredBadly(answers);
  for (const Rule* rule : combinations_) {
    if (bad.Meets(rule->when.looks_at()) &&
        rule->level > triage.recorded_level &&
        rule->when.Judge(answers) == Grade::kOpen) {
      completing.Add(rule->when.looks_at());
      completing.Add(rule->unless.looks_at());
    }
  }
  return completing;
}

}  // namespace firstvisit
