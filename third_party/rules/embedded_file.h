// Files compiled into the binary by embed_files (third_party/rules/embed.bzl).
//
//   for (const EmbeddedFile& file : KneePainFiles()) {
//     loader.Add(file.path, absl::string_view(file.data, file.size));
//   }
//
// All data is constant and lives as long as the program: share it freely.

#ifndef FIRSTVISIT_THIRD_PARTY_RULES_EMBEDDED_FILE_H_
#define FIRSTVISIT_THIRD_PARTY_RULES_EMBEDDED_FILE_H_

#include <cstddef>

namespace firstvisit {

struct EmbeddedFile {
  const char* path;  // from the package of the embed_files target
  const char* data;  // followed by a NUL that `size` does not count
  std::size_t size;
};

// The files of one embed_files target, in the order of their paths.
class EmbeddedFiles {
 public:
  constexpr EmbeddedFiles(const EmbeddedFile* first, std::size_t count)
      : first_(first), count_(count) {}

  constexpr const EmbeddedFile* begin() const { return first_; }
  constexpr const EmbeddedFile* end() const { return first_ + count_; }
  constexpr std::size_t size() const { return count_; }

 private:
  const EmbeddedFile* first_;
  std::size_t count_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_THIRD_PARTY_RULES_EMBEDDED_FILE_H_
