// Tests: circuit_test.cc.

#include "dialog/proof/circuit.h"

#include <algorithm>

namespace firstvisit {

Lit Circuit::NewVariable() {
  gates_.push_back({-1, -1});
  return 2 * (size() - 1);
}

Lit Circuit::And(Lit a, Lit b) {
  if (a > b) std::swap(a, b);
  if (a == kFalse || a == Not(b)) return kFalse;
  if (a == kTrue || a == b) return b;
  const auto [place, fresh] = known_.try_emplace({a, b}, 2 * size());
  if (fresh) gates_.push_back({a, b});
  return place->second;
}

Lit Circuit::All(const std::vector<Lit>& literals) {
  Lit all = kTrue;
  for (Lit literal : literals) all = And(all, literal);
  return all;
}

Lit Circuit::Any(const std::vector<Lit>& literals) {
  Lit any = kFalse;
  for (Lit literal : literals) any = Or(any, literal);
  return any;
}

void Circuit::Evaluate(std::vector<std::uint64_t>& values) const {
  values[0] = 0;
  for (int node = 1; node < size(); ++node) {
    const Gate& gate = gates_[node];
    if (gate.variable()) continue;
    values[node] = ValueOf(gate.left, values) & ValueOf(gate.right, values);
  }
}

}  // namespace firstvisit
