// The catalogue of sentences of one locale, by the ids that lines carry. Built
// from the wording by reflection, apart from the code that writes reports.
//
//   Catalogue catalogue(content.locale("en"), clinic);
//   catalogue.Text("tip.loose_sheets.text");
//   catalogue.Text("phrase.not_known", {{"label", "Age"}});
//
// Immutable.

#ifndef FIRSTVISIT_TESTS_SUPPORT_CATALOGUE_H_
#define FIRSTVISIT_TESTS_SUPPORT_CATALOGUE_H_

#include <map>
#include <string>
#include <vector>

#include "dialog/content/content.h"
#include "firstvisit/content/v1/clinic.pb.h"

namespace firstvisit {

class Catalogue {
 public:
  using Values = std::map<std::string, std::string>;

  Catalogue(const LocaleWording& wording, const content::v1::Clinic& clinic);

  bool Has(const std::string& sentence_id) const {
    return sentences_.count(sentence_id) > 0;
  }
  // With the clinic's values and `values` in their places; empty for an id that
  // the catalogue does not have.
  std::string Text(const std::string& sentence_id, Values values = {}) const;
  // "a, b and c".
  std::string List(const std::vector<std::string>& parts) const;
  // All texts, as the authors wrote them: sentences, labels, statements.
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  Values clinic_;
  std::map<std::string, std::string> sentences_;
  std::vector<std::string> texts_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_CATALOGUE_H_
