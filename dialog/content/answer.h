// What has been answered: one four-valued answer per question.
//
//   Answers answers(content.questions().size());
//   answers[fever] = Answer::Yes();
//   answers[age] = Answer::Interval(52, 52);
//   if (answers[calf_swelling].open()) …            // not asked
//
// Plain values, no ownership; copying is cheap. Not synchronised.

#ifndef FIRSTVISIT_DIALOG_CONTENT_ANSWER_H_
#define FIRSTVISIT_DIALOG_CONTENT_ANSWER_H_

#include <cstdint>
#include <vector>

namespace firstvisit {

// Position of a question in Content::questions().
using QuestionIndex = int;
inline constexpr QuestionIndex kNoQuestion = -1;

// Positions of the two values of a yes/no question.
inline constexpr int kYes = 0;
inline constexpr int kNo = 1;

// One answer. Absent means that the question was not put: it is never "no".
struct Answer {
  enum class Kind : std::uint8_t {
    kOpen,      // not asked, or asked and not yet answered
    kChoice,    // `choice`: position of the value; yes/no: kYes, kNo
    kInterval,  // [low, high] in the question's unit
    kText,      // the words stand in the session
    kUnsure,    // asked; the person does not know, or could not be understood
    kDeclined,  // asked; the person would rather not say
    kMoot,      // not asked, and what would open it is answered "no"
  };

  static Answer Choice(int choice) {
    return {Kind::kChoice, static_cast<std::int16_t>(choice), 0, 0};
  }
  static Answer Yes() { return Choice(kYes); }
  static Answer No() { return Choice(kNo); }
  static Answer Interval(double low, double high) {
    return {Kind::kInterval, -1, low, high};
  }
  static Answer Text() { return {Kind::kText, -1, 0, 0}; }
  static Answer Unsure() { return {Kind::kUnsure, -1, 0, 0}; }
  static Answer Declined() { return {Kind::kDeclined, -1, 0, 0}; }
  static Answer Moot() { return {Kind::kMoot, -1, 0, 0}; }

  bool open() const { return kind == Kind::kOpen; }
  bool moot() const { return kind == Kind::kMoot; }
  bool is(int value) const { return kind == Kind::kChoice && choice == value; }
  // Asked, but it says nothing: unsure or declined.
  bool doubtful() const {
    return kind == Kind::kUnsure || kind == Kind::kDeclined;
  }

  friend bool operator==(const Answer& a, const Answer& b) {
    return a.kind == b.kind && a.choice == b.choice && a.low == b.low &&
           a.high == b.high;
  }
  friend bool operator!=(const Answer& a, const Answer& b) { return !(a == b); }

  Kind kind = Kind::kOpen;
  std::int16_t choice = -1;
  double low = 0;
  double high = 0;
};

// One answer per question of the content, by QuestionIndex.
using Answers = std::vector<Answer>;

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_ANSWER_H_
