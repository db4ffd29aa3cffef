// Files that the one who runs the service names: a folder of content, and the
// clinic.
//
//   auto texts = ServedTexts("my_content");          // --content
//   auto clinic = ReadClinic("my_clinic.textproto"); // --clinic
//
// Errors name the file and what to do.

#ifndef FIRSTVISIT_DIALOG_SERVICE_CONTENT_FOLDER_H_
#define FIRSTVISIT_DIALOG_SERVICE_CONTENT_FOLDER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "dialog/content/named_text.h"
#include "firstvisit/content/v1/clinic.pb.h"

namespace firstvisit {

// All *.textproto of a folder, by name. NOT_FOUND: no such folder, or none in
// it, or one that cannot be read.
absl::StatusOr<std::vector<NamedText>> ReadContentFolder(
    const std::string& folder);

// All texts of the content in `folder`, or of the built-in one where that is
// empty, those of the languages included.
absl::StatusOr<std::vector<NamedText>> ServedTexts(const std::string& folder);

// INVALID_ARGUMENT lists every fault with file:line:column.
absl::StatusOr<content::v1::Clinic> ReadClinic(const std::string& file);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_CONTENT_FOLDER_H_
