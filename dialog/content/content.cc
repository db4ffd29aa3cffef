#include "dialog/content/content.h"

#include "absl/strings/match.h"

namespace firstvisit {
namespace {

// "es" of "es-MX".
absl::string_view LanguageOf(absl::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

}  // namespace

int Question::FindChoice(absl::string_view value) const {
  for (size_t i = 0; i < choices.size(); ++i) {
    if (choices[i] == value) return static_cast<int>(i);
  }
  return -1;
}

const content::v1::LineWording& LocaleWording::Phrase(
    absl::string_view id) const {
  const auto found = phrase.find(id);
  return found == phrase.end() ? content::v1::LineWording::default_instance()
                               : found->second;
}

QuestionIndex Content::FindQuestion(absl::string_view id) const {
  return by_id_.Find(id);
}

QuestionIndex Content::FindFact(absl::string_view fact) const {
  const QuestionIndex by_name = by_fact_.Find(fact);
  return by_name != kNoQuestion ? by_name : by_id_.Find(fact);
}

const LocaleWording& Content::locale(absl::string_view tag) const {
  for (const LocaleWording& wording : locales_) {
    if (absl::EqualsIgnoreCase(wording.locale, tag)) return wording;
  }
  for (const LocaleWording& wording : locales_) {
    if (absl::EqualsIgnoreCase(LanguageOf(wording.locale), LanguageOf(tag))) {
      return wording;
    }
  }
  return locales_.front();
}

}  // namespace firstvisit
