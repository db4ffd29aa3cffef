// The Understander made of its parts: the locales' languages, and what each
// question is. Tests build one from lexicons alone.
//
//   auto listener = Listener::Create(MakeMatters(content), content.lexicons());
//   Hearing hearing = (*listener)->Read("no, just chills", context);
//
// Immutable and safe to share between threads. Keeps copies of what it is
// given.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_LISTENER_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_LISTENER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/understander.h"
#include "firstvisit/content/v1/lexicon.pb.h"

namespace firstvisit {

class Listener : public Understander {
 public:
  // INVALID_ARGUMENT names the phrase at fault.
  static absl::StatusOr<std::unique_ptr<const Listener>> Create(
      std::vector<Matter> matters,
      const std::vector<content::v1::Lexicon>& lexicons);

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
  Listener() = default;

  std::vector<const Matter*> Open(const Context& context) const;
  // `strange`: how many words of content the language does not know.
  Hearing ReadIn(const Language& language, absl::string_view text,
                 const Context& context, int& strange) const;
  bool Clears(const Hearing& hearing) const;

  std::vector<Matter> matters_;
  struct Tongue {
    std::unique_ptr<const Language> language;
    // What to expect where one question is open, by question.
    std::vector<std::vector<std::string>> expected;
  };
  const Tongue& FindTongue(absl::string_view locale) const;

  std::vector<Tongue> tongues_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_LISTENER_H_
