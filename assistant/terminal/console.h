// Where a conversation in the terminal takes place: lines in, text out.
//
//   Line line = console.Read("> ");
//   if (line.kind == Line::Kind::kText) console.Write("…\n");
//
// Two of them: TerminalConsole edits lines in a terminal, StreamConsole reads
// what is piped in. Not synchronised; one conversation has one console.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_CONSOLE_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_CONSOLE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace firstvisit {

struct Line {
  enum class Kind {
    kText,
    kEnd,          // Ctrl-D, or nothing more is piped in
    kInterrupted,  // Ctrl-C
  };
  Kind kind = Kind::kEnd;
  std::string text;
};

class Console {
 public:
  virtual ~Console() = default;

  // Waits for the next line.
  virtual Line Read(absl::string_view prompt) = 0;
  // The next Read need not wait.
  virtual bool Ready() = 0;
  // Shows it at once.
  virtual void Write(absl::string_view text) = 0;
  // Columns that a line may take.
  virtual int Width() const = 0;
  // A person sits there, rather than a file.
  virtual bool Interactive() const = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_CONSOLE_H_
