// What the understander must know of a question: its kind, its values, and
// which of them is harmless. A plain value; matters.h
// makes them from the content.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_MATTER_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_MATTER_H_

#include <string>
#include <vector>

#include "dialog/content/answer.h"
#include "firstvisit/content/v1/content.pb.h"

namespace firstvisit {

struct Matter {
  QuestionIndex index = kNoQuestion;
  std::string id;
  std::string fact;
  content::v1::Kind kind = content::v1::KIND_UNSPECIFIED;
  std::vector<std::string> choices;  // "yes", "no" for yes/no questions
  content::v1::Range range;          // numbers and durations
  // The answer decides about safety: it is read with care.
  bool grave = false;
  // Grave yes/no: hearing this value lifts a precaution. kYes, kNo, or -1 where
  // either does harm when misheard.
  int clearing = kNo;
  // It asks for permission to go on: a refusal is a "no".
  bool consent = false;
  // Follow-ups that take a length of time said along with a "yes".
  QuestionIndex since_question = kNoQuestion;    // in days
  QuestionIndex minutes_question = kNoQuestion;  // in minutes

  bool yes_no() const { return kind == content::v1::YES_NO; }
  bool number() const {
    return kind == content::v1::NUMBER || kind == content::v1::DURATION;
  }
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_MATTER_H_
