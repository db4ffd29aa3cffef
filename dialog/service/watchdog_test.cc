// The fault is gRPC's own: the last test makes a real server run out of
// descriptors, and finds it deaf after they have come back.

#include "dialog/service/watchdog.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "dialog/service/dial.h"
#include "dialog/service/listen_address.h"
#include "dialog/service/server.h"
#include "firstvisit/v1/intake.grpc.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

constexpr Watchdog::Options kAtOnce = {absl::Milliseconds(1), 3};

TEST(WatchdogTest, BarksAfterSoManyFailuresInARow) {
  std::atomic<int> probes{0};
  absl::Notification barked;
  const Watchdog watchdog(
      [&] {
        ++probes;
        return absl::UnavailableError("deaf");
      },
      kAtOnce, [&](const absl::Status&) { barked.Notify(); });
  barked.WaitForNotification();
  EXPECT_EQ(probes, 3);
}

TEST(WatchdogTest, OneSuccessStartsTheCountAnew) {
  std::atomic<int> probes{0};
  absl::Notification enough;
  std::atomic<bool> barked{false};
  {
    const Watchdog watchdog(
        [&] {
          if (++probes == 30) enough.Notify();
          return probes % 3 == 0 ? absl::OkStatus()
                                 : absl::UnavailableError("busy");
        },
        kAtOnce, [&](const absl::Status&) { barked = true; });
    enough.WaitForNotification();
  }
  EXPECT_FALSE(barked);
}

// Takes every descriptor that is left, but for those given back.
class NoDescriptors {
 public:
  NoDescriptors() {
    rlimit low = {};
    getrlimit(RLIMIT_NOFILE, &before_);
    low = before_;
    low.rlim_cur = 256;
    setrlimit(RLIMIT_NOFILE, &low);
    for (int taken; (taken = open("/dev/null", O_RDONLY)) >= 0;) {
      taken_.push_back(taken);
    }
    EXPECT_EQ(errno, EMFILE);
  }
  ~NoDescriptors() {
    for (const int taken : taken_) close(taken);
    setrlimit(RLIMIT_NOFILE, &before_);
  }

 private:
  rlimit before_;
  std::vector<int> taken_;
};

// Has somebody connect to `path` while no descriptor is left to accept it.
void ConnectInVain(const std::string& path) {
  const int caller = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
  {
    const NoDescriptors none;
    EXPECT_EQ(connect(caller, reinterpret_cast<const sockaddr*>(&address),
                      sizeof(address)),
              0);
    // Cannot dial either; meanwhile the server tries to accept.
    EXPECT_FALSE(Dial("unix:" + path, absl::Seconds(1)).ok());
  }
  close(caller);
}

TEST(WatchdogTest, AServerThatRanOutOfDescriptorsOnceIsFoundDeaf) {
  std::string folder = "/tmp/fv-watchdog-XXXXXX";  // a socket's path is short
  ASSERT_NE(mkdtemp(&folder[0]), nullptr);
  const std::string path = folder + "/s";
  v1::Intake::Service service;
  const auto server =
      Server::Start(service, *ListenAddress::Parse("unix:" + path));
  ASSERT_TRUE(server.ok()) << server.status();
  const auto probe = [&] { return Dial("unix:" + path, absl::Seconds(2)); };
  ASSERT_TRUE(probe().ok()) << probe();
  // The server may have been too slow to try: then again.
  constexpr int kTries = 20;
  for (int i = 0; i < kTries && probe().ok(); ++i) ConnectInVain(path);

  absl::Notification barked;
  const Watchdog watchdog(probe, kAtOnce,
                          [&](const absl::Status&) { barked.Notify(); });
  EXPECT_TRUE(barked.WaitForNotificationWithTimeout(absl::Seconds(60)));
  rmdir(folder.c_str());
}

}  // namespace
}  // namespace firstvisit
