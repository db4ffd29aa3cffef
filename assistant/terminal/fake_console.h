// A console that a test fills with lines, and that keeps what is shown.
//
//   FakeConsole console(/*interactive=*/true, {"yes", "/back"});

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_FAKE_CONSOLE_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_FAKE_CONSOLE_H_

#include <deque>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "assistant/terminal/console.h"

namespace firstvisit {

class FakeConsole : public Console {
 public:
  FakeConsole(bool interactive, const std::vector<std::string>& lines)
      : interactive_(interactive), lines_(lines.begin(), lines.end()) {}

  // After its lines: the end.
  Line Read(absl::string_view prompt) override;
  bool Ready() override { return !interactive_; }
  void Write(absl::string_view text) override;
  int Width() const override { return 76; }
  bool Interactive() const override { return interactive_; }

  const std::string& shown() const { return shown_; }

 private:
  const bool interactive_;
  std::deque<std::string> lines_;
  std::string shown_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_FAKE_CONSOLE_H_
