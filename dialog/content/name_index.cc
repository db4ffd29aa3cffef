// Method: open addressing with room to spare. Tests: name_index_test.cc.

#include "dialog/content/name_index.h"

#include <cstdint>
#include <cstring>
#include <utility>

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
inline std::uint32_t Digest(absl::string_view name) {
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
  return static_cast<std::uint32_t>(mixed >> 32);
}

}  // namespace

inline size_t NameIndex::SlotOf(absl::string_view name,
                                std::uint32_t digest) const {
  const size_t mask = slots_.size() - 1;
  size_t at = digest & mask;
  while (slots_[at].position != kFree &&
         (slots_[at].digest != digest || names_[at] != name)) {
    at = (at + 1) & mask;
  }
  return at;
}

void NameIndex::Add(absl::string_view name, int position) {
  if (slots_.size() < kSlotsPerName * (used_ + 1)) Grow();
  const std::uint32_t digest = Digest(name);
  const size_t at = SlotOf(name, digest);
  if (slots_[at].position != kFree) return;
  slots_[at] = {digest, position};
  names_[at] = std::string(name);
  ++used_;
}

int NameIndex::Find(absl::string_view name) const {
  if (slots_.empty()) return -1;
  return slots_[SlotOf(name, Digest(name))].position;
}

void NameIndex::Grow() {
  std::vector<Slot> slots(slots_.empty() ? kFirstSlots : 2 * slots_.size());
  std::vector<std::string> names(slots.size());
  slots.swap(slots_);
  names.swap(names_);
  for (size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].position == kFree) continue;
    const size_t at = SlotOf(names[i], slots[i].digest);
    slots_[at] = slots[i];
    names_[at] = std::move(names[i]);
  }
}

}  // namespace firstvisit
