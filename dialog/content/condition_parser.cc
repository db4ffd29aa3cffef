// A recursive-descent parser over this grammar, "and" binding closer than "or":
//
//   or         = and { "or" and }
//   and        = part { "and" part }
//   part       = "not" part | "(" or ")" | "never" | "answered" "(" id ")"
//              | id "=" value | id "!=" value | id "in" "(" value {"," value}
//              ")" | id ("<" | "<=" | ">" | ">=") number
//
// Nesting and length are bounded, so that no text can exhaust the stack.
// Tests: condition_parser_test.cc.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "dialog/content/condition.h"
#include "dialog/util/nearest_name.h"

namespace firstvisit {
namespace {

constexpr size_t kLongest = 2000;  // characters
constexpr int kDeepest = 20;       // parentheses and negations
constexpr int kMostChoices = 32;   // bits of Node::choices

bool IsWordCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_' ||
         c == '.';
}

}  // namespace

class ConditionParser {
 public:
  ConditionParser(absl::string_view text,
                  const std::vector<QuestionShape>& questions)
      : text_(text), questions_(questions) {}

  absl::StatusOr<Condition> Parse() {
    if (text_.size() > kLongest) {
      Fail(absl::StrCat("the condition is longer than ", kLongest,
                        " characters; split it"));
    }
    Advance();
    if (!failed() && !token_.empty()) {
      Or(/*depth=*/0);
      if (!failed() && !token_.empty()) {
        Fail(absl::StrCat("expected `and`, `or` or the end, found `", token_,
                          "`"));
      }
    }
    if (failed()) return absl::InvalidArgumentError(error_);
    NoteMentions();
    return std::move(condition_);
  }

  int error_column() const { return error_column_; }

 private:
  using Op = Condition::Op;
  using Node = Condition::Node;

  bool failed() const { return !error_.empty(); }

  // The first error is the one that tells what is wrong.
  void Fail(std::string message) {
    if (failed()) return;
    error_ = std::move(message);
    error_column_ = static_cast<int>(token_at_) + 1;
  }

  // Moves on to the next token; empty at the end.
  void Advance() {
    while (next_ < text_.size() &&
           absl::ascii_isspace(static_cast<unsigned char>(text_[next_]))) {
      ++next_;
    }
    token_at_ = next_;
    if (next_ == text_.size()) {
      token_ = "";
      return;
    }
    size_t end = next_ + 1;
    const char first = text_[next_];
    const bool numeric_sign =
        first == '-' && end < text_.size() &&
        absl::ascii_isdigit(static_cast<unsigned char>(text_[end]));
    if (IsWordCharacter(first) || numeric_sign) {
      while (end < text_.size() && IsWordCharacter(text_[end])) ++end;
    } else if ((first == '<' || first == '>' || first == '!') &&
               end < text_.size() && text_[end] == '=') {
      ++end;
    }
    token_ = text_.substr(next_, end - next_);
    next_ = end;
  }

  bool Take(absl::string_view token) {
    if (failed() || token_ != token) return false;
    Advance();
    return true;
  }

  void Expect(absl::string_view token) {
    if (failed() || Take(token)) return;
    Fail(token_.empty()
             ? absl::StrCat("`", token, "` is missing at the end")
             : absl::StrCat("expected `", token, "`, found `", token_, "`"));
  }

  std::vector<Node>& nodes() { return condition_.nodes_; }
  int size() { return static_cast<int>(nodes().size()); }

  void Push(Op op, QuestionIndex question = kNoQuestion,
            std::uint32_t choices = 0, double number = 0) {
    nodes().push_back(
        {op, static_cast<std::int16_t>(size() + 1), question, choices, number});
  }

  // Puts a parent before the nodes from `at` on.
  void Adopt(int at, Op op) {
    for (int i = at; i < size(); ++i) ++nodes()[i].end;
    nodes().insert(
        nodes().begin() + at,
        {op, static_cast<std::int16_t>(size() + 1), kNoQuestion, 0, 0});
  }

  void Or(int depth) { Series("or", Op::kOr, depth); }

  // One or more parts joined by the same word.
  void Series(absl::string_view word, Op op, int depth) {
    const int at = size();
    int parts = 0;
    do {
      if (op == Op::kOr) {
        Series("and", Op::kAnd, depth);
      } else {
        Part(depth);
      }
      ++parts;
    } while (Take(word));
    if (!failed() && parts > 1) Adopt(at, op);
  }

  void Part(int depth) {
    if (failed()) return;
    if (depth > kDeepest) return Fail("nested too deeply; split the condition");
    const int at = size();
    if (Take("not")) {
      condition_.negated_ = true;
      Part(depth + 1);
      if (!failed()) Adopt(at, Op::kNot);
    } else if (Take("(")) {
      Or(depth + 1);
      Expect(")");
    } else if (Take("never")) {
      Push(Op::kNever);
    } else if (Take("answered")) {
      condition_.negated_ = true;
      Expect("(");
      const QuestionIndex question = TakeQuestion();
      Expect(")");
      if (!failed()) Push(Op::kAnswered, question);
    } else {
      Comparison();
    }
  }

