// Every name that entries may refer to, gathered before anything is compiled,
// so that an entry may name another that stands further down.
//
//   Registry registry(entries, issues);
//   registry.Sources(tip->source(), tip.spot, issues);
//   Condition when = registry.Compile(tip->when(), tip.spot, "when", issues);
//
// Lives while content is built; not synchronised.

#ifndef FIRSTVISIT_DIALOG_CONTENT_REGISTRY_H_
#define FIRSTVISIT_DIALOG_CONTENT_REGISTRY_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/condition.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"
#include "dialog/content/names.h"
#include "dialog/content/text_place.h"
#include "google/protobuf/repeated_ptr_field.h"

namespace firstvisit {

class Registry {
 public:
  using Strings = google::protobuf::RepeatedPtrField<std::string>;

  // Reports ids that are ill-formed or stand twice.
  Registry(const Entries& entries, Issues& issues);

  // Resolves the facts in a field "source" and counts them as cited.
  std::vector<std::string> Sources(const Strings& sources, const Spot& spot,
                                   Issues& issues);
  // The same for an entry that has to name at least one.
  std::vector<std::string> RequiredSources(const Strings& sources,
                                           const Spot& spot, Issues& issues);
  // Positions of what a repeated field names; unknown names are reported.
  std::vector<int> ResolveAll(const Names& names, const Strings& ids,
                              const Spot& spot, absl::string_view field,
                              Issues& issues) const;
  // The condition in a field; what is wrong is reported where it stands.
  Condition Compile(const std::string& text, const Spot& spot,
                    absl::string_view field, Issues& issues) const;

  // Warns of every fact that nothing rests on.
  void ReportUncited(const Entries& entries, Issues& issues) const;

  // Positions are those in the content; of advice: techniques, areas, tips.
  Names facts{"fact", Names::Form::kFact};
  Names questions{"question"};
  Names limits{"limit"};
  Names precautions{"precaution"};
  Names causes{"cause"};
  Names advice{"technique, area or tip"};
  // By position in `questions`.
  std::vector<QuestionShape> shapes;

 private:
  std::vector<bool> cited_;  // by position in `facts`
};

// The values of a question that a condition can name.
std::vector<std::string> ValuesOf(const content::v1::Question& question);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_REGISTRY_H_
