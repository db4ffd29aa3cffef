// The conditions of ContentEncoding: Kleene truth, and grades at the worse end.

#include "absl/algorithm/container.h"
#include "dialog/proof/content_encoding.h"

namespace firstvisit {
namespace {

using Op = Condition::Op;
using Node = Condition::Node;

bool Chosen(const Node& node, const Answer& answer) {
  return (node.choices >> answer.choice & 1) != 0;
}

bool Satisfies(const Node& node, double number) {
  switch (node.op) {
    case Op::kLess:
      return number < node.number;
    case Op::kLessOrEqual:
      return number <= node.number;
    case Op::kGreater:
      return number > node.number;
    default:
      return number >= node.number;
  }
}

bool Has(const Answer& answer) {
  return answer.kind == Answer::Kind::kChoice ||
         answer.kind == Answer::Kind::kInterval ||
         answer.kind == Answer::Kind::kText;
}

// The comparison holds for the answer, which has a value: for all of an
// interval, or at one of its ends.
bool HoldsWholly(const Node& node, const Answer& answer) {
  if (node.op == Op::kIsOneOf) return Chosen(node, answer);
  return Satisfies(node, answer.low) && Satisfies(node, answer.high);
}

bool HoldsSomewhere(const Node& node, const Answer& answer) {
  if (node.op == Op::kIsOneOf) return Chosen(node, answer);
  return Satisfies(node, answer.low) || Satisfies(node, answer.high);
}

bool Joins(Op op) { return op == Op::kAnd || op == Op::kOr; }

}  // namespace

ContentEncoding::Kleene ContentEncoding::Known(const Condition& condition,
                                               const Settled& answers) {
  if (condition.always()) return {Circuit::kTrue, Circuit::kFalse};
  return KnownAt(condition.nodes(), 0, answers);
}

ContentEncoding::Kleene ContentEncoding::KnownAt(const std::vector<Node>& nodes,
                                                 int at,
                                                 const Settled& answers) {
  const Node& node = nodes[at];
  if (node.op == Op::kNot) {
    const Kleene inner = KnownAt(nodes, at + 1, answers);
    return {inner.no, inner.yes};
  }
  if (!Joins(node.op)) return KnownLeaf(node, answers);
  const bool all = node.op == Op::kAnd;
  Kleene joined = all ? Kleene{Circuit::kTrue, Circuit::kFalse}
                      : Kleene{Circuit::kFalse, Circuit::kTrue};
  for (int child = at + 1; child < node.end; child = nodes[child].end) {
    const Kleene part = KnownAt(nodes, child, answers);
    joined.yes = all ? circuit_.And(joined.yes, part.yes)
                     : circuit_.Or(joined.yes, part.yes);
    joined.no = all ? circuit_.Or(joined.no, part.no)
                    : circuit_.And(joined.no, part.no);
  }
  return joined;
}

ContentEncoding::Kleene ContentEncoding::KnownLeaf(const Node& node,
                                                   const Settled& answers) {
  if (node.op == Op::kNever) return {Circuit::kFalse, Circuit::kTrue};
  const std::vector<Answer>& classes = space_.classes(node.question);
  const std::vector<Lit>& is = answers[node.question];
  Kleene known = {Circuit::kFalse, is.back()};
  for (size_t c = 0; c < classes.size(); ++c) {
    bool yes = false, no = false;
    if (node.op == Op::kAnswered) {
      yes = Has(classes[c]);
      no = classes[c].doubtful();
    } else if (Has(classes[c])) {
      yes = HoldsWholly(node, classes[c]);
      no = !HoldsSomewhere(node, classes[c]);
    }
    if (yes) known.yes = circuit_.Or(known.yes, is[c]);
    if (no) known.no = circuit_.Or(known.no, is[c]);
  }
  return known;
}

ContentEncoding::Graded ContentEncoding::Judge(const Condition& condition,
                                               const Settled& answers) {
  if (condition.always()) {
    Graded always(static_cast<int>(Grade::kTrue) + 1, Circuit::kFalse);
    always.back() = Circuit::kTrue;
    return always;
  }
  return JudgeAt(condition.nodes(), 0, answers);
}

ContentEncoding::Graded ContentEncoding::JudgeAt(const std::vector<Node>& nodes,
                                                 int at,
                                                 const Settled& answers) {
  const Node& node = nodes[at];
  if (!Joins(node.op)) return JudgeLeaf(node, answers);
  std::vector<Graded> parts;
  for (int child = at + 1; child < node.end; child = nodes[child].end) {
    parts.push_back(JudgeAt(nodes, child, answers));
  }
  return Join(node.op, parts);
}

ContentEncoding::Graded ContentEncoding::JudgeLeaf(const Node& node,
                                                   const Settled& answers) {
  Graded graded(static_cast<int>(Grade::kTrue) + 1, Circuit::kFalse);
  if (node.op == Op::kNever) {
    graded[static_cast<int>(Grade::kFalse)] = Circuit::kTrue;
    return graded;
  }
  const std::vector<Answer>& classes = space_.classes(node.question);
  const std::vector<Lit>& is = answers[node.question];
  graded[static_cast<int>(Grade::kFalse)] = is.back();
  for (size_t c = 0; c < classes.size(); ++c) {
    Grade grade = Grade::kOpen;
    if (classes[c].doubtful()) {
      grade = Grade::kDoubtful;
    } else if (Has(classes[c])) {
      grade = HoldsSomewhere(node, classes[c]) ? Grade::kTrue : Grade::kFalse;
    }
    Lit& at = graded[static_cast<int>(grade)];
    at = circuit_.Or(at, is[c]);
  }
  return graded;
}

// "or": the worst part. "and": ruled out by one part, open through one part;
// else doubtful or true where all parts agree, and probable where they do not.
ContentEncoding::Graded ContentEncoding::Join(
    Op op, const std::vector<Graded>& parts) {
  const auto at = [](const Graded& graded, Grade grade) {
    return graded[static_cast<int>(grade)];
  };
  const auto any = [&](Grade grade) {
    Lit found = Circuit::kFalse;
    for (const Graded& part : parts) {
      found = circuit_.Or(found, at(part, grade));
    }
    return found;
  };
  const auto all = [&](Grade grade) {
    Lit found = Circuit::kTrue;
    for (const Graded& part : parts) {
      found = circuit_.And(found, at(part, grade));
    }
    return found;
  };
  Graded joined;
  if (op == Op::kOr) {
    Lit worse = Circuit::kFalse;
    for (Grade grade : {Grade::kTrue, Grade::kProbable, Grade::kDoubtful,
                        Grade::kOpen, Grade::kFalse}) {
      const Lit some = any(grade);
      joined.insert(joined.begin(), circuit_.Without(some, worse));
      worse = circuit_.Or(worse, some);
    }
    return joined;
  }
  const Lit no = any(Grade::kFalse);
  const Lit open = circuit_.Without(any(Grade::kOpen), no);
  const Lit doubtful = all(Grade::kDoubtful);
  const Lit yes = all(Grade::kTrue);
  const Lit probable = Circuit::Not(circuit_.Any({no, open, doubtful, yes}));
  return {no, open, doubtful, probable, yes};
}

}  // namespace firstvisit
