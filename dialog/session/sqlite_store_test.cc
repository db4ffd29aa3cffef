// What only the SQLite store promises; the rest is in store_contract_test.cc.

#include "dialog/session/sqlite_store.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "dialog/session/sqlite.h"
#include "dialog/session/store_testing.h"
#include "dialog/util/status.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class SqliteStoreTest : public testing::Test {
 protected:
  SqliteStoreTest() {
    std::string folder = absl::StrCat(testing::TempDir(), "/store-XXXXXX");
    folder_ = mkdtemp(&folder[0]);
    path_ = absl::StrCat(folder_, "/sessions.db");
  }

  std::unique_ptr<SqliteStore> OpenStore() {
    auto store = SqliteStore::Open(path_);
    EXPECT_TRUE(store.ok()) << store.status();
    return *std::move(store);
  }

  // All bytes of the store's files.
  std::string Bytes() {
    std::string bytes;
    for (const char* suffix : {"", "-wal", "-shm"}) {
      std::ifstream file(path_ + suffix, std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
  }

  absl::Status OpenError(const std::string& path) {
    return SqliteStore::Open(path).status();
  }

  const SessionKey key_ = {"clinic", "session"};
  std::string folder_;
  std::string path_;
};

TEST_F(SqliteStoreTest, SessionsOutliveTheProcess) {
  {
    auto store = OpenStore();
    ASSERT_TRUE(CommitAndWait(*store, OpeningWrite(key_, "open")).ok());
    ASSERT_TRUE(CommitAndWait(*store, EventWrite(key_, "two", 1)).ok());
  }
  auto store = OpenStore();
  EXPECT_EQ(LoadAndWait(*store, key_)->version, 2);
  EXPECT_EQ(LoadAndWait(*store, key_, Stamp("two"))->reply, "reply to two");
  EXPECT_TRUE(CommitAndWait(*store, EventWrite(key_, "three", 2)).ok());
}

TEST_F(SqliteStoreTest, TwoStoresShareOneFile) {
  auto one = OpenStore();
  auto two = OpenStore();
  ASSERT_TRUE(CommitAndWait(*one, OpeningWrite(key_, "open")).ok());
  ASSERT_TRUE(CommitAndWait(*two, EventWrite(key_, "two", 1)).ok());
  EXPECT_EQ(LoadAndWait(*one, key_)->version, 2);
  EXPECT_EQ(CommitAndWait(*one, EventWrite(key_, "late", 1)).status().code(),
            absl::StatusCode::kAborted);
}

TEST_F(SqliteStoreTest, DeletedBytesAreInNoFile) {
  auto store = OpenStore();
  ASSERT_TRUE(CommitAndWait(*store, OpeningWrite(key_, "open")).ok());
  TurnWrite turn = EventWrite(key_, "two", 1);
  turn.event.set_words("my left knee is swollen");
  turn.summary.set_reference("Ms Byrne");
  ASSERT_TRUE(CommitAndWait(*store, turn).ok());
  ASSERT_NE(Bytes().find("my left knee is swollen"), std::string::npos);

  ASSERT_TRUE(DeleteAndWait(*store, key_).ok());
  for (const char* erased : {"my left knee is swollen", "Ms Byrne",
                             "reply to two", "reply to open"}) {
    EXPECT_EQ(Bytes().find(erased), std::string::npos) << erased;
  }
}

TEST_F(SqliteStoreTest, RefusedConsentLeavesNoBytesButTheReply) {
  auto store = OpenStore();
  ASSERT_TRUE(CommitAndWait(*store, OpeningWrite(key_, "open")).ok());
  TurnWrite turn = EventWrite(key_, "two", 1);
  turn.event.set_words("no, it is private");
  turn.erase = true;
  ASSERT_TRUE(CommitAndWait(*store, turn).ok());
  EXPECT_EQ(Bytes().find("no, it is private"), std::string::npos);
  EXPECT_EQ(Bytes().find("reply to open"), std::string::npos);
  EXPECT_NE(Bytes().find("reply to two"), std::string::npos);
}

TEST_F(SqliteStoreTest, TheFileIsTheOwnersAlone) {
  auto store = OpenStore();
  for (const char* suffix : {"", "-wal"}) {
    struct stat status;
    ASSERT_EQ(stat((path_ + suffix).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << suffix;
  }
}

TEST_F(SqliteStoreTest, ANewerFormatIsRefusedAndLeftAsItIs) {
  { OpenStore(); }
  {
    auto database = SqliteDatabase::Open(path_, SQLITE_OPEN_READWRITE);
    ASSERT_TRUE(database->Execute("PRAGMA user_version = 2").ok());
  }
  const std::string before = Bytes();
  const absl::Status status = OpenError(path_);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "STORE_TOO_NEW");
  EXPECT_NE(status.message().find("newer First Visit"), std::string::npos);
  EXPECT_EQ(Bytes(), before);
}

TEST_F(SqliteStoreTest, AnotherProgramsDatabaseIsLeftAlone) {
  {
    auto database =
        SqliteDatabase::Open(path_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    ASSERT_TRUE(database->Execute("CREATE TABLE t(a)").ok());
  }
  EXPECT_EQ(ReasonOf(OpenError(path_)), "STORE_NOT_OURS");
}

TEST_F(SqliteStoreTest, AFileThatIsNoDatabaseIsLeftAlone) {
  const std::string text(5000, 'x');
  std::ofstream(path_) << text;
  EXPECT_EQ(ReasonOf(OpenError(path_)), "STORE_NOT_OURS");
  EXPECT_EQ(Bytes(), text);
}

TEST_F(SqliteStoreTest, AFolderThatCannotBeWrittenIsNamed) {
  std::ofstream(path_) << "";
  for (const std::string& path :
       {absl::StrCat(folder_, "/missing/sessions.db"),
        absl::StrCat(path_, "/sessions.db"), folder_}) {
    const absl::Status status = OpenError(path);
    EXPECT_EQ(ReasonOf(status), "STORE_NOT_WRITABLE") << path;
    EXPECT_NE(status.message().find(path), std::string::npos) << status;
    EXPECT_NE(status.message().find("--store=sqlite:"), std::string::npos);
  }
}

// No file of this process may grow beyond `bytes`: as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit full = before_;
    full.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &full);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }

 private:
  // Otherwise the signal ends the process instead of failing the write.
  const sighandler_t handler_ = signal(SIGXFSZ, SIG_IGN);
  rlimit before_;
};

