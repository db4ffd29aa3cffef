// What must hold of the dialog itself, tried with the real engine: every
// emergency answer ends the questions in the same turn; every question comes to
// an end within a bound; commands and failures do what they are for; a
// correction leaves nothing behind.
//
//   DialogProof proof = ProveDialog(content, floor);
//   if (!proof.talks.broken.empty()) … // claims, each with a transcript
//
// The hearing is exact (exact_hearing.h). Pure.

#ifndef FIRSTVISIT_DIALOG_PROOF_DIALOG_PROOF_H_
#define FIRSTVISIT_DIALOG_PROOF_DIALOG_PROOF_H_

#include <memory>

#include "dialog/content/content.h"
#include "dialog/proof/floor.h"
#include "dialog/proof/talk.h"

namespace firstvisit {

// At most so many turns, commands that keep the question apart, until one
// question is answered: prompt, two reprompts, and the same for a confirmation.
inline constexpr int kMostTurnsPerQuestion = 6;
// A group is put twice before its members are put one by one.
inline constexpr int kMostTurnsPerGroup = 2;

// The bound for a whole conversation without corrections.
int MostTurns(const Content& content);

struct DialogProof {
  TalkFindings talks;
  int topics = 0;            // questions and groups, each at every attempt
  int longest_question = 0;  // turns, as found
  int corrections = 0;
};

DialogProof ProveDialog(const std::shared_ptr<const Content>& content,
                        const Floor& floor);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_DIALOG_PROOF_H_
