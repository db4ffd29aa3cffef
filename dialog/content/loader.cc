#include "dialog/content/loader.h"

#include <utility>

#include "dialog/content/builder.h"
#include "dialog/content/entries.h"

namespace firstvisit {

LoadedContent LoadContent(std::vector<NamedText> texts) {
  Issues issues;
  const Entries entries(std::move(texts), issues);
  LoadedContent loaded;
  if (!issues.has_errors()) {
    loaded.content = ContentBuilder(entries, issues).Build();
  }
  loaded.issues = issues.Sorted();
  return loaded;
}

}  // namespace firstvisit
