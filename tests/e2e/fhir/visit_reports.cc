#include "tests/e2e/fhir/visit_reports.h"

#include <utility>

#include "absl/time/time.h"
#include "dialog/understanding/understander.h"

namespace firstvisit {
namespace {

Interview MakeInterview(const std::shared_ptr<const Content>& content) {
  content::v1::Clinic clinic;
  clinic.set_name("Knee & Co");
  clinic.set_emergency_number("112");
  return Interview(content, Understander::Create(*content).value(), clinic,
                   absl::Hours(24));
}

}  // namespace

VisitReports::VisitReports(std::shared_ptr<const Content> content,
                           unsigned seed)
    : interview_(MakeInterview(content)), visits_(*content, seed) {}

v1::Report VisitReports::Next(absl::string_view locale) {
  log_ = visits_.Draw();
  return interview_.Report(
      log_, locale, absl::FromUnixMillis(log_.opening().time_ms()));
}

}  // namespace firstvisit
