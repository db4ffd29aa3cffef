#include "dialog/util/read_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

absl::Status Unreadable(const std::string& path, absl::string_view problem,
                        absl::string_view remedy) {
  return absl::NotFoundError(
      absl::StrCat("Cannot read ", path, ": ", problem, ". ", remedy));
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Unreadable(path, "it is a folder", "Name a file.");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  if (file) bytes.assign(std::istreambuf_iterator<char>(file), {});
  if (file) return bytes;
  return Unreadable(path, std::strerror(errno),
                    "Check its name and permissions.");
}

}  // namespace firstvisit
