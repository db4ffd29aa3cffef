// The ids of one sort of entry, and where each stands in its list.
//
//   Names questions("question");
//   questions.Add("fever", place, issues);             // position 0
//   questions.Resolve("fevr", place, issues)           // -1, and an error:
//       // unknown question `fevr`; did you mean `fever`?
//
// Not synchronised; lives while content is built.

#ifndef FIRSTVISIT_DIALOG_CONTENT_NAMES_H_
#define FIRSTVISIT_DIALOG_CONTENT_NAMES_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "dialog/content/issue.h"

namespace firstvisit {

class Names {
 public:
  // How an id is written.
  enum class Form {
    kWord,  // [a-z][a-z0-9_]*
    kFact,  // a capital letter and digits: "K22"
  };

  explicit Names(std::string sort, Form form = Form::kWord)
      : sort_(std::move(sort)), form_(form) {}

  // Takes the next position. Ids that are ill-formed or stand twice are
  // reported; the first one of two keeps the name.
  void Add(const std::string& id, const Place& place, Issues& issues);

  // -1: there is none.
  int Find(absl::string_view id) const;
  // The same, and reports it.
  int Resolve(absl::string_view id, const Place& place, Issues& issues) const;

  int size() const { return static_cast<int>(ids_.size()); }

 private:
  const std::string sort_;
  const Form form_;
  std::vector<std::string> ids_;
  absl::flat_hash_map<std::string, int> positions_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_NAMES_H_
