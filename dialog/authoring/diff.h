// `firstvisit diff OLD NEW`: which answers lead elsewhere in another content,
// in words.
//
//   DiffContents(*before, *after, std::cout);   // the number of differences
//
// Pure. Each entry that was changed is looked at by itself: over the classes of
// answers to all questions that it names before or after, with everything else
// answered in the harmless sense. What is printed is, for each change of the
// outcome, the fewest answers that show it.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_DIFF_H_
#define FIRSTVISIT_DIALOG_AUTHORING_DIFF_H_

#include <ostream>

#include "dialog/content/content.h"

namespace firstvisit {

// Returns how many changes were found, those of the questions included.
int DiffContents(const Content& before, const Content& after,
                 std::ostream& out);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_DIFF_H_
