// One fact in its three shapes: judged (Answer), stored (session::v1::Fact) and
// public (v1::Answer).
//
// Pure functions; a value that the content does not know yields an open Answer.

#ifndef FIRSTVISIT_DIALOG_STATE_FACT_H_
#define FIRSTVISIT_DIALOG_STATE_FACT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/assessment.pb.h"

namespace firstvisit {

// "yes", "no", "unsure", "declined" or a choice; empty for numbers and text.
std::string ValueName(const Question& question, const Answer& answer);

// The answer that a name stands for; open where it stands for none.
Answer AnswerNamed(const Question& question, absl::string_view name);

session::v1::Fact ToFact(const Content& content, QuestionIndex question,
                         const Answer& answer, v1::Confidence confidence);

// What a fact says of its question; open where the value is unknown.
Answer AnswerOf(const Question& question, const session::v1::Fact& fact);

// Open where the fact's question or value is unknown.
Answer FromFact(const Content& content, const session::v1::Fact& fact);

// The public shape; `words` and `turn` are the caller's to fill in.
void WriteApi(const Question& question, const Answer& answer, v1::Answer& api);
v1::Answer ToApi(const Content& content, QuestionIndex question,
                 const Answer& answer);

// What a caller brings. Open where the value does not fit the question.
Answer FromApi(const Question& question, const v1::Answer& answer);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_STATE_FACT_H_
