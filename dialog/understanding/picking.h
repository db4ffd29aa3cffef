// Which of all pattern matches count in a reading: of each question's phrases
// those that no longer one holds, of the cues the longest first, each word in
// one at most.
//
//   PickPhrases(matches, open, reading);  // fills reading.mentions
//   PickCues(matches, reading);           // fills reading.cues
//
// The reading's words and clauses must stand already. Pure; linear in the
// matches but for sorting them.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_PICKING_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_PICKING_H_

#include <vector>

#include "dialog/content/answer.h"
#include "dialog/understanding/pattern.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// `open`: the questions that the answer was given to.
void PickPhrases(const std::vector<PatternMatch>& matches,
                 const std::vector<QuestionIndex>& open, Reading& reading);

// Call after PickPhrases: a cue within a phrase of an open question is part of
// it; within another's it is no reply to what was asked.
void PickCues(const std::vector<PatternMatch>& matches,
              const std::vector<QuestionIndex>& open, Reading& reading);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_PICKING_H_
