// What one sentence is checked for.
//
//   SentenceChecks checks(spot, issues);
//   checks.Required("prompt", words.prompt());
//   checks.Required("action", level.action(), {"emergency_number"});
//
// Lives while one wording is checked.

#ifndef FIRSTVISIT_DIALOG_CONTENT_SENTENCE_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_SENTENCE_CHECKS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/issue.h"
#include "dialog/content/text_place.h"

namespace firstvisit {

class SentenceChecks {
 public:
  // Both must outlive it.
  SentenceChecks(const Spot& spot, Issues& issues)
      : spot_(spot), issues_(issues) {}

  // A sentence that must be there, without placeholders.
  void Required(absl::string_view field, const std::string& text) {
    Required(field, text, {});
  }
  // The same, where these placeholders are filled in.
  void Required(absl::string_view field, const std::string& text,
                const std::vector<absl::string_view>& placeholders);
  // A sentence that may be missing.
  void Optional(absl::string_view field, const std::string& text,
                const std::vector<absl::string_view>& placeholders,
                int index = -1);

 private:
  const Spot& spot_;
  Issues& issues_;
};

// Warns where English sentences that a client reads, taken together, are hard
// to read. Other languages pass: the formula is made for English.
void CheckReadable(absl::string_view locale,
                   const std::vector<std::string>& sentences,
                   const Place& place, Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_SENTENCE_CHECKS_H_
