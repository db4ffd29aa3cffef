// The known name closest to a misspelt one, for "did you mean" in messages.
//
//   NearestName("fevr", {"age", "fever"})   // "fever"
//
// A pure function.

#ifndef FIRSTVISIT_DIALOG_UTIL_NEAREST_NAME_H_
#define FIRSTVISIT_DIALOG_UTIL_NEAREST_NAME_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace firstvisit {

// Empty where no name is close enough to be meant: more than a third of the
// letters would change; two neighbours swapped count as one. The first one of
// several equally close.
std::string NearestName(absl::string_view name,
                        const std::vector<std::string>& known);

// "; did you mean `fever`?", or nothing.
std::string DidYouMean(absl::string_view name,
                       const std::vector<std::string>& known);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_NEAREST_NAME_H_
