// Method: both contents encoded over the same answers, cut at the thresholds of
// both; Z3 looks for answers under which some outcome differs.

#include "dialog/proof/equivalence.h"

#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "dialog/proof/answer_space.h"
#include "dialog/proof/circuit.h"
#include "dialog/proof/content_encoding.h"
#include "dialog/proof/solver.h"

namespace firstvisit {
namespace {

absl::Status Comparable(const Content& one, const Content& other) {
  bool same = one.questions().size() == other.questions().size() &&
              one.limits().size() == other.limits().size() &&
              one.advice().size() == other.advice().size();
  for (size_t i = 0; same && i < one.questions().size(); ++i) {
    same = one.questions()[i].id() == other.questions()[i].id() &&
           one.questions()[i].choices == other.questions()[i].choices;
  }
  for (size_t i = 0; same && i < one.limits().size(); ++i) {
    same = one.limits()[i].id == other.limits()[i].id;
  }
  for (size_t i = 0; same && i < one.advice().size(); ++i) {
    same = one.advice()[i].id == other.advice()[i].id;
  }
  if (same) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "the contents differ in their questions, limits or advice: only their "
      "rules can be compared over all answers");
}

Lit Differ(const std::vector<Lit>& a, const std::vector<Lit>& b,
           Circuit& circuit) {
  Lit differ = Circuit::kFalse;
  for (size_t i = 0; i < a.size(); ++i) {
    differ = circuit.Any(
        {differ, circuit.Without(a[i], b[i]), circuit.Without(b[i], a[i])});
  }
  return differ;
}

// What a person may be told or given.
std::vector<Lit> Effects(const Outcome& outcome,
                         const std::set<std::string>& agreements,
                         Circuit& circuit) {
  std::vector<Lit> effects = outcome.level_from;
  const auto add = [&](const std::vector<Lit>& literals) {
    effects.insert(effects.end(), literals.begin(), literals.end());
  };
  add(outcome.recorded_from);
  add({outcome.complete, outcome.cleared});
  add(outcome.forbidden);
  add(outcome.permitted);
  add(outcome.told);
  add(outcome.harmless);
  for (const std::string& id : agreements) {
    const auto named = outcome.agreement.find(id);
    effects.push_back(named == outcome.agreement.end()
                          ? Circuit::kFalse
                          : circuit.And(named->second, outcome.cleared));
  }
  return effects;
}

}  // namespace

absl::StatusOr<absl::optional<Answers>> Difference(const Content& one,
                                                   const Content& other) {
  const absl::Status comparable = Comparable(one, other);
  if (!comparable.ok()) return comparable;
  Cuts cuts(one.questions().size());
  cuts.Add(one);
  cuts.Add(other);
  const AnswerSpace space(one, cuts);
  Circuit circuit;
  ContentEncoding first(one, space, circuit);
  ContentEncoding second(other, space, circuit);
  const GivenAnswers given = first.NewAnswers();
  const Outcome before = first.Encode(given);
  const Outcome after = second.Encode(given);
  std::set<std::string> agreements;
  for (const Outcome* outcome : {&before, &after}) {
    for (const auto& entry : outcome->agreement) agreements.insert(entry.first);
  }
  Solver solver(circuit);
  for (const std::vector<Lit>& classes : given) solver.RequireOne(classes);
  const absl::StatusOr<bool> differ =
      solver.Solve({Differ(Effects(before, agreements, circuit),
                           Effects(after, agreements, circuit), circuit)});
  if (!differ.ok()) return differ.status();
  if (!*differ) return absl::optional<Answers>();
  Answers answers(given.size());
  for (size_t i = 0; i < given.size(); ++i) {
    for (size_t c = 0; c < given[i].size(); ++c) {
      if (solver.Value(given[i][c])) {
        answers[i] = space.classes(static_cast<QuestionIndex>(i))[c];
      }
    }
  }
  return absl::optional<Answers>(std::move(answers));
}

}  // namespace firstvisit
