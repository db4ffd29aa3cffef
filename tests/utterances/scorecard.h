// The figures of many judgements: the table of the specification.
//
//   Scorecard card;
//   for (const Item& item : items) card.Add(judge.Of(item, hearer.Hear(item)));
//   std::cout << card.Text();
//
// Coverage is the share of answerable items that were not asked again;
// precision the share of those answered that are right. Not thread-safe.

#ifndef FIRSTVISIT_TESTS_UTTERANCES_SCORECARD_H_
#define FIRSTVISIT_TESTS_UTTERANCES_SCORECARD_H_

#include <array>
#include <string>

#include "tests/utterances/judge.h"

namespace firstvisit {

class Scorecard {
 public:
  struct Row {
    int items = 0;
    int right = 0;
    int wrong = 0;

    int answered() const { return right + wrong; }
    // 0 to 1; of nothing at all, 1.
    double coverage() const;
    double precision() const;
  };
  // What the specification asks of a class.
  struct Floor {
    ItemClass item_class;
    double coverage;
    double precision;
  };
  static const std::array<Floor, 5> kFloors;
  static constexpr double kCommandRecall = 0.97;
  static constexpr double kTakenForCommand = 0.005;

  void Add(const Judgement& judgement);

  const Row& row(ItemClass item_class) const {
    return rows_[static_cast<int>(item_class)];
  }
  // Commands heard as what they are, and answers taken for one; 0 to 1.
  double command_recall() const;
  double taken_for_command() const;
  // Facts, over all items.
  int turned() const { return turned_; }
  int forbidden() const { return forbidden_; }
  int contradicted() const { return contradicted_; }

  // All of it, in a table, with the specification's figures beside.
  std::string Text() const;

 private:
  std::array<Row, kItemClasses> rows_;
  int answers_ = 0;  // items that are no command
  int taken_for_command_ = 0;
  int turned_ = 0;
  int forbidden_ = 0;
  int contradicted_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_UTTERANCES_SCORECARD_H_
