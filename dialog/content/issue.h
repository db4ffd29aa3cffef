// What is wrong with a text that an author wrote, where, and how to mend it.
//
//   Issues issues;
//   issues.Error(place, "unknown question `fevr`; did you mean `fever`?");
//   for (const Issue& issue : issues.Sorted()) std::cout << Format(issue);
//
// Plain values. Not synchronised.

#ifndef FIRSTVISIT_DIALOG_CONTENT_ISSUE_H_
#define FIRSTVISIT_DIALOG_CONTENT_ISSUE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace firstvisit {

// A place in a text, counted from 1; 0: the text as a whole.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

struct Issue {
  enum class Severity {
    kError,    // the content cannot be served
    kWarning,  // it can, but an author should look
  };
  Severity severity;
  Place place;
  std::string message;
};

// "tips.textproto:12:9: error: message", without a line break at the end.
std::string Format(const Issue& issue);

class Issues {
 public:
  void Error(Place place, std::string message);
  void Warning(Place place, std::string message);

  bool has_errors() const { return errors_ > 0; }
  // By file, line, column, in the order found; nothing is said twice.
  std::vector<Issue> Sorted() const;

 private:
  std::vector<Issue> issues_;
  int errors_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_ISSUE_H_
