#include "dialog/content/names.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "dialog/util/nearest_name.h"

namespace firstvisit {
namespace {

bool IsWord(absl::string_view id) {
  return !id.empty() && absl::ascii_islower(id[0]) &&
         std::all_of(id.begin(), id.end(), [](unsigned char c) {
           return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '_';
         });
}

bool IsFact(absl::string_view id) {
  return id.size() > 1 && absl::ascii_isupper(id[0]) &&
         std::all_of(id.begin() + 1, id.end(),
                     [](unsigned char c) { return absl::ascii_isdigit(c); });
}

}  // namespace

void Names::Add(const std::string& id, const Place& place, Issues& issues) {
  if (id.empty()) {
    issues.Error(place, absl::StrCat("this ", sort_, " has no id"));
  } else if (form_ == Form::kWord && !IsWord(id)) {
    issues.Error(place, absl::StrCat("the ", sort_, " id `", id,
                                     "` must be small letters, digits and _, "
                                     "beginning with a letter"));
  } else if (form_ == Form::kFact && !IsFact(id)) {
    issues.Error(place, absl::StrCat("the ", sort_, " id `", id,
                                     "` must be a capital letter and a "
                                     "number, as in K22"));
  }
  if (!positions_.emplace(id, size()).second && !id.empty()) {
    issues.Error(place, absl::StrCat("a second ", sort_, " `", id,
                                     "`; each id stands once"));
  }
  ids_.push_back(id);
}

int Names::Find(absl::string_view id) const {
  const auto found = positions_.find(id);
  return found == positions_.end() ? -1 : found->second;
}

int Names::Resolve(absl::string_view id, const Place& place,
                   Issues& issues) const {
  const int position = Find(id);
  if (position < 0) {
    issues.Error(place, absl::StrCat("unknown ", sort_, " `", id, "`",
                                     DidYouMean(id, ids_)));
  }
  return position;
}

}  // namespace firstvisit
