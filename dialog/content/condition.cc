// Both evaluations walk the tree in its prefix order; no node is visited twice,
// and what can alter nothing any more is not visited at all.
// What decided a value is found by going down into the parts that agree with
// the whole; that is for reasons, after a turn's work, and not for speed.
// Tests: condition_test.cc, which tries every combination of answers to two
// questions against the definitions; the parser: condition_parser_test.cc.

#include "dialog/content/condition.h"

#include <algorithm>
#include <utility>

namespace firstvisit {
namespace {

// Not `answered`, which the two evaluations take differently.
bool Compares(Condition::Op op) {
  return op >= Condition::Op::kIsOneOf && op <= Condition::Op::kGreaterOrEqual;
}

bool Matches(std::uint32_t choices, const Answer& answer) {
  return answer.choice >= 0 && ((choices >> answer.choice) & 1u) != 0;
}

Truth FromBool(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

// One comparison with a threshold, from what its two ends say.
Truth Between(bool at_low, bool at_high) {
  if (at_low == at_high) return FromBool(at_low);
  return Truth::kUnknown;
}

Truth Not(Truth truth) {
  switch (truth) {
    case Truth::kTrue:
      return Truth::kFalse;
    case Truth::kFalse:
      return Truth::kTrue;
    case Truth::kUnknown:
      break;
  }
  return Truth::kUnknown;
}

// What "and" makes of two grades. Grades of three and more parts follow by
// taking them two by two.
Grade Both(Grade a, Grade b) {
  if (a == Grade::kFalse || b == Grade::kFalse) return Grade::kFalse;
  if (a == Grade::kOpen || b == Grade::kOpen) return Grade::kOpen;
  return a == b ? a : Grade::kProbable;
}

std::vector<QuestionIndex> EachOnce(std::vector<QuestionIndex> questions) {
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end()),
                  questions.end());
  return questions;
}

}  // namespace

inline Truth Condition::KnownLeaf(const Node& node, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::kMoot:
      return Truth::kFalse;
    case Answer::Kind::kOpen:
      return Truth::kUnknown;
    case Answer::Kind::kUnsure:
    case Answer::Kind::kDeclined:
      return node.op == Op::kAnswered ? Truth::kFalse : Truth::kUnknown;
    default:
      break;
  }
  switch (node.op) {
    case Op::kAnswered:
      return Truth::kTrue;
    case Op::kLess:
      return Between(answer.low < node.number, answer.high < node.number);
    case Op::kLessOrEqual:
      return Between(answer.low <= node.number, answer.high <= node.number);
    case Op::kGreater:
      return Between(answer.low > node.number, answer.high > node.number);
    case Op::kGreaterOrEqual:
      return Between(answer.low >= node.number, answer.high >= node.number);
    default:
      return FromBool(Matches(node.choices, answer));
  }
}

inline Grade Condition::JudgeLeaf(const Node& node, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::kMoot:
      return Grade::kFalse;
    case Answer::Kind::kOpen:
      return Grade::kOpen;
    case Answer::Kind::kUnsure:
    case Answer::Kind::kDeclined:
      return Grade::kDoubtful;
    default:
      break;
  }
  bool holds = false;
  switch (node.op) {
    case Op::kLess:
      holds = answer.low < node.number;
      break;
    case Op::kLessOrEqual:
      holds = answer.low <= node.number;
      break;
    case Op::kGreater:
      holds = answer.high > node.number;
      break;
    case Op::kGreaterOrEqual:
      holds = answer.high >= node.number;
      break;
    default:
      holds = Matches(node.choices, answer);
      break;
  }
  return holds ? Grade::kTrue : Grade::kFalse;
}

// A part of a combination: most are comparisons, which cost no further call.
inline Truth Condition::KnownPart(int at, const Answers& answers) const {
  const Node& node = nodes_[at];
  return Compares(node.op) ? KnownLeaf(node, answers[node.question])
                           : KnownAt(at, answers);
}

inline Grade Condition::JudgePart(int at, const Answers& answers) const {
  const Node& node = nodes_[at];
  return Compares(node.op) ? JudgeLeaf(node, answers[node.question])
                           : JudgeAt(at, answers);
}

