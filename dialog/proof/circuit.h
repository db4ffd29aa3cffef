// Formulas over yes/no variables, each distinct one built once.
//
//   Circuit circuit;
//   Lit a = circuit.NewVariable(), b = circuit.NewVariable();
//   Lit c = circuit.Or(a, circuit.And(b, Circuit::Not(a)));
//
// The same formulas are handed to a solver (solver.h), which looks for an
// assignment, and are computed for given assignments, 64 at a time:
//
//   std::vector<std::uint64_t> values(circuit.size());
//   values[Circuit::NodeOf(a)] = …;          // one bit per assignment
//   circuit.Evaluate(values);
//   Circuit::ValueOf(c, values)
//
// Grows only; not synchronised.

#ifndef FIRSTVISIT_DIALOG_PROOF_CIRCUIT_H_
#define FIRSTVISIT_DIALOG_PROOF_CIRCUIT_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace firstvisit {

// A node of a circuit, or its negation: node * 2 + (negated ? 1 : 0).
using Lit = int;

class Circuit {
 public:
  static constexpr Lit kFalse = 0;
  static constexpr Lit kTrue = 1;

  // Node 0 is the constant false.
  Circuit() : gates_(1, Gate{kFalse, kFalse}) {}

  // An "and" of two literals. A variable has no inputs: left == -1.
  struct Gate {
    Lit left;
    Lit right;
    bool variable() const { return left < 0; }
  };

  Lit NewVariable();
  static Lit Not(Lit a) { return a ^ 1; }
  Lit And(Lit a, Lit b);
  Lit Or(Lit a, Lit b) { return Not(And(Not(a), Not(b))); }
  // Of none: true for All, false for Any.
  Lit All(const std::vector<Lit>& literals);
  Lit Any(const std::vector<Lit>& literals);
  // `a` and not `b`.
  Lit Without(Lit a, Lit b) { return And(a, Not(b)); }

  static int NodeOf(Lit a) { return a >> 1; }
  static bool Negated(Lit a) { return (a & 1) != 0; }

  int size() const { return static_cast<int>(gates_.size()); }
  const Gate& gate(int node) const { return gates_[node]; }

  // Fills in every gate from the variables; `values` has size() entries.
  void Evaluate(std::vector<std::uint64_t>& values) const;
  static std::uint64_t ValueOf(Lit a,
                               const std::vector<std::uint64_t>& values) {
    return Negated(a) ? ~values[NodeOf(a)] : values[NodeOf(a)];
  }

 private:
  std::vector<Gate> gates_;  // inputs come before their gate
  absl::flat_hash_map<std::pair<Lit, Lit>, Lit> known_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_CIRCUIT_H_
