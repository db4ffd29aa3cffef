// The report for the therapist: level, referral, precautions, plan, causes and
// every answer, each line with the rule and the facts behind it. See
// text_report.h.

#ifndef FIRSTVISIT_DIALOG_REPORT_THERAPIST_REPORT_H_
#define FIRSTVISIT_DIALOG_REPORT_THERAPIST_REPORT_H_

#include <string>

#include "dialog/report/report_words.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

std::string TherapistReport(const v1::Report& report, const ReportWords& words);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_THERAPIST_REPORT_H_
