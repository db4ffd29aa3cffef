// Floor, claims and counterexamples on the knee's content and weakened copies.

#include "dialog/proof/prover.h"

#include <algorithm>
#include <string>
#include <vector>

#include "dialog/assessment/conclusion.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "dialog/proof/agreement.h"
#include "dialog/proof/knee_pain_floor.h"
#include "dialog/state/settle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using testing::HasSubstr;

content::v1::Floor WrittenFloor() {
  const EmbeddedFile& file = *KneePainFloorFiles().begin();
  return *ParseFloor({file.data, file.size});
}

// The knee's content with one text replaced by another, once.
std::shared_ptr<const Content> KneePainWith(const std::string& text,
                                            const std::string& instead) {
  std::vector<NamedText> texts = KneePainTexts();
  for (NamedText& file : texts) {
    const size_t at = file.text.find(text);
    if (at == std::string::npos) continue;
    file.text.replace(at, text.size(), instead);
    return LoadProtocol(texts).content;
  }
  ADD_FAILURE() << "the content does not say: " << text;
  return nullptr;
}

std::shared_ptr<const Content> KneePain() { return KneePainWith("\n", "\n"); }

FloorPart PartNamed(const Floor& floor, const std::string& text) {
  for (const Floor::Line& line : floor.lines()) {
    for (const FloorPart& part : line.all) {
      if (part.text == text) return part;
    }
  }
  ADD_FAILURE() << text;
  return {};
}

TEST(FloorTest, PartsAreReadAtTheWorseEnd) {
  const auto content = KneePain();
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  const FloorPart days = PartNamed(floor, "swelling_days <= 3");
  EXPECT_EQ(StateOf(days, Answer::Interval(2, 10)), PartState::kBad);
  EXPECT_FALSE(KnownToHold(days, Answer::Interval(2, 10)));
  EXPECT_TRUE(KnownToHold(days, Answer::Interval(2, 3)));
  EXPECT_EQ(StateOf(days, Answer::Interval(4, 10)), PartState::kClear);
  EXPECT_EQ(StateOf(days, Answer::Unsure()), PartState::kInDoubt);
  EXPECT_EQ(StateOf(days, Answer()), PartState::kOpen);
}

TEST(FloorTest, DoubtThatIsNamedIsBad) {
  const auto content = KneePain();
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  const FloorPart age = PartNamed(floor, "age in (unsure, declined)");
  EXPECT_EQ(StateOf(age, Answer::Declined()), PartState::kBad);
  EXPECT_EQ(StateOf(age, Answer::Interval(30, 30)), PartState::kClear);
}

TEST(FloorTest, WhatTheContentLacksIsReportedAtOnce) {
  const auto content = KneePain();
  content::v1::Floor written = WrittenFloor();
  written.mutable_line(0)->add_all("no_such_thing = yes");
  written.mutable_line(1)->add_forbid("no_such_technique");
  written.mutable_line(2)->add_limit("no_such_limit");
  const auto floor = Floor::Compile(written, *content);
  ASSERT_FALSE(floor.ok());
  for (const char* name :
       {"no_such_thing", "no_such_technique", "no_such_limit"}) {
    EXPECT_THAT(std::string(floor.status().message()), HasSubstr(name));
  }
}

TEST(ProverTest, AMilderRuleIsFoundWithTheSmallestAnswers) {
  const auto content = KneePainWith(
      "when: \"calf_swelling = yes\"\n    level: URGENT\n    unsure_level: "
      "URGENT",
      "when: \"calf_swelling = yes\"\n    level: DOCTOR_FIRST");
  ASSERT_NE(content, nullptr);
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  const Proof proof = *Prover(*content, floor).Prove();
  const auto found = std::find_if(
      proof.failures.begin(), proof.failures.end(),
      [](const ProofFailure& f) { return f.claim == "level calf_swelling"; });
  ASSERT_NE(found, proof.failures.end());
  Answers least(content->questions().size());
  least[content->FindQuestion("calf_swelling")] = Answer::Yes();
  EXPECT_EQ(found->answers, least);
  // The engine itself says so.
  EXPECT_EQ(Assessor(*content).Conclude(Settle(*content, least)).triage.level,
            content::v1::DOCTOR_FIRST);
}

TEST(ProverTest, AWorseAnswerThatLowersTheLevelIsFound) {
  const auto content =
      KneePainWith("unless: \"skin_minor = yes\"",
                   "unless: \"skin_minor = yes or severity > 5\"");
  ASSERT_NE(content, nullptr);
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  const Proof proof = *Prover(*content, floor).Prove();
  EXPECT_TRUE(std::any_of(
      proof.failures.begin(), proof.failures.end(),
      [](const ProofFailure& f) { return f.claim == "monotone severity"; }));
}

TEST(ProverTest, EveryCutOfAnIntervalIsCovered) {
  const auto content = KneePain();
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  const Prover prover(*content, floor);
  const QuestionIndex severity = content->FindQuestion("severity");
  const AnswerSpace& space = prover.space();
  // Below, at and above 8, and every interval between them.
  EXPECT_NE(space.ClassOf(severity, Answer::Interval(7, 7)),
            space.ClassOf(severity, Answer::Interval(7, 8)));
  EXPECT_NE(space.ClassOf(severity, Answer::Interval(8, 8)),
            space.ClassOf(severity, Answer::Interval(7, 8)));
  EXPECT_EQ(space.ClassOf(severity, Answer::Interval(3, 6)),
            space.ClassOf(severity, Answer::Interval(2, 7.5)));
  EXPECT_GT(prover.StandsFor(), prover.Cases());
}

TEST(AgreementTest, FormulasAndEngineAgreeAndEverythingIsReached) {
  const auto content = KneePain();
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  const Agreement agreement = CompareWithEngine(*content, floor, 20'000, 3);
  EXPECT_EQ(agreement.disagreement ? agreement.disagreement->about : "", "");
  EXPECT_GE(agreement.sets, 20'000);
  EXPECT_THAT(agreement.unreached, testing::IsEmpty());
}

TEST(AgreementTest, WhatTheAnswersDoNotReachIsNamed) {
  const auto content = KneePain();
  const Floor floor = *Floor::Compile(WrittenFloor(), *content);
  // One batch of answers cannot bring about every cause.
  EXPECT_THAT(CompareWithEngine(*content, floor, 1, 3).unreached,
              testing::Contains(HasSubstr("cause ")));
}

}  // namespace
}  // namespace firstvisit
