// Graphviz's `dot`, run as a program of its own: the service itself links none
// of it.
//
//   absl::StatusOr<std::string> svg = DotToSvg("digraph { a -> b }");
//
// Blocks until `dot` is done; safe to call from several threads.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_GRAPHVIZ_H_
#define FIRSTVISIT_DIALOG_AUTHORING_GRAPHVIZ_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

// FAILED_PRECONDITION: `dot` is not installed. INVALID_ARGUMENT: it refuses the
// text; its own words stand on the standard error.
absl::StatusOr<std::string> DotToSvg(absl::string_view dot);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_GRAPHVIZ_H_
