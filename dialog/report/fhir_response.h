// A visit's answers as an HL7 FHIR R4 QuestionnaireResponse.
//
//   report.set_body(FhirJson(FhirResponse(report, content, "en")));
//
// Answers the Questionnaire of fhir_questionnaire.h. Holds what was said and
// still stands, never what was withdrawn, and not what merely follows from
// other answers (Answer.in_place_of). "Not sure" and "rather not say" are
// answers; what was not asked is absent. A number stands as its least and
// greatest value. Status: "completed" where the interview came to its end, also
// by a referral; "in-progress" while it runs; otherwise "stopped".
//
// Pure function.

#ifndef FIRSTVISIT_DIALOG_REPORT_FHIR_RESPONSE_H_
#define FIRSTVISIT_DIALOG_REPORT_FHIR_RESPONSE_H_

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/fhir/v1/questionnaire_response.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// `content`: which the session began with.
fhir::v1::QuestionnaireResponse FhirResponse(const v1::Report& report,
                                             const Content& content,
                                             absl::string_view locale);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_FHIR_RESPONSE_H_
