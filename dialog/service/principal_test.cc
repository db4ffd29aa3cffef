#include "dialog/service/principal.h"

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(PrincipalTest, WhoSharesTheMachineIsLocal) {
  for (const char* peer :
       {"unix:", "unix:/tmp/s", "unknown", "ipv4:127.0.0.1:9", "ipv6:[::1]:9",
        "ipv6:%5B::1%5D:9"}) {
    const auto principal = IdentifyCaller(peer);
    ASSERT_TRUE(principal.ok()) << peer;
    EXPECT_EQ(principal->id, "local");
  }
}

TEST(PrincipalTest, AnybodyElseIsRefused) {
  for (const char* peer :
       {"", "unknown:9", "ipv4:192.168.1.1:9", "ipv4:1.127.0.0:9",
        "ipv6:[::2]:9", "ipv6:%5B::1:2%5D:9", "dns:x"}) {
    EXPECT_EQ(IdentifyCaller(peer).status().code(),
              absl::StatusCode::kPermissionDenied)
        << peer;
  }
}

}  // namespace
}  // namespace firstvisit
