// The stress report of stress.h, long form:
//
//   bazel build //tests/utterances:stress_report
//   bazel-bin/tests/utterances/stress_report tests/utterances/public.jsonl
//
// takes one corpus or more, `--seeds=20` rounds of mutations of each, and
// `--show` lists what was missed.

#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "tests/utterances/hearer.h"
#include "tests/utterances/item.h"
#include "tests/utterances/stress.h"

ABSL_FLAG(int, seeds, 20, "rounds of mutations, each with a seed of its own");
ABSL_FLAG(bool, show, false, "list what was missed");

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("stress_report CORPUS.jsonl… [--seeds=N]");
  const std::vector<char*> words = absl::ParseCommandLine(argc, argv);
  if (words.size() < 2) {
    std::cerr << "give one corpus or more\n";
    return 2;
  }
  std::vector<firstvisit::Item> all;
  for (size_t i = 1; i < words.size(); ++i) {
    const auto items = firstvisit::ReadItems(words[i]);
    if (!items.ok()) {
      std::cerr << items.status().message() << "\n";
      return 1;
    }
    all.insert(all.end(), items->begin(), items->end());
  }
  const firstvisit::Hearer hearer;
  firstvisit::StressReport report(hearer);
  for (int seed = 1; seed <= absl::GetFlag(FLAGS_seeds); ++seed) {
    report.Run(all, static_cast<unsigned>(seed));
  }
  std::cout << report.Text();
  if (absl::GetFlag(FLAGS_show)) {
    for (const std::string& line : report.missed()) std::cout << line << "\n";
  }
  return 0;
}
