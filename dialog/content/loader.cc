#include "dialog/content/loader.h"

#include <utility>

#include "dialog/content/builder.h"
#include "dialog/content/entries.h"

namespace firstvisit {

namespace {

LoadedContent Load(std::vector<NamedText> texts, const Content* lender) {
  Issues issues;
  const Entries entries(std::move(texts), issues);
  LoadedContent loaded;
  if (!issues.has_errors()) {
    loaded.content = ContentBuilder(entries, lender, issues).Build();
  }
  loaded.issues = issues.Sorted();
  return loaded;
}

}  // namespace

LoadedContent LoadContent(std::vector<NamedText> texts) {
  return Load(std::move(texts), nullptr);
}

LoadedContent LoadStoredContent(std::vector<NamedText> texts,
                                const Content& lender) {
  return Load(std::move(texts), &lender);
}

}  // namespace firstvisit
