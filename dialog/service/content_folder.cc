#include "dialog/service/content_folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/clinic_loader.h"
#include "dialog/content/issue.h"
#include "dialog/content/texts.h"
#include "dialog/util/read_file.h"

namespace firstvisit {
namespace {

constexpr char kExtension[] = ".textproto";

absl::Status Unusable(const std::string& folder, absl::string_view problem) {
  return absl::NotFoundError(
      absl::StrCat("Cannot read ", folder, ": ", problem,
                   ". Name a folder of content with --content=FOLDER."));
}

}  // namespace

absl::StatusOr<std::vector<NamedText>> ReadContentFolder(
    const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) {
    return Unusable(folder, error.message());
  }
  std::vector<std::string> paths;
  for (const auto& entry : entries) {
    if (entry.path().extension() == kExtension) {
      paths.push_back(entry.path().string());
    }
  }
  if (paths.empty()) {
    return Unusable(folder, "no *.textproto is in it");
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

absl::StatusOr<std::vector<NamedText>> ServedTexts(const std::string& folder) {
  if (folder.empty()) return WithLanguages(KneePainTexts());
  auto texts = ReadContentFolder(folder);
  if (!texts.ok()) return texts.status();
  return WithLanguages(*std::move(texts));
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
