#include "dialog/authoring/diff.h"

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

// The knee's content with one text replaced by another, everywhere.
std::shared_ptr<const Content> Knee(const std::string& text = "",
                                    const std::string& by = "") {
  std::vector<NamedText> texts = KneePainTexts();
  bool found = text.empty();
  for (NamedText& file : texts) {
    if (text.empty() || !absl::StrContains(file.text, text)) continue;
    found = true;
    file.text = absl::StrReplaceAll(file.text, {{text, by}});
  }
  EXPECT_TRUE(found) << text;
  const LoadedContent loaded = LoadProtocol(std::move(texts));
  for (const Issue& issue : loaded.issues) {
    EXPECT_NE(issue.severity, Issue::Severity::kError) << Format(issue);
  }
  return loaded.content;
}

std::string Diff(const Content& before, const Content& after) {
  std::ostringstream out;
  DiffContents(before, after, out);
  return out.str();
}

TEST(DiffTest, TheSameContentHasNoDifference) {
  EXPECT_EQ(Diff(*Knee(), *Knee()), "no difference\n");
}

TEST(DiffTest, AMovedThresholdIsShownByTheOneNumberThatTells) {
  const std::string diff = Diff(
      *Knee(), *Knee("stiffness_morning = yes and stiffness_minutes >= 60",
                     "stiffness_morning = yes and stiffness_minutes >= 90"));
  EXPECT_TRUE(absl::StrContains(
      diff, "rule inflammatory_arthritis/hour_of_stiffness, changed"))
      << diff;
  EXPECT_TRUE(absl::StrContains(diff, "- level doctor_first")) << diff;
  EXPECT_TRUE(absl::StrContains(diff, "60 minutes")) << diff;
  EXPECT_FALSE(absl::StrContains(diff, "59 minutes")) << diff;
  EXPECT_FALSE(absl::StrContains(diff, "90 minutes")) << diff;
}

TEST(DiffTest, AnEffectIsShownByTheFewestAnswers) {
  const std::string diff =
      Diff(*Knee(), *Knee("when: \"swelling_heat = yes and severity >= 8\"",
                          "when: \"swelling_heat = yes and severity >= 7\""));
  EXPECT_TRUE(absl::StrContains(
      diff, "rule septic_arthritis_suspected/hot_and_severe, changed"))
      << diff;
  EXPECT_TRUE(absl::StrContains(diff, "7 points")) << diff;
  EXPECT_FALSE(absl::StrContains(diff, "8 points")) << diff;
}

TEST(DiffTest, AChangedTipIsSaidInTheClientsWords) {
  const std::string diff =
      Diff(*Knee(), *Knee("id: \"loose_sheets\"\n  kind: HABIT\n  when: "
                          "\"sheets_tucked = yes\"",
                          "id: \"loose_sheets\"\n  kind: HABIT\n  when: "
                          "\"sits_on_leg = yes\""));
  EXPECT_TRUE(absl::StrContains(diff, "advice loose_sheets, changed")) << diff;
  EXPECT_TRUE(absl::StrContains(diff, "- tip loose_sheets")) << diff;
  EXPECT_TRUE(absl::StrContains(diff, "+ tip loose_sheets")) << diff;
}

}  // namespace
}  // namespace firstvisit
