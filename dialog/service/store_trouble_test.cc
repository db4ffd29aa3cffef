// The service while its store is in trouble.

#include <thread>
#include <utility>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "dialog/content/texts.h"
#include "dialog/service/service_testing.h"
#include "dialog/session/memory_store.h"
#include "dialog/util/clock.h"
#include "dialog/util/status.h"
#include "firstvisit/v1/intake.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

// A store that commits, and then fails to say so.
class ForgetfulStore : public MemoryStore {
 public:
  void Commit(TurnWrite write,
              Callback<absl::StatusOr<std::string>> done) override {
    const bool fails = std::exchange(fails_, false);
    MemoryStore::Commit(std::move(write), [&](auto reply) {
      done(fails ? absl::UnavailableError("disk full") : std::move(reply));
    });
  }
  void FailOnce() { fails_ = true; }

 private:
  bool fails_ = false;
};

TEST(StoreTroubleTest, AReplyThatWasLostIsThereWhenAskedAgain) {
  ForgetfulStore store;
  ServiceUnderTest service(store);
  const auto opened = service.Start("open");
  ASSERT_TRUE(opened.ok()) << opened.status();
  store.FailOnce();
  EXPECT_EQ(service.Reply(*opened, "r", "yes").status().code(),
            absl::StatusCode::kUnavailable);
  const auto turn = service.Reply(*opened, "r", "yes");
  ASSERT_TRUE(turn.ok()) << turn.status();
  EXPECT_EQ(turn->turn(), 2);
}

// A store that answers loads when it is let go on, or when it ends.
class HangingStore : public MemoryStore {
 public:
  ~HangingStore() override { GoOn(); }
  void Load(const SessionKey& key, const absl::optional<RequestStamp>& request,
            Callback<absl::StatusOr<LoadedSession>> done) override {
    absl::MutexLock lock(&mutex_);
    waiting_.push_back([this, key, request, done = std::move(done)] {
      MemoryStore::Load(key, request, done);
    });
  }
  void WaitForLoad() {
    const auto waits = [this] { return !waiting_.empty(); };
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&waits));
  }
  void GoOn() {
    std::vector<std::function<void()>> loads;
    {
      absl::MutexLock lock(&mutex_);
      loads.swap(waiting_);
    }
    for (const auto& load : loads) load();
  }

 private:
  absl::Mutex mutex_;
  std::vector<std::function<void()>> waiting_;
};

TEST(StoreTroubleTest, AHangingStoreDoesNotHoldUpTheEnd) {
  HangingStore store;
  ServiceUnderTest service(store);
  const auto opened = service.Start("open");
  ASSERT_TRUE(opened.ok()) << opened.status();
  std::thread caller(
      [&] { EXPECT_FALSE(service.Reply(*opened, "r", "yes").ok()); });
  store.WaitForLoad();
  service.server().Stop(SystemClock().Now() + absl::Milliseconds(50));
  caller.join();
  store.GoOn();  // the outcome comes too late, and harms nobody
}

TEST(StoreTroubleTest, ASessionWhoseContentIsGoneSaysSo) {
  MemoryStore before;
  MemoryStore store;
  v1::Turn opened;
  {
    ServiceUnderTest service(before);
    opened = *service.Start("open");
  }
  // The sessions were brought along, the contents were not.
  absl::StatusOr<LoadedSession> loaded;
  before.Load({"local", opened.session()}, absl::nullopt,
              [&](auto session) { loaded = std::move(session); });
  TurnWrite write;
  write.key = {"local", opened.session()};
  write.request = {"open", "fingerprint"};
  write.opening = loaded->log.opening();
  store.Commit(std::move(write), [](const auto&) {});

  std::vector<NamedText> later = WithLanguages(KneePainTexts());
  for (NamedText& text : later) text.text += "\n# A later version.\n";
  ServiceUnderTest service(store, &later);
  const absl::Status status = service.Reply(opened, "r", "yes").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "CONTENT_GONE");
}

}  // namespace
}  // namespace firstvisit
