// Scores the understanding on corpora:
//
//   bazel build //tests/utterances:score
//   bazel-bin/tests/utterances/score tests/utterances/public.jsonl
//
// prints the table of scorecard.h for each file, and with --show the items that
// were heard wrongly, or would be asked again, with what fired. A corpus that
// is held back is scored without --show.

#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_join.h"
#include "tests/utterances/hearer.h"
#include "tests/utterances/item.h"
#include "tests/utterances/judge.h"
#include "tests/utterances/scorecard.h"

ABSL_FLAG(std::string, show, "",
          "items to list: \"wrong\" (also what was turned round or must not be "
          "heard) or \"asked\"");

namespace firstvisit {
namespace {

using authoring::v1::InterpretResult;
using Verdict = Judgement::Verdict;

bool Shown(const Judgement& judgement, const std::string& show) {
  if (show == "asked") return judgement.verdict == Verdict::kAsked;
  return show == "wrong" &&
         (judgement.verdict == Verdict::kWrong || !judgement.turned.empty());
}

void Show(const Item& item, const Judgement& judgement,
          const InterpretResult& heard) {
  std::cout << item.id << " "
            << (item.question_id.empty() ? item.prompt : item.question_id)
            << "\n  words:  " << item.answer << "\n  expect: "
            << (item.expect().kind == Way::Kind::kUnclear
                    ? "unclear"
                    : item.expect().facts.ShortDebugString())
            << "\n  heard:  " << heard.outcome() << " " << heard.command()
            << " " << heard.facts().ShortDebugString() << "\n";
  for (const auto& [label, facts] :
       {std::make_pair("turned", &judgement.turned),
        std::make_pair("must not", &judgement.forbidden),
        std::make_pair("contradicts", &judgement.contradicted)}) {
    if (facts->empty()) continue;
    std::cout << "  " << label << ": " << absl::StrJoin(*facts, ", ") << "\n";
  }
  for (const std::string& line : heard.trace()) {
    std::cout << "    " << line << "\n";
  }
}

int Score(const std::vector<std::string>& paths, const std::string& show) {
  const Hearer hearer;
  const Judge judge(hearer.content());
  for (const std::string& path : paths) {
    const auto items = ReadItems(path);
    if (!items.ok()) {
      std::cerr << items.status().message() << "\n";
      return 1;
    }
    Scorecard card;
    for (const Item& item : *items) {
      const InterpretResult heard = hearer.Hear(item);
      const Judgement judgement = judge.Of(item, heard);
      card.Add(judgement);
      if (Shown(judgement, show)) Show(item, judgement, heard);
    }
    std::cout << path << "\n" << card.Text() << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace firstvisit

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("score CORPUS.jsonl… [--show=wrong|asked]");
  const std::vector<char*> words = absl::ParseCommandLine(argc, argv);
  const std::string show = absl::GetFlag(FLAGS_show);
  if (words.size() < 2 || (show != "" && show != "wrong" && show != "asked")) {
    std::cerr << "give one corpus or more, and --show=wrong or --show=asked\n";
    return 2;
  }
  return firstvisit::Score({words.begin() + 1, words.end()}, show);
}
