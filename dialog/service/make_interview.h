// From texts to an interview, and texts to and from the form in which a store
// keeps them.
//
//   auto interview = MakeInterview(WithLanguages(KneePainTexts()), clinic,
//                                  absl::Hours(24));
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_SERVICE_MAKE_INTERVIEW_H_
#define FIRSTVISIT_DIALOG_SERVICE_MAKE_INTERVIEW_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "dialog/content/named_text.h"
#include "dialog/interview.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/session/v1/session.pb.h"

namespace firstvisit {

// INVALID_ARGUMENT: the content has errors; the message lists them all, one a
// line with file:line:column.
absl::StatusOr<std::shared_ptr<const Interview>> MakeInterview(
    const std::vector<NamedText>& texts, const content::v1::Clinic& clinic,
    absl::Duration idle_limit);

// From texts that a store kept for running sessions: phrases that this engine
// says and they lack are the built-in content's (see LoadStoredContent).
absl::StatusOr<std::shared_ptr<const Interview>> MakeStoredInterview(
    const session::v1::ContentFiles& files, const content::v1::Clinic& clinic,
    absl::Duration idle_limit);

session::v1::ContentFiles ToContentFiles(const std::vector<NamedText>& texts);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_MAKE_INTERVIEW_H_
