// Method: engine and floor as one circuit over the classes of answers; for each
// claim Z3 looks for answers under which it is broken. "Not found" is the
// proof. A claim about two sets of answers encodes the engine a second time
// with one question's answer free. Tests: prover_test.cc, mutation_test.cc.

#include "dialog/proof/prover.h"

#include <set>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

Cuts CutsOf(const Content& content, const Floor& floor) {
  Cuts cuts(content.questions().size());
  cuts.Add(content);
  floor.AddTo(cuts);
  return cuts;
}

void Mention(const Condition& condition, std::set<QuestionIndex>& scope) {
  scope.insert(condition.mentions().begin(), condition.mentions().end());
}

// What opens, settles or judges the question itself.
void Widen(const Question& question, std::set<QuestionIndex>& scope) {
  Mention(question.ask_when, scope);
  Mention(question.harmless, scope);
  for (const Implied& implied : question.implied) Mention(implied.when, scope);
  if (question.follow_up_of != kNoQuestion) {
    scope.insert(question.follow_up_of);
  }
}

}  // namespace

std::vector<QuestionIndex> SafetyScope(const Content& content,
                                       const Floor& floor) {
  std::set<QuestionIndex> scope = floor.mentions();
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      Mention(rule.when, scope);
      Mention(rule.unless, scope);
    }
  }
  for (size_t i = 0; i < content.questions().size(); ++i) {
    const Question& question = content.questions()[i];
    const QuestionIndex flag = question.follow_up_of;
    if (question.spec.safety() ||
        (flag != kNoQuestion && content.questions()[flag].spec.safety())) {
      scope.insert(static_cast<QuestionIndex>(i));
    }
  }
  for (size_t before = 0; before != scope.size();) {
    before = scope.size();
    const std::set<QuestionIndex> now = scope;
    for (QuestionIndex question : now) {
      Widen(content.questions()[question], scope);
    }
  }
  return {scope.begin(), scope.end()};
}

Prover::Prover(const Content& content, const Floor& floor)
    : content_(content),
      floor_(floor),
      space_(content, CutsOf(content, floor)),
      encoding_(content, space_, circuit_),
      given_(encoding_.NewAnswers()),
      outcome_(encoding_.Encode(given_)),
      scope_(SafetyScope(content, floor)),
      solver_(circuit_) {
  for (const std::vector<Lit>& classes : given_) solver_.RequireOne(classes);
  NoteTelling();
  MakeGoals();
}

double Prover::Cases() const {
  double cases = 1;
  for (QuestionIndex question : scope_) {
    cases *= static_cast<double>(space_.classes(question).size());
  }
  return cases;
}

double Prover::StandsFor() const {
  double sets = 1;
  for (QuestionIndex question : scope_) sets *= space_.Stands(question);
  return sets;
}

void Prover::MakeGoals() {
  goals_.push_back({"settling",
                    "settling the answers comes to an end",
                    Circuit::Not(outcome_.settled),
                    kNoQuestion,
                    {}});
  for (const Claim& claim :
       ClaimsOf(floor_, content_, space_, given_, outcome_, circuit_)) {
    goals_.push_back({claim.name, claim.says, claim.broken, kNoQuestion, {}});
  }
}

// They take longer to make than most are to answer, and are made when needed.
void Prover::MakePairGoals() {
  if (pairs_made_) return;
  pairs_made_ = true;
  for (const Floor::Order& order : floor_.orders()) AddMonotone(order);
  for (QuestionIndex question : scope_) AddNothingLifts(question);
}

Prover::Goal Prover::Changed(QuestionIndex question, GivenAnswers& other) {
  other = given_;
  for (Lit& literal : other[question]) literal = circuit_.NewVariable();
  solver_.RequireOne(other[question]);
  Goal goal;
  goal.changed = question;
  goal.changed_to = other[question];
  return goal;
}

