// Tests: hypotheses_test.cc.

#include "dialog/understanding/hypotheses.h"

#include <algorithm>
#include <utility>

namespace firstvisit {
namespace {

// Below this share of the best one's confidence a hypothesis has no say.
constexpr float kLikely = 0.5F;
// A recogniser less sure than this is asked back.
constexpr float kSure = 0.5F;

using Outcome = Hearing::Outcome;

const HeardFact* FactOf(const Hearing& hearing, QuestionIndex question) {
  for (const HeardFact& fact : hearing.facts) {
    if (fact.question == question) return &fact;
  }
  return nullptr;
}

void Lower(HeardFact& fact) {
  fact.confidence = std::min(fact.confidence, v1::PROBABLE);
}

// Which of two disagreeing answers is the one to ask back.
bool Worse(const Matter& matter, const Answer& answer) {
  if (matter.clearing < 0) return answer.is(kYes);
  return !answer.is(matter.clearing);
}

// Another hypothesis on the same question of yes or no.
void Weigh(const Matter& matter, const Hearing& other, Hearing& best) {
  const HeardFact* theirs = FactOf(other, matter.index);
  for (HeardFact& fact : best.facts) {
    if (fact.question != matter.index) continue;
    if (theirs == nullptr || theirs->answer == fact.answer) continue;
    Lower(fact);
    if (matter.grave && Worse(matter, theirs->answer) &&
        !Worse(matter, fact.answer)) {
      fact.answer = theirs->answer;
    }
  }
}

}  // namespace

Hearing Reconcile(std::vector<Hearing> heard, const v1::Hypotheses& hypotheses,
                  const std::vector<const Matter*>& open) {
  const auto says = [](const Hearing& h) {
    return h.outcome != Outcome::kUnclear;
  };
  const auto best_at = std::find_if(heard.begin(), heard.end(), says);
  if (best_at == heard.end()) return heard.empty() ? Hearing() : heard.front();
  const auto best = static_cast<int>(best_at - heard.begin());
  Hearing result = std::move(heard[best]);
  const float confidence = hypotheses.hypotheses(best).confidence();
  for (int i = 0; i < static_cast<int>(heard.size()); ++i) {
    if (i == best) continue;
    if (heard[i].alarm != Hearing::Alarm::kNone &&
        result.alarm == Hearing::Alarm::kNone) {
      result.alarm = Hearing::Alarm::kPossible;
    }
    const float other = hypotheses.hypotheses(i).confidence();
    if (i > best && confidence > 0 && other < confidence * kLikely) continue;
    for (const Matter* matter : open) Weigh(*matter, heard[i], result);
  }
  if (best > 0 || (confidence > 0 && confidence < kSure)) {
    for (HeardFact& fact : result.facts) Lower(fact);
  }
  return result;
}

}  // namespace firstvisit
