// `firstvisit assess`: JSON lines of answers in, conclusions out.
//
//   AssessLines lines(content, understander);
//   int failed = lines.Run(std::cin, std::cout, "en", now);
//
// Nothing is filled in: what a line leaves out is open, and with safety
// questions open the level is at least `doctor_first` and the plan empty. A
// line that cannot be read yields {"id", "error"} and the next one is taken.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_ASSESS_H_
#define FIRSTVISIT_DIALOG_AUTHORING_ASSESS_H_

#include <istream>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/understanding/understander.h"
#include "firstvisit/authoring/v1/assess.pb.h"

namespace firstvisit {

class AssessLines {
 public:
  // Both must outlive it.
  AssessLines(const Content& content, const Understander& understander)
      : content_(content), understander_(understander), assessor_(content) {}

  // Returns the number of lines that could not be judged.
  int Run(std::istream& in, std::ostream& out, absl::string_view locale,
          absl::Time now) const;

  absl::StatusOr<authoring::v1::AssessResult> Assess(
      const authoring::v1::AssessLine& line, absl::string_view locale,
      absl::Time now) const;

 private:
  absl::StatusOr<Answers> FromValues(
      const authoring::v1::AssessLine& line) const;
  Answers FromText(const authoring::v1::AssessLine& line,
                   absl::string_view locale, absl::Time now) const;
  authoring::v1::AssessResult Describe(const Conclusion& conclusion) const;

  const Content& content_;
  const Understander& understander_;
  const Assessor assessor_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_ASSESS_H_