void Prover::AddMonotone(const Floor::Order& order) {
  GivenAnswers worse;
  Goal goal = Changed(order.question, worse);
  const Outcome outcome = encoding_.Encode(worse);
  Lit lower = Circuit::kFalse;
  for (size_t level = 0; level < outcome.level_from.size(); ++level) {
    lower = circuit_.Or(lower, circuit_.Without(outcome_.level_from[level],
                                                outcome.level_from[level]));
  }
  goal.name =
      absl::StrCat("monotone ", content_.questions()[order.question].id());
  goal.says = "a worse answer never lowers the level";
  goal.broken = circuit_.And(
      lower, Worse(order, given_[order.question], worse[order.question]));
  goals_.push_back(std::move(goal));
}

Lit Prover::Worse(const Floor::Order& order, const std::vector<Lit>& from,
                  const std::vector<Lit>& to) {
  const auto doubt = [&](const std::vector<Lit>& is) {
    return circuit_.Or(is[AnswerSpace::kUnsure], is[AnswerSpace::kDeclined]);
  };
  const Lit mild = OneOf(order.mild, order.question, from);
  const Lit bad = OneOf(order.bad, order.question, to);
  const Lit doubt_to_bad =
      circuit_.All({doubt(from), bad, FollowUpsUnknown(order.question)});
  Lit worse =
      circuit_.Any({circuit_.And(mild, circuit_.Or(doubt(to), bad)),
                    circuit_.And(doubt(from), doubt(to)), doubt_to_bad});
  if (order.number == content::v1::Order::DIRECTION_UNSPECIFIED) return worse;
  const bool more = order.number == content::v1::Order::MORE_IS_WORSE;
  const std::vector<Answer>& classes = space_.classes(order.question);
  for (size_t a = AnswerSpace::kFirstValue; a < classes.size(); ++a) {
    Lit beyond = Circuit::kFalse;
    for (size_t b = AnswerSpace::kFirstValue; b < classes.size(); ++b) {
      const Answer& less = more ? classes[a] : classes[b];
      const Answer& greater = more ? classes[b] : classes[a];
      if (less.low <= greater.low && less.high <= greater.high) {
        beyond = circuit_.Or(beyond, to[b]);
      }
    }
    worse = circuit_.Or(worse, circuit_.And(from[a], beyond));
  }
  return worse;
}

// Every follow-up that the question's answer calls for is unsure or declined.
Lit Prover::FollowUpsUnknown(QuestionIndex flag) {
  Lit unknown = Circuit::kTrue;
  for (const Floor::FollowUp& follow_up : floor_.follow_ups()) {
    const bool follows = absl::c_any_of(
        follow_up.flag,
        [&](const FloorPart& part) { return part.question == flag; });
    if (!follows) continue;
    const std::vector<Lit>& is = given_[follow_up.question];
    unknown = circuit_.And(unknown, circuit_.Or(is[AnswerSpace::kUnsure],
                                                is[AnswerSpace::kDeclined]));
  }
  return unknown;
}

Lit Prover::OneOf(const std::vector<FloorPart>& parts, QuestionIndex question,
                  const std::vector<Lit>& is) {
  const std::vector<Answer>& classes = space_.classes(question);
  Lit one = Circuit::kFalse;
  for (size_t c = AnswerSpace::kFirstValue; c < classes.size(); ++c) {
    if (absl::c_any_of(parts, [&](const FloorPart& part) {
          return KnownToHold(part, classes[c]);
        })) {
      one = circuit_.Or(one, is[c]);
    }
  }
  return one;
}

