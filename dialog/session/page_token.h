// Page tokens of a store whose sessions are numbered in order of opening.

#ifndef FIRSTVISIT_DIALOG_SESSION_PAGE_TOKEN_H_
#define FIRSTVISIT_DIALOG_SESSION_PAGE_TOKEN_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

// The token of the page that goes on below this number.
std::string PageTokenBelow(std::int64_t number);
// The number below which the page begins; beyond all for an empty token.
absl::StatusOr<std::int64_t> NumberOfPageToken(absl::string_view token);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_PAGE_TOKEN_H_
