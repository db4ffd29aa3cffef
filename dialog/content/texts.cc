#include "dialog/content/texts.h"

#include <iterator>
#include <utility>

#include "dialog/content/clinic_files.h"
#include "dialog/content/knee_pain_files.h"
#include "dialog/content/language_files.h"

namespace firstvisit {
namespace {

std::vector<NamedText> TextsOf(const EmbeddedFiles& files) {
  std::vector<NamedText> texts;
  for (const EmbeddedFile& file : files) {
    texts.push_back({file.path, std::string(file.data, file.size)});
  }
  return texts;
}

}  // namespace

std::vector<NamedText> KneePainTexts() { return TextsOf(KneePainFiles()); }

std::vector<NamedText> LanguageTexts() { return TextsOf(LanguageFiles()); }

NamedText ExampleClinicText() { return TextsOf(ClinicFiles()).front(); }

std::vector<NamedText> WithLanguages(std::vector<NamedText> protocol) {
  std::vector<NamedText> languages = LanguageTexts();
  protocol.insert(protocol.end(), std::make_move_iterator(languages.begin()),
                  std::make_move_iterator(languages.end()));
  return protocol;
}

LoadedContent LoadProtocol(std::vector<NamedText> protocol) {
  return LoadContent(WithLanguages(std::move(protocol)));
}

}  // namespace firstvisit
