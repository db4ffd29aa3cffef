// Tests: loader_test.cc.

#include "dialog/content/lent_phrases.h"

#include <string>

#include "dialog/content/issue.h"
#include "dialog/content/phrases.h"
#include "dialog/content/sentence_checks.h"

namespace firstvisit {
namespace {

using Line = Entry<content::v1::LineWording>;

// Whether the engine of today can still say it.
bool Fits(const Line& line, const PhraseShape& shape) {
  Issues faults;
  SentenceChecks checks(line.spot, faults);
  checks.Required("text", line->text(), shape.placeholders);
  checks.Optional("voice", line->voice(), shape.placeholders);
  return !faults.has_errors();
}

}  // namespace

void LendPhrases(const Content& lender, std::vector<LocaleEntries>& locales) {
  for (LocaleEntries& locale : locales) {
    const LocaleWording& words = lender.locale(locale.locale);
    const bool is_default = &locale == &locales.front();
    if (!is_default && words.locale != locale.locale) continue;
    for (const PhraseShape& shape : Phrases()) {
      const std::string id(shape.id);
      const auto own = locale.phrase.find(id);
      if (own != locale.phrase.end() && Fits(own->second, shape)) continue;
      locale.phrase[id] = {&words.Phrase(id), Spot()};
    }
  }
}

}  // namespace firstvisit
