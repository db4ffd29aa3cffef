// A FHIR resource as FHIR JSON.
//
//   std::string json = FhirJson(FhirQuestionnaire(content, "en"));
//
// The messages of proto/firstvisit/fhir are shaped so that protobuf's printer
// yields it: what is not set is left out, as FHIR wants. Pure function.

#ifndef FIRSTVISIT_DIALOG_REPORT_FHIR_JSON_H_
#define FIRSTVISIT_DIALOG_REPORT_FHIR_JSON_H_

#include <string>

#include "google/protobuf/message.h"

namespace firstvisit {

// Strings must be UTF-8, as everywhere in the engine.
std::string FhirJson(const google::protobuf::Message& resource);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_FHIR_JSON_H_
