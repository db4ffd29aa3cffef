// A second protocol, written in content alone: what the engine and the author's
// verbs do for the knee they do for it too.

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/time/time.h"
#include "dialog/authoring/check.h"
#include "dialog/authoring/graph.h"
#include "dialog/authoring/graphviz.h"
#include "dialog/authoring/prove.h"
#include "dialog/authoring/transcripts.h"
#include "dialog/content/texts.h"
#include "dialog/service/make_interview.h"
#include "gtest/gtest.h"
#include "tests/protocols/low_back_files.h"
#include "tests/protocols/low_back_floor.h"

namespace firstvisit {
namespace {

std::vector<NamedText> Texts() {
  std::vector<NamedText> texts;
  for (const EmbeddedFile& file : LowBackFiles()) {
    texts.push_back({file.path, std::string(file.data, file.size)});
  }
  return WithLanguages(std::move(texts));
}

std::shared_ptr<const Interview> LowBack() {
  auto interview =
      MakeInterview(Texts(), content::v1::Clinic(), absl::Hours(24));
  EXPECT_TRUE(interview.ok()) << interview.status();
  return interview.ok() ? *interview : nullptr;
}

TEST(ProtocolTest, CheckFindsNothingToMend) {
  std::ostringstream issues;
  EXPECT_EQ(CheckContent(Texts(), issues), 0);
  EXPECT_FALSE(absl::StrContains(issues.str(), "error:")) << issues.str();
  EXPECT_FALSE(absl::StrContains(issues.str(), "warning:")) << issues.str();
}

TEST(ProtocolTest, ItsInterviewIsDrawn) {
  const auto svg = DotToSvg(InterviewGraph(LowBack()->content()));
  ASSERT_TRUE(svg.ok()) << svg.status();
  EXPECT_TRUE(absl::StrContains(*svg, "cauda_equina_suspected"));
}

TEST(ProtocolTest, ItsContentIsProvedAgainstItsOwnFloor) {
  const EmbeddedFile& floor = *LowBackFloor().begin();
  ProveOptions options;
  options.agreement_sets = 20'000;
  options.mutate = true;
  std::ostringstream out;
  EXPECT_EQ(
      ProveContent(Texts(), std::string(floor.data, floor.size), options, out),
      0)
      << out.str();
}

TEST(ProtocolTest, ItsConversationsGoAsWritten) {
  const auto files = TranscriptFiles("tests/protocols/conversations");
  ASSERT_TRUE(files.ok()) << files.status();
  const auto interview = LowBack();
  TranscriptRun run(*interview);
  std::ostringstream out;
  for (const std::string& file : *files) {
    EXPECT_TRUE(run.Play(file, out)) << out.str();
  }
  EXPECT_GE(run.played(), 2);
}

}  // namespace
}  // namespace firstvisit
