#include "dialog/understanding/normalise.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(NormaliseTest, FoldsCaseAndTypographicQuotes) {
  EXPECT_EQ(Normalise("I’M Fine").text, "i'm fine");
  EXPECT_EQ(Normalise("NO").text, "no");
  EXPECT_EQ(Normalise("ﬁne ½ Ａ").text, "fine 1/2 a");
}

TEST(NormaliseTest, DropsAccentsWhicheverWayTheyAreWritten) {
  EXPECT_EQ(Normalise("S\xC3\xAD").text, "si");
  EXPECT_EQ(Normalise("Si\xCC\x81").text, "si");
  EXPECT_EQ(Normalise("a\xC3\xB1os").text, "anos");
}

TEST(NormaliseTest, EveryByteKnowsWhereItCameFrom) {
  const std::string input = "s’ ½ x";
  const Normalised text = Normalise(input);
  ASSERT_EQ(text.text, "s' 1/2 x");
  EXPECT_EQ(text.Origin(1), 1);
  EXPECT_EQ(text.Origin(3), 5);  // "1" of the half
  EXPECT_EQ(text.Origin(5), 5);  // "2" of the half
  EXPECT_EQ(text.Origin(7), 8);
  EXPECT_EQ(text.Origin(static_cast<int>(text.text.size())),
            static_cast<int>(input.size()));
}

TEST(NormaliseTest, AsciiNeedsNoMap) {
  EXPECT_TRUE(Normalise("plain words").origin.empty());
  EXPECT_EQ(Normalise("plain words").Origin(3), 3);
}

TEST(NormaliseTest, NothingIsReadOutOfWhatNoPersonWrites) {
  EXPECT_TRUE(Normalise("no\x01").odd);
  EXPECT_TRUE(Normalise("\xE2\x80\xAEno").odd);  // right-to-left override
  EXPECT_TRUE(Normalise("n\xCC\xB7\xCC\xB8\xCC\xB4o").odd);  // zalgo
  EXPECT_TRUE(Normalise("no\xFF").odd);
  EXPECT_TRUE(Normalise("<script>no</script>").odd);
  EXPECT_TRUE(Normalise("no'; DROP TABLE answers").odd);
  EXPECT_TRUE(Normalise("1' OR '1'='1").odd);
  EXPECT_FALSE(Normalise("no <3 \tthanks\n").odd);
  EXPECT_FALSE(Normalise("S\xC3\xAD, se\xC3\xB1ora").odd);
}

}  // namespace
}  // namespace firstvisit
