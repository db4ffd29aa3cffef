#include "dialog/util/ids.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"

namespace firstvisit {
namespace {

constexpr int kBytes = 16;

class RandomIds : public IdSource {
 public:
  RandomIds() {
    if (sodium_init() < 0) {
      std::fputs("firstvisit: the system gives no random numbers\n", stderr);
      std::abort();
    }
  }

  std::string NewId() override {
    char bytes[kBytes];
    randombytes_buf(bytes, sizeof(bytes));
    return absl::BytesToHexString(absl::string_view(bytes, sizeof(bytes)));
  }
};

}  // namespace

IdSource& SystemIds() {
  static IdSource* const ids = new RandomIds;  // never destroyed
  return *ids;
}

}  // namespace firstvisit
