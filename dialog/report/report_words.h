// The words of one report: headings, answers and reasons, in one locale.
//
//   ReportWords words(content, "en", report);
//   words.Phrase("tips_heading");                // "What you can do yourself"
//   words.Value(report.answers(0));              // "About 3 weeks"
//   words.Because(cause.reasons_for(0));         // "Because you told me that
//   …" words.Provenance(cause.reasons_for(0));      // "[it_band/outer; K16,
//   K82]"
//
// Immutable; content and report must outlive it.

#ifndef FIRSTVISIT_DIALOG_REPORT_REPORT_WORDS_H_
#define FIRSTVISIT_DIALOG_REPORT_REPORT_WORDS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/v1/assessment.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class ReportWords {
 public:
  ReportWords(const Content& content, absl::string_view locale,
              const v1::Report& report)
      : content_(content), wording_(content.locale(locale)), report_(report) {}

  const std::string& Phrase(absl::string_view id) const;
  // The level, as the content says it to the therapist.
  const std::string& Therapist(v1::Triage triage) const;
  // How well the answers support a cause.
  const std::string& Likelihood(v1::Likelihood likelihood) const;
  // Names the matter of a question or fact.
  std::string Label(absl::string_view question_or_fact) const;
  // What was answered, as on a button; numbers with their unit.
  std::string Value(const v1::Answer& answer) const;
  // The answers that a line rests on, as the client gave them; empty where
  // none of them stands.
  std::string Because(const v1::Line& line) const;
  // The rule and the facts behind a line; empty where it has neither.
  static std::string Provenance(const v1::Line& line);

 private:
  const Content& content_;
  const LocaleWording& wording_;
  const v1::Report& report_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_REPORT_WORDS_H_
