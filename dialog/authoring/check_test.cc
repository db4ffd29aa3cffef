#include "dialog/authoring/check.h"

#include <sstream>
#include <string>
#include <vector>

#include "dialog/content/texts.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST(CheckTest, SoundContentIsSummedUp) {
  std::ostringstream out;
  EXPECT_EQ(CheckContent(WithLanguages(KneePainTexts()), out), 0);
  EXPECT_THAT(out.str(), AllOf(StartsWith("knee_pain, "), HasSubstr("hash "),
                               EndsWith(": no issues\n")));
}

TEST(CheckTest, ErrorsAreCountedAndFail) {
  std::vector<NamedText> texts = WithLanguages(KneePainTexts());
  texts.push_back({"z.textproto", "tip { source: \"K1\" source: \"X\" }"});
  std::ostringstream out;
  EXPECT_EQ(CheckContent(texts, out), 1);
  EXPECT_EQ(out.str(),
            "z.textproto:1:1: error: this technique, area or tip has no id\n"
            "z.textproto:1:1: error: `kind` is missing\n"
            "z.textproto:1:20: error: unknown fact `X`\n"
            "3 errors, 0 warnings\n");
}

TEST(CheckTest, WarningsAloneDoNotFail) {
  std::vector<NamedText> texts = WithLanguages(KneePainTexts());
  texts.push_back({"z.textproto", "fact { id: \"K999\" statement: \"New.\" }"});
  std::ostringstream out;
  EXPECT_EQ(CheckContent(texts, out), 0);
  EXPECT_EQ(out.str(),
            "z.textproto:1:8: warning: nothing rests on K999; cite it where it "
            "belongs, or take it out\n0 errors, 1 warning\n");
}

}  // namespace
}  // namespace firstvisit
