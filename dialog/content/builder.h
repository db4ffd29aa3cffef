// Entries to Content: compiles, then checks, in one go.
//
//   Issues issues;
//   Entries entries(texts, issues);
//   std::shared_ptr<const Content> content =
//       ContentBuilder(entries, /*lender=*/nullptr, issues).Build();
//
// Used by the loader alone.

#ifndef FIRSTVISIT_DIALOG_CONTENT_BUILDER_H_
#define FIRSTVISIT_DIALOG_CONTENT_BUILDER_H_

#include <memory>
#include <vector>

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"
#include "dialog/content/locale_entries.h"
#include "dialog/content/registry.h"

namespace firstvisit {

class ContentBuilder {
 public:
  // `lender`: whose phrases stand in for those that the entries lack; nullptr:
  // they must be complete. All must outlive the builder.
  ContentBuilder(const Entries& entries, const Content* lender, Issues& issues);

  // nullptr where `issues` has errors afterwards. To be called once.
  std::shared_ptr<const Content> Build();

 private:
  void BuildQuestionsAndConclusions();
  void BuildLocales();
  void BuildLexicons();
  void CheckAll();

  const Entries& entries_;
  const Content* const lender_;
  Issues& issues_;
  Registry registry_;
  std::shared_ptr<Content> content_;
  std::vector<LocaleEntries> locales_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_BUILDER_H_
