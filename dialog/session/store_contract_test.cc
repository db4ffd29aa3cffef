// What every SessionStore promises (session_store.h), checked on each.

#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "dialog/session/memory_store.h"
#include "dialog/session/sqlite_store.h"
#include "dialog/session/store_testing.h"
#include "dialog/util/status.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

struct StoreKind {
  const char* name;
  std::unique_ptr<SessionStore> (*make)();
};

std::unique_ptr<SessionStore> MakeMemory() {
  return std::make_unique<MemoryStore>();
}

std::unique_ptr<SessionStore> MakeSqlite() {
  std::string folder = absl::StrCat(testing::TempDir(), "/store-XXXXXX");
  auto store = SqliteStore::Open(absl::StrCat(mkdtemp(&folder[0]), "/s.db"));
  EXPECT_TRUE(store.ok()) << store.status();
  return *std::move(store);
}

session::v1::ContentFiles Files(const std::string& text) {
  session::v1::ContentFiles files;
  session::v1::ContentFile& file = *files.add_files();
  file.set_name("knee_pain.textproto");
  file.set_text(text);
  return files;
}

class StoreContractTest : public testing::TestWithParam<StoreKind> {
 protected:
  // Opens a session and takes one further turn.
  void OpenAndGoOn(const SessionKey& key) {
    const std::string open = absl::StrCat("open-", key.session);
    ASSERT_TRUE(CommitAndWait(*store_, OpeningWrite(key, open)).ok());
    ASSERT_TRUE(CommitAndWait(*store_, EventWrite(key, "two", 1)).ok());
  }

  const SessionKey key_ = {"clinic", "session"};
  std::unique_ptr<SessionStore> store_ = GetParam().make();
};

TEST_P(StoreContractTest, ALoadedSessionIsWhatWasCommitted) {
  OpenAndGoOn(key_);
  const auto loaded = LoadAndWait(*store_, key_);
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  EXPECT_EQ(loaded->version, 2);
  EXPECT_FALSE(loaded->reply.has_value());
  EXPECT_EQ(loaded->log.id(), "session");
  EXPECT_EQ(loaded->log.principal(), "clinic");
  EXPECT_EQ(loaded->log.opening().reference(), "open-session");
  ASSERT_EQ(loaded->log.events_size(), 1);
  EXPECT_EQ(loaded->log.events(0).words(), "words of two");
}

TEST_P(StoreContractTest, EventsComeBackInTheirOrder) {
  ASSERT_TRUE(CommitAndWait(*store_, OpeningWrite(key_, "open")).ok());
  for (int version = 1; version < 40; ++version) {
    const TurnWrite write =
        EventWrite(key_, absl::StrCat("r", version), version);
    ASSERT_TRUE(CommitAndWait(*store_, write).ok());
  }
  const auto loaded = LoadAndWait(*store_, key_);
  ASSERT_TRUE(loaded.ok());
  ASSERT_EQ(loaded->log.events_size(), 39);
  for (int i = 0; i < 39; ++i) {
    EXPECT_EQ(loaded->log.events(i).words(), absl::StrCat("words of r", i + 1));
  }
}

TEST_P(StoreContractTest, ForeignAndUnknownSessionsLookTheSame) {
  OpenAndGoOn(key_);
  const SessionKey foreign = {"other clinic", "session"};
  const SessionKey unknown = {"other clinic", "no such session"};
  const absl::Status load_foreign = LoadAndWait(*store_, foreign).status();
  EXPECT_EQ(load_foreign.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(load_foreign, LoadAndWait(*store_, unknown).status());
  EXPECT_EQ(load_foreign, DeleteAndWait(*store_, foreign));
  EXPECT_EQ(load_foreign,
            CommitAndWait(*store_, EventWrite(foreign, "r", 2)).status());
  EXPECT_TRUE(LoadAndWait(*store_, key_).ok());
}

TEST_P(StoreContractTest, TwoClinicsMayUseOneSessionId) {
  const SessionKey other = {"other clinic", "session"};
  OpenAndGoOn(key_);
  OpenAndGoOn(other);
  ASSERT_TRUE(DeleteAndWait(*store_, other).ok());
  EXPECT_TRUE(LoadAndWait(*store_, key_).ok());
}

TEST_P(StoreContractTest, ARepeatedTurnYieldsTheFirstReply) {
  OpenAndGoOn(key_);
  ASSERT_TRUE(CommitAndWait(*store_, EventWrite(key_, "three", 2)).ok());
  TurnWrite again = EventWrite(key_, "two", 3);
  again.reply = "another reply";
  EXPECT_EQ(*CommitAndWait(*store_, again), "reply to two");
  EXPECT_EQ(LoadAndWait(*store_, key_)->version, 3);
  const auto loaded = LoadAndWait(*store_, key_, Stamp("two"));
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded->reply, "reply to two");
  EXPECT_FALSE(LoadAndWait(*store_, key_, Stamp("new"))->reply.has_value());
}

