// A console on a terminal: lines are edited, and the arrow keys bring back
// earlier ones. What is typed is kept in memory alone, never in a file.
//
//   TerminalConsole console;
//
// One at a time in a process: it takes over SIGINT while it lives.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_TERMINAL_CONSOLE_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_TERMINAL_CONSOLE_H_

#include <csignal>
#include <string>

#include "absl/strings/string_view.h"
#include "assistant/terminal/console.h"

struct editline;
struct history;

namespace firstvisit {

class TerminalConsole : public Console {
 public:
  TerminalConsole();
  ~TerminalConsole() override;
  TerminalConsole(const TerminalConsole&) = delete;
  TerminalConsole& operator=(const TerminalConsole&) = delete;

  Line Read(absl::string_view prompt) override;
  bool Ready() override { return false; }
  void Write(absl::string_view text) override;
  int Width() const override;
  bool Interactive() const override { return true; }

 private:
  static char* Prompt(editline* editor);
  // Waits for a key, or for Ctrl-C, which may come between two keys and on any
  // of the process's threads.
  static int ReadKey(editline* editor, wchar_t* key);

  editline* editor_;
  history* history_;
  std::string prompt_;
  bool interrupted_ = false;
  struct sigaction before_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_TERMINAL_CONSOLE_H_
