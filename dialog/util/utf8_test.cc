#include "dialog/util/utf8.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(Utf8Test, CountsCharactersNotBytes) {
  EXPECT_EQ(Utf8Length(""), 0);
  EXPECT_EQ(Utf8Length("knee"), 4);
  EXPECT_EQ(Utf8Length("Kniegelenk – ä"), 14);
  EXPECT_EQ(Utf8Length("\xF0\x9F\x99\x82"), 1);
  EXPECT_EQ(Utf8Length(absl::string_view("\0a", 2)), 2);
}

TEST(Utf8Test, KnowsWhatIsNotUtf8) {
  for (const char* text : {
           "\xE4",              // Latin-1
           "\xC3",              // cut off
           "\xC0\xAF",          // longer than need be
           "\xED\xA0\x80",      // half of a surrogate pair
           "\xF4\x90\x80\x80",  // beyond Unicode
           "\x80",              // begins in the middle
       }) {
    EXPECT_EQ(Utf8Length(text), -1);
  }
}

TEST(Utf8Test, TheFirstFaultEndsThePrefix) {
  EXPECT_EQ(ValidUtf8Prefix(""), 0u);
  EXPECT_EQ(ValidUtf8Prefix("señal"), 6u);
  EXPECT_EQ(ValidUtf8Prefix("caf\xC3"), 3u);
  EXPECT_EQ(ValidUtf8Prefix("a\xE4 then \xE4"), 1u);
}

}  // namespace
}  // namespace firstvisit
