#include "dialog/authoring/graph.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "dialog/authoring/graphviz.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class GraphTest : public testing::Test {
 protected:
  GraphTest()
      : content_(LoadProtocol(KneePainTexts()).content),
        dot_(InterviewGraph(*content_)) {}

  // How the line begins that draws the question.
  static std::string Head(const std::string& id) {
    return absl::StrCat("\n  \"", id, "\" [label=<<TABLE");
  }
  // The line that draws the question.
  std::string Node(const std::string& id) const {
    const size_t begin = dot_.find(Head(id));
    return begin == std::string::npos
               ? ""
               : dot_.substr(begin + 1, dot_.find('\n', begin + 1) - begin);
  }

  const std::shared_ptr<const Content> content_;
  const std::string dot_;
};

TEST_F(GraphTest, EveryQuestionIsDrawnOnce) {
  for (const Question& question : content_->questions()) {
    const size_t first = dot_.find(Head(question.id()));
    ASSERT_NE(first, std::string::npos) << question.id();
    EXPECT_EQ(dot_.find(Head(question.id()), first + 1), std::string::npos)
        << question.id();
  }
}

TEST_F(GraphTest, ExactlyTheSafetyQuestionsAreMarked) {
  for (const Question& question : content_->questions()) {
    EXPECT_EQ(absl::StrContains(Node(question.id()), "safety"),
              question.spec.safety())
        << question.id();
  }
}

TEST_F(GraphTest, EveryRuleStandsAtAQuestionItNamesWithItsLevel) {
  for (const Precaution& precaution : content_->precautions()) {
    for (size_t i = 0; i < precaution.rules.size(); ++i) {
      bool found = false;
      for (QuestionIndex question : precaution.rules[i].when.mentions()) {
        found |= absl::StrContains(Node(content_->questions()[question].id()),
                                   absl::StrCat("</B> ", precaution.id, "<"));
      }
      EXPECT_TRUE(found) << precaution.id << "." << precaution.rules[i].id;
    }
  }
  EXPECT_TRUE(
      absl::StrContains(Node("calf_swelling"), "<B>urgent</B> dvt_suspected"));
}

TEST_F(GraphTest, WhatAnAnswerOpensHangsOnALabelledEdge) {
  EXPECT_TRUE(absl::StrContains(
      dot_,
      "\"swelling_heat\" -> \"swelling_days\" [label=<swelling_heat = "
      "yes"));
  EXPECT_TRUE(absl::StrContains(
      dot_, "\"pain_place\" -> \"back_fullness\" [label=<pain_place = back"));
  // Two flags open it.
  EXPECT_TRUE(absl::StrContains(dot_, "\"numbness\" -> \"foot_cold\""));
  EXPECT_TRUE(absl::StrContains(dot_, "\"injury_recent\" -> \"foot_cold\""));
}

TEST_F(GraphTest, GroupsAndSectionsAreFramed) {
  for (const Group& group : content_->groups()) {
    EXPECT_TRUE(absl::StrContains(
        dot_, absl::StrCat("\"cluster_group_", group.id, "\"")));
  }
  EXPECT_TRUE(absl::StrContains(dot_, "\"cluster_red_flag\""));
}

TEST_F(GraphTest, GraphvizDrawsIt) {
  const absl::StatusOr<std::string> svg = DotToSvg(dot_);
  ASSERT_TRUE(svg.ok()) << svg.status();
  EXPECT_TRUE(absl::StrContains(*svg, "<svg"));
  for (const Question& question : content_->questions()) {
    EXPECT_TRUE(absl::StrContains(
        *svg, absl::StrCat("<title>", question.id(), "</title>")))
        << question.id();
  }
}

TEST(GraphvizTest, ATextThatIsNoGraphIsRefused) {
  EXPECT_EQ(DotToSvg("no graph {").status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace firstvisit
