#include "dialog/report/fhir_terms.h"

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

constexpr absl::string_view kYesNoSystem =
    "http://terminology.hl7.org/CodeSystem/v2-0136";
constexpr absl::string_view kAbsentSystem =
    "http://terminology.hl7.org/CodeSystem/data-absent-reason";
constexpr absl::string_view kUnitSystem = "http://unitsofmeasure.org";

fhir::v1::Coding Code(absl::string_view system, absl::string_view code) {
  fhir::v1::Coding coding;
  coding.set_system(std::string(system));
  coding.set_code(std::string(code));
  return coding;
}

}  // namespace

std::string QuestionnaireUrl(absl::string_view protocol) {
  return absl::StrCat("urn:firstvisit:Questionnaire:", protocol);
}

std::string LowLink(absl::string_view fact) {
  return absl::StrCat(fact, ".low");
}

std::string HighLink(absl::string_view fact) {
  return absl::StrCat(fact, ".high");
}

std::string AbsentLink(absl::string_view fact) {
  return absl::StrCat(fact, ".absent");
}

bool Numeric(const Question& question) {
  return question.spec.kind() == content::v1::NUMBER ||
         question.spec.kind() == content::v1::DURATION;
}

fhir::v1::Coding ValueCoding(const Content& content, const Question& question,
                             absl::string_view value) {
  if (value == "unsure") return Code(kAbsentSystem, "asked-unknown");
  if (value == "declined") return Code(kAbsentSystem, "asked-declined");
  if (question.yes_no()) return Code(kYesNoSystem, value == "yes" ? "Y" : "N");
  return Code(absl::StrCat("urn:firstvisit:", content.protocol().id(), ":",
                           question.fact),
              value);
}

fhir::v1::Coding UnitCoding(absl::string_view unit) {
  const absl::string_view code = unit == "years"           ? "a"
                                 : unit == "days"          ? "d"
                                 : unit == "minutes"       ? "min"
                                 : unit == "hours_per_day" ? "h/d"
                                 : unit == "points"        ? "{score}"
                                                           : "";
  return code.empty() ? fhir::v1::Coding() : Code(kUnitSystem, code);
}

}  // namespace firstvisit
