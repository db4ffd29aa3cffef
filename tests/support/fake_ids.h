// Ids that a test can foretell: "id-000001", "id-000002", …
//
// Thread-safe.

#ifndef FIRSTVISIT_TESTS_SUPPORT_FAKE_IDS_H_
#define FIRSTVISIT_TESTS_SUPPORT_FAKE_IDS_H_

#include <atomic>
#include <string>

#include "absl/strings/str_format.h"
#include "dialog/util/ids.h"

namespace firstvisit {

class FakeIds : public IdSource {
 public:
  std::string NewId() override { return absl::StrFormat("id-%06d", ++last_); }

 private:
  std::atomic<int> last_{0};
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_FAKE_IDS_H_
