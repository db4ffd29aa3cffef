// A FHIR form filled in: does the response fit its questionnaire, as HL7 FHIR
// R4 defines it (enableWhen, types, options offered, units' ranges)? What a
// validator of single resources cannot see.
//
//   FhirForm form(questionnaire, response);
//   EXPECT_THAT(form.Problems(), IsEmpty());
//   form.Enabled("guardian");
//
// Questionnaire and response must outlive it.

#ifndef FIRSTVISIT_TESTS_SUPPORT_FHIR_FORM_H_
#define FIRSTVISIT_TESTS_SUPPORT_FHIR_FORM_H_

#include <map>
#include <string>
#include <vector>

#include "firstvisit/fhir/v1/questionnaire.pb.h"
#include "firstvisit/fhir/v1/questionnaire_response.pb.h"

namespace firstvisit {

class FhirForm {
 public:
  FhirForm(const fhir::v1::Questionnaire& questionnaire,
           const fhir::v1::QuestionnaireResponse& response);

  // All that does not fit, each with its link id.
  std::vector<std::string> Problems() const;
  // Whether the item, and every group around it, is enabled and not hidden.
  bool Enabled(const std::string& link_id) const;
  // How many items are answered.
  int AnswerCount() const;
  // The answer to an item; null where there is none.
  const fhir::v1::ResponseAnswer* Answer(const std::string& link_id) const;

 private:
  using Item = fhir::v1::QuestionnaireItem;
  using Response = fhir::v1::QuestionnaireResponseItem;
  struct Placed {
    const Item* item;
    std::string around;  // link id of the group around it; may be empty
  };

  void Place(const Item& item, const std::string& around);
  void Collect(const Response& response, const std::string& around);
  void CheckAnswer(const Item& item, const fhir::v1::ResponseAnswer& answer,
                   std::vector<std::string>& problems) const;
  bool Holds(const fhir::v1::EnableWhen& when) const;

  std::map<std::string, Placed> items_;
  std::map<std::string, const Response*> responses_;
  std::vector<std::string> misplaced_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_FHIR_FORM_H_
