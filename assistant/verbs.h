// What `firstvisit` can do: every verb with its flags and its help. What a verb
// does stands in firstvisit.cc and dialog/authoring/verbs.cc.
//
//   const Verb* verb = FindVerb("chat");
//
// Constant data.

#ifndef FIRSTVISIT_ASSISTANT_VERBS_H_
#define FIRSTVISIT_ASSISTANT_VERBS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/util/command_line.h"

namespace firstvisit {

// Verbs for the same people.
struct VerbGroup {
  std::string title;
  std::vector<Verb> verbs;
};

// In the order of the help.
const std::vector<VerbGroup>& VerbGroups();

// nullptr: there is none of this name.
const Verb* FindVerb(absl::string_view name);

// What `firstvisit help` prints.
std::string Help();

// One line about a verb that there is not.
std::string UnknownVerb(absl::string_view name);

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_VERBS_H_
