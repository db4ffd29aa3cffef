// Proves that no recorded answers lead past the floor, or finds the answers
// that do.
//
//   Prover prover(content, floor);
//   absl::StatusOr<Proof> proof = prover.Prove();
//   if (!proof->failures.empty()) … proof->failures[0].answers …
//
// All questions that bear on safety are free at once: every value, every class
// of interval, unsure, declined, not asked. It proves what follows from
// recorded answers, not the hearing. Content and floor must outlive it.

#ifndef FIRSTVISIT_DIALOG_PROOF_PROVER_H_
#define FIRSTVISIT_DIALOG_PROOF_PROVER_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/proof/answer_space.h"
#include "dialog/proof/circuit.h"
#include "dialog/proof/content_encoding.h"
#include "dialog/proof/floor.h"
#include "dialog/proof/floor_claims.h"
#include "dialog/proof/solver.h"

namespace firstvisit {

// A claim that does not hold, with the smallest answers that show it: fewest
// that are not harmless, then fewest at all.
struct ProofFailure {
  std::string claim;
  std::string says;
  Answers answers;
  // For a claim about two sets of answers: the one that differs in the second.
  absl::optional<std::pair<QuestionIndex, Answer>> changed;
};

struct Proof {
  std::vector<std::string> held;
  std::vector<ProofFailure> failures;
};

class Prover {
 public:
  Prover(const Content& content, const Floor& floor);

  // Every claim, one by one.
  absl::StatusOr<Proof> Prove();
  // Whether some claim about one set of answers is broken, and about two; stops
  // at the first.
  absl::StatusOr<bool> Breaks();
  absl::StatusOr<bool> BreaksBetweenTwo();

  // The questions that bear on safety, in content order.
  const std::vector<QuestionIndex>& scope() const { return scope_; }
  // How many combinations of classes are covered, and how many different sets
  // of recorded answers these stand for.
  double Cases() const;
  double StandsFor() const;
  const AnswerSpace& space() const { return space_; }

 private:
  // A claim about one set of answers, or about two that differ in a question.
  struct Goal {
    std::string name;
    std::string says;
    Lit broken;
    QuestionIndex changed = kNoQuestion;
    std::vector<Lit> changed_to;  // by class
  };

  // About one set of answers; about two.
  void MakeGoals();
  void MakePairGoals();
  void AddMonotone(const Floor::Order& order);
  void AddNothingLifts(QuestionIndex question);
  Goal Changed(QuestionIndex question, GivenAnswers& other);
  Lit Worse(const Floor::Order& order, const std::vector<Lit>& from,
            const std::vector<Lit>& to);
  Lit FollowUpsUnknown(QuestionIndex flag);
  Lit OneOf(const std::vector<FloorPart>& parts, QuestionIndex question,
            const std::vector<Lit>& is);
  absl::StatusOr<ProofFailure> Smallest(const Goal& goal);
  void NoteTelling();
  Answers Read() const;

  const Content& content_;
  const Floor& floor_;
  const AnswerSpace space_;
  Circuit circuit_;
  ContentEncoding encoding_;
  const GivenAnswers given_;
  const Outcome outcome_;
  std::vector<QuestionIndex> scope_;
  Solver solver_;
  std::vector<Goal> goals_;
  bool pairs_made_ = false;
  std::vector<Lit> telling_;  // by question: answered, and not harmless
};

// The questions that bear on safety: those that the floor, a precaution, or
// what opens or settles one of these looks at.
std::vector<QuestionIndex> SafetyScope(const Content& content,
                                       const Floor& floor);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_PROVER_H_
