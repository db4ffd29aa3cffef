// How many calls are under way at once, at most: a caller that went wrong, or a
// store that hangs, must not fill the memory.
//
//   CallLimit limit(2000);
//   const CallLimit::Place place = limit.Enter();
//   if (place == nullptr) …                 // refuse, and say when to come
//   back
//   // The call holds its place until it is destroyed.
//
// Thread-safe. Places may outlive the limit.

#ifndef FIRSTVISIT_DIALOG_SERVICE_CALL_LIMIT_H_
#define FIRSTVISIT_DIALOG_SERVICE_CALL_LIMIT_H_

#include <atomic>
#include <memory>

namespace firstvisit {

class CallLimit {
 public:
  using Place = std::shared_ptr<const void>;

  explicit CallLimit(int most)
      : most_(most), taken_(std::make_shared<std::atomic<int>>(0)) {}

  // nullptr: all places are taken.
  Place Enter() const;

 private:
  const int most_;
  const std::shared_ptr<std::atomic<int>> taken_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_CALL_LIMIT_H_
