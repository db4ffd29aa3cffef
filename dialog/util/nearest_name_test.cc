#include "dialog/util/nearest_name.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(NearestNameTest, OneSlipIsMended) {
  EXPECT_EQ(NearestName("fevr", {"age", "fever", "severity"}), "fever");
  EXPECT_EQ(NearestName("swelling_head", {"fever", "swelling_heat"}),
            "swelling_heat");
  EXPECT_EQ(NearestName("session", {"serve", "chat", "sessions"}), "sessions");
}

TEST(NearestNameTest, SwappedNeighboursAreOneSlip) {
  EXPECT_EQ(NearestName("chta", {"serve", "chat", "sessions"}), "chat");
  EXPECT_EQ(NearestName("sreve", {"serve", "chat", "sessions"}), "serve");
  EXPECT_EQ(NearestName("atch", {"serve", "chat", "sessions"}), "");
}

TEST(NearestNameTest, AnotherWordIsNotGuessedAt) {
  EXPECT_EQ(NearestName("headache", {"age", "fever"}), "");
  EXPECT_EQ(NearestName("", {"age"}), "");
  EXPECT_EQ(NearestName("x", {}), "");
}

TEST(NearestNameTest, TheFirstOfEquallyCloseNamesIsTaken) {
  EXPECT_EQ(NearestName("cat", {"bat", "rat"}), "bat");
}

TEST(NearestNameTest, TheSentenceEndsWithAQuestion) {
  EXPECT_EQ(DidYouMean("fevr", {"fever"}), "; did you mean `fever`?");
  EXPECT_EQ(DidYouMean("headache", {"fever"}), "");
}

}  // namespace
}  // namespace firstvisit
