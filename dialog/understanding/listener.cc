// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/listener.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/understanding/expected_phrases.h"
#include "dialog/understanding/hypotheses.h"
#include "dialog/understanding/interpretation.h"
#include "dialog/understanding/keys.h"

namespace firstvisit {
namespace {

bool Says(const Hearing& hearing) {
  return hearing.outcome != Hearing::Outcome::kUnclear ||
         hearing.alarm != Hearing::Alarm::kNone;
}

// What was read in a language that is not the session's is asked back.
void Doubt(Hearing& hearing) {
  for (HeardFact& fact : hearing.facts) {
    fact.confidence = std::min(fact.confidence, v1::PROBABLE);
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<const Listener>> Listener::Create(
    std::vector<Matter> matters,
    const std::vector<content::v1::Lexicon>& lexicons) {
  if (lexicons.empty()) {
    return absl::InvalidArgumentError(
        "the content has no lexicon: nothing could be understood");
  }
  std::unique_ptr<Listener> listener(new Listener);
  listener->matters_ = std::move(matters);
  for (const content::v1::Lexicon& lexicon : lexicons) {
    auto language = Language::Create(lexicon, listener->matters_);
    if (!language.ok()) return language.status();
    Tongue tongue;
    for (const Matter& matter : listener->matters_) {
      tongue.expected.push_back(ListExpected(**language, {&matter}));
    }
    tongue.language = *std::move(language);
    listener->tongues_.push_back(std::move(tongue));
  }
  return std::unique_ptr<const Listener>(std::move(listener));
}

const Listener::Tongue& Listener::FindTongue(absl::string_view locale) const {
  for (const Tongue& tongue : tongues_) {
    if (tongue.language->locale() == locale) return tongue;
  }
  const absl::string_view short_form = locale.substr(0, locale.find('-'));
  for (const Tongue& tongue : tongues_) {
    if (tongue.language->locale() == short_form) return tongue;
  }
  return tongues_.front();
}

std::vector<const Matter*> Listener::Open(const Context& context) const {
  std::vector<const Matter*> open;
  for (const QuestionIndex index : context.open) {
    open.push_back(&matters_[index]);
  }
  return open;
}

Hearing Listener::ReadIn(const Language& language, absl::string_view text,
                         const Context& context, int& strange) const {
  const absl::CivilDay today = absl::ToCivilDay(context.now, context.zone);
  std::vector<QuestionIndex> open = context.open;
  // A correction may be given in the words of the question before.
  if (context.last != kNoQuestion && !matters_[context.last].yes_no()) {
    open.push_back(context.last);
  }
  const Reading reading =
      ReadWords(text, language, today, context.on_behalf, open);
  if (reading.text.odd || reading.tokens.empty()) return Hearing();
  strange = reading.Unknown(0, static_cast<int>(reading.tokens.size()));
  return Interpret(reading, matters_, context, today);
}

// Whether it would lift a precaution.
bool Listener::Clears(const Hearing& hearing) const {
  for (const HeardFact& fact : hearing.facts) {
    if (fact.question == kNoQuestion || fact.inapplicable) continue;
    const Matter& matter = matters_[fact.question];
    if (matter.grave && matter.yes_no() &&
        (matter.clearing < 0 || fact.answer.is(matter.clearing))) {
      return true;
    }
  }
  return hearing.outcome == Hearing::Outcome::kNamesNone;
}

Hearing Listener::Read(absl::string_view text, const Context& context) const {
  const Language* own = FindTongue(context.locale).language.get();
  int strange = 0;
  Hearing hearing = ReadIn(*own, text, context, strange);
  // Words that the session's own language knows are never read in another: "no
  // swelling" is a doubtful answer in English, and a plain "no" in Spanish.
  if (Says(hearing) || strange == 0) return hearing;
  for (const Tongue& tongue : tongues_) {
    if (tongue.language.get() == own) continue;
    int stranger = 0;
    Hearing other = ReadIn(*tongue.language, text, context, stranger);
    const bool alarmed = other.alarm != Hearing::Alarm::kNone;
    const bool plain = Says(other) && stranger == 0 && !Clears(other);
    if (!alarmed && !plain) continue;
    Doubt(other);
    return other;
  }
  return hearing;
}

Hearing Listener::ReadHypotheses(const v1::Hypotheses& hypotheses,
                                 const Context& context) const {
  std::vector<Hearing> heard;
  for (const v1::Hypothesis& hypothesis : hypotheses.hypotheses()) {
    heard.push_back(Read(hypothesis.text(), context));
  }
  return Reconcile(std::move(heard), hypotheses, Open(context));
}

Hearing Listener::ReadDigits(absl::string_view digits,
                             const Context& context) const {
  return HearKeys(digits, Open(context), context.confirming);
}

Hearing Listener::ReadChoice(absl::string_view value,
                             const Context& context) const {
  return HearChoice(value, Open(context), context.confirming);
}

std::vector<std::string> Listener::ExpectedPhrases(
    const std::vector<QuestionIndex>& open, absl::string_view locale) const {
  const Tongue& tongue = FindTongue(locale);
  if (open.size() == 1) return tongue.expected[open.front()];
  Context context;
  context.open = open;
  return ListExpected(*tongue.language, Open(context));
}

}  // namespace firstvisit
