// Tests: store_trouble_test.cc.

#include "dialog/service/call_limit.h"

namespace firstvisit {

CallLimit::Place CallLimit::Enter() const {
  if (taken_->fetch_add(1) >= most_) {
    taken_->fetch_sub(1);
    return nullptr;
  }
  return Place(taken_.get(),
               [taken = taken_](const void*) { taken->fetch_sub(1); });
}

}  // namespace firstvisit
