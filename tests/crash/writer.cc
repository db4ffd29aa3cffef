// Writes sessions until the power is cut; for power_cut_test.cc.
//
//   writer FILE full|normal COUNT
//
// After COUNT lines on standard output it calls PowerCut() of the preloaded
// library. "turn SESSION REQUEST" and "deleted SESSION" are written once the
// store has called back, "deleting SESSION" before it is asked to.

#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/session/sqlite_store.h"
#include "dialog/session/store_testing.h"

namespace firstvisit {
namespace {

constexpr int kThreads = 4;
constexpr int kTurns = 6;
// Every so manieth session is deleted when it is done.
constexpr int kDeletedEach = 5;

class Writer {
 public:
  Writer(SessionStore& store, int lines, void (*power_cut)())
      : store_(store), left_(lines), power_cut_(power_cut) {}

  void WriteForever(int thread) {
    for (int number = 0;; ++number) {
      const std::string session = absl::StrCat("s-", thread, "-", number);
      const SessionKey key = {"clinic", session};
      Turn(OpeningWrite(key, session), session);
      for (int version = 1; version < kTurns; ++version) {
        TurnWrite write = EventWrite(key, absl::StrCat("r", version), version);
        write.reply.append(1500, 'x');  // a usual turn's length
        Turn(std::move(write), session);
      }
      if (number % kDeletedEach == 0) {
        Say(absl::StrCat("deleting ", session, "\n"));
        if (!DeleteAndWait(store_, key).ok()) std::abort();
        Say(absl::StrCat("deleted ", session, "\n"));
      }
    }
  }

 private:
  void Turn(TurnWrite write, absl::string_view session) {
    const std::string request = write.request.id;
    if (!CommitAndWait(store_, std::move(write)).ok()) std::abort();
    Say(absl::StrCat("turn ", session, " ", request, "\n"));
  }

  void Say(const std::string& line) {
    // Short writes to a pipe are whole.
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) std::abort();
    if (--left_ == 0) power_cut_();
  }

  SessionStore& store_;
  std::atomic<int> left_;
  void (*const power_cut_)();
};

int Main(const std::string& path, const std::string& durability, int count) {
  auto store = SqliteStore::Open(
      path, durability == "full" ? Durability::kFull : Durability::kNormal);
  void* power_cut = dlsym(RTLD_DEFAULT, "PowerCut");
  if (!store.ok() || power_cut == nullptr) return 1;
  Writer writer(**store, count, reinterpret_cast<void (*)()>(power_cut));
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&writer, i] { writer.WriteForever(i); });
  }
  for (std::thread& thread : threads) thread.join();
  return 1;
}

}  // namespace
}  // namespace firstvisit

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: writer FILE full|normal COUNT\n", stderr);
    return 2;
  }
  return firstvisit::Main(argv[1], argv[2], std::atoi(argv[3]));
}
