// Tests: judge_test.cc.

#include "tests/utterances/scorecard.h"

#include <algorithm>

#include "absl/strings/str_format.h"

namespace firstvisit {
namespace {

double Share(int part, int whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / whole;
}

const char* NameOf(ItemClass item_class) {
  switch (item_class) {
    case ItemClass::kYesNo:
      return "yes/no questions";
    case ItemClass::kAdversarial:
      return "yes/no, adversarial";
    case ItemClass::kMeasure:
      return "numbers, durations, sides";
    case ItemClass::kChoice:
      return "choices";
    case ItemClass::kText:
      return "free text";
    case ItemClass::kCommand:
      return "commands";
    case ItemClass::kLeading:
      return "any yes/no, leading";
    case ItemClass::kNotLeading:
      return "any yes/no, not leading";
    case ItemClass::kUnanswerable:
      return "nothing to be taken";
  }
  return "";
}

}  // namespace

const std::array<Scorecard::Floor, 5> Scorecard::kFloors = {{
    {ItemClass::kYesNo, 0.90, 0.985},
    {ItemClass::kAdversarial, 0.75, 0.95},
    {ItemClass::kMeasure, 0.92, 0.98},
    {ItemClass::kLeading, 0.97, 0.99},
    {ItemClass::kNotLeading, 0.25, 0.92},
}};

double Scorecard::Row::coverage() const { return Share(answered(), items); }

double Scorecard::Row::precision() const { return Share(right, answered()); }

void Scorecard::Add(const Judgement& judgement) {
  Row& row = rows_[static_cast<int>(judgement.item_class)];
  ++row.items;
  row.right += judgement.verdict == Judgement::Verdict::kRight;
  row.wrong += judgement.verdict == Judgement::Verdict::kWrong;
  answers_ += judgement.item_class != ItemClass::kCommand;
  taken_for_command_ += judgement.taken_for_command;
  turned_ += static_cast<int>(judgement.turned.size());
  forbidden_ += static_cast<int>(judgement.forbidden.size());
  contradicted_ += static_cast<int>(judgement.contradicted.size());
}

double Scorecard::command_recall() const {
  return Share(row(ItemClass::kCommand).right, row(ItemClass::kCommand).items);
}

double Scorecard::taken_for_command() const {
  return answers_ == 0 ? 0 : static_cast<double>(taken_for_command_) / answers_;
}

std::string Scorecard::Text() const {
  std::string text = absl::StrFormat("%-26s %5s %17s %18s\n", "", "items",
                                     "coverage", "precision");
  for (int i = 0; i < kItemClasses; ++i) {
    const Row& row = rows_[i];
    if (row.items == 0) continue;
    const auto item_class = static_cast<ItemClass>(i);
    absl::StrAppendFormat(&text, "%-26s %5d  %6.1f %%", NameOf(item_class),
                          row.items, 100 * row.coverage());
    const auto floor = std::find_if(
        kFloors.begin(), kFloors.end(),
        [&](const Floor& each) { return each.item_class == item_class; });
    if (floor == kFloors.end()) {
      absl::StrAppendFormat(&text, "          %6.1f %%\n",
                            100 * row.precision());
    } else {
      absl::StrAppendFormat(&text, " (>= %2.0f) %6.1f %% (>= %.1f)\n",
                            100 * floor->coverage, 100 * row.precision(),
                            100 * floor->precision);
    }
  }
  if (row(ItemClass::kCommand).items > 0) {
    absl::StrAppendFormat(&text, "commands heard: %.1f %% (>= %.0f)\n",
                          100 * command_recall(), 100 * kCommandRecall);
  }
  absl::StrAppendFormat(&text,
                        "answers taken for a command: %.2f %% (<= %.1f)\n"
                        "red flags turned round: %d (0)\n"
                        "values that must not be heard: %d (0)\n"
                        "other facts contradicted: %d\n",
                        100 * taken_for_command(), 100 * kTakenForCommand,
                        turned_, forbidden_, contradicted_);
  return text;
}

}  // namespace firstvisit
