// `firstvisit graph`: the interview as a picture that a therapist can read.
//
//   std::string dot = InterviewGraph(content);      // Graphviz's language
//   absl::StatusOr<std::string> svg = DotToSvg(dot);  // graphviz.h
//
// Sections are frames, groups boxes in them; the way down is the order in which
// questions are put, the way right what an answer opens. Under each question
// stand the precautions that its answers raise, in the colour of their level.
// Pure: the same content yields the same bytes.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_GRAPH_H_
#define FIRSTVISIT_DIALOG_AUTHORING_GRAPH_H_

#include <string>

#include "dialog/content/content.h"

namespace firstvisit {

std::string InterviewGraph(const Content& content);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_GRAPH_H_
