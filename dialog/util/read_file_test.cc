#include "dialog/util/read_file.h"

#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string Written(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(ReadFileTest, EveryByteIsRead) {
  const std::string bytes("a\r\n\0\xff", 5);
  EXPECT_EQ(*ReadFile(Written("bytes", bytes)), bytes);
  EXPECT_EQ(*ReadFile(Written("empty", "")), "");
}

TEST(ReadFileTest, WhatIsInTheWayIsSaid) {
  EXPECT_THAT(ReadFile("/nowhere/a").status().message(),
              AllOf(HasSubstr("/nowhere/a"), HasSubstr("No such file"),
                    HasSubstr("Check its name")));
  EXPECT_THAT(ReadFile(testing::TempDir()).status().message(),
              HasSubstr("it is a folder"));
}

}  // namespace
}  // namespace firstvisit
