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
#include "dialog/proof/dialog_proof.h"
#include "dialog/proof/floor.h"
#include "dialog/proof/mutation.h"
#include "dialog/proof/prover.h"
#include "dialog/proof/spoken_forms.h"
#include "dialog/proof/talk.h"
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

void PrintFailure(const std::shared_ptr<const Content>& shared,
                  const ProofFailure& failure, std::ostream& out) {
  const Content& content = *shared;
  out << "BROKEN  " << failure.claim << "\n  should hold: " << failure.says
      << "\n  answers:     " << AnswersInJson(content, failure.answers) << "\n";
  const Assessor assessor(content);
  const auto level = [&](const Answers& answers) {
    return content::v1::Level_Name(
        assessor.Conclude(Settle(content, answers)).triage.level);
  };
  out << "  they give:   " << level(failure.answers) << "\n";
  if (!failure.changed) {
    out << "  said:\n" << TranscriptOf(shared, failure.answers);
    return;
  }
  Answers changed = failure.answers;
  changed[failure.changed->first] = failure.changed->second;
  out << "  changed:     " << AnswersInJson(content, changed)
      << "\n  they give:   " << level(changed) << "\n  said:\n"
      << TranscriptOf(shared, changed);
}

// Returns whether every claim holds.
bool PrintProof(const std::shared_ptr<const Content>& content,
                const Floor& floor, std::ostream& out) {
  Prover prover(*content, floor);
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

bool PrintDialog(const std::shared_ptr<const Content>& content,
                 const Floor& floor, std::ostream& out) {
  const DialogProof proof = ProveDialog(content, floor);
  out << proof.talks.conversations << " conversations, " << proof.talks.turns
      << " turns with every input at " << proof.topics << " places, and "
      << proof.corrections << " corrections: a question took at most "
      << proof.longest_question << " turns (bound " << kMostTurnsPerQuestion
      << "), a conversation " << proof.talks.longest << " (bound "
      << MostTurns(*content) << ")\n";
  for (const std::string& broken : proof.talks.broken) {
    out << "BROKEN  " << broken << "\n";
  }
  return proof.talks.broken_count == 0;
}

bool PrintWording(const Content& content, std::ostream& out) {
  const std::vector<std::string> lost = LostWarnings(content);
  if (lost.empty()) {
    out << "spoken and short forms keep every warning, in "
        << content.locales().size() << " locales\n";
  }
  for (const std::string& line : lost) out << "LOST  " << line << "\n";
  return lost.empty();
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
      << " refused by loader or floor, " << report->broken
      << " caught by the proof, " << report->never_milder.size()
      << " milder for no set of answers, " << report->survivors.size()
      << " survive\n";
  for (const std::string& name : report->never_milder) {
    out << "  never milder: " << name << "\n";
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
  bool sound = PrintProof(loaded.content, *compiled, out);
  sound &= PrintDialog(loaded.content, *compiled, out);
  sound &= PrintWording(content, out);
  sound &= PrintAgreement(content, *compiled, options, out);
  if (options.mutate) sound &= PrintMutations(texts, *written, out);
  out << "This proves what follows from recorded answers, not that every "
         "answer is heard as it was meant.\n"
      << (sound ? "proved\n" : "NOT PROVED\n");
  return sound ? 0 : 1;
}

}  // namespace firstvisit
