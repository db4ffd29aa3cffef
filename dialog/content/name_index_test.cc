#include "dialog/content/name_index.h"

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(NameIndexTest, EveryNameIsFoundWhereItStands) {
  NameIndex index;
  for (int i = 0; i < 500; ++i) index.Add(absl::StrCat("question_", i), i);
  for (int i = 0; i < 500; ++i) {
    EXPECT_EQ(index.Find(absl::StrCat("question_", i)), i);
  }
  EXPECT_EQ(index.Find("question_500"), -1);
}

TEST(NameIndexTest, NamesAlikeAtBothEndsAreToldApart) {
  NameIndex index;
  index.Add("swelling_of_the_left_knee_now", 0);
  index.Add("swelling_at_the_left_knee_now", 1);
  index.Add("", 2);
  EXPECT_EQ(index.Find("swelling_of_the_left_knee_now"), 0);
  EXPECT_EQ(index.Find("swelling_at_the_left_knee_now"), 1);
  EXPECT_EQ(index.Find("swelling_in_the_left_knee_now"), -1);
  EXPECT_EQ(index.Find(""), 2);
}

TEST(NameIndexTest, TheFirstOfTwoKeepsTheName) {
  NameIndex index;
  EXPECT_EQ(index.Find("fever"), -1);
  index.Add("fever", 3);
  index.Add("fever", 4);
  EXPECT_EQ(index.Find("fever"), 3);
}

}  // namespace
}  // namespace firstvisit
