// The clinic's text to a checked Clinic.
//
//   LoadedClinic loaded = LoadClinic({"my_clinic.textproto", bytes});
//   for (const Issue& issue : loaded.issues) std::cerr << Format(issue) <<
//   "\n"; if (loaded.clinic) …
//
// A pure function: reads no file.

#ifndef FIRSTVISIT_DIALOG_CONTENT_CLINIC_LOADER_H_
#define FIRSTVISIT_DIALOG_CONTENT_CLINIC_LOADER_H_

#include <vector>

#include "absl/types/optional.h"
#include "dialog/content/issue.h"
#include "dialog/content/named_text.h"
#include "firstvisit/content/v1/clinic.pb.h"

namespace firstvisit {

struct LoadedClinic {
  absl::optional<content::v1::Clinic> clinic;  // nullopt after an error
  std::vector<Issue> issues;                   // by place
};

// Every field may be left out; one that is there must be well-formed, for it is
// read out, dialled, or shown as it is.
LoadedClinic LoadClinic(NamedText text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_CLINIC_LOADER_H_
