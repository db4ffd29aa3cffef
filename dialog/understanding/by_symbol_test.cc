#include "dialog/understanding/by_symbol.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(BySymbolTest, AWordStandsForWhatItsFirstKnownSymbolDoes) {
  BySymbol<double> values;
  values.Set(40, 2);
  values.Set(20, 3);
  EXPECT_EQ(*values.Find(Symbols{30, 40, 20}), 2);
  EXPECT_EQ(values.Find(Symbols{19, 30, 41}), nullptr);
  EXPECT_EQ(values.Find(Symbols{}), nullptr);
}

TEST(BySymbolTest, ASymbolThatIsNoneStandsForNothing) {
  BySymbol<double> values;
  values.Set(16, 2);
  EXPECT_EQ(values.Find(Symbols{Vocabulary::kNoSymbol}), nullptr);
}

TEST(BySymbolTest, TheLaterOfTwoValuesStands) {
  BySymbol<double> values;
  values.Set(16, 2);
  values.Set(16, 4);
  EXPECT_EQ(*values.Find(Symbols{16}), 4);
}

}  // namespace
}  // namespace firstvisit
