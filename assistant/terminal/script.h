// Answers written down before: `firstvisit chat < answers.txt`.
//
//   # Ada's visit
//   consent: yes            answers that question whenever it comes
//   it hurts on the stairs  answers in turn what has no line of its own
//
// Empty lines and lines that begin with "#" are skipped. A group of questions
// takes its members' lines. Of several lines for one question the first answers
// first and the last stays. An answer may be a command such as "/back"; nothing
// after the colon is silence. Lines are taken as soon as they are there, so
// that another program may also write them one by one.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_SCRIPT_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_SCRIPT_H_

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "assistant/terminal/answer_source.h"
#include "assistant/terminal/console.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Script : public AnswerSource {
 public:
  // `question_ids`: what may stand before a colon. The console must outlive it.
  Script(Console& console, std::vector<std::string> question_ids)
      : console_(console), question_ids_(std::move(question_ids)) {}

  Move Next(const v1::Turn& turn) override;

 private:
  struct Answer {
    std::string text;
    int line = 0;
  };

  // Takes a line as it came.
  void Take(absl::string_view line);
  // Takes what is there without waiting.
  void TakeReady();
  // Says so where a line looks like one for a question whose id is misspelt.
  void NoteMisspelling(absl::string_view line, size_t colon);
  // Whether there is something to say to the question; fills `move` in.
  bool Find(const v1::Question& question, Move& move);
  bool FindForGroup(const v1::Question& question, Move& move);
  absl::optional<Answer> Keyed(const std::string& question_id);
  bool KnownId(absl::string_view id) const;

  Console& console_;
  const std::vector<std::string> question_ids_;
  std::map<std::string, std::deque<Answer>> keyed_;
  std::deque<Answer> in_turn_;
  int lines_ = 0;
  bool ended_ = false;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_SCRIPT_H_
