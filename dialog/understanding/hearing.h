// What was made of one input: facts, a command, or nothing.
//
// Plain values. "Not understood" is a value (Outcome::kUnclear), no error.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_HEARING_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_HEARING_H_

#include <string>
#include <vector>

#include "dialog/content/answer.h"
#include "firstvisit/v1/assessment.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// One fact found in the words.
struct HeardFact {
  QuestionIndex question = kNoQuestion;
  Answer answer;
  v1::Confidence confidence = v1::CONFIDENCE_UNSPECIFIED;
  // The words that it was taken from, as bytes of the input.
  int begin = 0;
  int end = 0;
  // It answers another question than the open one.
  bool volunteered = false;
  // It replaces an answer given before ("change my age to 54").
  bool correction = false;
  // The matter cannot apply to this person ("I'm a man" for pregnancy); such a
  // "no" needs no question.
  bool inapplicable = false;
};

// A rule that fired, for authors.
struct TraceLine {
  std::string rule;
  int begin = 0;
  int end = 0;
  std::string effect;
};

struct Hearing {
  enum class Outcome {
    kFacts,
    kCommand,
    kUnclear,
    kOutOfRange,  // a number, but not a plausible one; no fact is taken
    kNamesNone,   // a group: "none of these"
    kNamesSome,   // a group: a bare "yes" or "unsure", naming no member
  };
  // Words of an emergency (stroke, suicide, chest pain, coughing blood).
  enum class Alarm {
    kNone,
    kPossible,  // asked at once: is that happening to you now?
    kCertain,   // ends the interview
  };

  Outcome outcome = Outcome::kUnclear;
  // The open question's fact first, then volunteered ones by position.
  std::vector<HeardFact> facts;
  v1::Command command = v1::COMMAND_UNSPECIFIED;
  Alarm alarm = Alarm::kNone;
  // The person answers for somebody else, who is the person meant from now on.
  bool on_behalf = false;
  std::vector<TraceLine> trace;  // filled when asked for
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_HEARING_H_
