// The short form of the stress report, over answers that are heard rightly as
// they are; and the mutations themselves.

#include "tests/utterances/stress.h"

#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/utterances/mutation.h"

namespace firstvisit {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

Item ItemOf(const std::string& answer) {
  Item item = *ParseItem(
      R"({"id": "x", "question_id": "fever", "expect": {"fever": "yes"}})");
  item.answer = answer;
  return item;
}

std::vector<std::string> Mutants(const std::vector<Item>& corpus,
                                 const Item& item, MutationKind kind) {
  std::vector<std::string> answers;
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Mutator mutator(corpus, seed);
    for (const Mutant& mutant : mutator.Of(item)) {
      if (mutant.kind == kind) answers.push_back(mutant.item.answer);
    }
  }
  return answers;
}

TEST(MutationTest, TheSameSeedMakesTheSameMutants) {
  const Item item = ItemOf("I have really been sweating at night");
  Mutator one({item}, 7);
  Mutator other({item}, 7);
  const std::vector<Mutant> first = one.Of(item);
  const std::vector<Mutant> second = other.Of(item);
  ASSERT_EQ(first.size(), second.size());
  for (size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].item.answer, second[i].item.answer);
  }
}

TEST(MutationTest, NoSlipMakesAnotherWordOfTheCorpora) {
  const std::vector<Item> corpus = {ItemOf("feverish"),
                                    ItemOf("nevr neer nver")};
  const auto mutants =
      Mutants(corpus, ItemOf("never"), MutationKind::kLetterLost);
  EXPECT_THAT(mutants, Not(Contains("nevr")));
  EXPECT_THAT(mutants, Not(Contains("neer")));
  EXPECT_THAT(mutants, Not(Contains("nver")));
}

TEST(MutationTest, ANoKeepsItsComma) {
  EXPECT_THAT(Mutants({}, ItemOf("No, swelling is gone, thanks."),
                      MutationKind::kUnpunctuated),
              Contains("No, swelling is gone thanks"));
}

TEST(MutationTest, OnlyAPlainStatementIsNegated) {
  const auto negated = [](const std::string& answer) {
    return Mutants({}, ItemOf(answer), MutationKind::kNegated);
  };
  EXPECT_THAT(negated("I have a temperature"),
              Contains("i don't have a temperature"));
  EXPECT_THAT(negated("I have no temperature"), IsEmpty());
  EXPECT_THAT(negated("I have chills, not fever"), IsEmpty());
  EXPECT_THAT(negated("I have chills and fever"), IsEmpty());
}

// A red flag said in haste, in capitals or through a recogniser may be asked
// again, and is never recorded as absent.
TEST(StressTest, NoMutationOfARedFlagClearsIt) {
  const auto items = ReadItems("tests/utterances/public.jsonl");
  ASSERT_TRUE(items.ok()) << items.status();
  const Hearer hearer;
  StressReport report(hearer);
  report.Run(*items, 1);
  std::cout << report.Text();
  EXPECT_GT(report.total().all(), 500);
  EXPECT_EQ(report.total().missed, 0) << absl::StrJoin(report.missed(), "\n");
  EXPECT_GE(report.total().heard, 0.75 * report.total().all());
}

}  // namespace
}  // namespace firstvisit
