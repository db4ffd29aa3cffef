// What the engine costs, held against a bare gRPC call in the same run:
//
//   bazel build -c opt //tests/load
//   bazel-bin/tests/load/load tests/utterances/public.jsonl
//       tests/utterances/blind/answers_a.jsonl
//
// (in one line). Prints ratios, since the microseconds are the machine's:
//
// - understanding one answer, 20,000 mutated ones seen once
// (understanding_cost.h);
// - the same by length, for texts made to be costly: 1.0 is linear;
// - one turn of the engine without I/O, and the bytes of a session (visits.h).
//
// The echo call (echo.h) is measured before and after, and the mean is taken.
// --smoke runs a little of everything, to see that it runs. --visits=N takes
// the turns of N clients and nothing else, for a profiler:
//
//   valgrind --tool=callgrind '--toggle-collect=firstvisit::Interview::Take(*'
//       bazel-bin/tests/load/load --visits=30 CORPUS.jsonl…

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_format.h"
#include "dialog/authoring/population.h"
#include "dialog/authoring/population_files.h"
#include "dialog/content/texts.h"
#include "dialog/service/make_interview.h"
#include "tests/load/echo.h"
#include "tests/load/quantiles.h"
#include "tests/load/understanding_cost.h"
#include "tests/load/visits.h"
#include "tests/utterances/hearer.h"
#include "tests/utterances/item.h"

ABSL_FLAG(bool, smoke, false, "a little of everything");
ABSL_FLAG(int, visits, 0, "only the turns of so many clients");

namespace firstvisit {
namespace {

constexpr unsigned kSeed = 1;
constexpr double kMostMedian = 0.5;
constexpr double kMost99th = 1.5;
constexpr double kMostTurn = 0.6;
constexpr size_t kMostBytes = 2048;

struct Amounts {
  int calls = 40000;
  int answers = 20000;
  int clients = 500;
};

double Micros(absl::Duration cost) { return absl::ToDoubleMicroseconds(cost); }

void PrintCosts(const std::string& what,
                const std::vector<absl::Duration>& costs, absl::Duration echo,
                double most_median, double most_99th) {
  const absl::Duration median = Quantile(costs, 0.5);
  const absl::Duration high = Quantile(costs, 0.99);
  absl::PrintF("%s, %d of them\n", what, costs.size());
  absl::PrintF("  median   %8.1f us  %5.2f x echo (<= %.1f)\n", Micros(median),
               absl::FDivDuration(median, echo), most_median);
  absl::PrintF("  99th     %8.1f us  %5.2f x echo", Micros(high),
               absl::FDivDuration(high, echo));
  absl::PrintF(most_99th > 0 ? " (<= %.1f)\n" : "\n", most_99th);
}

void PrintLongTexts(const std::vector<LongText>& texts) {
  absl::PrintF(
      "understanding by length, us at 256, 1024, 4096 characters;"
      " growth of the last step per character\n");
  for (const LongText& text : texts) {
    const auto& [shortest, middle, longest] = text.costs;
    absl::PrintF("  %-24s %8.0f %8.0f %8.0f  %4.1f\n", text.name,
                 Micros(shortest), Micros(middle), Micros(longest),
                 absl::FDivDuration(longest, middle) / 4);
  }
}

struct VisitFigures {
  std::vector<absl::Duration> turn_costs;
  std::vector<size_t> event_bytes;
  std::vector<int> turns;
};

// No turns: the content does not load, and the reason is printed.
VisitFigures RunVisits(const std::vector<Item>& items, int clients) {
  const auto interview = MakeInterview(WithLanguages(KneePainTexts()),
                                       content::v1::Clinic(), absl::Hours(24));
  if (!interview.ok()) {
    std::cerr << interview.status().message() << "\n";
    return {};
  }
  const auto population = Population::Parse(PopulationFiles().begin()->data,
                                            (*interview)->content());
  if (!population.ok()) {
    std::cerr << population.status().message() << "\n";
    return {};
  }
  Visits visits(**interview, *population, items, kSeed);
  visits.Run(clients);
  return {visits.turn_costs(), visits.event_bytes(), visits.turns()};
}

int OnlyVisits(const std::vector<Item>& items, int clients) {
  const VisitFigures visits = RunVisits(items, clients);
  if (visits.turns.empty()) return EXIT_FAILURE;
  absl::PrintF("%d turns, median %.1f us\n", visits.turn_costs.size(),
               Micros(Quantile(visits.turn_costs, 0.5)));
  return EXIT_SUCCESS;
}

int Measure(const std::vector<Item>& items, const Amounts& amounts) {
  const auto before = MeasureEcho(amounts.calls);
  if (!before.ok()) {
    std::cerr << before.status().message() << "\n";
    return EXIT_FAILURE;
  }
  const Hearer hearer;
  const auto answers = MeasureAnswers(hearer, items, amounts.answers, kSeed);
  const std::vector<LongText> long_texts = MeasureLongTexts(hearer);

  const VisitFigures visits = RunVisits(items, amounts.clients);
  if (visits.turns.empty()) return EXIT_FAILURE;

  const auto after = MeasureEcho(amounts.calls);
  if (!after.ok()) {
    std::cerr << after.status().message() << "\n";
    return EXIT_FAILURE;
  }
  const absl::Duration echo = (*before + *after) / 2;
  absl::PrintF("bare gRPC echo, server CPU of a call: %.1f us, then %.1f us\n",
               Micros(*before), Micros(*after));
  PrintCosts("understanding one answer", answers, echo, kMostMedian, kMost99th);
  PrintLongTexts(long_texts);
  PrintCosts("one turn of the engine", visits.turn_costs, echo, kMostTurn, 0);
  absl::PrintF(
      "a session's events, median of %d visits of %d turns (median):"
      " %d bytes (<= %d)\n",
      visits.event_bytes.size(), Quantile(visits.turns, 0.5),
      Quantile(visits.event_bytes, 0.5), kMostBytes);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace firstvisit

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], firstvisit::kServeEcho) == 0) {
    return firstvisit::ServeEcho();
  }
  absl::SetProgramUsageMessage("load CORPUS.jsonl… [--smoke]");
  const std::vector<char*> words = absl::ParseCommandLine(argc, argv);
  std::vector<firstvisit::Item> items;
  for (size_t i = 1; i < words.size(); ++i) {
    const auto read = firstvisit::ReadItems(words[i]);
    if (!read.ok()) {
      std::cerr << read.status().message() << "\n";
      return EXIT_FAILURE;
    }
    items.insert(items.end(), read->begin(), read->end());
  }
  if (items.empty()) {
    std::cerr << "give one corpus or more\n";
    return 2;
  }
  if (const int visits = absl::GetFlag(FLAGS_visits); visits > 0) {
    return firstvisit::OnlyVisits(items, visits);
  }
  firstvisit::Amounts amounts;
  if (absl::GetFlag(FLAGS_smoke)) amounts = {500, 300, 3};
  return firstvisit::Measure(items, amounts);
}
