#include "dialog/content/question_builder.h"

#include <algorithm>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/types/optional.h"

namespace firstvisit {
namespace {

using content::v1::DURATION;
using content::v1::NUMBER;

// "yes", a choice, "18" or "18..120".
absl::optional<Answer> ReadValue(const Question& question,
                                 const std::string& text) {
  const content::v1::Question& spec = question.spec;
  if (spec.kind() != NUMBER && spec.kind() != DURATION) {
    const int choice = question.FindChoice(text);
    if (choice < 0) return absl::nullopt;
    return Answer::Choice(choice);
  }
  const std::vector<std::string> ends = absl::StrSplit(text, "..");
  double low = 0;
  double high = 0;
  if (ends.size() > 2 || !absl::SimpleAtod(ends.front(), &low) ||
      !absl::SimpleAtod(ends.back(), &high) || low > high ||
      low < spec.range().min() || high > spec.range().max()) {
    return absl::nullopt;
  }
  return Answer::Interval(low, high);
}

std::vector<Implied> ReadImplied(const Question& question,
                                 const Entry<content::v1::Question>& entry,
                                 const Registry& registry, Issues& issues) {
  std::vector<Implied> all;
  for (int i = 0; i < entry->implied_size(); ++i) {
    const content::v1::Implied& spec = entry->implied(i);
    const Spot spot = entry.spot.child("implied", i);
    Condition when = registry.Compile(spec.when(), spot, "when", issues);
    const absl::optional<Answer> value = ReadValue(question, spec.value());
    if (!value) {
      issues.Error(
          spot.at("value"),
          absl::StrCat("`", spec.value(), "` is no value of `", question.id(),
                       "`; give one of its choices, "
                       "or a number or interval (18..120) within "
                       "its range"));
      continue;
    }
    all.push_back({std::move(when), *value});
  }
  return all;
}

Question BuildQuestion(const Entry<content::v1::Question>& entry,
                       Registry& registry, Issues& issues) {
  Question question;
  question.spec = *entry;
  question.fact = entry->fact().empty() ? entry->id() : entry->fact();
  question.choices = ValuesOf(*entry);
  if (!entry->follow_up_of().empty()) {
    question.follow_up_of = registry.questions.Resolve(
        entry->follow_up_of(), entry.spot.at("follow_up_of"), issues);
  }
  std::string ask_when = entry->ask_when();
  // A flag that takes no "yes" is reported by question_checks.h.
  if (ask_when.empty() && question.follow_up_of != kNoQuestion &&
      registry.shapes[question.follow_up_of].choices ==
          std::vector<std::string>{"yes", "no"}) {
    ask_when = absl::StrCat(entry->follow_up_of(), " = yes");
  }
  question.ask_when =
      registry.Compile(ask_when, entry.spot, "ask_when", issues);
  question.harmless =
      registry.Compile(entry->harmless(), entry.spot, "harmless", issues);
  question.implied = ReadImplied(question, entry, registry, issues);
  registry.RequiredSources(entry->source(), entry.spot, issues);
  return question;
}

// Notes for every question which others look at it.
void NoteOpens(std::vector<Question>& questions) {
  for (size_t i = 0; i < questions.size(); ++i) {
    std::vector<QuestionIndex> looks_at = questions[i].ask_when.mentions();
    for (const Implied& implied : questions[i].implied) {
      const std::vector<QuestionIndex>& more = implied.when.mentions();
      looks_at.insert(looks_at.end(), more.begin(), more.end());
    }
    std::sort(looks_at.begin(), looks_at.end());
    looks_at.erase(std::unique(looks_at.begin(), looks_at.end()),
                   looks_at.end());
    for (QuestionIndex other : looks_at) {
      questions[other].opens.push_back(static_cast<QuestionIndex>(i));
    }
  }
}

}  // namespace

std::vector<Question> BuildQuestions(const Entries& entries, Registry& registry,
                                     Issues& issues) {
  std::vector<Question> questions;
  for (const Entry<content::v1::Question>& entry : entries.questions) {
    questions.push_back(BuildQuestion(entry, registry, issues));
  }
  NoteOpens(questions);
  return questions;
}

std::vector<Group> BuildGroups(std::vector<Question>& questions) {
  std::vector<Group> groups;
  for (size_t i = 0; i < questions.size(); ++i) {
    const std::string& id = questions[i].spec.group();
    if (id.empty()) continue;
    size_t position = 0;
    while (position < groups.size() && groups[position].id != id) ++position;
    if (position == groups.size()) groups.push_back({id, {}});
    groups[position].members.push_back(static_cast<QuestionIndex>(i));
    questions[i].group = static_cast<int>(position);
  }
  return groups;
}

}  // namespace firstvisit
