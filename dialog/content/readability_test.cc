#include "dialog/content/readability.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(ReadabilityTest, TheFormulaIsFleschAndKincaids) {
  // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59.
  EXPECT_NEAR(ReadingGrade("The cat sat on the mat."), -1.45, 0.001);
  // 4 words, 2 sentences, 8 syllables: 0.39 * 2 + 23.6 - 15.59.
  EXPECT_NEAR(ReadingGrade("Tender tissue. Gentle fingers!"), 8.79, 0.001);
}

TEST(ReadabilityTest, SilentLettersAreNotSpoken) {
  const double one = ReadingGrade("so");
  for (const char* word :
       {"take", "jumped", "please", "the", "knee", "twelve"}) {
    EXPECT_DOUBLE_EQ(ReadingGrade(word), one) << word;
  }
  const double two = ReadingGrade("body");
  for (const char* word : {"table", "wanted", "needed", "muscle"}) {
    EXPECT_DOUBLE_EQ(ReadingGrade(word), two) << word;
  }
}

TEST(ReadabilityTest, LongWordsAndSentencesAreHarder) {
  const double plain = ReadingGrade("Rest the leg. Call if it gets worse.");
  EXPECT_LT(plain, 3);
  EXPECT_GT(ReadingGrade("Immobilise the affected extremity and communicate "
                         "any subsequent deterioration immediately."),
            12);
}

TEST(ReadabilityTest, NothingToReadIsEasy) {
  EXPECT_EQ(ReadingGrade(""), 0);
  EXPECT_EQ(ReadingGrade("1, 2 … 3."), 0);
}

}  // namespace
}  // namespace firstvisit
