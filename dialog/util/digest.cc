#include "dialog/util/digest.h"

#include <sodium.h>

#include <cstdint>

namespace firstvisit {
namespace {

constexpr int kBytes = 32;

const unsigned char* Bytes(const char* chars) {
  return reinterpret_cast<const unsigned char*>(chars);
}

}  // namespace

std::string Digest(std::initializer_list<absl::string_view> parts) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, kBytes);
  for (const absl::string_view part : parts) {
    const std::uint64_t size = part.size();
    char prefix[8];
    for (int i = 0; i < 8; ++i) prefix[i] = static_cast<char>(size >> (8 * i));
    crypto_generichash_update(&state, Bytes(prefix), sizeof(prefix));
    crypto_generichash_update(&state, Bytes(part.data()), part.size());
  }
  std::string digest(kBytes, '\0');
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(&digest[0]),
                           digest.size());
  return digest;
}

}  // namespace firstvisit
