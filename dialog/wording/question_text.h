// What is open, as the public Question with its choices and keys, and the
// message that asks it.
//
//   QuestionText text(content, understander);
//   Asking asking = text.Write(open, /*rest=*/false, wording);
//
// A turn takes it from askings.h, where it stands ready.
// Immutable; content and understander must outlive it.

#ifndef FIRSTVISIT_DIALOG_WORDING_QUESTION_TEXT_H_
#define FIRSTVISIT_DIALOG_WORDING_QUESTION_TEXT_H_

#include "dialog/content/content.h"
#include "dialog/state/session_state.h"
#include "dialog/understanding/understander.h"
#include "dialog/wording/sentence.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// A question as it is put.
struct Asking {
  v1::Question question;
  v1::Message message;
  // The same, with the telephone keys named.
  v1::Message with_keys;

  const v1::Message& MessageFor(const v1::Channel& channel) const {
    return channel.digits() ? with_keys : message;
  }
};

class QuestionText {
 public:
  QuestionText(const Content& content, const Understander& understander)
      : content_(content), understander_(understander) {}

  // `rest`: of a group, what other members have left open
  // (state/session_state.h).
  Asking Write(const OpenQuestions& open, bool rest,
               const LocaleWording& wording) const;

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
