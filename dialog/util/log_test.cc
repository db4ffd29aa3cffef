#include "dialog/util/log.h"

#include <string>

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

std::string Logged(std::initializer_list<LogValue> values) {
  testing::internal::CaptureStderr();
  LogWarning("store_away", values);
  return testing::internal::GetCapturedStderr();
}

TEST(LogTest, WritesOneLineWithTimeLevelEventAndFields) {
  const std::string line =
      Logged({{LogField::kCode, "UNAVAILABLE"}, {LogField::kCount, "3"}});
  EXPECT_NE(line.find("Z warning store_away code=UNAVAILABLE count=3\n"),
            std::string::npos)
      << line;
}

TEST(LogTest, AValueCannotForgeASecondLine) {
  const std::string line = Logged({{LogField::kProblem, "disk\nfull now"}});
  EXPECT_NE(line.find("problem=\"disk\\nfull now\"\n"), std::string::npos)
      << line;
}

}  // namespace
}  // namespace firstvisit
