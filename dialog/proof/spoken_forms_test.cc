#include "dialog/proof/spoken_forms.h"

#include <string>

#include "dialog/content/texts.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SpokenFormsTest, KneePainKeepsEveryWarningInEveryLocale) {
  const LoadedContent loaded = LoadProtocol(KneePainTexts());
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_THAT(LostWarnings(*loaded.content), IsEmpty());
}

TEST(SpokenFormsTest, AnEmergencyThatDoesNotSayWhomToCallIsFound) {
  std::vector<NamedText> texts = KneePainTexts();
  for (NamedText& text : texts) {
    if (text.path.find("wording_es") == std::string::npos) continue;
    for (size_t at;
         (at = text.text.find("{emergency_number}")) != std::string::npos;) {
      text.text.replace(at, 18, "ayuda");
    }
  }
  const LoadedContent loaded = LoadProtocol(texts);
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_THAT(LostWarnings(*loaded.content),
              Contains(HasSubstr("es: level EMERGENCY_NOW")));
}

TEST(SpokenFormsTest, AKeyThatNobodyIsToldOfIsFound) {
  std::vector<NamedText> texts = KneePainTexts();
  int altered = 0;
  for (NamedText& text : texts) {
    const size_t at = text.text.find("2 para no, ");
    if (at == std::string::npos) continue;
    text.text.erase(at, 11);
    ++altered;
  }
  ASSERT_EQ(altered, 1);
  const LoadedContent loaded = LoadProtocol(texts);
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_THAT(LostWarnings(*loaded.content),
              Contains("es: phrase keys_yes_no does not name the key 2"));
}

}  // namespace
}  // namespace firstvisit
