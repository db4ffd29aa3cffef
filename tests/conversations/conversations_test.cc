// Every conversation of this folder goes as it is written. To write down what
// is said now, and then read it:
//
//   bazel run //assistant:firstvisit -- test --update $PWD/tests/conversations

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "dialog/authoring/transcripts.h"
#include "dialog/content/texts.h"
#include "dialog/interview.h"
#include "dialog/service/make_interview.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

constexpr char kFolder[] = "tests/conversations";

std::vector<std::string> Conversations() {
  return TranscriptFiles(kFolder).value_or(std::vector<std::string>());
}

const Interview& KneePain() {
  static const auto& interview = *new std::shared_ptr<const Interview>(
      *MakeInterview(WithLanguages(KneePainTexts()), {}, absl::Hours(24)));
  return *interview;
}

class ConversationTest : public ::testing::TestWithParam<std::string> {};

TEST_P(ConversationTest, GoesAsWritten) {
  TranscriptRun run(KneePain());
  std::ostringstream out;
  EXPECT_TRUE(run.Play(GetParam(), out)) << out.str();
}

INSTANTIATE_TEST_SUITE_P(All, ConversationTest,
                         ::testing::ValuesIn(Conversations()),
                         [](const ::testing::TestParamInfo<std::string>& info) {
                           const size_t slash = info.param.rfind('/') + 1;
                           return info.param.substr(
                               slash, info.param.rfind('.') - slash);
                         });

// So much of the content is heard in some conversation: a question, a reprompt,
// a rule, a cause or a tip that nobody ever meets has not been read by anybody.
constexpr int kPercentCovered = 90;

TEST(ConversationsTest, HardlyAnythingIsNeverMet) {
  TranscriptRun run(KneePain());
  std::ostringstream out;
  for (const std::string& file : Conversations()) run.Play(file, out);
  ASSERT_GE(run.played(), 15);
  for (const CoverageShare& share : run.Coverage()) {
    EXPECT_GE(share.seen() * 100, kPercentCovered * share.all)
        << share.what << ", never: " << absl::StrJoin(share.never, ", ");
  }
}

}  // namespace
}  // namespace firstvisit
