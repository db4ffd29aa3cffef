// Plain text laid out to a width, counted in columns of a terminal rather than
// in bytes: "né" takes two columns, a wide character such as "膝" two of its
// own.
//
//   Wrap("Leave the sheets loose.", 20, "- ", "  ")
//     // "- Leave the sheets\n  loose.\n"
//   Reflow(report, 40)    // text made by Wrap, for a narrower screen
//
// Pure functions. Bytes that are not UTF-8 count one column each and are kept.

#ifndef FIRSTVISIT_DIALOG_UTIL_WRAP_H_
#define FIRSTVISIT_DIALOG_UTIL_WRAP_H_

#include <string>

#include "absl/strings/string_view.h"

namespace firstvisit {

// Columns that `text` takes on a terminal; control characters take none.
int DisplayWidth(absl::string_view text);

// `text` in lines of at most `width` columns, each ended by a newline. The
// first begins with `first`, the others with `rest`. Line breaks in `text` are
// kept, and a word longer than a line is cut.
std::string Wrap(absl::string_view text, int width,
                 absl::string_view first = "", absl::string_view rest = "");

// The same, where a line that begins with "- " or "1. " goes on below its words
// and not below its mark.
std::string WrapList(absl::string_view text, int width);

// Lays out again, to `width`, what Wrap has laid out: lines that continue a
// paragraph are joined to it first. A paragraph ends at an empty line, at a
// line set in another column than its own, at one that begins with "- " or
// "1. ", and before an underline.
std::string Reflow(absl::string_view text, int width);

// The line repeats "-" or "=" and nothing else: it marks the line above it as
// a heading.
bool IsUnderline(absl::string_view line);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_WRAP_H_
