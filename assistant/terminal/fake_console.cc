#include "assistant/terminal/fake_console.h"

#include "absl/strings/str_cat.h"

namespace firstvisit {

Line FakeConsole::Read(absl::string_view prompt) {
  absl::StrAppend(&shown_, prompt);
  if (lines_.empty()) return {};
  const Line line = {Line::Kind::kText, lines_.front()};
  lines_.pop_front();
  return line;
}

void FakeConsole::Write(absl::string_view text) {
  absl::StrAppend(&shown_, text);
}

}  // namespace firstvisit
