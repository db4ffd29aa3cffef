#include "dialog/service/make_interview.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "dialog/understanding/understander.h"

namespace firstvisit {
namespace {

absl::StatusOr<std::shared_ptr<const Interview>> InterviewOf(
    LoadedContent loaded, const content::v1::Clinic& clinic,
    absl::Duration idle_limit) {
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

std::vector<NamedText> ToNamedTexts(const session::v1::ContentFiles& files) {
  std::vector<NamedText> texts;
  for (const session::v1::ContentFile& file : files.files()) {
    texts.push_back({file.name(), file.text()});
  }
  return texts;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Interview>> MakeInterview(
    const std::vector<NamedText>& texts, const content::v1::Clinic& clinic,
    absl::Duration idle_limit) {
  return InterviewOf(LoadContent(texts), clinic, idle_limit);
}

absl::StatusOr<std::shared_ptr<const Interview>> MakeStoredInterview(
    const session::v1::ContentFiles& files, const content::v1::Clinic& clinic,
    absl::Duration idle_limit) {
  // Loaded for the first session that needs it: few do.
  static const auto* const built_in =
      new LoadedContent(LoadProtocol(KneePainTexts()));
  if (built_in->content == nullptr) {
    return InterviewOf(*built_in, clinic, idle_limit);  // lists what is wrong
  }
  return InterviewOf(LoadStoredContent(ToNamedTexts(files), *built_in->content),
                     clinic, idle_limit);
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

}  // namespace firstvisit
