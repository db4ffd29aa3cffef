#include "dialog/understanding/numbers.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct Case {
  const char* words;
  const char* numbers;  // each number, with a space between
};

std::string Numbers(const char* words, const char* locale) {
  std::vector<std::string> numbers;
  for (const Token& token : ReadKnee(words, locale).tokens) {
    if (token.number) numbers.push_back(Span(token.low, token.high));
  }
  return absl::StrJoin(numbers, " ");
}

void Check(const std::vector<Case>& cases, const char* locale) {
  for (const Case& c : cases) {
    EXPECT_EQ(Numbers(c.words, locale), c.numbers) << c.words;
  }
}

TEST(NumbersTest, WordsAndFiguresAreOneNumber) {
  Check({{"fifty two", "52"},
         {"a hundred and ten", "110"},
         {"half a dozen", "6"},
         {"six point five", "6.5"},
         {"2 1/2", "2.5"},
         {"two and a half", "2.5"},
         {"three quarters", "0.8"},
         {"the big five oh", "50"},
         {"nineteen forty-eight", "1948"}},
        "en");
}

TEST(NumbersTest, TwoGuessesAreARange) {
  Check({{"4-6", "4-6"},
         {"4 - 6", "4-6"},
         {"between five and six", "5-6"},
         {"3 or 4, maybe 5", "3-5"},
         {"seven or six", "6-7"},
         {"eight eight and a half", "8-8.5"},
         {"5/6", "5-6"}},
        "en");
}

TEST(NumbersTest, WhatIsNoRangeStaysApart) {
  Check({{"6/10", "6 10"},
         {"eight, two", "8 2"},
         {"one or fifty", "1 50"},
         {"9 to 5", "9 5"},
         {"sixty five, sixty six in january", "65 66"}},
        "en");
}

TEST(NumbersTest, VagueNumbersAreIntervals) {
  Check({{"a couple", "2-2.3"},
         {"a few", "3-4"},
         {"fifties", "50-59"},
         {"fifty something", "50-59"},
         {"40s", "40-49"}},
        "en");
}

TEST(NumbersTest, ASoundIsANumberOnlyWhereOneMustStand) {
  Check({{"tree weeks", "3"},
         {"ate out of ten", "8 10"},
         {"to days ago", "2"},
         {"sixty ate", "68"},
         {"ate", "8"},
         {"I fell out of a tree", ""},
         {"it hurt after I ate", ""},
         {"for weeks", ""},
         {"me too", ""}},
        "en");
}

TEST(NumbersTest, APronounIsNoNumber) {
  Check({{"this one", ""}, {"the left one", ""}, {"one of my knees", ""}},
        "en");
}

TEST(NumbersTest, AnOrdinalCountsNothing) {
  for (const char* words : {"the 10th", "on the third", "twenty first"}) {
    EXPECT_EQ(Numbers(words, "en"), "") << words;
  }
}

TEST(NumbersTest, SpanishHasTheSame) {
  Check({{"treinta y dos", "32"},
         {"sesenta y pico", "60-69"},
         {"entre cinco y seis", "5-6"},
         {"siete y medio", "7.5"},
         {"ocho o nueve", "8-9"},
         {"un par", "2-2.3"},
         {"la izquierda", ""}},
        "es");
}

}  // namespace
}  // namespace firstvisit
