// The verb `check`: what an author should mend in a content.
//
//   return CheckContent(texts, std::cout);
//
// Prints each issue as a compiler does, in the order of files and lines, and a
// summary last. Returns the exit code: 1 after an error, else 0.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_CHECK_H_
#define FIRSTVISIT_DIALOG_AUTHORING_CHECK_H_

#include <ostream>
#include <vector>

#include "dialog/content/named_text.h"

namespace firstvisit {

// A protocol's texts, those of the languages included.
int CheckContent(std::vector<NamedText> texts, std::ostream& out);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_CHECK_H_
