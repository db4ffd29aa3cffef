#include "dialog/report/fhir_json.h"

#include "google/protobuf/util/json_util.h"

namespace firstvisit {

std::string FhirJson(const google::protobuf::Message& resource) {
  std::string json;
  // Fails for google.protobuf.Any alone, which these messages do not have.
  const auto printed =
      google::protobuf::util::MessageToJsonString(resource, &json);
  return printed.ok() ? json : "";
}

}  // namespace firstvisit
