// Tests: stream_console_test.cc.

#include "assistant/terminal/stream_console.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "absl/strings/strip.h"

namespace firstvisit {

Line StreamConsole::Read(absl::string_view) {
  while (buffer_.find('\n') == std::string::npos && Fill()) {
  }
  if (buffer_.empty()) return {};
  const size_t end = buffer_.find('\n');
  Line line = {Line::Kind::kText, buffer_.substr(0, end)};
  buffer_.erase(0, end == std::string::npos ? end : end + 1);
  // Files from other systems end their lines with both.
  line.text = std::string(absl::StripSuffix(line.text, "\r"));
  return line;
}

bool StreamConsole::Ready() {
  while (buffer_.find('\n') == std::string::npos && !ended_) {
    pollfd waiting = {input_, POLLIN, 0};
    if (poll(&waiting, 1, /*timeout=*/0) <= 0) return false;
    Fill();
  }
  return true;
}

void StreamConsole::Write(absl::string_view text) {
  output_ << text << std::flush;
}

bool StreamConsole::Fill() {
  if (ended_) return false;
  char bytes[4096];
  ssize_t count;
  do {
    count = read(input_, bytes, sizeof(bytes));
  } while (count < 0 && errno == EINTR);
  if (count <= 0) {
    ended_ = true;
    return false;
  }
  buffer_.append(bytes, static_cast<size_t>(count));
  return true;
}

}  // namespace firstvisit
