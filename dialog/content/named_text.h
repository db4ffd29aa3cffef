// One text of a protocol, with the path that messages about it name.

#ifndef FIRSTVISIT_DIALOG_CONTENT_NAMED_TEXT_H_
#define FIRSTVISIT_DIALOG_CONTENT_NAMED_TEXT_H_

#include <string>

namespace firstvisit {

struct NamedText {
  // "knee_pain/tips.textproto": as a person finds it. Only the last part orders
  // texts and counts in the content's hash.
  std::string path;
  std::string text;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_NAMED_TEXT_H_
