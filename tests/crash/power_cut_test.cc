// Nothing acknowledged is lost when the power goes. Killing a process shows
// nothing, as the kernel keeps what it wrote; so the writer runs with
// power_cut.c before libc, which takes back all that was never synced. That the
// cuts are real shows in the second test: the same store, told not to sync each
// commit, loses turns.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dialog/session/sqlite_store.h"
#include "dialog/session/store_testing.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

constexpr int kRounds = 20;

// What the writer of one round said.
struct Said {
  std::vector<std::vector<std::string>> turns;  // session, request id
  std::set<std::string> deleting;
  std::set<std::string> deleted;
};

// A fresh folder under its real name, by which power_cut.c knows its files.
std::string MakeFolder() {
  std::string pattern = absl::StrCat(testing::TempDir(), "/cut-XXXXXX");
  char path[PATH_MAX];
  return realpath(mkdtemp(&pattern[0]), path);
}

// Runs the writer over a fresh file until its power is cut.
Said WriteUntilCut(const std::string& folder, const char* durability,
                   int count) {
  // ASan would want to be loaded first.
  const std::string command = absl::StrCat(
      "ASAN_OPTIONS=verify_asan_link_order=0 POWER_CUT_FOLDER=", folder,
      " LD_PRELOAD=$PWD/tests/crash/libpower_cut.so exec tests/crash/writer ",
      folder, "/sessions.db ", durability, " ", count);
  FILE* output = popen(command.c_str(), "r");
  Said said;
  char line[256];
  while (std::fgets(line, sizeof(line), output) != nullptr) {
    const std::vector<std::string> words =
        absl::StrSplit(line, absl::ByAnyChar(" \n"), absl::SkipEmpty());
    if (words[0] == "turn") {
      said.turns.push_back({words[1], words[2]});
    } else if (words[0] == "uncut") {
      ADD_FAILURE() << "what was not synced could not be taken back";
    } else {
      (words[0] == "deleted" ? said.deleted : said.deleting).insert(words[1]);
    }
  }
  const int status = pclose(output);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
      << "the writer ended without a power cut, status " << status;
  return said;
}

// How many acknowledged turns and erasures the file does not have.
int CountLost(const std::string& folder, const Said& said) {
  auto store = SqliteStore::Open(absl::StrCat(folder, "/sessions.db"));
  if (!store.ok()) {
    ADD_FAILURE() << store.status();
    return 0;
  }
  int lost = 0;
  for (const auto& turn : said.turns) {
    const std::string& session = turn[0];
    if (said.deleting.count(session) > 0) continue;
    const SessionKey key = {"clinic", session};
    const bool opening = turn[1] == session;
    const auto loaded = opening ? LoadAndWait(**store, key)
                                : LoadAndWait(**store, key, Stamp(turn[1]));
    lost += loaded.ok() && (opening || loaded->reply.has_value()) ? 0 : 1;
  }
  for (const std::string& session : said.deleted) {
    lost += LoadAndWait(**store, {"clinic", session}).ok() ? 1 : 0;
  }
  const SessionKey next = {"clinic", "after the cut"};
  EXPECT_TRUE(CommitAndWait(**store, OpeningWrite(next, "after")).ok());
  return lost;
}

// Rounds, of kRounds, that lost something. Cuts come at ever later moments, so
// that some fall around the checkpoints of the write-ahead log.
int RoundsWithLoss(const char* durability) {
  int rounds = 0;
  for (int round = 1; round <= kRounds; ++round) {
    const std::string folder = MakeFolder();
    const int count = 37 * round;
    const Said said = WriteUntilCut(folder, durability, count);
    EXPECT_GE(said.turns.size() + said.deleting.size() + said.deleted.size(),
              static_cast<std::size_t>(count));
    rounds += CountLost(folder, said) > 0 ? 1 : 0;
  }
  return rounds;
}

TEST(PowerCutTest, NothingAcknowledgedIsLost) {
  EXPECT_EQ(RoundsWithLoss("full"), 0);
}

TEST(PowerCutTest, TheCutsAreRealAsTurnsThatAreNotSyncedAreLost) {
  EXPECT_GT(RoundsWithLoss("normal"), kRounds / 2);
}

}  // namespace
}  // namespace firstvisit
