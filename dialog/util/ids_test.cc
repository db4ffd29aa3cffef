#include "dialog/util/ids.h"

#include <set>
#include <string>

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(IdsTest, Are128BitsInHexadecimalAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = SystemIds().NewId();
    EXPECT_EQ(id.size(), 32u);
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_TRUE(seen.insert(id).second) << id << " came twice";
  }
}

}  // namespace
}  // namespace firstvisit
