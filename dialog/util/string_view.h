// The bridge between absl::string_view and std::string_view, which are two
// types in this Abseil. RE2 and the standard library take only the latter.
//
//   RE2::PartialMatch(ToStd(words), pattern);

#ifndef FIRSTVISIT_DIALOG_UTIL_STRING_VIEW_H_
#define FIRSTVISIT_DIALOG_UTIL_STRING_VIEW_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace firstvisit {

inline std::string_view ToStd(absl::string_view view) {
  return std::string_view(view.data(), view.size());
}

inline absl::string_view ToAbsl(std::string_view view) {
  return absl::string_view(view.data(), view.size());
}

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_STRING_VIEW_H_
