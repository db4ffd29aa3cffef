#include "dialog/proof/circuit.h"

#include <cstdint>
#include <vector>

#include "dialog/proof/solver.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

// Bit n of these is what a and b are in row n of a truth table.
constexpr std::uint64_t kA = 0b1100;
constexpr std::uint64_t kB = 0b1010;

TEST(CircuitTest, ConnectivesHaveTheirTruthTables) {
  Circuit circuit;
  const Lit a = circuit.NewVariable(), b = circuit.NewVariable();
  const Lit both = circuit.And(a, b), either = circuit.Or(a, b);
  const Lit only_a = circuit.Without(a, b);
  std::vector<std::uint64_t> values(circuit.size());
  values[Circuit::NodeOf(a)] = kA;
  values[Circuit::NodeOf(b)] = kB;
  circuit.Evaluate(values);
  EXPECT_EQ(Circuit::ValueOf(both, values) & 15, 0b1000u);
  EXPECT_EQ(Circuit::ValueOf(either, values) & 15, 0b1110u);
  EXPECT_EQ(Circuit::ValueOf(only_a, values) & 15, 0b0100u);
  EXPECT_EQ(Circuit::ValueOf(Circuit::kTrue, values) & 15, 15u);
}

TEST(CircuitTest, TheSameFormulaIsBuiltOnce) {
  Circuit circuit;
  const Lit a = circuit.NewVariable(), b = circuit.NewVariable();
  EXPECT_EQ(circuit.And(a, b), circuit.And(b, a));
  EXPECT_EQ(circuit.And(a, Circuit::Not(a)), Circuit::kFalse);
  EXPECT_EQ(circuit.All({}), Circuit::kTrue);
  EXPECT_EQ(circuit.Any({}), Circuit::kFalse);
}

TEST(SolverTest, FindsWhatThereIsAndNothingElse) {
  Circuit circuit;
  const Lit a = circuit.NewVariable(), b = circuit.NewVariable();
  Solver solver(circuit);
  solver.RequireOne({a, b});
  EXPECT_TRUE(*solver.Solve({Circuit::Not(a)}));
  EXPECT_TRUE(solver.Value(b));
  EXPECT_FALSE(solver.Value(a));
  EXPECT_FALSE(*solver.Solve({circuit.And(a, b)}));
  EXPECT_FALSE(*solver.Solve({circuit.And(Circuit::Not(a), Circuit::Not(b))}));
}

TEST(SolverTest, CountsAndTakesTheLimitBack) {
  Circuit circuit;
  std::vector<Lit> three;
  for (int i = 0; i < 3; ++i) three.push_back(circuit.NewVariable());
  Solver solver(circuit);
  const Lit two = circuit.And(three[0], three[2]);
  EXPECT_FALSE(*solver.SolveWithAtMost({two}, three, 1));
  EXPECT_TRUE(*solver.SolveWithAtMost({two}, three, 2));
  EXPECT_FALSE(solver.Value(three[1]));
  EXPECT_TRUE(*solver.Solve({circuit.All(three)}));
}

}  // namespace
}  // namespace firstvisit
