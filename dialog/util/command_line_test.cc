#include "dialog/util/command_line.h"

#include <map>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Verb& Report() {
  static const Verb& verb =
      *new Verb{"report",
                "ID",
                1,
                1,
                "Prints one visit.",
                {{"store", "WHERE", "memory", "where the visits are"},
                 {"for", "WHOM", "therapist", "client or therapist"},
                 {"plain", "", "", "without colour"}},
                ""};
  return verb;
}

Environment Variables(std::map<std::string, std::string> variables) {
  return [variables](const std::string& name) -> absl::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return absl::nullopt;
    return found->second;
  };
}

absl::StatusOr<Arguments> Parse(
    const std::vector<std::string>& words,
    const std::map<std::string, std::string>& variables = {}) {
  return ParseArguments(Report(), words, Variables(variables));
}

std::string Problem(const std::vector<std::string>& words) {
  const auto arguments = Parse(words);
  EXPECT_EQ(arguments.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(arguments.status().message().find('\n'), std::string::npos);
  return std::string(arguments.status().message());
}

TEST(FlagsTest, TakesEveryWayToWriteAFlag) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--for=client", "v1"},
        {"--for", "client", "v1"},
        {"v1", "--for=client"}}) {
    const auto arguments = Parse(words);
    ASSERT_TRUE(arguments.ok()) << arguments.status();
    EXPECT_EQ(arguments->Get("for"), "client");
    EXPECT_THAT(arguments->operands(), ElementsAre("v1"));
  }
}

TEST(FlagsTest, CommandLineGoesBeforeEnvironmentAndThatBeforeDefault) {
  EXPECT_EQ(Parse({"v1"})->Get("store"), "memory");
  EXPECT_FALSE(Parse({"v1"})->Given("store"));
  const std::map<std::string, std::string> variables = {
      {"FIRSTVISIT_STORE", "sqlite:/tmp/a"}};
  EXPECT_EQ(Parse({"v1"}, variables)->Get("store"), "sqlite:/tmp/a");
  EXPECT_EQ(Parse({"v1", "--store=memory"}, variables)->Get("store"), "memory");
  EXPECT_TRUE(Parse({"v1"}, variables)->Given("store"));
}

TEST(FlagsTest, ASwitchIsOffUntilGiven) {
  EXPECT_FALSE(Parse({"v1"})->On("plain"));
  EXPECT_TRUE(Parse({"--plain", "v1"})->On("plain"));
  EXPECT_FALSE(Parse({"--plain=no", "v1"})->On("plain"));
  EXPECT_TRUE(Parse({"v1"}, {{"FIRSTVISIT_PLAIN", "1"}})->On("plain"));
  EXPECT_THAT(Problem({"--plain=perhaps", "v1"}),
              HasSubstr("--plain is a switch"));
}

TEST(FlagsTest, AnUnknownFlagIsNamedWithTheNearest) {
  EXPECT_THAT(Problem({"--stroe=memory", "v1"}),
              HasSubstr("has no flag --stroe. Did you mean --store?"));
  const std::string problem = Problem({"--zzzzzzzz", "v1"});
  EXPECT_THAT(problem, HasSubstr("has no flag --zzzzzzzz."));
  EXPECT_EQ(problem.find("Did you mean"), std::string::npos);
  EXPECT_THAT(Problem({"-for=client", "v1"}), HasSubstr("-for"));
}

TEST(FlagsTest, AFlagWithoutItsValueIsAnError) {
  EXPECT_THAT(Problem({"v1", "--for"}),
              HasSubstr("--for wants a value: --for=WHOM"));
}

TEST(FlagsTest, OperandsAreCounted) {
  EXPECT_THAT(Problem({}), HasSubstr("firstvisit report ID"));
  EXPECT_THAT(Problem({"v1", "v2"}), HasSubstr("'v2'"));
}

TEST(FlagsTest, AfterTwoDashesEverythingIsAnOperand) {
  EXPECT_THAT(Parse({"--", "--for"})->operands(), ElementsAre("--for"));
}

TEST(FlagsTest, HelpNeedsNothingElse) {
  EXPECT_TRUE(Parse({"--help"})->help());
  EXPECT_TRUE(Parse({"-h"})->help());
  EXPECT_THAT(VerbHelp(Report()), HasSubstr("--store=WHERE"));
}

}  // namespace
}  // namespace firstvisit
