// Does every line of an assessment resolve to what it claims to rest on?
//
//   Provenance provenance(content, "en", clinic);
//   EXPECT_THAT(provenance.Problems(assessment, answers), IsEmpty());
//
// Walks all lines by reflection; one in a place not known here is a problem
// too. For each it works out afresh, apart from the code that writes
// assessments: the sentence that belongs there, its text in the catalogue with
// its values filled in, a rule that holds for these answers, the facts that the
// rule holds through (tests/support/reasons.h), and its sources, which must
// stand in the ledger.
//
// Immutable; content must outlive it.

#ifndef FIRSTVISIT_TESTS_SUPPORT_PROVENANCE_H_
#define FIRSTVISIT_TESTS_SUPPORT_PROVENANCE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/v1/assessment.pb.h"
#include "tests/support/catalogue.h"

namespace firstvisit {

class Provenance {
 public:
  Provenance(const Content& content, absl::string_view locale,
             const content::v1::Clinic& clinic)
      : content_(content),
        wording_(content.locale(locale)),
        catalogue_(wording_, clinic) {}

  // `answers`: settled, as they were judged.
  std::vector<std::string> Problems(const v1::Assessment& assessment,
                                    const Answers& answers) const;

 private:
  class Walker;

  const Content& content_;
  const LocaleWording& wording_;
  const Catalogue catalogue_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_PROVENANCE_H_
