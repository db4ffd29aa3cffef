// Tests: prove_test.cc.

#include "dialog/authoring/prove.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"
#include "dialog/proof/agreement.h"
#include "dialog/proof/floor.h"
#include "dialog/proof/mutation.h"
#include "dialog/proof/prover.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

std::string ValueInJson(const Question& question, const Answer& answer) {
  if (answer.kind != Answer::Kind::kInterval) {
    return absl::StrCat("\"", ValueName(question, answer), "\"");
  }
  return answer.low == answer.high
             ? absl::StrCat(answer.low)
             : absl::StrCat("[", answer.low, ",", answer.high, "]");
}

void PrintFailure(const Content& content, const ProofFailure& failure,
                  std::ostream& out) {
  out << "BROKEN  " << failure.claim << "\n  should hold: " << failure.says
      << "\n  answers:     " << AnswersInJson(content, failure.answers) << "\n";
  const Assessor assessor(content);
  const auto level = [&](const Answers& answers) {
    return content::v1::Level_Name(
        assessor.Conclude(Settle(content, answers)).triage.level);
  };
  out << "  they give:   " << level(failure.answers) << "\n";
  if (!failure.changed) return;
  Answers changed = failure.answers;
  changed[failure.changed->first] = failure.changed->second;
  out << "  changed:     " << AnswersInJson(content, changed)
      << "\n  they give:   " << level(changed) << "\n";
}

// Returns whether every claim holds.
bool PrintProof(const Content& content, const Floor& floor, std::ostream& out) {
  Prover prover(content, floor);
  const absl::StatusOr<Proof> proof = prover.Prove();
  if (!proof.ok()) {
    out << proof.status().message() << "\n";
    return false;
  }
  out << absl::StreamFormat(
      "%d questions free at once: %.3g combinations of answer classes, which "
      "stand for %.3g sets of recorded answers\n",
      prover.scope().size(), prover.Cases(), prover.StandsFor());
  out << proof->held.size() << " of "
      << proof->held.size() + proof->failures.size()
      << " claims hold for all of them\n";
  for (const ProofFailure& failure : proof->failures) {
    PrintFailure(content, failure, out);
  }
  return proof->failures.empty();
}

bool PrintAgreement(const Content& content, const Floor& floor,
                    const ProveOptions& options, std::ostream& out) {
  const Agreement agreement =
      CompareWithEngine(content, floor, options.agreement_sets, options.seed);
  if (agreement.disagreement) {
    out << "DISAGREE  formulas and engine, on " << agreement.disagreement->about
        << "\n  answers:     "
        << AnswersInJson(content, agreement.disagreement->answers) << "\n";
    return false;
  }
  out << "formulas and engine agree on " << agreement.sets
      << " random sets of answers (seed " << options.seed << ")\n";
  for (const std::string& name : agreement.unreached) {
    out << "UNREACHED  " << name << ": none of them leads there\n";
  }
  return agreement.unreached.empty();
}

bool PrintMutations(const std::vector<NamedText>& texts,
                    const content::v1::Floor& floor, std::ostream& out) {
  const absl::StatusOr<MutationReport> report = TryMutations(texts, floor);
  if (!report.ok()) {
    out << report.status().message() << "\n";
    return false;
  }
  out << report->mutants
      << " gates weakened, one at a time: " << report->refused
      << " refused by the loader, " << report->broken
      << " caught by the proof, " << report->equivalent.size()
      << " without effect on any set of answers, " << report->survivors.size()
      << " survive\n";
  for (const std::string& name : report->equivalent) {
    out << "  without effect: " << name << "\n";
  }
  for (const std::string& name : report->survivors) {
    out << "SURVIVES  " << name << "\n";
  }
  return report->survivors.empty();
}

}  // namespace

std::string AnswersInJson(const Content& content, const Answers& answers) {
  std::vector<std::string> fields;
  for (size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].open()) continue;
    const Question& question = content.questions()[i];
    fields.push_back(absl::StrCat("\"", question.fact,
                                  "\":", ValueInJson(question, answers[i])));
  }
  return absl::StrCat("{\"answers\":{", absl::StrJoin(fields, ","), "}}");
}

int ProveContent(std::vector<NamedText> texts, const std::string& floor,
                 const ProveOptions& options, std::ostream& out) {
  const LoadedContent loaded = LoadContent(texts);
  if (loaded.content == nullptr) {
    for (const Issue& issue : loaded.issues) out << Format(issue) << "\n";
    return 1;
  }
  const Content& content = *loaded.content;
  const absl::StatusOr<content::v1::Floor> written = ParseFloor(floor);
  if (!written.ok()) {
    out << written.status().message() << "\n";
    return 1;
  }
  const absl::StatusOr<Floor> compiled = Floor::Compile(*written, content);
  if (!compiled.ok()) {
    out << compiled.status().message() << "\n";
    return 1;
  }
  out << content.protocol().id() << ", content " << content.hash() << "\n";
  bool sound = PrintProof(content, *compiled, out);
  sound &= PrintAgreement(content, *compiled, options, out);
  if (options.mutate) sound &= PrintMutations(texts, *written, out);
  out << "This proves what follows from recorded answers, not that every "
         "answer is heard as it was meant.\n"
      << (sound ? "proved\n" : "NOT PROVED\n");
  return sound ? 0 : 1;
}

}  // namespace firstvisit
