#include "tests/support/visit_reports.h"

#include "absl/time/time.h"
#include "dialog/understanding/understander.h"

namespace firstvisit {

VisitReports::VisitReports(std::shared_ptr<const Content> content,
                           unsigned seed)
    : interview_(content, Understander::Create(*content).value(), Clinic(),
                 absl::Hours(24)),
      visits_(*content, seed) {}

content::v1::Clinic VisitReports::Clinic() {
  content::v1::Clinic clinic;
  clinic.set_name("Knee & Co");
  clinic.set_emergency_number("112");
  return clinic;
}

v1::Report VisitReports::Next(absl::string_view locale) {
  log_ = visits_.Draw();
  return Again(locale);
}

v1::Report VisitReports::Again(absl::string_view locale) const {
  return interview_.Report(log_, locale,
                           absl::FromUnixMillis(log_.opening().time_ms()));
}

}  // namespace firstvisit
