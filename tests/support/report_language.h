// The words that a report of one visit may be made of: whole sentences of the
// catalogue, what the client said, values, rules and sources. Nothing else.
//
//   ReportLanguage language(content, "en", clinic, report);
//   EXPECT_EQ(language.FirstForeignWord(body), "");
//
// Compares words: layout, punctuation and capitals are the page's. A sentence
// with a place for a value is taken as the pieces around it. Immutable.

#ifndef FIRSTVISIT_TESTS_SUPPORT_REPORT_LANGUAGE_H_
#define FIRSTVISIT_TESTS_SUPPORT_REPORT_LANGUAGE_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class ReportLanguage {
 public:
  ReportLanguage(const Content& content, absl::string_view locale,
                 const content::v1::Clinic& clinic, const v1::Report& report);

  // The first word from which on the text cannot be put together; empty where
  // all of it can.
  std::string FirstForeignWord(absl::string_view text) const;

 private:
  using Words = std::vector<std::string>;

  static Words Split(absl::string_view text);
  void Add(absl::string_view text);
  // The pieces of a sentence around its {placeholders}.
  void AddPieces(absl::string_view text);
  void AddAnswer(const Content& content, const LocaleWording& wording,
                 const v1::Answer& answer);

  std::map<std::string, std::vector<Words>> pieces_;  // by their first word
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_REPORT_LANGUAGE_H_
