// Writes the FHIR documents of random visits, for a validator to judge:
//
//   fhir_documents FOLDER    # questionnaire.en.json, visit-1.en.json, …
//
// Prints nothing; exits with 1 when a file cannot be written.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "dialog/report/fhir_json.h"
#include "dialog/report/fhir_questionnaire.h"
#include "dialog/report/fhir_response.h"
#include "tests/support/knee_pain.h"
#include "tests/support/visit_reports.h"

namespace firstvisit {
namespace {

constexpr int kVisits = 40;

void Write(const std::string& path, const std::string& json) {
  std::ofstream file(path);
  file << json << "\n";
  file.close();
  if (file.good()) return;
  std::cerr << "cannot write " << path << "\n";
  std::exit(1);
}

void WriteAll(const std::string& folder) {
  const Content& content = KneePain();
  for (const LocaleWording& wording : content.locales()) {
    const std::string& locale = wording.locale;
    Write(absl::StrCat(folder, "/questionnaire.", locale, ".json"),
          FhirJson(FhirQuestionnaire(content, locale)));
    VisitReports reports(SharedKneePain(), /*seed=*/20261120);
    for (int i = 1; i <= kVisits; ++i) {
      Write(absl::StrCat(folder, "/visit-", i, ".", locale, ".json"),
            FhirJson(FhirResponse(reports.Next(locale), content, locale)));
    }
  }
}

}  // namespace
}  // namespace firstvisit

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: fhir_documents FOLDER\n";
    return 2;
  }
  firstvisit::WriteAll(argv[1]);
  return 0;
}
