// Tests: condition_text_test.cc.

#include "dialog/authoring/condition_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace firstvisit {
namespace {

using Node = Condition::Node;
using Op = Condition::Op;

std::string Choices(const Node& node, const Question& question) {
  std::vector<std::string> values;
  for (size_t i = 0; i < question.choices.size(); ++i) {
    if (node.choices >> i & 1) values.push_back(question.choices[i]);
  }
  return values.size() == 1
             ? absl::StrCat(" = ", values[0])
             : absl::StrCat(" in (", absl::StrJoin(values, ", "), ")");
}

std::string Leaf(const Node& node, const Content& content) {
  if (node.op == Op::kNever) return "never";
  const Question& question = content.questions()[node.question];
  switch (node.op) {
    case Op::kAnswered:
      return absl::StrCat("answered(", question.id(), ")");
    case Op::kLess:
      return absl::StrCat(question.id(), " < ", node.number);
    case Op::kLessOrEqual:
      return absl::StrCat(question.id(), " <= ", node.number);
    case Op::kGreater:
      return absl::StrCat(question.id(), " > ", node.number);
    case Op::kGreaterOrEqual:
      return absl::StrCat(question.id(), " >= ", node.number);
    default:
      return question.id() + Choices(node, question);
  }
}

std::string At(const std::vector<Node>& nodes, int at, const Content& content) {
  const Node& node = nodes[at];
  if (node.op == Op::kNot) {
    return absl::StrCat("not (", At(nodes, at + 1, content), ")");
  }
  if (node.op != Op::kAnd && node.op != Op::kOr) return Leaf(node, content);
  std::vector<std::string> parts;
  for (int child = at + 1; child < node.end; child = nodes[child].end) {
    std::string part = At(nodes, child, content);
    const Op op = nodes[child].op;
    const bool mixed = (op == Op::kAnd || op == Op::kOr) && op != node.op;
    parts.push_back(mixed ? absl::StrCat("(", part, ")") : std::move(part));
  }
  return absl::StrJoin(parts, node.op == Op::kAnd ? " and " : " or ");
}

}  // namespace

std::string ConditionText(const Condition& condition, const Content& content) {
  return condition.always() ? "" : At(condition.nodes(), 0, content);
}

}  // namespace firstvisit
