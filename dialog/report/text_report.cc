#include "dialog/report/text_report.h"

#include "dialog/report/client_report.h"
#include "dialog/report/therapist_report.h"

namespace firstvisit {

std::string TextReport(const v1::Report& report, const Content& content,
                       absl::string_view locale,
                       v1::GetReportRequest::Audience audience) {
  const ReportWords words(content, locale, report);
  return audience == v1::GetReportRequest::THERAPIST
             ? TherapistReport(report, words)
             : ClientReport(report, words);
}

}  // namespace firstvisit
