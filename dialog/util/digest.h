// Short fingerprints of bytes: equal inputs give equal digests, and nobody can
// find two inputs with the same one.
//
//   std::string fingerprint = Digest({"Reply", request_bytes});
//
// Each part counts with its length: {"ab", "c"} and {"a", "bc"} differ.

#ifndef FIRSTVISIT_DIALOG_UTIL_DIGEST_H_
#define FIRSTVISIT_DIALOG_UTIL_DIGEST_H_

#include <initializer_list>
#include <string>

#include "absl/strings/string_view.h"

namespace firstvisit {

// 32 bytes: BLAKE2b-256. Not for passwords.
std::string Digest(std::initializer_list<absl::string_view> parts);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_DIGEST_H_
