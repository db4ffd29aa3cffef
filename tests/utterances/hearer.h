// The knee-pain protocol's ears: an item in, what `firstvisit interpret` would
// print out.
//
//   const Hearer hearer;
//   InterpretResult heard = hearer.Hear(item);
//
// Immutable and safe to share between threads.

#ifndef FIRSTVISIT_TESTS_UTTERANCES_HEARER_H_
#define FIRSTVISIT_TESTS_UTTERANCES_HEARER_H_

#include <memory>

#include "dialog/content/content.h"
#include "dialog/understanding/understander.h"
#include "firstvisit/authoring/v1/interpret.pb.h"
#include "tests/utterances/item.h"

namespace firstvisit {

class Hearer {
 public:
  Hearer();

  // An item that `interpret` refuses (an unknown question) comes back with the
  // outcome "error" and the reason as its trace.
  authoring::v1::InterpretResult Hear(const Item& item) const;

  const Content& content() const { return *content_; }
  const Understander& understander() const { return *understander_; }

 private:
  std::shared_ptr<const Content> content_;
  std::unique_ptr<const Understander> understander_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_UTTERANCES_HEARER_H_
