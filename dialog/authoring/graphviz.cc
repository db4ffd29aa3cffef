// Method: text in and picture out go through unnamed temporary files, so that
// neither side can block the other on a full pipe. Tests: graphviz_test.cc.

#include "dialog/authoring/graphviz.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

extern char** environ;

namespace firstvisit {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File TemporaryFile() { return File(std::tmpfile(), &std::fclose); }

// The exit status of `dot`; -1: it could not be started.
int RunDot(std::FILE* in, std::FILE* out) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, fileno(in), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, fileno(out), STDOUT_FILENO);
  char program[] = "dot";
  char format[] = "-Tsvg";
  char* const arguments[] = {program, format, nullptr};
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, program, &files, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  int status = 0;
  if (failed != 0 || waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

std::string ReadAll(std::FILE* file) {
  std::rewind(file);
  std::string text;
  char buffer[65536];
  for (size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, got);
  }
  return text;
}

}  // namespace

absl::StatusOr<std::string> DotToSvg(absl::string_view dot) {
  const File in = TemporaryFile();
  const File out = TemporaryFile();
  if (in == nullptr || out == nullptr ||
      std::fwrite(dot.data(), 1, dot.size(), in.get()) != dot.size()) {
    return absl::InternalError(
        "no temporary file could be written; is the disk full?");
  }
  std::rewind(in.get());
  switch (RunDot(in.get(), out.get())) {
    case 0:
      return ReadAll(out.get());
    case -1:
    case 127:  // where the system finds out only after the fork
      return absl::FailedPreconditionError(
          "Graphviz's `dot` is not installed: install the package graphviz, or "
          "take --format=dot");
    default:
      return absl::InvalidArgumentError("Graphviz refuses this graph");
  }
}

}  // namespace firstvisit
