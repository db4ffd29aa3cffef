// One turn in words: what is said about the input, then the open question or
// the end.
//
//   TurnText text(content, understander, clinic);
//   text.Say(notices, wording, turn);
//   text.End(state, conclusion, assessment, wording, turn);
//
// Immutable; content, understander and clinic must outlive it.

#ifndef FIRSTVISIT_DIALOG_WORDING_TURN_TEXT_H_
#define FIRSTVISIT_DIALOG_WORDING_TURN_TEXT_H_

#include <vector>

#include "dialog/content/content.h"
#include "dialog/state/session_state.h"
#include "dialog/state/uptake.h"
#include "dialog/wording/sentence.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/v1/assessment.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class TurnText {
 public:
  TurnText(const Content& content, const content::v1::Clinic& clinic)
      : content_(content), clinic_(clinic) {}

  // The first words of a conversation.
  void Greet(const LocaleWording& wording, v1::Turn& turn) const;
  // What is said about the input.
  void Say(const std::vector<Notice>& notices, const LocaleWording& wording,
           v1::Turn& turn) const;
  // The last words, for the phase that the conversation ended in.
  void End(v1::State phase, bool resumable, const v1::Assessment& assessment,
           const LocaleWording& wording, v1::Turn& turn) const;

 private:
  void SayUnderstood(const std::vector<Notice>& notices,
                     const LocaleWording& wording, v1::Turn& turn) const;
  void SayRange(QuestionIndex question, const LocaleWording& wording,
                v1::Turn& turn) const;
  void SayLevel(const v1::Assessment& assessment, v1::Turn& turn) const;
  void SayResult(const v1::Assessment& assessment,
                 const LocaleWording& wording, v1::Turn& turn) const;
  void SayPhrase(absl::string_view id, bool interruptible,
                 const LocaleWording& wording, v1::Turn& turn) const;

  const Content& content_;
  const content::v1::Clinic& clinic_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_TURN_TEXT_H_
