#include "dialog/understanding/pattern.h"

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

// Whether a pattern stands in the words; a "," breaks them.
bool Found(const std::string& pattern, const std::string& text) {
  Vocabulary words;
  words.AddToClass("person", "wife");
  PatternSet set(&words);
  EXPECT_TRUE(set.Add(pattern, 0).ok()) << pattern;
  words.Finish();
  set.Finish();
  std::vector<Token> tokens;
  Break before = Break::kNone;
  for (const std::string& word :
       std::vector<std::string>(absl::StrSplit(text, ' '))) {
    if (word == ",") {
      before = Break::kComma;
      continue;
    }
    Token token;
    token.symbols = words.Find(word).symbols;
    token.before = before;
    token.bars = word == "not";
    before = Break::kNone;
    tokens.push_back(token);
  }
  std::vector<PatternMatch> found;
  set.Match(tokens, found);
  return !found.empty();
}

TEST(PatternTest, TakesAlternativesAndOptionalWords) {
  EXPECT_TRUE(Found("(hot|very warm) [to] touch", "very warm touch"));
  EXPECT_TRUE(Found("(hot|very warm) [to] touch", "hot to touch"));
  EXPECT_FALSE(Found("(hot|very warm) [to] touch", "warm to touch"));
}

TEST(PatternTest, TakesStemsAndClasses) {
  EXPECT_TRUE(Found("swell*", "swelling"));
  EXPECT_FALSE(Found("swell*", "swollen"));
  EXPECT_TRUE(Found("my @person", "my wife"));
}

TEST(PatternTest, AGapReachesOverThreeWordsAndNoNegation) {
  EXPECT_TRUE(Found("hurts ... stairs", "hurts on all the stairs"));
  EXPECT_FALSE(Found("hurts ... stairs", "hurts on all of the stairs"));
  EXPECT_FALSE(Found("hurts ... stairs", "hurts not on stairs"));
}

TEST(PatternTest, ReachesOverPunctuationOnlyWhereItSaysSo) {
  EXPECT_FALSE(Found("no problem", "no , problem"));
  EXPECT_TRUE(Found("no , wait", "no , wait"));
  EXPECT_TRUE(Found("no , wait", "no wait"));
}

TEST(PatternTest, RefusesWhatItCannotMean) {
  Vocabulary words;
  PatternSet set(&words);
  EXPECT_FALSE(set.Add("(hot", 0).ok());
  EXPECT_FALSE(set.Add("@nobody", 0).ok());
  EXPECT_FALSE(set.Add("[maybe]", 0).ok());
  EXPECT_FALSE(set.Add("Hot", 0).ok());
  EXPECT_FALSE(set.Add("un*", 0).ok());
}

}  // namespace
}  // namespace firstvisit
