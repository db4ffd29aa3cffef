// Every question of the content as it can be put, written out once at load:
// each prompt and reprompt, each confirmation, each set of a group's members. A
// turn lends them (lent_turn.h).
//
//   Askings askings(content, question_text);
//   askings.Ask(open, /*rest=*/false, wording, channel, turn);
//
// Immutable and safe to share between threads; content and text must outlive
// it, and it what it was asked for.

#ifndef FIRSTVISIT_DIALOG_WORDING_ASKINGS_H_
#define FIRSTVISIT_DIALOG_WORDING_ASKINGS_H_

#include <memory>
#include <vector>

#include "dialog/content/content.h"
#include "dialog/state/session_state.h"
#include "dialog/wording/lent_turn.h"
#include "dialog/wording/question_text.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Askings {
 public:
  Askings(const Content& content, const QuestionText& text);

  // Fills turn.question and appends the message that asks it. `wording` is one
  // of the content's; `rest` as in question_text.h.
  void Ask(const OpenQuestions& open, bool rest, const LocaleWording& wording,
           const v1::Channel& channel, LentTurn& turn) const;

  // Null: it does not stand ready, and is written when it is asked.
  const Asking* Find(const OpenQuestions& open, bool rest,
                     const LocaleWording& wording) const;

 private:
  struct Locale {
    // By question, then attempt.
    std::vector<std::vector<Asking>> prompts;
    std::vector<Asking> confirmations;  // by question
    // By group; then by set of members and whether they are the rest of it.
    std::vector<std::vector<std::unique_ptr<const Asking>>> groups;
  };
  Locale WriteLocale(const LocaleWording& wording) const;
  std::vector<std::unique_ptr<const Asking>> WriteGroup(
      const Group& group, const LocaleWording& wording) const;
  const Asking* FindGroup(const std::vector<QuestionIndex>& members, bool rest,
                          const Locale& locale) const;

  const Content& content_;
  const QuestionText& text_;
  std::vector<Locale> locales_;  // as in the content
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_ASKINGS_H_
