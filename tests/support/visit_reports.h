// Random visits as the service would report them.
//
//   VisitReports reports(SharedKneePain(), /*seed=*/1);
//   v1::Report report = reports.Next("es");
//
// Not synchronised.

#ifndef FIRSTVISIT_TESTS_SUPPORT_VISIT_REPORTS_H_
#define FIRSTVISIT_TESTS_SUPPORT_VISIT_REPORTS_H_

#include <memory>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "dialog/interview.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"
#include "tests/support/random_visits.h"

namespace firstvisit {

class VisitReports {
 public:
  VisitReports(std::shared_ptr<const Content> content, unsigned seed);

  // The clinic that the visits are for.
  static content::v1::Clinic Clinic();

  v1::Report Next(absl::string_view locale);
  // The report drawn last, in another locale.
  v1::Report Again(absl::string_view locale) const;
  // Of the report drawn last.
  const session::v1::SessionLog& log() const { return log_; }

 private:
  const Interview interview_;
  RandomVisits visits_;
  session::v1::SessionLog log_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_VISIT_REPORTS_H_
