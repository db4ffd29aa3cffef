// A console on pipes and files: `firstvisit chat < answers.txt`.
//
//   StreamConsole console(STDIN_FILENO, std::cout);
//
// Reads the descriptor itself, so that it can tell whether a line is there
// already. Owns neither of the two.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_STREAM_CONSOLE_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_STREAM_CONSOLE_H_

#include <ostream>
#include <string>

#include "absl/strings/string_view.h"
#include "assistant/terminal/console.h"

namespace firstvisit {

class StreamConsole : public Console {
 public:
  StreamConsole(int input, std::ostream& output)
      : input_(input), output_(output) {}

  Line Read(absl::string_view prompt) override;
  bool Ready() override;
  void Write(absl::string_view text) override;
  int Width() const override { return 76; }
  bool Interactive() const override { return false; }

 private:
  // Reads once; false at the end.
  bool Fill();

  const int input_;
  std::ostream& output_;
  std::string buffer_;
  bool ended_ = false;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_STREAM_CONSOLE_H_
