#include "dialog/understanding/choice.h"

#include <string>
#include <vector>

#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct Case {
  const char* words;
  const char* value;  // "" where it is asked again
};

void Check(const char* question, const std::vector<Case>& cases) {
  const Matter matter = KneeMatter(question);
  for (const Case& c : cases) {
    const Verdict verdict =
        DecideChoice(ReadKnee(c.words, "en", question), matter, /*open=*/true);
    std::string heard;
    if (verdict.answered() && !verdict.answer.doubtful()) {
      heard = matter.choices[verdict.answer.choice];
    }
    EXPECT_EQ(heard, c.value) << question << ": " << c.words;
  }
}

TEST(ChoiceTest, TheWholeOutweighsItsParts) {
  Check("knee_side", {{"the left one, well both really", "both"},
                      {"both but the right is worse", "both"},
                      {"left and also right, but left is worst", "both"}});
  Check("pain_place", {{"everywhere but the back", "all_over"},
                       {"it's top, outside, inside, the lot", "all_over"}});
}

TEST(ChoiceTest, WhatIsDeniedLeavesTheOtherOfTwo) {
  Check("knee_side",
        {{"not the left", "right"},
         {"the left one's right as rain, so it's the other", "right"},
         {"the left one is fine, it's the right", "right"},
         {"not both", ""}});
  Check("pain_place", {{"not the front", ""},
                       {"not the front, more round the back", "back"}});
}

TEST(ChoiceTest, WhatWasGivesWayToWhatIs) {
  Check("knee_side",
        {{"it was the right last year but it's the left now", "left"},
         {"started in the left and moved to the right", "right"},
         {"used to be both, now just the left", "left"}});
  Check("onset",
        {{"I thought suddenly, but it had been building up", "gradual"}});
}

TEST(ChoiceTest, AShadeIsNoSecondChoice) {
  Check("pain_place", {{"the inner side, towards the front", "inner"},
                       {"mainly the front but a bit on the inside", "front"},
                       {"front and back", ""}});
}

TEST(ChoiceTest, WhatWasTypedByMistakeIsNoChoice) {
  Check("knee_side", {{"left, I typed right by accident", "left"}});
}

}  // namespace
}  // namespace firstvisit
