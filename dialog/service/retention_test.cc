#include "dialog/service/retention.h"

#include "dialog/session/memory_store.h"
#include "dialog/session/store_testing.h"
#include "gtest/gtest.h"
#include "tests/support/fake_clock.h"

namespace firstvisit {
namespace {

// Tells when a sweep has come, and its limit.
class WatchedStore : public MemoryStore {
 public:
  void EraseOlderThan(absl::Time limit,
                      Callback<absl::StatusOr<int>> done) override {
    MemoryStore::EraseOlderThan(limit, std::move(done));
    absl::MutexLock lock(&mutex_);
    limits_.push_back(limit);
  }

  absl::Time WaitForSweep(std::size_t number) {
    const auto come = [&] { return limits_.size() >= number; };
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&come));
    return limits_[number - 1];
  }

 private:
  absl::Mutex mutex_;
  std::vector<absl::Time> limits_;
};

TEST(RetentionTest, SweepsAtOnceAndThenAgain) {
  WatchedStore store;
  FakeClock clock;
  const SessionKey key = {"clinic", "session"};
  TurnWrite old = OpeningWrite(key, "open");
  old.time = clock.Now() - absl::Hours(31 * 24);
  ASSERT_TRUE(CommitAndWait(store, old).ok());
  const Retention retention(store, clock, absl::Hours(30 * 24),
                            absl::Milliseconds(1));
  EXPECT_EQ(store.WaitForSweep(1), clock.Now() - absl::Hours(30 * 24));
  EXPECT_EQ(LoadAndWait(store, key).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(store.WaitForSweep(3), clock.Now() - absl::Hours(30 * 24));
}

TEST(RetentionTest, EndsWithoutWaitingForTheNextSweep) {
  WatchedStore store;
  FakeClock clock;
  const Retention retention(store, clock, absl::Hours(1));
  store.WaitForSweep(1);
}

}  // namespace
}  // namespace firstvisit