TEST_F(SqliteStoreTest, AFullDiskIsUnavailableAndLosesNothing) {
  auto store = OpenStore();
  ASSERT_TRUE(CommitAndWait(*store, OpeningWrite(key_, "open")).ok());
  const TurnWrite write = EventWrite(key_, "two", 1);
  {
    const FullDisk full(1);
    const absl::Status away = CommitAndWait(*store, write).status();
    EXPECT_EQ(ReasonOf(away), "STORE_AWAY") << away;
    EXPECT_EQ(LoadAndWait(*store, key_)->version, 1);  // readers go on
  }
  EXPECT_EQ(*CommitAndWait(*store, write), write.reply);
  EXPECT_EQ(LoadAndWait(*store, key_)->version, 2);
}

TEST_F(SqliteStoreTest, ADamagedFileIsToldFromOneThatIsBusy) {
  {
    auto store = OpenStore();
    ASSERT_TRUE(CommitAndWait(*store, OpeningWrite(key_, "open")).ok());
  }
  // All pages but the first, which has the names of the tables.
  const std::string bytes = Bytes();
  constexpr size_t kPage = 4096;
  ASSERT_GT(bytes.size(), kPage);
  std::ofstream(path_, std::ios::binary)
      << bytes.substr(0, kPage) << std::string(bytes.size() - kPage, '\xff');
  auto store = OpenStore();
  const absl::Status damaged = LoadAndWait(*store, key_).status();
  EXPECT_EQ(damaged.code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(ReasonOf(damaged), "STORE_DAMAGED");
  EXPECT_NE(damaged.message().find("backup"), std::string::npos) << damaged;
}

TEST_F(SqliteStoreTest, ALockedFileIsUnavailableAndLosesNothing) {
  auto store = OpenStore();
  ASSERT_TRUE(CommitAndWait(*store, OpeningWrite(key_, "open")).ok());
  auto other = SqliteDatabase::Open(path_, SQLITE_OPEN_READWRITE);
  ASSERT_TRUE(other->Execute("BEGIN IMMEDIATE").ok());
  const TurnWrite write = EventWrite(key_, "two", 1);
  const absl::Status away = CommitAndWait(*store, write).status();
  EXPECT_EQ(away.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(away), "STORE_AWAY");
  EXPECT_EQ(LoadAndWait(*store, key_)->version, 1);  // readers go on
  ASSERT_TRUE(other->Execute("ROLLBACK").ok());
  EXPECT_TRUE(CommitAndWait(*store, write).ok());
}

}  // namespace
}  // namespace firstvisit
