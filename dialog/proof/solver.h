// Looks for an assignment of a circuit's variables. The search is Z3's.
//
//   Solver solver(circuit);
//   solver.Require(claim_broken);
//   absl::StatusOr<bool> found = solver.Solve({});
//   if (*found) … solver.Value(variable) …
//
// The circuit must outlive the solver and may grow between calls. Not
// synchronised.

#ifndef FIRSTVISIT_DIALOG_PROOF_SOLVER_H_
#define FIRSTVISIT_DIALOG_PROOF_SOLVER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "dialog/proof/circuit.h"

namespace firstvisit {

class Solver {
 public:
  explicit Solver(const Circuit& circuit);
  ~Solver();
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  // From now on it holds.
  void Require(Lit literal);
  // From now on exactly one of them holds.
  void RequireOne(const std::vector<Lit>& literals);

  // Whether there is an assignment under which all that is required and all of
  // `also` hold, and at most `limit` of `counted`. INTERNAL: the solver gave
  // up.
  absl::StatusOr<bool> Solve(const std::vector<Lit>& also);
  absl::StatusOr<bool> SolveWithAtMost(const std::vector<Lit>& also,
                                       const std::vector<Lit>& counted,
                                       int limit);

  // In the assignment that the last successful Solve found.
  bool Value(Lit literal) const;

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_SOLVER_H_
