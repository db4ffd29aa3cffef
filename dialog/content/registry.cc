#include "dialog/content/registry.h"

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

template <typename Spec>
void AddIds(const std::vector<Entry<Spec>>& entries, Names& names,
            Issues& issues) {
  for (const Entry<Spec>& entry : entries) {
    names.Add(entry->id(), entry.spot.at("id"), issues);
  }
}

}  // namespace

std::vector<std::string> ValuesOf(const content::v1::Question& question) {
  if (question.kind() == content::v1::YES_NO) return {"yes", "no"};
  return {question.choice().begin(), question.choice().end()};
}

Registry::Registry(const Entries& entries, Issues& issues) {
  AddIds(entries.facts, facts, issues);
  AddIds(entries.questions, questions, issues);
  AddIds(entries.limits, limits, issues);
  AddIds(entries.precautions, precautions, issues);
  AddIds(entries.causes, causes, issues);
  AddIds(entries.techniques, advice, issues);
  AddIds(entries.areas, advice, issues);
  AddIds(entries.tips, advice, issues);
  for (const Entry<content::v1::Question>& question : entries.questions) {
    const bool number = question->kind() == content::v1::NUMBER ||
                        question->kind() == content::v1::DURATION;
    shapes.push_back({question->id(), number, ValuesOf(*question)});
  }
  cited_.assign(facts.size(), false);
}

std::vector<std::string> Registry::Sources(const Strings& sources,
                                           const Spot& spot, Issues& issues) {
  for (int fact : ResolveAll(facts, sources, spot, "source", issues)) {
    cited_[fact] = true;
  }
  return {sources.begin(), sources.end()};
}

std::vector<std::string> Registry::RequiredSources(const Strings& sources,
                                                   const Spot& spot,
                                                   Issues& issues) {
  if (sources.empty()) {
    issues.Error(spot.place(),
                 "it rests on no fact; add `source` with a fact of the ledger");
  }
  return Sources(sources, spot, issues);
}

std::vector<int> Registry::ResolveAll(const Names& names, const Strings& ids,
                                      const Spot& spot, absl::string_view field,
                                      Issues& issues) const {
  std::vector<int> positions;
  for (int i = 0; i < ids.size(); ++i) {
    const int position = names.Resolve(ids.Get(i), spot.at(field, i), issues);
    if (position >= 0) positions.push_back(position);
  }
  return positions;
}

Condition Registry::Compile(const std::string& text, const Spot& spot,
                            absl::string_view field, Issues& issues) const {
  int column = 0;
  absl::StatusOr<Condition> condition = Condition::Parse(text, shapes, &column);
  if (condition.ok()) return *std::move(condition);
  issues.Error(spot.in_string(field, column),
               std::string(condition.status().message()));
  return Condition();
}

void Registry::ReportUncited(const Entries& entries, Issues& issues) const {
  for (size_t i = 0; i < entries.facts.size(); ++i) {
    if (cited_[i]) continue;
    const Entry<content::v1::Fact>& fact = entries.facts[i];
    issues.Warning(fact.spot.at("id"),
                   absl::StrCat("nothing rests on ", fact->id(),
                                "; cite it where it belongs, or take it out"));
  }
}

}  // namespace firstvisit
