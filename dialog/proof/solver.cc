// Method: every gate in use gets a name and a definition, so that each literal
// of the circuit is a literal for Z3 and its plain SAT core with counting
// ("QF_FD") does the work. Z3's exceptions end here. Tests: circuit_test.cc.

#include "dialog/proof/solver.h"

#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "z3++.h"

namespace firstvisit {

struct Solver::Engine {
  explicit Engine(const Circuit& c) : circuit(c), solver(context, "QF_FD") {}

  // The literal's name in Z3; defines what it hangs on first.
  z3::expr Name(Lit literal) {
    Define(Circuit::NodeOf(literal));
    const z3::expr name = names[Circuit::NodeOf(literal)];
    return Circuit::Negated(literal) ? !name : name;
  }

  void Define(int node) {
    while (names.size() < static_cast<unsigned>(circuit.size())) {
      names.push_back(
          context.bool_const(absl::StrCat("n", names.size()).c_str()));
      defined.push_back(false);
    }
    std::vector<int> todo = {node};
    while (!todo.empty()) {
      const int next = todo.back();
      todo.pop_back();
      if (defined[next]) continue;
      defined[next] = true;
      const Circuit::Gate& gate = circuit.gate(next);
      if (next == 0) {
        solver.add(!names[0]);
      } else if (!gate.variable()) {
        solver.add(names[next] == (Plain(gate.left) && Plain(gate.right)));
        todo.push_back(Circuit::NodeOf(gate.left));
        todo.push_back(Circuit::NodeOf(gate.right));
      }
    }
  }

  z3::expr Plain(Lit literal) {
    const z3::expr name = names[Circuit::NodeOf(literal)];
    return Circuit::Negated(literal) ? !name : name;
  }

  z3::expr_vector Names(const std::vector<Lit>& literals) {
    z3::expr_vector named(context);
    for (Lit literal : literals) named.push_back(Name(literal));
    return named;
  }

  const Circuit& circuit;
  z3::context context;
  z3::solver solver;
  z3::expr_vector names{context};
  std::vector<bool> defined;
  std::unique_ptr<z3::model> model;
};

Solver::Solver(const Circuit& circuit)
    : engine_(std::make_unique<Engine>(circuit)) {}

Solver::~Solver() = default;

void Solver::Require(Lit literal) {
  engine_->solver.add(engine_->Name(literal));
}

void Solver::RequireOne(const std::vector<Lit>& literals) {
  const z3::expr_vector named = engine_->Names(literals);
  engine_->solver.add(z3::mk_or(named));
  engine_->solver.add(z3::atmost(named, 1));
}

absl::StatusOr<bool> Solver::Solve(const std::vector<Lit>& also) {
  return SolveWithAtMost(also, {}, 0);
}

absl::StatusOr<bool> Solver::SolveWithAtMost(const std::vector<Lit>& also,
                                             const std::vector<Lit>& counted,
                                             int limit) {
  try {
    z3::expr_vector assumptions = engine_->Names(also);
    const z3::expr_vector few = engine_->Names(counted);
    engine_->solver.push();
    if (!counted.empty()) {
      engine_->solver.add(z3::atmost(few, static_cast<unsigned>(limit)));
    }
    const z3::check_result result = engine_->solver.check(assumptions);
    if (result == z3::sat) {
      engine_->model = std::make_unique<z3::model>(engine_->solver.get_model());
    }
    engine_->solver.pop();
    if (result == z3::unknown) {
      return absl::InternalError("the solver gave up on a question");
    }
    return result == z3::sat;
  } catch (const z3::exception& failure) {
    return absl::InternalError(absl::StrCat("Z3: ", failure.msg()));
  }
}

bool Solver::Value(Lit literal) const {
  const z3::expr value =
      engine_->model->eval(engine_->names[Circuit::NodeOf(literal)], true);
  return value.is_true() != Circuit::Negated(literal);
}

}  // namespace firstvisit
