// Line editing is libedit's. Tests: tests/e2e/terminal_test.py, on a
// pseudo-terminal.

#include "assistant/terminal/terminal_console.h"

#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cwchar>

#include "absl/strings/strip.h"

namespace firstvisit {
namespace {

constexpr int kHistoryLines = 100;
// Longer lines are hard to read, however wide the window.
constexpr int kWidest = 80;
constexpr int kNarrowest = 20;
// Ctrl-D.
constexpr char kEndOfInput = '\x04';

// From the signal's handler to whoever waits for a key.
int interrupts[2];

void NoteInterrupt(int) {
  const int error = errno;
  const ssize_t written = write(interrupts[1], "", 1);
  static_cast<void>(written);  // full: it is known already
  errno = error;
}

// A character's bytes are read one by one; what is no character becomes U+FFFD.
bool Decode(char byte, std::mbstate_t& state, wchar_t* key) {
  const size_t length = std::mbrtowc(key, &byte, 1, &state);
  if (length == static_cast<size_t>(-2)) return false;
  if (length == static_cast<size_t>(-1)) {
    state = {};
    *key = 0xfffd;
  }
  return true;
}

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
  el_set(editor_, EL_GETCFN, &TerminalConsole::ReadKey);
  history_ = history_init();
  HistEvent event;
  ::history(history_, &event, H_SETSIZE, kHistoryLines);
  el_set(editor_, EL_HIST, ::history, history_);
  if (pipe2(interrupts, O_CLOEXEC | O_NONBLOCK) != 0) std::abort();
  struct sigaction action = {};
  action.sa_handler = NoteInterrupt;
  sigaction(SIGINT, &action, &before_);
}

TerminalConsole::~TerminalConsole() {
  sigaction(SIGINT, &before_, nullptr);
  close(interrupts[0]);
  close(interrupts[1]);
  history_end(history_);
  el_end(editor_);
}

char* TerminalConsole::Prompt(editline* editor) {
  TerminalConsole* console = nullptr;
  el_get(editor, EL_CLIENTDATA, &console);
  return console->prompt_.data();
}

int TerminalConsole::ReadKey(editline* editor, wchar_t* key) {
  TerminalConsole* console = nullptr;
  el_get(editor, EL_CLIENTDATA, &console);
  std::mbstate_t state = {};
  for (;;) {
    pollfd waiting[] = {{interrupts[0], POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    if (poll(waiting, 2, /*timeout=*/-1) < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    char byte;
    if (waiting[0].revents != 0) {
      while (read(interrupts[0], &byte, 1) > 0) {
      }
      console->interrupted_ = true;
      return -1;
    }
    const ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return static_cast<int>(count);
    // What the terminal makes of a Ctrl-D typed before it was ours to read.
    if (byte == '\0') byte = kEndOfInput;
    if (Decode(byte, state, key)) return 1;
  }
}

Line TerminalConsole::Read(absl::string_view prompt) {
  prompt_ = std::string(prompt);
  // libedit would take the terminal over only after it has shown the prompt: a
  // Ctrl-D typed in between would be lost.
  el_set(editor_, EL_PREP_TERM, 1);
  int length = 0;
  const char* typed = el_gets(editor_, &length);
  if (interrupted_) {
    interrupted_ = false;
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
