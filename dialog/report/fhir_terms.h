// The codes and link ids in which FHIR resources name questions and answers.
//
//   fhir::v1::Coding yes = ValueCoding(content, fever, "yes");   // v2-0136 "Y"
//   std::string link = LowLink("age");                           // "age.low"
//
// "Not sure" and "rather not say" are FHIR's own data-absent-reason; yes and no
// the codes of its value set yesnodontknow. A choice is a code of the
// question's own system, `urn:firstvisit:PROTOCOL:FACT`. Pure functions.

#ifndef FIRSTVISIT_DIALOG_REPORT_FHIR_TERMS_H_
#define FIRSTVISIT_DIALOG_REPORT_FHIR_TERMS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/fhir/v1/datatypes.pb.h"

namespace firstvisit {

// URI of the questionnaire, without its version.
std::string QuestionnaireUrl(absl::string_view protocol);

// A number is a group of these: it stands as an interval, and "not sure" is no
// number.
std::string LowLink(absl::string_view fact);
std::string HighLink(absl::string_view fact);
std::string AbsentLink(absl::string_view fact);

// Whether the question's answer is a number, in FHIR a group.
bool Numeric(const Question& question);

// The code of "unsure", "declined", "yes", "no" or a choice; no display.
fhir::v1::Coding ValueCoding(const Content& content, const Question& question,
                             absl::string_view value);

// The UCUM code of a unit of the content's ranges; empty for one that is none.
fhir::v1::Coding UnitCoding(absl::string_view unit);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_FHIR_TERMS_H_
