// What words stand for, by the symbol of the word: numbers, units.
//
//   BySymbol<double> values;
//   values.Set(words.Word("two"), 2);
//   values.Find(token.symbols)      // null: none of them stands for anything
//
// Symbols are small numbers, so that they are places in a table: every word of
// every answer is looked up. Built once, then const and safe to share.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_BY_SYMBOL_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_BY_SYMBOL_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "dialog/understanding/vocabulary.h"

namespace firstvisit {

template <typename Value>
class BySymbol {
 public:
  // In the place of what it stood for before.
  void Set(Symbol symbol, Value value) {
    const auto at = static_cast<size_t>(symbol);
    if (at >= places_.size()) places_.resize(at + 1);
    values_.push_back(std::move(value));
    places_[at] = static_cast<std::int32_t>(values_.size());
  }

  // Of the first symbol that stands for something.
  const Value* Find(const Symbols& word) const {
    for (const Symbol symbol : word) {
      const auto at = static_cast<size_t>(symbol);
      if (at < places_.size() && places_[at] != 0) {
        return &values_[places_[at] - 1];
      }
    }
    return nullptr;
  }

 private:
  std::vector<std::int32_t> places_;  // 1 + position in values_; 0: nothing
  std::vector<Value> values_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_BY_SYMBOL_H_
