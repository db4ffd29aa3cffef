#include "dialog/service/make_interview.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"
#include "dialog/understanding/understander.h"

namespace firstvisit {

absl::StatusOr<std::shared_ptr<const Interview>> MakeInterview(
    const std::vector<NamedText>& texts, const content::v1::Clinic& clinic,
    absl::Duration idle_limit) {
  LoadedContent loaded = LoadContent(texts);
  if (loaded.content == nullptr) {
    return absl::InvalidArgumentError(absl::StrJoin(
        loaded.issues, "\n", [](std::string* lines, const Issue& issue) {
          absl::StrAppend(lines, Format(issue));
        }));
  }
  auto understander = Understander::Create(*loaded.content);
  if (!understander.ok()) return understander.status();
  return std::make_shared<const Interview>(
      std::move(loaded.content), *std::move(understander), clinic, idle_limit);
}

session::v1::ContentFiles ToContentFiles(const std::vector<NamedText>& texts) {
  session::v1::ContentFiles files;
  for (const NamedText& text : texts) {
    session::v1::ContentFile& file = *files.add_files();
    file.set_name(text.path);
    file.set_text(text.text);
  }
  return files;
}

std::vector<NamedText> ToNamedTexts(const session::v1::ContentFiles& files) {
  std::vector<NamedText> texts;
  for (const session::v1::ContentFile& file : files.files()) {
    texts.push_back({file.name(), file.text()});
  }
  return texts;
}

}  // namespace firstvisit
