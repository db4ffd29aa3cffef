// A circle is looked for among the questions that each waits for, and apart
// from that among the values that each implies: a question asked because
// another went unanswered may well fill that one in (`adult` and `age`).

#include "dialog/content/order_checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/names.h"

namespace firstvisit {
namespace {

using Edges = std::vector<std::vector<QuestionIndex>>;

// Depth-first; the path is the chain of questions being looked into.
class CircleSearch {
 public:
  explicit CircleSearch(const Edges& edges)
      : edges_(edges), state_(edges.size(), State::kNew) {}

  // The questions of a circle that is met from `start`; empty: none.
  std::vector<QuestionIndex> From(QuestionIndex start) {
    if (state_[start] == State::kDone) return {};
    if (state_[start] == State::kOnPath) {
      const auto first = std::find(path_.begin(), path_.end(), start);
      return {first, path_.end()};
    }
    state_[start] = State::kOnPath;
    path_.push_back(start);
    for (QuestionIndex next : edges_[start]) {
      std::vector<QuestionIndex> circle = From(next);
      if (!circle.empty()) return circle;
    }
    path_.pop_back();
    state_[start] = State::kDone;
    return {};
  }

 private:
  enum class State { kNew, kOnPath, kDone };

  const Edges& edges_;
  std::vector<State> state_;
  std::vector<QuestionIndex> path_;
};

// Reports the first circle: the others are found once it is mended.
void CheckCircles(const Entries& entries, const Content& content,
                  const Edges& edges, absl::string_view field,
                  absl::string_view verb, Issues& issues) {
  CircleSearch search(edges);
  for (size_t i = 0; i < edges.size(); ++i) {
    const std::vector<QuestionIndex> circle =
        search.From(static_cast<QuestionIndex>(i));
    if (circle.empty()) continue;
    std::vector<std::string> ids;
    for (QuestionIndex question : circle) {
      ids.push_back(content.questions()[question].id());
    }
    ids.push_back(ids.front());
    const Spot& spot = entries.questions[circle.front()].spot;
    const int index = field == "implied" ? 0 : -1;
    issues.Error(spot.at(field, index),
                 absl::StrCat("a circle: each ", verb,
                              " the next: ", absl::StrJoin(ids, ", ")));
    return;
  }
}

void CheckAllCircles(const Entries& entries, const Content& content,
                     Issues& issues) {
  Edges waits;
  Edges implies;
  for (const Question& question : content.questions()) {
    waits.push_back(question.ask_when.mentions());
    implies.emplace_back();
    for (const Implied& implied : question.implied) {
      implies.back().insert(implies.back().end(),
                            implied.when.mentions().begin(),
                            implied.when.mentions().end());
    }
  }
  CheckCircles(entries, content, waits, "ask_when", "waits for", issues);
  CheckCircles(entries, content, implies, "implied", "follows from", issues);
}

void CheckMember(const Entry<content::v1::Question>& entry,
                 QuestionIndex member, const Content& content, Issues& issues) {
  const Question& question = content.questions()[member];
  const Place place = entry.spot.at("group");
  if (!question.yes_no()) {
    return issues.Error(place, "only yes/no questions are asked in a group");
  }
  if (!question.spec.safety() || question.harmless.always()) return;
  Answers answers(content.questions().size());
  answers[member] = Answer::No();
  const bool no_is_harmless = question.harmless.Known(answers) == Truth::kTrue;
  answers[member] = Answer::Yes();
  if (!no_is_harmless || question.harmless.Known(answers) == Truth::kTrue) {
    issues.Error(place,
                 "\"none of these\" must be the harmless answer; a question "
                 "whose harmless answer is not just \"no\" stands alone");
  }
}

void CheckGroups(const Entries& entries, const Content& content,
                 Issues& issues) {
  Names names("group");
  for (const Group& group : content.groups()) {
    const Place place =
        entries.questions[group.members.front()].spot.at("group");
    names.Add(group.id, place, issues);
    if (group.members.size() == 1) {
      issues.Error(place, absl::StrCat("`", group.id,
                                       "` has one member only; a group has "
                                       "two at least"));
    }
    for (size_t i = 0; i < group.members.size(); ++i) {
      const QuestionIndex member = group.members[i];
      const auto& entry = entries.questions[member];
      CheckMember(entry, member, content, issues);
      if (i > 0 && member != group.members[i - 1] + 1) {
        issues.Error(
            entry.spot.at("group"),
            absl::StrCat("the members of `", group.id,
                         "` must stand side by side; move it next "
                         "to `",
                         content.questions()[group.members[i - 1]].id(), "`"));
      }
    }
  }
}

// Nothing may be asked, let alone noted, before the consent.
void CheckConsent(const Entries& entries, const Content& content,
                  Issues& issues) {
  if (content.questions().empty()) return;
  const content::v1::Question& first = content.questions().front().spec;
  if (first.section() == content::v1::CONSENT &&
      first.kind() == content::v1::YES_NO && first.ask_when().empty()) {
    return;
  }
  issues.Error(entries.questions.front().spot.place(),
               "the first question must be a yes/no question of section "
               "CONSENT that is always asked: nothing is noted without it");
}

}  // namespace

void CheckOrder(const Entries& entries, const Content& content,
                Issues& issues) {
  CheckConsent(entries, content, issues);
  CheckGroups(entries, content, issues);
  CheckAllCircles(entries, content, issues);
}

}  // namespace firstvisit
