// Line editing is libedit's. Tests: tests/e2e/terminal_test.py, on a
// pseudo-terminal.

#include "assistant/terminal/terminal_console.h"

#include <histedit.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>

#include "absl/strings/strip.h"

namespace firstvisit {
namespace {

constexpr int kHistoryLines = 100;
// Longer lines are hard to read, however wide the window.
constexpr int kWidest = 80;
constexpr int kNarrowest = 20;

volatile std::sig_atomic_t interrupted = 0;

void NoteInterrupt(int) { interrupted = 1; }

}  // namespace

TerminalConsole::TerminalConsole() {
  // Without a UTF-8 locale libedit drops every letter beyond ASCII.
  std::setlocale(LC_CTYPE, "");
  if (std::string(nl_langinfo(CODESET)) != "UTF-8") {
    std::setlocale(LC_CTYPE, "C.UTF-8");
  }
  editor_ = el_init("firstvisit", stdin, stdout, stderr);
  el_set(editor_, EL_CLIENTDATA, this);
  el_set(editor_, EL_PROMPT, &TerminalConsole::Prompt);
  el_set(editor_, EL_EDITOR, "emacs");
  el_set(editor_, EL_SIGNAL, 0);
  history_ = history_init();
  HistEvent event;
  ::history(history_, &event, H_SETSIZE, kHistoryLines);
  el_set(editor_, EL_HIST, ::history, history_);
  // Without SA_RESTART: the read returns, and Read tells of it.
  struct sigaction action = {};
  action.sa_handler = NoteInterrupt;
  sigaction(SIGINT, &action, &before_);
}

TerminalConsole::~TerminalConsole() {
  sigaction(SIGINT, &before_, nullptr);
  history_end(history_);
  el_end(editor_);
}

char* TerminalConsole::Prompt(editline* editor) {
  TerminalConsole* console = nullptr;
  el_get(editor, EL_CLIENTDATA, &console);
  return console->prompt_.data();
}

Line TerminalConsole::Read(absl::string_view prompt) {
  prompt_ = std::string(prompt);
  int length = 0;
  const char* typed = interrupted ? nullptr : el_gets(editor_, &length);
  if (interrupted) {
    interrupted = 0;
    el_reset(editor_);
    Write("\n");
    return {Line::Kind::kInterrupted, ""};
  }
  if (typed == nullptr || length <= 0) {
    Write("\n");
    return {Line::Kind::kEnd, ""};
  }
  Line line = {Line::Kind::kText, std::string(absl::StripSuffix(typed, "\n"))};
  if (!line.text.empty()) {
    HistEvent event;
    ::history(history_, &event, H_ENTER, line.text.c_str());
  }
  return line;
}

void TerminalConsole::Write(absl::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

int TerminalConsole::Width() const {
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kWidest;
  }
  return std::clamp<int>(size.ws_col, kNarrowest, kWidest);
}

}  // namespace firstvisit
