// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/choice.h"

#include <algorithm>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

bool Counts(const Reading& reading, const Matter& matter,
            const Mention& mention, bool open) {
  if (mention.rule->question != matter.index || mention.other ||
      mention.begin < reading.corrected_at) {
    return false;
  }
  return mention.rule->kind == Kind::kValue ||
         (open && mention.rule->kind == Kind::kValueHere);
}

// A key typed as text: "2".
Verdict Key(const Reading& reading, const Matter& matter) {
  if (reading.tokens.size() != 1 || !reading.tokens[0].digits) {
    return Verdict::Nothing("no choice");
  }
  const double key = reading.tokens[0].low;
  const auto count = static_cast<double>(matter.choices.size());
  if (key < 1 || key > count || key != static_cast<int>(key)) {
    return Verdict::Nothing("no choice");
  }
  Verdict verdict = Verdict::Of(Answer::Choice(static_cast<int>(key) - 1),
                                v1::PROBABLE, "its key");
  verdict.end = 1;
  return verdict;
}

Verdict WithoutValue(const Reading& reading, const Matter& matter) {
  if (reading.Has(content::v1::REFUSAL)) {
    return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
  }
  if (reading.Has(content::v1::DONT_KNOW)) {
    return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure");
  }
  return Key(reading, matter);
}

// Whether a choice is named that is not over.
bool Lasting(const Reading& reading, const Matter& matter, bool open) {
  return std::any_of(reading.mentions.begin(), reading.mentions.end(),
                     [&](const Mention& mention) {
                       return Counts(reading, matter, mention, open) &&
                              !mention.ended && !mention.negated;
                     });
}

}  // namespace

Verdict DecideChoice(const Reading& reading, const Matter& matter, bool open) {
  const Mention* said = nullptr;
  bool sure = true;
  bool denied = false;
  for (const Mention& mention : reading.mentions) {
    if (!Counts(reading, matter, mention, open)) continue;
    if (mention.negated) {
      denied = true;
      continue;
    }
    // "it used to be the right, now it's the left".
    if (mention.questioned ||
        (mention.ended && Lasting(reading, matter, open))) {
      continue;
    }
    if (said != nullptr && said->rule->part != mention.rule->part) {
      return Verdict::Doubtful("several choices");
    }
    if (said == nullptr) said = &mention;
    sure &= !mention.guessed;
  }
  if (said == nullptr) {
    if (!open) return Verdict::Nothing("not mentioned");
    if (denied) return Verdict::Doubtful("only what it is not");
    return WithoutValue(reading, matter);
  }
  sure &= open && !reading.Has(content::v1::HEDGE) &&
          !reading.Has(content::v1::MAYBE) &&
          !reading.Has(content::v1::DONT_KNOW);
  Verdict verdict = Verdict::Of(Answer::Choice(said->rule->part),
                                sure ? v1::CERTAIN : v1::PROBABLE, "a choice");
  verdict.begin = said->begin;
  verdict.end = said->end;
  return verdict;
}

}  // namespace firstvisit