  QuestionIndex TakeQuestion() {
    if (failed()) return kNoQuestion;
    if (token_.empty() || !IsWordCharacter(token_[0])) {
      Fail(token_.empty()
               ? "the condition ends where a question should stand"
               : absl::StrCat("expected a question, found `", token_, "`"));
      return kNoQuestion;
    }
    for (size_t i = 0; i < questions_.size(); ++i) {
      if (questions_[i].id != token_) continue;
      Advance();
      return static_cast<QuestionIndex>(i);
    }
    std::vector<std::string> ids;
    for (const QuestionShape& question : questions_) ids.push_back(question.id);
    Fail(absl::StrCat("unknown question `", token_, "`",
                      DidYouMean(token_, ids)));
    return kNoQuestion;
  }

  void Comparison() {
    const QuestionIndex question = TakeQuestion();
    if (failed()) return;
    const QuestionShape& shape = questions_[question];
    if (token_ == "=" || token_ == "!=" || token_ == "in") {
      if (shape.number) {
        return Fail(absl::StrCat("`", shape.id, "` is a number; compare it ",
                                 "with <, <=, > or >="));
      }
      if (shape.choices.empty()) {
        return Fail(absl::StrCat("`", shape.id, "` takes free text, which is ",
                                 "never judged; only answered(", shape.id,
                                 ") can be asked of it"));
      }
      if (shape.choices.size() > kMostChoices) {
        return Fail(absl::StrCat("`", shape.id, "` has more than ",
                                 kMostChoices, " choices"));
      }
      return CompareChoice(question);
    }
    for (const auto& named : kComparisons) {
      if (token_ == named.first) return CompareNumber(question, named.second);
    }
    Fail(absl::StrCat(
        token_.empty() ? "the condition ends after `" : "expected one of ",
        token_.empty() ? absl::StrCat(shape.id, "`; ") : std::string(),
        shape.number ? "<, <=, >, >=" : "=, !=, in",
        token_.empty()
            ? " and a value are missing"
            : absl::StrCat(" after `", shape.id, "`, found `", token_, "`")));
  }

  void CompareChoice(QuestionIndex question) {
    const size_t count = questions_[question].choices.size();
    const std::uint32_t all = count == kMostChoices ? ~0u : (1u << count) - 1u;
    std::uint32_t choices = 0;
    if (Take("in")) {
      Expect("(");
      do {
        choices |= TakeChoice(question);
      } while (Take(","));
      Expect(")");
    } else if (Take("!=")) {
      condition_.negated_ = true;
      choices = all & ~TakeChoice(question);
    } else {
      Expect("=");
      choices = TakeChoice(question);
    }
    if (!failed()) Push(Op::kIsOneOf, question, choices);
  }

  // The bit of the choice that stands here.
  std::uint32_t TakeChoice(QuestionIndex question) {
    if (failed()) return 0;
    const QuestionShape& shape = questions_[question];
    for (size_t i = 0; i < shape.choices.size(); ++i) {
      if (Take(shape.choices[i])) return 1u << i;
    }
    if (token_.empty()) {
      Fail(absl::StrCat("the value of `", shape.id, "` is missing"));
    } else {
      Fail(absl::StrCat("`", token_, "` is no value of `", shape.id,
                        "`; it takes ", absl::StrJoin(shape.choices, ", ")));
    }
    return 0;
  }

  void CompareNumber(QuestionIndex question, Op op) {
    const QuestionShape& shape = questions_[question];
    if (!shape.number) {
      return Fail(
          absl::StrCat("`", shape.id, "` is no number; ",
                       shape.choices.empty()
                           ? "it takes free text, which is never judged"
                           : absl::StrCat("compare it with = and one of ",
                                          absl::StrJoin(shape.choices, ", "))));
    }
    Advance();
    double number = 0;
    // SimpleAtod alone would also take "inf", "nan" and "0x1".
    const bool plain =
        !token_.empty() &&
        token_.find_first_not_of("-0123456789.") == absl::string_view::npos;
    if (!plain || !absl::SimpleAtod(token_, &number)) {
      return Fail(token_.empty() ? "the number is missing"
                                 : absl::StrCat("expected a number, found `",
                                                token_, "`"));
    }
    Advance();
    Push(op, question, 0, number);
  }

  void NoteMentions() {
    std::vector<QuestionIndex>& mentions = condition_.mentions_;
    for (const Node& node : nodes()) {
      if (node.question != kNoQuestion) mentions.push_back(node.question);
    }
    std::sort(mentions.begin(), mentions.end());
    mentions.erase(std::unique(mentions.begin(), mentions.end()),
                   mentions.end());
    condition_.looks_at_ = PositionSet(questions_.size());
    for (const QuestionIndex mention : mentions) {
      condition_.looks_at_.Add(mention);
    }
  }

  static constexpr std::pair<absl::string_view, Op> kComparisons[] = {
      {"<", Op::kLess},
      {"<=", Op::kLessOrEqual},
      {">", Op::kGreater},
      {">=", Op::kGreaterOrEqual}};

  const absl::string_view text_;
  const std::vector<QuestionShape>& questions_;
  Condition condition_;
  absl::string_view token_;
  size_t token_at_ = 0;
  size_t next_ = 0;
  std::string error_;
  int error_column_ = 0;
};

absl::StatusOr<Condition> Condition::Parse(
    absl::string_view text, const std::vector<QuestionShape>& questions,
    int* column) {
  ConditionParser parser(text, questions);
  absl::StatusOr<Condition> condition = parser.Parse();
  if (column != nullptr) *column = parser.error_column();
  return condition;
}

}  // namespace firstvisit
