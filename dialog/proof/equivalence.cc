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

// What a person may be told or given; where it does not hold the outcome is the
// milder one.
std::vector<Lit> Strictness(const Outcome& outcome,
                            const std::set<std::string>& agreements,
                            Circuit& circuit) {
  std::vector<Lit> strict = outcome.level_from;
  const auto add = [&](const std::vector<Lit>& literals) {
    strict.insert(strict.end(), literals.begin(), literals.end());
  };
  const auto add_negated = [&](const std::vector<Lit>& literals) {
    for (Lit literal : literals) strict.push_back(Circuit::Not(literal));
  };
  add(outcome.recorded_from);
  add(outcome.forbidden);
  add(outcome.told);
  add_negated({outcome.complete, outcome.cleared});
  add_negated(outcome.permitted);
  add_negated(outcome.harmless);
  for (const std::string& id : agreements) {
    const auto named = outcome.agreement.find(id);
    // Without a plan nobody need agree to it.
    strict.push_back(circuit.Or(
        Circuit::Not(outcome.cleared),
        named == outcome.agreement.end() ? Circuit::kFalse : named->second));
  }
  return strict;
}

// Some of `a` holds where its counterpart in `b` does not.
Lit SomeBeyond(const std::vector<Lit>& a, const std::vector<Lit>& b,
               Circuit& circuit) {
  Lit beyond = Circuit::kFalse;
  for (size_t i = 0; i < a.size(); ++i) {
    beyond = circuit.Or(beyond, circuit.Without(a[i], b[i]));
  }
  return beyond;
}

absl::StatusOr<absl::optional<Answers>> Find(const Content& one,
                                             const Content& other,
                                             bool either_way) {
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
  const std::vector<Lit> first_strict = Strictness(before, agreements, circuit);
  const std::vector<Lit> second_strict = Strictness(after, agreements, circuit);
  Lit sought = SomeBeyond(first_strict, second_strict, circuit);
  if (either_way) {
    sought =
        circuit.Or(sought, SomeBeyond(second_strict, first_strict, circuit));
  }
  const absl::StatusOr<bool> differ = solver.Solve({sought});
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

}  // namespace

absl::StatusOr<absl::optional<Answers>> Difference(const Content& one,
                                                   const Content& other) {
  return Find(one, other, /*either_way=*/true);
}

absl::StatusOr<absl::optional<Answers>> Milder(const Content& original,
                                               const Content& changed) {
  return Find(original, changed, /*either_way=*/false);
}

}  // namespace firstvisit
