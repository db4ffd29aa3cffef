// The content's questions as an HL7 FHIR R4 Questionnaire.
//
//   std::string json = FhirJson(FhirQuestionnaire(content, "en"));
//
// One item a question, in content order; its link id is the fact's name, its
// version the content's hash.
//   yes/no, choice  "choice": the values, then "not sure", "rather not say"
//   number, length  "group" of FACT.low and FACT.high ("decimal"; equal where
//   of time         the person was exact) and FACT.absent for "not sure",
//                   "rather not say"; unit and plausible range as FHIR's
//                   extensions
//   words           "open-choice": the words, or "not sure", "rather not say"
// When it is put, enableWhen says; a condition that R4 cannot say in one item
// stands on groups FACT.if1, FACT.if2 … around it (fhir_enable_when.h). What is
// never asked of itself carries FHIR's extension "hidden".
//
// Pure function.

#ifndef FIRSTVISIT_DIALOG_REPORT_FHIR_QUESTIONNAIRE_H_
#define FIRSTVISIT_DIALOG_REPORT_FHIR_QUESTIONNAIRE_H_

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/fhir/v1/questionnaire.pb.h"

namespace firstvisit {

// In the locale's words; an unknown locale: the default one's.
fhir::v1::Questionnaire FhirQuestionnaire(const Content& content,
                                          absl::string_view locale);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_FHIR_QUESTIONNAIRE_H_
