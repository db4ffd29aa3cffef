#include "dialog/understanding/knee_language.h"

#include <cmath>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/content/texts.h"
#include "dialog/understanding/matters.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct Knee {
  std::shared_ptr<const Content> content;
  std::vector<Matter> matters;
  std::vector<std::unique_ptr<const Language>> languages;
};

const Knee& TheKnee() {
  static const Knee* const knee = [] {
    auto* made = new Knee;
    made->content = LoadProtocol(KneePainTexts()).content;
    made->matters = MakeMatters(*made->content);
    for (const content::v1::Lexicon& lexicon : made->content->lexicons()) {
      made->languages.push_back(*Language::Create(lexicon, made->matters));
    }
    return made;
  }();
  return *knee;
}

}  // namespace

absl::CivilDay KneeToday() { return absl::CivilDay(2026, 11, 20); }

const Language& KneeLanguage(absl::string_view locale) {
  for (const auto& language : TheKnee().languages) {
    if (language->locale() == locale) return *language;
  }
  ADD_FAILURE() << "no language " << locale;
  return *TheKnee().languages.front();
}

Matter KneeMatter(absl::string_view question) {
  return TheKnee().matters[TheKnee().content->FindQuestion(question)];
}

Reading ReadKnee(absl::string_view words, absl::string_view locale,
                 absl::string_view question) {
  std::vector<QuestionIndex> open;
  if (!question.empty()) open.push_back(KneeMatter(question).index);
  return ReadWords(words, KneeLanguage(locale), KneeToday(),
                   /*on_behalf=*/false, open);
}

std::string Span(double low, double high) {
  const auto shown = [](double value) {
    return absl::StrCat(std::round(value * 10) / 10);
  };
  return low == high ? shown(low) : absl::StrCat(shown(low), "-", shown(high));
}

}  // namespace firstvisit
