// What was answered, in words: "you are 52 years old", "about 3 weeks".
//
//   StatementText(content, wording, age, answer)   // continues "you told me …"
//   ValueText(wording, question, answer)           // "3 out of 10"
//
// Pure functions over catalogue wording.

#ifndef FIRSTVISIT_DIALOG_WORDING_VALUE_TEXT_H_
#define FIRSTVISIT_DIALOG_WORDING_VALUE_TEXT_H_

#include <string>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

// A number or length of time with its unit; intervals as "2 to 3 weeks".
std::string ValueText(const LocaleWording& wording, const Question& question,
                      const Answer& answer);

// What the person said, continuing "because you told me …"; empty for answers
// that the catalogue has no statement for.
std::string StatementText(const Content& content, const LocaleWording& wording,
                          QuestionIndex question, const Answer& answer);

// The key of the statement: "yes", "unsure", a choice, "value".
std::string StatementKey(const Question& question, const Answer& answer);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_VALUE_TEXT_H_
