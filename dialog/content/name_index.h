// Where each name stands in its list: what a turn looks up for every fact that
// a session ever recorded.
//
//   NameIndex questions;
//   questions.Add("fever", 0);
//   questions.Find("fever");   // 0
//   questions.Find("fevr");    // -1
//
// Why not a hash map for everything: the names are a few dozen words, known at
// load. Their length, beginning and end tell nearly all of them apart, so that
// a look-up is two loads, a multiplication and one comparison.
//
// Built once, then const and safe to share between threads.

#ifndef FIRSTVISIT_DIALOG_CONTENT_NAME_INDEX_H_
#define FIRSTVISIT_DIALOG_CONTENT_NAME_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace firstvisit {

class NameIndex {
 public:
  // A name that stands there already keeps its position.
  void Add(absl::string_view name, int position);

  // -1: there is none.
  int Find(absl::string_view name) const;

 private:
  // A name is compared only where all of its digest agrees.
  struct Slot {
    std::uint32_t digest = 0;
    std::int32_t position = kFree;
  };
  static constexpr std::int32_t kFree = -1;

  // The slot of the name, or the free one where it would go.
  size_t SlotOf(absl::string_view name, std::uint32_t digest) const;
  void Grow();

  // A power of two, at most a quarter of them used; and the name of each.
  std::vector<Slot> slots_;
  std::vector<std::string> names_;
  size_t used_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_NAME_INDEX_H_
