// Method: open addressing with room to spare. Tests: name_index_test.cc.

#include "dialog/content/name_index.h"

#include <cstdint>
#include <cstring>

namespace firstvisit {
namespace {

constexpr size_t kFirstSlots = 16;
constexpr size_t kSlotsPerName = 4;

std::uint64_t Load(const char* from) {
  std::uint64_t bytes;
  std::memcpy(&bytes, from, sizeof(bytes));
  return bytes;
}

// Of the length, the first eight bytes and the last eight.
std::uint64_t Digest(absl::string_view name) {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (name.size() >= sizeof(head)) {
    head = Load(name.data());
    tail = Load(name.data() + name.size() - sizeof(tail));
  } else {
    for (const char c : name) head = head << 8 | static_cast<unsigned char>(c);
  }
  std::uint64_t mixed = (head + name.size()) * 0x9E3779B97F4A7C15U;
  mixed = (mixed ^ mixed >> 32 ^ tail) * 0xD6E8FEB86659FD93U;
  return mixed >> 32;
}

}  // namespace

void NameIndex::Add(absl::string_view name, int position) {
  if (slots_.size() < kSlotsPerName * (entries_.size() + 1)) Grow();
  int& slot = slots_[SlotOf(name)];
  if (slot != 0) return;
  entries_.emplace_back(std::string(name), position);
  slot = static_cast<int>(entries_.size());
}

int NameIndex::Find(absl::string_view name) const {
  if (slots_.empty()) return -1;
  const int slot = slots_[SlotOf(name)];
  return slot == 0 ? -1 : entries_[slot - 1].second;
}

size_t NameIndex::SlotOf(absl::string_view name) const {
  const size_t mask = slots_.size() - 1;
  size_t at = Digest(name) & mask;
  while (slots_[at] != 0 && entries_[slots_[at] - 1].first != name) {
    at = (at + 1) & mask;
  }
  return at;
}

void NameIndex::Grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : 2 * slots_.size(), 0);
  for (size_t i = 0; i < entries_.size(); ++i) {
    slots_[SlotOf(entries_[i].first)] = static_cast<int>(i + 1);
  }
}

}  // namespace firstvisit
