#include "dialog/content/text_place.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "firstvisit/content/v1/content.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

std::string Show(const Place& place) {
  return absl::StrCat(place.file, ":", place.line, ":", place.column);
}

class TextPlaceTest : public testing::Test {
 protected:
  const ParsedText& Parse(const std::string& text) {
    parsed_ =
        std::make_unique<ParsedText>(NamedText{"f", text}, message_, issues_);
    return *parsed_;
  }

  content::v1::ContentFile message_;
  Issues issues_;
  std::unique_ptr<ParsedText> parsed_;
};

TEST_F(TextPlaceTest, FieldsStandWhereTheirNameBegins) {
  const Spot spot = Parse(
                        "protocol {\n  id: \"a\"\n}\n"
                        "tip { id: \"b\" }\ntip { id: \"c\"\n  kind: HABIT }")
                        .spot();
  EXPECT_EQ(Show(spot.place()), "f:1:1");
  EXPECT_EQ(Show(spot.child("protocol").at("id")), "f:2:3");
  EXPECT_EQ(Show(spot.child("tip", 1).place()), "f:5:1");
  EXPECT_EQ(Show(spot.child("tip", 1).at("kind")), "f:6:3");
}

TEST_F(TextPlaceTest, WhatIsNotWrittenStandsWithItsMessage) {
  const Spot tip = Parse("\n  tip { id: \"b\" }").spot().child("tip", 0);
  EXPECT_EQ(Show(tip.at("kind")), "f:2:3");
  EXPECT_EQ(Show(tip.in_string("when", 5)), "f:2:3");
  EXPECT_EQ(Show(tip.at("source", 3)), "f:2:3");
}

TEST_F(TextPlaceTest, CharactersOfAStringAreFoundInItsPieces) {
  const Spot tip = Parse(
                       "tip {\n"
                       "  when:  # why\n"
                       "    \"ab\"  # \"no\"\n"
                       "    'cd\\\"e' kind: HABIT\n"
                       "  id: \"x\"\n"
                       "}")
                       .spot()
                       .child("tip", 0);
  ASSERT_EQ(message_.tip(0).when(), "abcd\"e");
  EXPECT_EQ(Show(tip.in_string("when", 1)), "f:3:6");
  EXPECT_EQ(Show(tip.in_string("when", 2)), "f:3:7");
  EXPECT_EQ(Show(tip.in_string("when", 3)), "f:4:6");
  EXPECT_EQ(Show(tip.in_string("when", 5)), "f:4:8");
  EXPECT_EQ(Show(tip.in_string("when", 6)), "f:4:10");
  // One past the end: the closing quote.
  EXPECT_EQ(Show(tip.in_string("when", 7)), "f:4:11");
  EXPECT_EQ(Show(tip.in_string("when", 99)), "f:4:11");
}

TEST_F(TextPlaceTest, BytesThatAreNotUtf8AreFoundWhereTheyBegin) {
  Parse("tip {\n  id: \"caf\xC3\" }");
  ASSERT_EQ(issues_.Sorted().size(), 1u);
  EXPECT_EQ(Show(issues_.Sorted()[0].place), "f:2:11");
  EXPECT_EQ(message_.tip_size(), 0);
}

TEST_F(TextPlaceTest, DeepNestingIsRefusedNotFollowed) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "tip {";
  Parse(deep);
  EXPECT_TRUE(issues_.has_errors());
}

}  // namespace
}  // namespace firstvisit
