// Conditions over answers, as content authors write them:
//
//   swelling_heat = yes and (swelling_days <= 3 or severity >= 8)
//   onset in (gradual, overuse)        age < 12 or age > 55
//   not (sitting_breaks = yes)         answered(doctor_seen)        never
//
// `answered(q)` is true for a value, false for unsure and declined, unknown
// while q is open. `never` is false. A moot question makes every comparison
// with it false.
//
//   auto condition = Condition::Parse("age >= 18", questions);
//   condition->Known(answers)   // three-valued: for advice and for asking
//   condition->Judge(answers)   // for precautions: at the worse end
//   condition->KnownBy(answers) // the questions that decided it: reasons
//
// A Condition is immutable after Parse and safe to share between threads.
// Judging costs one pass over a few dozen bytes; nothing is allocated.

#ifndef FIRSTVISIT_DIALOG_CONTENT_CONDITION_H_
#define FIRSTVISIT_DIALOG_CONTENT_CONDITION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/content/position_set.h"

namespace firstvisit {

// Kleene's three values.
enum class Truth : std::uint8_t { kFalse, kUnknown, kTrue };

// How far a precaution's condition holds, mildest first.
enum class Grade : std::uint8_t {
  kFalse,     // a recorded answer rules it out
  kOpen,      // it hangs on a question not asked yet
  kDoubtful,  // it hangs on answers that are unsure or declined alone
  kProbable,  // one part is answered in the bad sense, the others in doubt
  kTrue,      // every part is answered in the bad sense
};

// What a parser must know of a question named in a condition.
struct QuestionShape {
  std::string id;
  bool number = false;               // NUMBER or DURATION
  std::vector<std::string> choices;  // "yes", "no" for yes/no questions
};

class Condition {
 public:
  // Holds always; what an empty text means.
  Condition() = default;

  // `questions` by QuestionIndex. INVALID_ARGUMENT says what is wrong and how
  // to mend it; `column`, where given, takes the place in `text`, counted
  // from 1.
  static absl::StatusOr<Condition> Parse(
      absl::string_view text, const std::vector<QuestionShape>& questions,
      int* column = nullptr);

  // Whether it is known to hold. An interval that lies on both sides of a
  // threshold, and every answer that is open, unsure or declined, is unknown.
  Truth Known(const Answers& answers) const;

  // How far it holds at the worse end of every interval. Only for conditions
  // without negation.
  Grade Judge(const Answers& answers) const;

  // The questions that make Known what it is, each once, in the order of their
  // index: of an `or` that holds, only its branches that hold. The reason to
  // give a person, where mentions() is everything that was looked at.
  std::vector<QuestionIndex> KnownBy(const Answers& answers) const;
  // The same of Judge. What keeps a combination from being certain is a part of
  // why it is probable.
  std::vector<QuestionIndex> JudgedBy(const Answers& answers) const;

  // No comparison at all: holds always.
  bool always() const { return nodes_.empty(); }
  // It has `not`, `!=` or `answered`, which Judge does not take.
  bool negated() const { return negated_; }
  // It is one comparison.
  bool single() const { return nodes_.size() == 1; }
  // The questions that it looks at, each once, in the order of their index.
  const std::vector<QuestionIndex>& mentions() const { return mentions_; }
  // The same as a set.
  const PositionSet& looks_at() const { return looks_at_; }

  // A number compared with, so that a prover can cut at it.
  struct Threshold {
    QuestionIndex question;
    double value;
  };
  std::vector<Threshold> thresholds() const;

  enum class Op : std::uint8_t {
    kAnd,
    kOr,
    kNot,
    // The comparisons stand side by side.
    kIsOneOf,  // choices, as a bit set
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual,
    kAnswered,
    kNever,
  };
  // A tree in prefix order: `end` is one past the node's last descendant, so
  // the children of a node at i start at i + 1 and follow one another by `end`.
  struct Node {
    Op op;
    std::int16_t end;
    QuestionIndex question;
    std::uint32_t choices;
    double number;
  };
  // The whole tree, for the prover; empty: holds always.
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  friend class ConditionParser;

  Truth KnownAt(int at, const Answers& answers) const;
  Grade JudgeAt(int at, const Answers& answers) const;
  Truth KnownPart(int at, const Answers& answers) const;
  Grade JudgePart(int at, const Answers& answers) const;
  // Adds the questions of the leaves that decided the node at `at`. `value` is
  // KnownAt or JudgeAt; a part decides where `decides(op, part, whole)`.
  template <typename Value, typename Decides>
  void AddDeciding(int at, const Value& value, const Decides& decides,
                   std::vector<QuestionIndex>& questions) const;
  static Truth KnownLeaf(const Node& node, const Answer& answer);
  static Grade JudgeLeaf(const Node& node, const Answer& answer);

  std::vector<Node> nodes_;
  std::vector<QuestionIndex> mentions_;
  PositionSet looks_at_;
  bool negated_ = false;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_CONDITION_H_
