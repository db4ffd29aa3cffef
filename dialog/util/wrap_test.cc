#include "dialog/util/wrap.h"

#include <string>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(WrapTest, NoLineIsWiderThanTheWidth) {
  const std::string text =
      "Leave the sheets loose at the foot of the bed, so that your toes can "
      "point up. Ça va déjà mieux, señora; 膝の痛み 膝の痛み 膝の痛み.";
  for (int width = 12; width <= 80; ++width) {
    for (absl::string_view line :
         absl::StrSplit(Wrap(text, width, "- ", "  "), '\n')) {
      EXPECT_LE(DisplayWidth(line), width) << line;
    }
  }
}

TEST(WrapTest, FillsEachLine) {
  EXPECT_EQ(Wrap("one two three four", 9), "one two\nthree\nfour\n");
  EXPECT_EQ(Wrap("one two three four", 10), "one two\nthree four\n");
}

TEST(WrapTest, IndentsTheFirstLineAndTheRest) {
  EXPECT_EQ(Wrap("Leave the sheets loose.", 20, "- ", "  "),
            "- Leave the sheets\n  loose.\n");
}

TEST(WrapTest, KeepsLineBreaks) {
  EXPECT_EQ(Wrap("Which of these?\n1. Fever\n2. None", 40),
            "Which of these?\n1. Fever\n2. None\n");
}

TEST(WrapTest, CutsAWordLongerThanALine) {
  EXPECT_EQ(Wrap("aaaaaaaaaa b", 4), "aaaa\naaaa\naa b\n");
  EXPECT_EQ(Wrap("ééééé", 2), "éé\néé\né\n");
}

TEST(WrapTest, AWidthNarrowerThanACharacterStillEnds) {
  EXPECT_EQ(Wrap("膝膝", 1), "膝\n膝\n");
  EXPECT_EQ(Wrap("ab", 1, "- ", "  "), "- a\n  b\n");
}

TEST(WrapTest, EmptyTextIsAnEmptyLine) { EXPECT_EQ(Wrap("", 20), "\n"); }

TEST(DisplayWidthTest, CountsColumns) {
  EXPECT_EQ(DisplayWidth("knee"), 4);
  EXPECT_EQ(DisplayWidth("n\xc3\xa9"), 2);
  EXPECT_EQ(DisplayWidth("e\xcc\x81"), 1);  // e and a combining accent
  EXPECT_EQ(DisplayWidth("膝"), 2);
  EXPECT_EQ(DisplayWidth("\t\x1b"), 0);
  EXPECT_EQ(DisplayWidth("\xff\xff"), 2);  // not UTF-8
}

TEST(ReflowTest, UndoesWrap) {
  const std::string text =
      "Leave the sheets loose at the foot of the bed, so that your toes can "
      "point up.";
  EXPECT_EQ(Reflow(Wrap(text, 40, "- ", "  "), 24), Wrap(text, 24, "- ", "  "));
  EXPECT_EQ(Reflow(Wrap(text, 24, "  12. ", "      "), 60),
            Wrap(text, 60, "  12. ", "      "));
}

TEST(ReflowTest, KeepsHeadingsListsAndParagraphsApart) {
  const std::string text =
      "Tips\n----\n\n- one\n- two\n  Because of three.\n\n1. four\n2. five\n";
  EXPECT_EQ(Reflow(text, 76),
            "Tips\n----\n\n- one\n- two Because of three.\n\n1. four\n2. "
            "five\n");
}

TEST(ReflowTest, AnUnderlineIsNoWiderThanTheScreen) {
  EXPECT_EQ(Reflow("A heading\n---------\n", 8), "A\nheading\n--------\n");
}

TEST(WrapTest, AListHangsBelowItsWords) {
  EXPECT_EQ(WrapList("Do any apply?\n1. A fall or twist\n12. None", 10),
            "Do any\napply?\n1. A fall\n   or\n   twist\n12. None\n");
  EXPECT_EQ(WrapList("  - a bb ccc", 8), "  - a bb\n    ccc\n");
  EXPECT_EQ(WrapList("-5 and 1.5 stay", 10), "-5 and 1.5\nstay\n");
}

}  // namespace
}  // namespace firstvisit
