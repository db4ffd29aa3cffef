// How text looks in a terminal: colours where they are welcome, and nothing in
// it that could command the terminal.
//
//   Style style(Style::Welcome(is_a_terminal));
//   console.Write(style.Level(v1::URGENT, Printable(text)));
//
// Plain values; pure functions.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_STYLE_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_STYLE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "firstvisit/v1/assessment.pb.h"

namespace firstvisit {

class Style {
 public:
  explicit Style(bool coloured) : coloured_(coloured) {}

  // In the colour of a level.
  std::string Level(v1::Triage triage, absl::string_view text) const;
  // A question, or a heading.
  std::string Strong(absl::string_view text) const;
  // What stands beside: progress, quick replies.
  std::string Faint(absl::string_view text) const;

  // A report in plain text with its first heading in the level's colour and the
  // others strong, laid out to `width`.
  std::string Report(absl::string_view body, v1::Triage triage,
                     int width) const;

 private:
  std::string Paint(absl::string_view codes, absl::string_view text) const;

  bool coloured_;
};

// `text` without control characters other than line breaks, and without
// characters that turn the direction of writing: a client's words may come from
// anywhere, and are shown in a therapist's terminal. Bytes that are not UTF-8
// become U+FFFD.
std::string Printable(absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_STYLE_H_
