// People's words, and the open question, to facts: deterministic, from the
// content's lexicons; no model.
//
//   auto understander = Understander::Create(content);
//   Understander::Context context;
//   context.locale = "en";
//   context.open = {fever};
//   context.now = now;
//   Hearing hearing = (*understander)->Read("no, just chills", context);
//
// When in doubt the outcome is kUnclear: asking again is cheap, a wrong fact is
// not. Immutable and safe to share between threads; `content` must outlive it.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_UNDERSTANDER_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_UNDERSTANDER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/understanding/hearing.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Understander {
 public:
  // The largest input, in Unicode characters.
  static constexpr int kMaxCharacters = 4096;

  // What stands around the words.
  struct Context {
    std::string locale;
    // The question that was asked, or the members of the group. Empty: none;
    // then every fact is volunteered.
    std::vector<QuestionIndex> open;
    // A strict yes/no about `open[0]` is being confirmed.
    bool confirming = false;
    // "Today"; the zone decides what "yesterday" is.
    absl::Time now;
    absl::TimeZone zone = absl::UTCTimeZone();
    // The person answers for somebody else, as an earlier hearing said; that
    // one is meant by "she" and "my mum" from then on.
    bool on_behalf = false;
    // Answers so far, for corrections; may be null.
    const Answers* answers = nullptr;
    // The question answered last, for "sorry, I meant …".
    QuestionIndex last = kNoQuestion;
    // A free yes/no prompt instead of an open question: the fact is then named
    // by `question == kNoQuestion`. Used by `firstvisit interpret`.
    bool free_yes_no = false;
    std::string free_prompt;
    // Fill Hearing::trace.
    bool trace = false;
  };

  // INVALID_ARGUMENT when a pattern of the content does not compile.
  static absl::StatusOr<std::unique_ptr<const Understander>> Create(
      const Content& content);
  virtual ~Understander() = default;

  // Words, typed or recognised. `text` is valid UTF-8 within kMaxCharacters.
  virtual Hearing Read(absl::string_view text,
                       const Context& context) const = 0;
  // A recogniser's n-best list, best first.
  virtual Hearing ReadHypotheses(const v1::Hypotheses& hypotheses,
                                 const Context& context) const = 0;
  // Telephone keys.
  virtual Hearing ReadDigits(absl::string_view digits,
                             const Context& context) const = 0;
  // The value of an offered choice; for a group a member's id or "none".
  virtual Hearing ReadChoice(absl::string_view value,
                             const Context& context) const = 0;
  // Phrases that a speech recogniser should expect, most likely first.
  virtual std::vector<std::string> ExpectedPhrases(
      const std::vector<QuestionIndex>& open,
      absl::string_view locale) const = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_UNDERSTANDER_H_
