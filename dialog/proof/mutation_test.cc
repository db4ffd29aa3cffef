#include "dialog/proof/mutation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "dialog/proof/equivalence.h"
#include "dialog/proof/floor.h"
#include "dialog/proof/knee_pain_floor.h"
#include "dialog/proof/prover.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

// Of each kind some, so that an empty list of mutants cannot pass.
constexpr int kLeastMutants = 200;

TEST(MutationTest, EveryGateOfTheKneePainContentIsGuarded) {
  const EmbeddedFile& file = *KneePainFloorFiles().begin();
  const auto floor = ParseFloor({file.data, file.size});
  ASSERT_TRUE(floor.ok()) << floor.status();
  const auto report = TryMutations(WithLanguages(KneePainTexts()), *floor);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_GE(report->mutants, kLeastMutants);
  EXPECT_TRUE(report->survivors.empty())
      << absl::StrJoin(report->survivors, "\n");
  RecordProperty("mutants", report->mutants);
  RecordProperty("caught", report->refused + report->broken);
}

TEST(MutationTest, EachKindOfGateIsWeakened) {
  std::vector<std::string> names;
  for (const Mutant& mutant : MutantsOf(WithLanguages(KneePainTexts()))) {
    names.push_back(mutant.name);
  }
  for (const char* kind :
       {"deleted", "deleted with its words", "level lowered",
        "unsure_level lowered", "when := ", "unless := ", "limit without",
        "forbids without", "agreement := ", "no safety question", "never asked",
        "no follow-up", "harmless := ", "implied := ", "cleared by the caller",
        "protocol "}) {
    EXPECT_TRUE(std::any_of(
        names.begin(), names.end(),
        [&](const std::string& name) { return absl::StrContains(name, kind); }))
        << kind;
  }
}

// A floor that asks for nothing guards nothing: then gates must survive.
TEST(MutationTest, WithoutAFloorGatesSurvive) {
  const EmbeddedFile& file = *KneePainFloorFiles().begin();
  auto floor = ParseFloor({file.data, file.size});
  ASSERT_TRUE(floor.ok()) << floor.status();
  floor->clear_line();
  std::vector<NamedText> texts = WithLanguages(KneePainTexts());
  const auto loaded = LoadContent(texts);
  const auto compiled = Floor::Compile(*floor, *loaded.content);
  ASSERT_TRUE(compiled.ok()) << compiled.status();
  for (const Mutant& mutant : MutantsOf(texts)) {
    if (mutant.name != "precaution dvt_suspected/calf level lowered") continue;
    texts = mutant.Apply(texts);
    const auto milder = LoadContent(texts);
    ASSERT_NE(milder.content, nullptr);
    EXPECT_FALSE(*Prover(*milder.content, *compiled).Breaks());
    EXPECT_TRUE(Milder(*loaded.content, *milder.content)->has_value());
    return;
  }
  ADD_FAILURE() << "no such mutant";
}

}  // namespace
}  // namespace firstvisit
