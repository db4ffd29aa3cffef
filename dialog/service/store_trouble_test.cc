// The service while its store is in trouble.

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_replace.h"
#include "absl/synchronization/mutex.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "dialog/service/make_interview.h"
#include "dialog/service/service_testing.h"
#include "dialog/session/memory_store.h"
#include "dialog/session/store_testing.h"
#include "dialog/util/clock.h"
#include "dialog/util/status.h"
#include "firstvisit/v1/intake.pb.h"
#include "gmock/gmock.h"
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

TEST(StoreTroubleTest, CallsBeyondTheLimitAreToldToComeBack) {
  HangingStore store;
  ServiceUnderTest service(store, nullptr, /*most_calls=*/1);
  const auto opened = service.Start("open");
  ASSERT_TRUE(opened.ok()) << opened.status();
  // A place is free as soon as gRPC is done with the call that had it.
  const auto until_taken = [&] {
    absl::Status status;
    do {
      status = service.Reply(*opened, "r", "yes").status();
    } while (absl::IsResourceExhausted(status));
    EXPECT_TRUE(status.ok()) << status;
  };
  std::thread caller(until_taken);
  store.WaitForLoad();
  const absl::Status refused = service.Reply(*opened, "two", "no").status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(refused), "TOO_BUSY");
  store.GoOn();
  caller.join();
}

// A session in `store` that was opened with a content of this hash.
v1::Turn OpenedWith(const std::string& content_hash, SessionStore& store) {
  MemoryStore before;
  v1::Turn opened;
  {
    ServiceUnderTest service(before);
    opened = *service.Start("open");
  }
  TurnWrite write;
  write.key = {"local", opened.session()};
  write.request = {"open", "fingerprint"};
  write.opening = LoadAndWait(before, write.key)->log.opening();
  write.opening.set_content_hash(content_hash);
  EXPECT_TRUE(CommitAndWait(store, std::move(write)).ok());
  return opened;
}

TEST(StoreTroubleTest, ASessionWhoseContentIsGoneSaysSo) {
  MemoryStore store;
  const v1::Turn opened = OpenedWith("content that was not kept", store);
  ServiceUnderTest service(store);
  const absl::Status status = service.Reply(opened, "r", "yes").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "CONTENT_GONE");
}

TEST(StoreTroubleTest, AVisitOfAnOlderContentGoesOnAndHasItsReport) {
  // The content of a First Visit that did not say this heading yet.
  std::vector<NamedText> older = WithLanguages(KneePainTexts());
  for (NamedText& text : older) {
    absl::StrReplaceAll({{"id: \"not_asked_heading\"", "id: \"said_once\""}},
                        &text.text);
  }
  ASSERT_EQ(LoadContent(older).content, nullptr);
  const LoadedContent built_in = LoadProtocol(KneePainTexts());
  const std::string hash =
      LoadStoredContent(older, *built_in.content).content->hash();
  MemoryStore store;
  ASSERT_TRUE(KeepContentAndWait(store, hash, ToContentFiles(older)).ok());
  const v1::Turn opened = OpenedWith(hash, store);

  ServiceUnderTest service(store);
  const auto turn = service.Reply(opened, "r", "yes");
  ASSERT_TRUE(turn.ok()) << turn.status();
  EXPECT_EQ(turn->content_hash(), hash);
  v1::GetReportRequest request;
  request.set_session(opened.session());
  request.set_audience(v1::GetReportRequest::THERAPIST);
  request.set_format(v1::GetReportRequest::TEXT);
  const auto report = service.Call(&v1::Intake::Stub::GetReport, request);
  ASSERT_TRUE(report.ok()) << report.status();
  const std::string heading =
      built_in.content->locale("en").Phrase("not_asked_heading").text();
  EXPECT_THAT(report->body(), testing::HasSubstr(heading));
}

}  // namespace
}  // namespace firstvisit
