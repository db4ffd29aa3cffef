#include "dialog/util/digest.h"

#include "absl/strings/escaping.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(DigestTest, IsBlake2bOverLengthPrefixedParts) {
  // From Python: hashlib.blake2b(bytes([1] + [0] * 7) + b"a", digest_size=32).
  EXPECT_EQ(absl::BytesToHexString(Digest({"a"})),
            "b7c00384720b8fef71c7ba07ab6ca7fc"
            "4c6bdeaff9cc792621f8c62c9de6edbe");
}

TEST(DigestTest, PartsCountWithTheirLengths) {
  EXPECT_NE(Digest({"ab", "c"}), Digest({"a", "bc"}));
  EXPECT_NE(Digest({"ab"}), Digest({"ab", ""}));
}

}  // namespace
}  // namespace firstvisit