TEST_P(StoreContractTest, ARepeatedOpeningYieldsTheFirstReply) {
  OpenAndGoOn(key_);
  // The second time the service proposes another id.
  TurnWrite again = OpeningWrite({"clinic", "made anew"}, "open-session");
  again.reply = "another reply";
  EXPECT_EQ(*CommitAndWait(*store_, again), "reply to open-session");
  EXPECT_EQ(LoadAndWait(*store_, {"clinic", "made anew"}).status().code(),
            absl::StatusCode::kNotFound);
}

TEST_P(StoreContractTest, ARequestIdWithAnotherBodyIsRefused) {
  OpenAndGoOn(key_);
  const absl::Status turn =
      CommitAndWait(*store_, EventWrite(key_, "two", 2, "other")).status();
  EXPECT_EQ(turn.code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(ReasonOf(turn), "REQUEST_ID_REUSED");
  EXPECT_EQ(turn, LoadAndWait(*store_, key_, Stamp("two", "other")).status());
  const TurnWrite opening =
      OpeningWrite({"clinic", "anew"}, "open-session", "other");
  EXPECT_EQ(turn, CommitAndWait(*store_, opening).status());
}

TEST_P(StoreContractTest, OpeningAndTurnsHaveRequestIdsOfTheirOwn) {
  ASSERT_TRUE(CommitAndWait(*store_, OpeningWrite(key_, "1")).ok());
  EXPECT_FALSE(LoadAndWait(*store_, key_, Stamp("1", "x"))->reply.has_value());
  EXPECT_TRUE(CommitAndWait(*store_, EventWrite(key_, "1", 1, "x")).ok());
}

TEST_P(StoreContractTest, TwoSessionsMayUseOneRequestId) {
  OpenAndGoOn({"clinic", "a"});
  OpenAndGoOn({"clinic", "b"});
  const TurnWrite write = EventWrite({"clinic", "b"}, "three", 2, "body");
  EXPECT_TRUE(CommitAndWait(*store_, write).ok());
  EXPECT_EQ(LoadAndWait(*store_, {"clinic", "a"})->version, 2);
}

TEST_P(StoreContractTest, AChosenSessionIdIsGivenOnce) {
  OpenAndGoOn(key_);
  const absl::Status status =
      CommitAndWait(*store_, OpeningWrite(key_, "another open")).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(ReasonOf(status), "SESSION_ID_TAKEN");
}

TEST_P(StoreContractTest, ATurnThatBuildsOnAnOldOneIsAborted) {
  OpenAndGoOn(key_);
  for (const int version : {1, 3}) {
    const absl::Status status =
        CommitAndWait(*store_, EventWrite(key_, "late", version)).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  }
  EXPECT_EQ(LoadAndWait(*store_, key_)->version, 2);
}

TEST_P(StoreContractTest, OfTurnsAtOnceExactlyOneWins) {
  ASSERT_TRUE(CommitAndWait(*store_, OpeningWrite(key_, "open")).ok());
  std::vector<absl::StatusOr<std::string>> replies(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < replies.size(); ++i) {
    threads.emplace_back([&, i] {
      replies[i] =
          CommitAndWait(*store_, EventWrite(key_, absl::StrCat("r", i), 1));
    });
  }
  for (std::thread& thread : threads) thread.join();
  int won = 0;
  for (const auto& reply : replies) {
    won += reply.ok() ? 1 : 0;
    if (!reply.ok()) {
      EXPECT_EQ(reply.status().code(), absl::StatusCode::kAborted);
    }
  }
  EXPECT_EQ(won, 1);
  EXPECT_EQ(LoadAndWait(*store_, key_)->log.events_size(), 1);
}

TEST_P(StoreContractTest, OneRequestSentManyTimesAtOnceHappensOnce) {
  std::vector<absl::StatusOr<std::string>> replies(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < replies.size(); ++i) {
    threads.emplace_back([&, i] {
      TurnWrite write =
          OpeningWrite({"clinic", absl::StrCat("made-", i)}, "open");
      write.reply = absl::StrCat("reply ", i);
      replies[i] = CommitAndWait(*store_, std::move(write));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& reply : replies) {
    ASSERT_TRUE(reply.ok()) << reply.status();
    EXPECT_EQ(*reply, *replies[0]);
  }
  EXPECT_EQ(ListAndWait(*store_, "clinic", 100)->sessions.size(), 1u);
}

TEST_P(StoreContractTest, ADeletedSessionIsGone) {
  OpenAndGoOn(key_);
  ASSERT_TRUE(DeleteAndWait(*store_, key_).ok());
  const auto code = [](const auto& outcome) { return outcome.status().code(); };
  constexpr auto kNotFound = absl::StatusCode::kNotFound;
  EXPECT_EQ(code(LoadAndWait(*store_, key_)), kNotFound);
  EXPECT_EQ(code(LoadAndWait(*store_, key_, Stamp("two"))), kNotFound);
  EXPECT_EQ(code(CommitAndWait(*store_, EventWrite(key_, "two", 1))),
            kNotFound);
  // The opening's retry must not open the session again.
  EXPECT_EQ(code(CommitAndWait(*store_, OpeningWrite(key_, "open-session"))),
            kNotFound);
  EXPECT_EQ(DeleteAndWait(*store_, key_).code(), kNotFound);
  EXPECT_TRUE(ListAndWait(*store_, "clinic", 100)->sessions.empty());
}

TEST_P(StoreContractTest, AnErasedSessionIdMayBeUsedAnew) {
  OpenAndGoOn(key_);
  ASSERT_TRUE(DeleteAndWait(*store_, key_).ok());
  ASSERT_TRUE(CommitAndWait(*store_, OpeningWrite(key_, "afresh")).ok());
  EXPECT_EQ(LoadAndWait(*store_, key_)->version, 1);
  // The first opening's retry is not answered with the second session.
  EXPECT_EQ(CommitAndWait(*store_, OpeningWrite(key_, "open-session"))
                .status()
                .code(),
            absl::StatusCode::kNotFound);
}

TEST_P(StoreContractTest, OfARefusalOnlyTheLastReplyIsKept) {
  OpenAndGoOn(key_);
  TurnWrite refusal = EventWrite(key_, "no", 2);
  refusal.erase = true;
  EXPECT_EQ(*CommitAndWait(*store_, refusal), "reply to no");
  EXPECT_EQ(LoadAndWait(*store_, key_).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(LoadAndWait(*store_, key_, Stamp("two")).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_TRUE(ListAndWait(*store_, "clinic", 100)->sessions.empty());

  EXPECT_EQ(LoadAndWait(*store_, key_, Stamp("no"))->reply, "reply to no");
  EXPECT_EQ(*CommitAndWait(*store_, refusal), "reply to no");
  EXPECT_EQ(LoadAndWait(*store_, key_, Stamp("no", "other")).status().code(),
            absl::StatusCode::kAlreadyExists);
  ASSERT_TRUE(DeleteAndWait(*store_, key_).ok());
  EXPECT_EQ(LoadAndWait(*store_, key_, Stamp("no")).status().code(),
            absl::StatusCode::kNotFound);
}

TEST_P(StoreContractTest, ListsNewestFirstInPages) {
  std::vector<std::string> expected;
  for (int i = 0; i < 25; ++i) {
    const std::string id = absl::StrCat("s", i);
    OpenAndGoOn({"clinic", id});
    OpenAndGoOn({"other clinic", id});
    expected.insert(expected.begin(), id);
  }
  for (const int size : {1, 10, 25, 100}) {
    std::vector<std::string> listed;
    std::string token;
    do {
      const auto page = ListAndWait(*store_, "clinic", size, token);
      ASSERT_TRUE(page.ok()) << page.status();
      ASSERT_LE(page->sessions.size(), static_cast<std::size_t>(size));
      for (const ListedSession& session : page->sessions) {
        listed.push_back(session.summary.session());
        EXPECT_EQ(session.summary.reference(), "after two");
        EXPECT_EQ(session.expires_at, TurnTime() + absl::Hours(24));
      }
      token = page->next_page_token;
    } while (!token.empty());
    EXPECT_EQ(listed, expected) << "in pages of " << size;
  }
}

TEST_P(StoreContractTest, APageTokenOfSomebodyElseIsRefused) {
  for (const char* token : {"x", "below-", "below-x", "below--1", "12"}) {
    const absl::Status status =
        ListAndWait(*store_, "clinic", 10, token).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << token;
    EXPECT_EQ(FieldOf(status), "page_token");
  }
}

TEST_P(StoreContractTest, ErasesWhatIsOlderAndNothingElse) {
  for (int i = 0; i < 450; ++i) {
    TurnWrite old = OpeningWrite({"clinic", absl::StrCat("old", i)},
                                 absl::StrCat("old", i));
    old.time = TurnTime() - absl::Hours(1);
    ASSERT_TRUE(CommitAndWait(*store_, old).ok());
  }
  OpenAndGoOn(key_);
  const auto erased = EraseAndWait(*store_, TurnTime());
  ASSERT_TRUE(erased.ok()) << erased.status();
  EXPECT_EQ(*erased, 450);
  EXPECT_TRUE(LoadAndWait(*store_, key_).ok());
  EXPECT_EQ(ListAndWait(*store_, "clinic", 1000)->sessions.size(), 1u);
  EXPECT_EQ(*EraseAndWait(*store_, TurnTime()), 0);
}

TEST_P(StoreContractTest, ALaterTurnKeepsASessionYoung) {
  TurnWrite open = OpeningWrite(key_, "open");
  open.time = TurnTime() - absl::Hours(1);
  ASSERT_TRUE(CommitAndWait(*store_, open).ok());
  ASSERT_TRUE(CommitAndWait(*store_, EventWrite(key_, "two", 1)).ok());
  EXPECT_EQ(*EraseAndWait(*store_, TurnTime()), 0);
  EXPECT_EQ(*EraseAndWait(*store_, TurnTime() + absl::Seconds(1)), 1);
}

TEST_P(StoreContractTest, AContentIsKeptWhileASessionNeedsIt) {
  ASSERT_TRUE(
      KeepContentAndWait(*store_, "hash-of-content", Files("old")).ok());
  ASSERT_TRUE(KeepContentAndWait(*store_, "unused", Files("unused")).ok());
  ASSERT_TRUE(KeepContentAndWait(*store_, "newest", Files("new")).ok());
  OpenAndGoOn(key_);  // began with "hash-of-content"
  ASSERT_TRUE(EraseAndWait(*store_, TurnTime()).ok());
  const auto old = LoadContentAndWait(*store_, "hash-of-content");
  ASSERT_TRUE(old.ok()) << old.status();
  ASSERT_EQ(old->files_size(), 1);
  EXPECT_EQ(old->files(0).text(), "old");
  EXPECT_EQ(LoadContentAndWait(*store_, "unused").status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_TRUE(LoadContentAndWait(*store_, "newest").ok());
}

TEST_P(StoreContractTest, BytesOfAnyKindComeBack) {
  const std::string bytes("\0\xff'; DROP TABLE turns; --\n", 27);
  TurnWrite open = OpeningWrite({"clinic'", "s\"';"}, "r';\"");
  open.reply = bytes;
  ASSERT_TRUE(CommitAndWait(*store_, open).ok());
  TurnWrite again = open;
  again.reply = "other";
  EXPECT_EQ(*CommitAndWait(*store_, again), bytes);
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContractTest,
                         testing::Values(StoreKind{"Memory", MakeMemory},
                                         StoreKind{"Sqlite", MakeSqlite}),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace firstvisit
