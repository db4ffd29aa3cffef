#include "dialog/authoring/check.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"

namespace firstvisit {
namespace {

std::string Counted(std::ptrdiff_t count, absl::string_view noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

// Prints the issues; returns the exit code.
int Print(const std::vector<Issue>& issues, absl::string_view sound,
          std::ostream& out) {
  for (const Issue& issue : issues) out << Format(issue) << "\n";
  const std::ptrdiff_t errors =
      std::count_if(issues.begin(), issues.end(), [](const Issue& issue) {
        return issue.severity == Issue::Severity::kError;
      });
  const std::ptrdiff_t warnings =
      static_cast<std::ptrdiff_t>(issues.size()) - errors;
  if (issues.empty()) {
    out << sound << ": no issues\n";
  } else {
    out << Counted(errors, "error") << ", " << Counted(warnings, "warning")
        << "\n";
  }
  return errors > 0 ? 1 : 0;
}

}  // namespace

int CheckContent(std::vector<NamedText> texts, std::ostream& out) {
  const LoadedContent loaded = LoadContent(std::move(texts));
  std::string sound;
  if (loaded.content != nullptr) {
    const Content& content = *loaded.content;
    sound = absl::StrCat(
        content.protocol().id(), ", ",
        Counted(static_cast<std::ptrdiff_t>(content.questions().size()),
                "question"),
        ", ",
        Counted(static_cast<std::ptrdiff_t>(content.precautions().size()),
                "precaution"),
        ", ",
        Counted(static_cast<std::ptrdiff_t>(content.causes().size()), "cause"),
        ", ",
        Counted(static_cast<std::ptrdiff_t>(content.locales().size()),
                "locale"),
        ", hash ", content.hash());
  }
  return Print(loaded.issues, sound, out);
}

}  // namespace firstvisit
