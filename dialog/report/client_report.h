// The report for the client: the level first, what to do, why, and what comes.
// Plain words; no rule ids. See text_report.h.

#ifndef FIRSTVISIT_DIALOG_REPORT_CLIENT_REPORT_H_
#define FIRSTVISIT_DIALOG_REPORT_CLIENT_REPORT_H_

#include <string>

#include "dialog/report/report_words.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// An emergency carries what to do alone; up to a doctor first, causes and tips
// follow; a plan only where there is one.
std::string ClientReport(const v1::Report& report, const ReportWords& words);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_CLIENT_REPORT_H_
