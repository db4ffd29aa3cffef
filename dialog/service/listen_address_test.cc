#include "dialog/service/listen_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "dialog/util/status.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(ListenAddressTest, TakesUnixSocketsAndTheLoopback) {
  for (const char* text :
       {"unix:/run/fv.sock", "unix:///run/fv.sock", "unix:fv.sock",
        "127.0.0.1:50051", "127.1.2.3:0", "[::1]:50051", "localhost:65535"}) {
    const auto address = ListenAddress::Parse(text);
    ASSERT_TRUE(address.ok()) << text << ": " << address.status();
    EXPECT_EQ(address->text(), text);
  }
  EXPECT_EQ(ListenAddress::Parse("unix:///run/fv.sock")->path(),
            "/run/fv.sock");
  EXPECT_EQ(ListenAddress::Parse("[::1]:0")->WithPort(7), "[::1]:7");
}

TEST(ListenAddressTest, RefusesWhereStrangersCouldCome) {
  for (const char* text :
       {"0.0.0.0:50051", "[::]:50051", "192.168.1.1:50051", "example.org:1",
        "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
        "127.0.0.1:-1", "::1:50051", "127.example.org:1", "", ":50051",
        "unix:", "unix-abstract:fv"}) {
    const absl::Status status = ListenAddress::Parse(text).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << text;
    EXPECT_EQ(FieldOf(status), "grpc_listen");
  }
  EXPECT_FALSE(ListenAddress::Parse("unix:" + std::string(108, 'x')).ok());
  EXPECT_TRUE(ListenAddress::Parse("unix:" + std::string(107, 'x')).ok());
}

class ListenAddressSocketTest : public testing::Test {
 protected:
  ListenAddressSocketTest() {
    std::string folder = "/tmp/fv-listen-XXXXXX";
    folder_ = mkdtemp(&folder[0]);
    path_ = folder_ + "/s";
  }
  ~ListenAddressSocketTest() override {
    unlink(path_.c_str());
    rmdir(folder_.c_str());
  }

  absl::Status CheckFree(const std::string& text) {
    return ListenAddress::Parse(text)->CheckFree();
  }

  std::string folder_;
  std::string path_;
};

TEST_F(ListenAddressSocketTest, ASocketInUseIsNotTakenOver) {
  EXPECT_TRUE(CheckFree("unix:" + path_).ok());
  const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  path_.copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(
      bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof(address)),
      0);
  ASSERT_EQ(listen(listener, 1), 0);
  EXPECT_EQ(ReasonOf(CheckFree("unix:" + path_)), "ADDRESS_TAKEN");
  close(listener);
  // Left behind by a program that has gone.
  EXPECT_TRUE(CheckFree("unix:" + path_).ok());
}

TEST_F(ListenAddressSocketTest, AFileIsNotReplacedByASocket) {
  std::ofstream(path_) << "notes";
  const absl::Status status = CheckFree("unix:" + path_);
  EXPECT_EQ(ReasonOf(status), "ADDRESS_TAKEN");
  EXPECT_NE(status.message().find(path_), std::string::npos);
}

TEST_F(ListenAddressSocketTest, AMissingFolderIsNamed) {
  EXPECT_EQ(ReasonOf(CheckFree("unix:" + folder_ + "/missing/s")),
            "ADDRESS_TAKEN");
}

TEST_F(ListenAddressSocketTest, APortInUseIsNotShared) {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(
      bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof(address)),
      0);
  ASSERT_EQ(listen(listener, 1), 0);
  socklen_t size = sizeof(address);
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  const std::string text = absl::StrCat("127.0.0.1:", ntohs(address.sin_port));
  const absl::Status status = CheckFree(text);
  EXPECT_EQ(ReasonOf(status), "ADDRESS_TAKEN");
  EXPECT_NE(status.message().find(text), std::string::npos);
  close(listener);
  EXPECT_TRUE(CheckFree(text).ok());
}

}  // namespace
}  // namespace firstvisit
