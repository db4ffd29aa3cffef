// `firstvisit interpret`: JSON lines of answers in, what was understood out.
//
//   InterpretLines lines(content, understander);
//   int failed = lines.Run(std::cin, std::cout, "en", now);
//
// One line out for each line in, in order. A line that cannot be read yields
// {"id", "error"} and the next one is taken.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_INTERPRET_H_
#define FIRSTVISIT_DIALOG_AUTHORING_INTERPRET_H_

#include <istream>
#include <ostream>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "dialog/content/content.h"
#include "dialog/understanding/hearing.h"
#include "dialog/understanding/understander.h"
#include "firstvisit/authoring/v1/interpret.pb.h"

namespace firstvisit {

class InterpretLines {
 public:
  // Both must outlive it.
  InterpretLines(const Content& content, const Understander& understander)
      : content_(content), understander_(understander) {}

  // Returns the number of lines that could not be read.
  int Run(std::istream& in, std::ostream& out, absl::string_view locale,
          absl::Time now) const;

  // INVALID_ARGUMENT names the field at fault.
  absl::StatusOr<authoring::v1::InterpretResult> Interpret(
      const authoring::v1::InterpretLine& line, absl::string_view locale,
      absl::Time now) const;

 private:
  authoring::v1::InterpretResult Describe(
      const authoring::v1::InterpretLine& line, const Hearing& hearing) const;

  const Content& content_;
  const Understander& understander_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_INTERPRET_H_