Truth Condition::Known(const Answers& answers) const {
  return always() ? Truth::kTrue : KnownPart(0, answers);
}

Grade Condition::Judge(const Answers& answers) const {
  return always() ? Grade::kTrue : JudgePart(0, answers);
}

template <typename Value, typename Decides>
void Condition::AddDeciding(int at, const Value& value, const Decides& decides,
                            std::vector<QuestionIndex>& questions) const {
  const Node& node = nodes_[at];
  switch (node.op) {
    case Op::kAnd:
    case Op::kOr:
      for (int i = at + 1; i < node.end; i = nodes_[i].end) {
        if (decides(node.op, value(i), value(at))) {
          AddDeciding(i, value, decides, questions);
        }
      }
      return;
    case Op::kNot:
      return AddDeciding(at + 1, value, decides, questions);
    case Op::kNever:
      return;
    default:
      questions.push_back(node.question);
  }
}

std::vector<QuestionIndex> Condition::KnownBy(const Answers& answers) const {
  std::vector<QuestionIndex> questions;
  if (always()) return questions;
  AddDeciding(
      0, [&](int at) { return KnownAt(at, answers); },
      [](Op, Truth part, Truth whole) { return part == whole; }, questions);
  return EachOnce(std::move(questions));
}

std::vector<QuestionIndex> Condition::JudgedBy(const Answers& answers) const {
  std::vector<QuestionIndex> questions;
  if (always()) return questions;
  // Parts that are true and in doubt make a combination probable together.
  const auto decides = [](Op op, Grade part, Grade whole) {
    return part == whole || (op == Op::kAnd && whole == Grade::kProbable);
  };
  AddDeciding(
      0, [&](int at) { return JudgeAt(at, answers); }, decides, questions);
  return EachOnce(std::move(questions));
}

std::vector<Condition::Threshold> Condition::thresholds() const {
  std::vector<Threshold> thresholds;
  for (const Node& node : nodes_) {
    switch (node.op) {
      case Op::kLess:
      case Op::kLessOrEqual:
      case Op::kGreater:
      case Op::kGreaterOrEqual:
        thresholds.push_back({node.question, node.number});
        break;
      default:
        break;
    }
  }
  return thresholds;
}

Truth Condition::KnownAt(int at, const Answers& answers) const {
  const Node& node = nodes_[at];
  switch (node.op) {
    case Op::kAnd: {
      Truth truth = Truth::kTrue;
      for (int i = at + 1; i < node.end && truth != Truth::kFalse;
           i = nodes_[i].end) {
        truth = std::min(truth, KnownPart(i, answers));
      }
      return truth;
    }
    case Op::kOr: {
      Truth truth = Truth::kFalse;
      for (int i = at + 1; i < node.end && truth != Truth::kTrue;
           i = nodes_[i].end) {
        truth = std::max(truth, KnownPart(i, answers));
      }
      return truth;
    }
    case Op::kNot:
      return Not(KnownAt(at + 1, answers));
    case Op::kNever:
      return Truth::kFalse;
    default:
      return KnownLeaf(node, answers[node.question]);
  }
}

Grade Condition::JudgeAt(int at, const Answers& answers) const {
  const Node& node = nodes_[at];
  switch (node.op) {
    case Op::kAnd: {
      Grade grade = JudgePart(at + 1, answers);
      for (int i = nodes_[at + 1].end; i < node.end && grade != Grade::kFalse;
           i = nodes_[i].end) {
        grade = Both(grade, JudgePart(i, answers));
      }
      return grade;
    }
    case Op::kOr: {
      Grade grade = Grade::kFalse;
      for (int i = at + 1; i < node.end && grade != Grade::kTrue;
           i = nodes_[i].end) {
        grade = std::max(grade, JudgePart(i, answers));
      }
      return grade;
    }
    case Op::kNever:
      return Grade::kFalse;
    case Op::kNot:
    case Op::kAnswered:
      // The loader refuses these in a precaution. Should one be judged all the
      // same, it must not clear anything.
      return Grade::kTrue;
    default:
      return JudgeLeaf(node, answers[node.question]);
  }
}

}  // namespace firstvisit
