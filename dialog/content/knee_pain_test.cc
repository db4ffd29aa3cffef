#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(KneePainTest, KneePainContentLoadsWithoutIssues) {
  const LoadedContent loaded = LoadProtocol(KneePainTexts());
  std::string found;
  for (const Issue& issue : loaded.issues) {
    if (issue.severity != Issue::Severity::kError) continue;
    absl::StrAppend(&found, Format(issue), "\n");
  }
  EXPECT_EQ(found, "");
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_EQ(loaded.content->protocol().id(), "knee_pain");
}

}  // namespace
}  // namespace firstvisit
