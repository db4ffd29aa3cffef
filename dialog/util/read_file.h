// The bytes of a file that somebody named.
//
//   auto text = ReadFile("my_clinic.textproto");
//
// Thread-safe.

#ifndef FIRSTVISIT_DIALOG_UTIL_READ_FILE_H_
#define FIRSTVISIT_DIALOG_UTIL_READ_FILE_H_

#include <string>

#include "absl/status/statusor.h"

namespace firstvisit {

// NOT_FOUND, one line for the person who named it: which file, what is in the
// way, what to do.
absl::StatusOr<std::string> ReadFile(const std::string& path);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_READ_FILE_H_
