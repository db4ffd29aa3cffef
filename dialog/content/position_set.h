// Some of the entries of a list, by position: questions, advice, precautions.
//
//   PositionSet asked(content.questions().size());
//   asked.Add(fever);
//   asked.Add(rule.when.looks_at());   // all of another set at once
//   if (asked[fever]) …
//
// A plain value; lists of up to 64 entries need no memory of their own.

#ifndef FIRSTVISIT_DIALOG_CONTENT_POSITION_SET_H_
#define FIRSTVISIT_DIALOG_CONTENT_POSITION_SET_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firstvisit {

class PositionSet {
 public:
  // Of a list of `size` entries, none of them.
  explicit PositionSet(size_t size = 0)
      : size_(size), rest_(size > kBits ? (size - 1) / kBits : 0) {}

  size_t size() const { return size_; }
  bool operator[](size_t position) const {
    const std::uint64_t word =
        position < kBits ? first_ : rest_[position / kBits - 1];
    return (word >> position % kBits & 1U) != 0;
  }

  void Add(size_t position) {
    std::uint64_t& word =
        position < kBits ? first_ : rest_[position / kBits - 1];
    word |= std::uint64_t{1} << position % kBits;
  }
  // `other` is of the same list, or empty.
  void Add(const PositionSet& other) {
    first_ |= other.first_;
    for (size_t i = 0; i < other.rest_.size(); ++i) rest_[i] |= other.rest_[i];
  }

  // Whether some position is in both. `other` is of the same list, or empty.
  bool Meets(const PositionSet& other) const {
    if ((first_ & other.first_) != 0) return true;
    for (size_t i = 0; i < other.rest_.size(); ++i) {
      if ((rest_[i] & other.rest_[i]) != 0) return true;
    }
    return false;
  }

  // The first one from `position` on; size() where there is none.
  size_t Next(size_t position) const {
    while (position < size_ && !(*this)[position]) ++position;
    return position;
  }

  friend bool operator==(const PositionSet& a, const PositionSet& b) {
    return a.size_ == b.size_ && a.first_ == b.first_ && a.rest_ == b.rest_;
  }

 private:
  static constexpr size_t kBits = 64;

  size_t size_;
  std::uint64_t first_ = 0;          // a bit each of the first 64
  std::vector<std::uint64_t> rest_;  // and of the others
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_POSITION_SET_H_
