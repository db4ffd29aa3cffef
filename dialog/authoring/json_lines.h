// The way of the verbs that read JSON lines: a message in, a message out, line
// by line and in order.
//
//   return AnswerJsonLines<AssessLine, AssessError>(
//       in, out, EmptyFields::kWritten,
//       [&](const AssessLine& line) { return Assess(line, locale, now); });
//
// Empty lines are skipped; a line that cannot be read or answered yields an
// error with its id and what is wrong, and the next one is taken. Both messages
// of a verb have an `id`, its error an `error` besides.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_JSON_LINES_H_
#define FIRSTVISIT_DIALOG_AUTHORING_JSON_LINES_H_

#include <istream>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "google/protobuf/message.h"

namespace firstvisit {

// Whether "" and [] are written out, or left away.
enum class EmptyFields { kWritten, kLeftAway };

// INVALID_ARGUMENT: no JSON object of this shape. Unknown fields are skipped.
absl::Status ReadJsonLine(const std::string& text,
                          google::protobuf::Message& line);
void WriteJsonLine(const google::protobuf::Message& line, EmptyFields fields,
                   std::ostream& out);

// Answers each line with `answer`, a function from Line to StatusOr<message>.
// Returns the number of lines that could not be read or answered.
template <typename Line, typename Error, typename Answer>
int AnswerJsonLines(std::istream& in, std::ostream& out, EmptyFields fields,
                    const Answer& answer) {
  int failed = 0;
  std::string text;
  while (std::getline(in, text)) {
    if (absl::StripAsciiWhitespace(text).empty()) continue;
    Line line;
    absl::Status problem = ReadJsonLine(text, line);
    if (problem.ok()) {
      const auto result = answer(line);
      if (result.ok()) {
        WriteJsonLine(*result, fields, out);
        continue;
      }
      problem = result.status();
    }
    Error error;
    *error.mutable_id() = line.id();
    error.set_error(std::string(problem.message()));
    WriteJsonLine(error, fields, out);
    ++failed;
  }
  return failed;
}

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_JSON_LINES_H_
