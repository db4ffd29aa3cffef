// Sets of answers, as tests write them.
//
//   Answers answers = HarmlessAnswers(content);
//   Put(content, {"swelling_days", "2..5"}, answers);

#ifndef FIRSTVISIT_TESTS_SUPPORT_ANSWERS_H_
#define FIRSTVISIT_TESTS_SUPPORT_ANSWERS_H_

#include <string>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

// A question's id, and "yes", "no", a choice, "unsure", "declined", "7" or
// "2..5".
struct Said {
  std::string question;
  std::string value;
};

// Records what was said; a question or value that does not exist aborts.
void Put(const Content& content, const Said& said, Answers& answers);

// Every safety question answered in the harmless sense; nothing else, and no
// follow-up, is answered.
Answers HarmlessAnswers(const Content& content);

// Writes the harmless answer to every safety question, and to every follow-up
// of one that is open, that `answers` leaves out.
void FillHarmless(const Content& content, Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_ANSWERS_H_
