#include "dialog/service/content_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/clinic_loader.h"
#include "dialog/content/issue.h"

namespace firstvisit {
namespace {

constexpr char kExtension[] = ".textproto";

absl::Status Unreadable(const std::string& path, absl::string_view problem,
                        absl::string_view remedy) {
  return absl::NotFoundError(
      absl::StrCat("Cannot read ", path, ": ", problem, ". ", remedy));
}

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

}  // namespace

absl::StatusOr<std::vector<NamedText>> ReadContentFolder(
    const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) {
    return Unreadable(folder, error.message(),
                      "Name a folder of content with --content=FOLDER.");
  }
  std::vector<std::string> paths;
  for (const auto& entry : entries) {
    if (entry.path().extension() == kExtension) {
      paths.push_back(entry.path().string());
    }
  }
  if (paths.empty()) {
    return Unreadable(folder, "no *.textproto is in it",
                      "Name a folder of content with --content=FOLDER.");
  }
  std::sort(paths.begin(), paths.end());
  std::vector<NamedText> texts;
  for (const std::string& path : paths) {
    auto text = ReadFile(path);
    if (!text.ok()) return text.status();
    texts.push_back({path, *std::move(text)});
  }
  return texts;
}

absl::StatusOr<content::v1::Clinic> ReadClinic(const std::string& file) {
  auto text = ReadFile(file);
  if (!text.ok()) return text.status();
  LoadedClinic loaded = LoadClinic({file, *std::move(text)});
  if (loaded.clinic) return *std::move(loaded.clinic);
  return absl::InvalidArgumentError(absl::StrJoin(
      loaded.issues, "\n", [](std::string* lines, const Issue& issue) {
        absl::StrAppend(lines, Format(issue));
      }));
}

}  // namespace firstvisit
