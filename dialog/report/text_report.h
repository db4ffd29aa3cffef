// A visit's report as plain text, 76 columns at most: for the client the level,
// what to do and why, in plain words; for the therapist the whole visit, with
// the rule and the facts behind each line.
//
//   report.set_body(TextReport(report, content, "en",
//                              v1::GetReportRequest::THERAPIST));
//
// Every sentence comes from the content's wording. Laid out for Reflow
// (dialog/util/wrap.h), which fits it to a narrower screen. Pure function.

#ifndef FIRSTVISIT_DIALOG_REPORT_TEXT_REPORT_H_
#define FIRSTVISIT_DIALOG_REPORT_TEXT_REPORT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/v1/assessment.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// `report` has its structured fields, in `locale`. Anyone but the therapist
// gets the client's text.
std::string TextReport(const v1::Report& report, const Content& content,
                       absl::string_view locale,
                       v1::GetReportRequest::Audience audience);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_TEXT_REPORT_H_
