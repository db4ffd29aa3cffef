// Method: negations are carried down to the comparisons, where each has its
// opposite; then "or" is multiplied out over "and". Conditions are a handful of
// comparisons, so nothing grows. Tests: fhir_enable_when_test.cc, which judges
// condition and clauses over all answers.

#include "dialog/report/fhir_enable_when.h"

#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "dialog/report/fhir_terms.h"

namespace firstvisit {
namespace {

using fhir::v1::EnableWhen;
using Clauses = std::vector<EnableClause>;
using Node = Condition::Node;
using Op = Condition::Op;

// The fact's own item, which holds its code or text.
EnableWhen Compare(const std::string& link, absl::string_view op) {
  EnableWhen when;
  when.set_question(link);
  when.set_operator_(std::string(op));
  return when;
}

EnableWhen Exists(const std::string& link, bool exists = true) {
  EnableWhen when = Compare(link, "exists");
  when.set_answer_boolean(exists);
  return when;
}

bool Less(Op op) { return op == Op::kLess || op == Op::kLessOrEqual; }
bool OrEqual(Op op) {
  return op == Op::kLessOrEqual || op == Op::kGreaterOrEqual;
}

// Whether a value is known to satisfy a comparison, or its opposite.
bool Satisfies(const Answer& value, const Node& node, bool negated) {
  if (node.op == Op::kIsOneOf) {
    return value.kind == Answer::Kind::kChoice &&
           ((node.choices >> value.choice & 1) != 0) != negated;
  }
  if (value.kind != Answer::Kind::kInterval) return false;
  const bool equal = OrEqual(node.op) != negated;
  if (Less(node.op) != negated) {
    return equal ? value.high <= node.number : value.high < node.number;
  }
  return equal ? value.low >= node.number : value.low > node.number;
}

class Converter {
 public:
  Converter(const Content& content, const Condition& condition)
      : content_(content), nodes_(condition.nodes()) {}

  // The clauses of the tree at `at`, or of its opposite.
  Clauses Convert(int at, bool negated) const {
    const Node& node = nodes_[at];
    switch (node.op) {
      case Op::kNot:
        return Convert(at + 1, !negated);
      case Op::kAnd:
      case Op::kOr: {
        const bool all = (node.op == Op::kAnd) != negated;
        Clauses joined;
        if (!all) joined.emplace_back();
        for (int i = at + 1; i < node.end; i = nodes_[i].end) {
          joined = all ? Both(std::move(joined), Convert(i, negated))
                       : Either(joined, Convert(i, negated));
        }
        return joined;
      }
      case Op::kNever:
        return negated ? Clauses{} : Clauses{EnableClause{}};
      case Op::kAnswered:
        return Answered(content_.questions()[node.question], negated);
      default:
        return OrImplied(node, negated,
                         node.op == Op::kIsOneOf
                             ? OneOf(node, negated)
                             : EnableClause{Threshold(node, negated)});
    }
  }

 private:
  static Clauses Both(Clauses a, const Clauses& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }

  static Clauses Either(const Clauses& a, const Clauses& b) {
    Clauses product;
    for (const EnableClause& left : a) {
      for (const EnableClause& right : b) {
        product.push_back(left);
        product.back().insert(product.back().end(), right.begin(), right.end());
      }
    }
    return product;
  }

  // What was said satisfies the comparison, or nothing was and what follows
  // from other answers does.
  Clauses OrImplied(const Node& node, bool negated, EnableClause said) const {
    const Question& question = content_.questions()[node.question];
    Clauses follows = {EnableClause{}};
    for (const Implied& implied : question.implied) {
      if (!Satisfies(implied.value, node, negated)) continue;
      follows = Either(follows, EnableClauses(content_, implied.when));
    }
    const bool never = follows.size() == 1 && follows.front().empty();
    if (never) return {std::move(said)};
    return Either({said}, Both(NothingSaid(question), follows));
  }

  Clauses NothingSaid(const Question& question) const {
    if (Numeric(question)) return {{Exists(LowLink(question.fact), false)}};
    return {{Exists(question.fact, false), Is(question, "=", "unsure"),
             Is(question, "=", "declined")}};
  }

  EnableWhen Is(const Question& question, absl::string_view op,
                absl::string_view value) const {
    EnableWhen when = Compare(question.fact, op);
    *when.mutable_answer_coding() = ValueCoding(content_, question, value);
    return when;
  }

  EnableClause OneOf(const Node& node, bool negated) const {
    const Question& question = content_.questions()[node.question];
    EnableClause clause;
    for (size_t i = 0; i < question.choices.size(); ++i) {
      const bool named = (node.choices >> i & 1) != 0;
      if (named != negated) {
        clause.push_back(Is(question, "=", question.choices[i]));
      }
    }
    return clause;
  }

  Clauses Answered(const Question& question, bool negated) const {
    if (Numeric(question)) {
      return {{Exists(negated ? AbsentLink(question.fact)
                              : LowLink(question.fact))}};
    }
    if (negated) {
      return {{Is(question, "=", "unsure"), Is(question, "=", "declined")}};
    }
    return {{Exists(question.fact)},
            {Is(question, "!=", "unsure")},
            {Is(question, "!=", "declined")}};
  }

  // At the end of the interval at which it is hardest to hold.
  EnableWhen Threshold(const Node& node, bool negated) const {
    const std::string& fact = content_.questions()[node.question].fact;
    const bool below = Less(node.op) != negated;
    const bool equal = OrEqual(node.op) != negated;
    const absl::string_view op =
        below ? (equal ? "<=" : "<") : (equal ? ">=" : ">");
    EnableWhen when = Compare(below ? HighLink(fact) : LowLink(fact), op);
    when.set_answer_decimal(node.number);
    return when;
  }

  const Content& content_;
  const std::vector<Node>& nodes_;
};

}  // namespace

std::vector<EnableClause> EnableClauses(const Content& content,
                                        const Condition& condition) {
  if (condition.always()) return {};
  return Converter(content, condition).Convert(0, /*negated=*/false);
}

}  // namespace firstvisit
