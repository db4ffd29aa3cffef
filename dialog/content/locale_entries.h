// The sentences of each locale, sorted to the entries that they belong to, each
// still with its place.
//
//   std::vector<LocaleEntries> locales =
//       CollectLocales(entries, registry, groups, issues);
//   LocaleWording english = Worded(locales[0], locales[0]);
//
// Point into `entries`. Pure functions.

#ifndef FIRSTVISIT_DIALOG_CONTENT_LOCALE_ENTRIES_H_
#define FIRSTVISIT_DIALOG_CONTENT_LOCALE_ENTRIES_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"

namespace firstvisit {

struct LocaleEntries {
  std::string locale;
  // Where the locale begins.
  Place place;
  // By position in the content; `spec` is nullptr where the locale has none.
  std::vector<Entry<content::v1::QuestionWording>> question;
  std::vector<Entry<content::v1::GroupWording>> group;
  std::vector<Entry<content::v1::PrecautionWording>> precaution;
  std::vector<Entry<content::v1::LineWording>> limit;
  std::vector<Entry<content::v1::CauseWording>> cause;
  std::vector<Entry<content::v1::AdviceWording>> tip;
  std::vector<Entry<content::v1::AdviceWording>> technique;
  std::vector<Entry<content::v1::AdviceWording>> area;
  std::vector<Entry<content::v1::LevelWording>> level;  // by Level
  // By id.
  std::map<std::string, Entry<content::v1::LineWording>> agreement;
  std::map<std::string, Entry<content::v1::LineWording>> phrase;
};

// The locales in the order of their first wording, the default one first.
// Sentences of entries that do not exist, or stand twice, are reported.
std::vector<LocaleEntries> CollectLocales(const Entries& entries,
                                          absl::string_view default_locale,
                                          const std::vector<Group>& groups,
                                          Issues& issues);

// What a locale says; where it says nothing, what `fallback` says.
LocaleWording Worded(const LocaleEntries& locale,
                     const LocaleEntries& fallback);

// "es", "es-MX", "zh-Hant-TW": what content needs of BCP 47.
bool IsLocale(absl::string_view tag);

// The name of a level in wording and API: "doctor_first".
absl::string_view LevelName(Level level);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_LOCALE_ENTRIES_H_
