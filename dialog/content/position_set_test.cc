#include "dialog/content/position_set.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

std::vector<size_t> Listed(const PositionSet& set) {
  std::vector<size_t> positions;
  for (size_t i = set.Next(0); i < set.size(); i = set.Next(i + 1)) {
    positions.push_back(i);
  }
  return positions;
}

TEST(PositionSetTest, HoldsWhatWasAddedAndNothingElse) {
  PositionSet set(130);
  EXPECT_THAT(Listed(set), testing::IsEmpty());
  for (const size_t position : {0u, 63u, 64u, 129u, 64u}) set.Add(position);
  EXPECT_THAT(Listed(set), testing::ElementsAre(0u, 63u, 64u, 129u));
  EXPECT_FALSE(set[1]);
  EXPECT_TRUE(set[129]);
}

TEST(PositionSetTest, AddingASetAddsItsPositions) {
  PositionSet some(70), more(70), both(70);
  some.Add(3);
  more.Add(69);
  both.Add(3);
  both.Add(69);
  some.Add(more);
  EXPECT_EQ(some, both);
  some.Add(PositionSet());
  EXPECT_EQ(some, both);
}

TEST(PositionSetTest, SetsMeetWhereTheyShareAPosition) {
  PositionSet some(70), more(70);
  some.Add(69);
  more.Add(5);
  EXPECT_FALSE(some.Meets(more));
  EXPECT_FALSE(some.Meets(PositionSet()));
  more.Add(69);
  EXPECT_TRUE(some.Meets(more));
}

}  // namespace
}  // namespace firstvisit
