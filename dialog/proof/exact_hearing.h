// Hears exactly what is written: the engine's dialog without the hearing, so
// that what follows from recorded answers can be tried alone.
//
//   fever=yes                 the open question's value, or volunteered
//   fever=yes? fever=no~      less than certain: probable, tentative
//   age=54!                   corrects what was answered
//   swelling_days=2..5        an interval
//   none                      a group: none of these
//   alarm   alarm?            words of an emergency, certain or possible
//   (anything else)           not understood
//
// Several facts are separated by spaces. Immutable; the content must outlive
// it.

#ifndef FIRSTVISIT_DIALOG_PROOF_EXACT_HEARING_H_
#define FIRSTVISIT_DIALOG_PROOF_EXACT_HEARING_H_

#include <string>
#include <vector>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/understanding/understander.h"

namespace firstvisit {

class ExactHearing : public Understander {
 public:
  explicit ExactHearing(const Content& content) : content_(content) {}

  // How an answer is written.
  static std::string Write(const Content& content, QuestionIndex question,
                           const Answer& answer);

  Hearing Read(absl::string_view text, const Context& context) const override;
  Hearing ReadHypotheses(const v1::Hypotheses& hypotheses,
                         const Context& context) const override;
  Hearing ReadDigits(absl::string_view digits,
                     const Context& context) const override;
  Hearing ReadChoice(absl::string_view value,
                     const Context& context) const override;
  std::vector<std::string> ExpectedPhrases(
      const std::vector<QuestionIndex>& open,
      absl::string_view locale) const override;

 private:
  bool ReadFact(absl::string_view word, const Context& context,
                Hearing& hearing) const;

  const Content& content_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_EXACT_HEARING_H_
