#include "dialog/proof/dialog_proof.h"

#include "absl/strings/str_join.h"
#include "dialog/content/texts.h"
#include "dialog/proof/knee_pain_floor.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(DialogProofTest, TheKneePainInterviewKeepsItsPromises) {
  const EmbeddedFile& file = *KneePainFloorFiles().begin();
  const auto written = ParseFloor({file.data, file.size});
  ASSERT_TRUE(written.ok()) << written.status();
  const LoadedContent loaded = LoadProtocol(KneePainTexts());
  ASSERT_NE(loaded.content, nullptr);
  const auto floor = Floor::Compile(*written, *loaded.content);
  ASSERT_TRUE(floor.ok()) << floor.status();
  const DialogProof proof = ProveDialog(loaded.content, *floor);
  EXPECT_EQ(proof.talks.broken_count, 0)
      << absl::StrJoin(proof.talks.broken, "\n\n");
  // Every question was put, every safety question corrected.
  EXPECT_GE(proof.topics, static_cast<int>(loaded.content->questions().size()));
  EXPECT_GE(proof.corrections, static_cast<int>(floor->required().size()));
  EXPECT_GT(proof.longest_question, 3);
}

}  // namespace
}  // namespace firstvisit
