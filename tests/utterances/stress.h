// How red flags survive mutations (mutation.h): heard, asked again, missed.
//
//   StressReport report(hearer);
//   report.Run(items, /*seed=*/1);
//   std::cout << report.Text();
//
// For each safety question that is answered yes or no:
//
// - heard: as the item says, or otherwise acceptable;
// - asked: nothing, "unsure" or "declined" was recorded, or a command taken;
//   none of these clears anything;
// - missed: the harmless value was recorded where the other was said;
// - alarmed: the other way, which the dialog confirms before it counts.
//
// A negated mutant is missed or alarmed when it is heard as what it said before
// it was negated, and heard otherwise. Not thread-safe.

#ifndef FIRSTVISIT_TESTS_UTTERANCES_STRESS_H_
#define FIRSTVISIT_TESTS_UTTERANCES_STRESS_H_

#include <array>
#include <map>
#include <string>
#include <vector>

#include "dialog/content/content.h"
#include "tests/utterances/hearer.h"
#include "tests/utterances/item.h"
#include "tests/utterances/judge.h"
#include "tests/utterances/mutation.h"

namespace firstvisit {

class StressReport {
 public:
  struct Row {
    int heard = 0;
    int asked = 0;
    int missed = 0;
    int alarmed = 0;
    int all() const { return heard + asked + missed + alarmed; }
  };

  // `hearer` must outlive it.
  explicit StressReport(const Hearer& hearer)
      : hearer_(hearer), judge_(hearer.content()) {}

  // Items of other questions are passed over, and so are those that are not
  // heard rightly as they are: these the scorer counts.
  void Run(const std::vector<Item>& items, unsigned seed);

  const Row& total() const { return total_; }
  // Mutants that were missed, with the words.
  const std::vector<std::string>& missed() const { return missed_; }

  std::string Text() const;

 private:
  enum class Fate { kHeard, kAsked, kMissed, kAlarmed };
  // The plain yes or no that a safety question's item says; empty: neither.
  std::string Said(const Item& item) const;
  bool Harmless(const Question& question, const std::string& value) const;
  Fate FateOf(const Mutant& mutant, const std::string& said) const;
  static void Count(Fate fate, Row& row);

  const Hearer& hearer_;
  Judge judge_;
  std::map<std::string, Row> flags_;  // by question id
  std::array<Row, kMutationKinds> kinds_;
  Row total_;
  std::vector<std::string> missed_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_UTTERANCES_STRESS_H_
