// Named texts to an immutable, checked Content.
//
//   LoadedContent loaded = LoadContent(texts);
//   for (const Issue& issue : loaded.issues) std::cerr << Format(issue) <<
//   "\n"; if (loaded.content == nullptr) return 1;
//
// Everything that is wrong is reported at once, by file, line and column; only
// where a text cannot be read at all, the meaning of the others is not judged,
// for half of what they name would be missing. There is content only when no
// issue is an error.
//
// Pure functions: they read no file. What the embedded texts are: texts.h.

#ifndef FIRSTVISIT_DIALOG_CONTENT_LOADER_H_
#define FIRSTVISIT_DIALOG_CONTENT_LOADER_H_

#include <memory>
#include <vector>

#include "dialog/content/content.h"
#include "dialog/content/issue.h"
#include "dialog/content/named_text.h"

namespace firstvisit {

struct LoadedContent {
  std::shared_ptr<const Content> content;  // nullptr after an error
  std::vector<Issue> issues;               // by place
};

// The texts in any order; each is a content::v1::ContentFile in text format.
LoadedContent LoadContent(std::vector<NamedText> texts);

// Texts that were taken once, by this First Visit or an earlier one, and kept
// for the sessions that began with them. What a newer engine has learnt to say
// since is missing in them: such phrases (phrases.h), and those whose
// placeholders the engine no longer fills in, are `lender`'s. Everything else
// is judged as strictly; nothing is lent that decides an answer or a rule.
LoadedContent LoadStoredContent(std::vector<NamedText> texts,
                                const Content& lender);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_LOADER_H_
