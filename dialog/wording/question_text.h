// What is open, as the public Question with its choices and keys, and the
// messages that ask it.
//
//   QuestionText text(content, understander);
//   text.Ask(open, wording, channel, turn);
//
// Immutable; content and understander must outlive it.

#ifndef FIRSTVISIT_DIALOG_WORDING_QUESTION_TEXT_H_
#define FIRSTVISIT_DIALOG_WORDING_QUESTION_TEXT_H_

#include "dialog/content/content.h"
#include "dialog/state/session_state.h"
#include "dialog/understanding/understander.h"
#include "dialog/wording/sentence.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class QuestionText {
 public:
  QuestionText(const Content& content, const Understander& understander)
      : content_(content), understander_(understander) {}

  // Fills turn.question and appends the message that asks it. `rest`: of a
  // group, what other members have left open (state/session_state.h).
  void Ask(const OpenQuestions& open, bool rest, const LocaleWording& wording,
           const v1::Channel& channel, v1::Turn& turn) const;

  // The id of the prompt that asks it, as in the message.
  std::string PromptId(const OpenQuestions& open, bool rest,
                       const LocaleWording& wording) const {
    return Prompt(open, rest, wording).id;
  }

  // The public description of one question, as in GetProtocol.
  v1::Question Describe(QuestionIndex question,
                        const LocaleWording& wording) const;

 private:
  Sentence Prompt(const OpenQuestions& open, bool rest,
                  const LocaleWording& wording) const;
  Sentence GroupPrompt(const OpenQuestions& open, bool rest,
                       const LocaleWording& wording) const;
  v1::Question DescribeGroup(const OpenQuestions& open,
                             const LocaleWording& wording) const;

  const Content& content_;
  const Understander& understander_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_QUESTION_TEXT_H_
