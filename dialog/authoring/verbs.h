// The author's verbs as the command line knows them: each reads its flags,
// opens what they name and hands on to the file of its name.
//
//   if (const AuthorVerb verb = FindAuthorVerb("check")) return
//   verb(arguments);
//
// Each yields the process's exit code (dialog/util/command_line.h); what it has
// to say goes to standard output, what is wrong to standard error.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_VERBS_H_
#define FIRSTVISIT_DIALOG_AUTHORING_VERBS_H_

#include "absl/strings/string_view.h"
#include "dialog/util/command_line.h"

namespace firstvisit {

using AuthorVerb = int (*)(const Arguments&);

// nullptr: no author's verb has this name.
AuthorVerb FindAuthorVerb(absl::string_view name);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_VERBS_H_