// A precaution that stands still stands when an answer is taken away or becomes
// doubtful, unless other answers settle the question.
void Prover::AddNothingLifts(QuestionIndex question) {
  GivenAnswers without;
  Goal goal = Changed(question, without);
  const Outcome outcome = encoding_.Encode(without);
  Lit lifted = Circuit::kFalse;
  for (size_t p = 0; p < outcome.standing.size(); ++p) {
    lifted = circuit_.Or(
        lifted, circuit_.Without(outcome_.standing[p], outcome.standing[p]));
  }
  const std::vector<Lit>& is = without[question];
  goal.name =
      absl::StrCat("nothing lifts ", content_.questions()[question].id());
  goal.says =
      "unasked, unsure or declined lifts nothing that a precaution forbids";
  goal.broken = circuit_.All(
      {lifted, outcome.as_given[question],
       circuit_.Any({is[AnswerSpace::kOpen], is[AnswerSpace::kUnsure],
                     is[AnswerSpace::kDeclined]})});
  goals_.push_back(std::move(goal));
}

absl::StatusOr<Proof> Prover::Prove() {
  MakePairGoals();
  Proof proof;
  for (const Goal& goal : goals_) {
    const absl::StatusOr<bool> broken = solver_.Solve({goal.broken});
    if (!broken.ok()) return broken.status();
    if (!*broken) {
      proof.held.push_back(goal.name);
      continue;
    }
    absl::StatusOr<ProofFailure> failure = Smallest(goal);
    if (!failure.ok()) return failure.status();
    proof.failures.push_back(*std::move(failure));
  }
  return proof;
}

absl::StatusOr<bool> Prover::Breaks() {
  std::vector<Lit> broken;
  for (const Goal& goal : goals_) broken.push_back(goal.broken);
  return solver_.Solve({circuit_.Any(broken)});
}

absl::StatusOr<bool> Prover::BreaksBetweenTwo() {
  MakePairGoals();
  return Breaks();
}

// Fewest answers that tell something, then fewest answers.
absl::StatusOr<ProofFailure> Prover::Smallest(const Goal& goal) {
  std::vector<Lit> also = {goal.broken};
  std::vector<Lit> answered;
  for (size_t i = 0; i < given_.size(); ++i) {
    answered.push_back(Circuit::Not(given_[i][AnswerSpace::kOpen]));
  }
  int least = -1;
  absl::StatusOr<bool> found = false;
  while (!*found) {
    found = solver_.SolveWithAtMost(also, telling_, ++least);
    if (!found.ok()) return found.status();
  }
  // What tells stays at `least` while `answered` is brought down.
  for (Lit literal : telling_) {
    if (!solver_.Value(literal)) also.push_back(Circuit::Not(literal));
  }
  int low = 0, high = static_cast<int>(answered.size());
  while (low < high) {
    const int middle = (low + high) / 2;
    found = solver_.SolveWithAtMost(also, answered, middle);
    if (!found.ok()) return found.status();
    (*found ? high : low) = *found ? middle : middle + 1;
  }
  found = solver_.SolveWithAtMost(also, answered, high);
  if (!found.ok()) return found.status();
  ProofFailure failure = {goal.name, goal.says, Read(), absl::nullopt};
  for (size_t c = 0; c < goal.changed_to.size(); ++c) {
    if (!solver_.Value(goal.changed_to[c])) continue;
    failure.changed =
        std::make_pair(goal.changed, space_.classes(goal.changed)[c]);
  }
  return failure;
}

void Prover::NoteTelling() {
  for (size_t i = 0; i < given_.size(); ++i) {
    telling_.push_back(Circuit::Not(given_[i][AnswerSpace::kOpen]));
  }
  for (const Floor::Required& required : floor_.required()) {
    Lit& telling = telling_[required.question];
    telling = circuit_.Without(
        telling,
        OneOf(required.harmless, required.question, given_[required.question]));
  }
}

Answers Prover::Read() const {
  Answers answers(content_.questions().size());
  for (size_t i = 0; i < given_.size(); ++i) {
    for (size_t c = 0; c < given_[i].size(); ++c) {
      if (solver_.Value(given_[i][c])) {
        answers[i] = space_.classes(static_cast<QuestionIndex>(i))[c];
      }
    }
  }
  return answers;
}

}  // namespace firstvisit
