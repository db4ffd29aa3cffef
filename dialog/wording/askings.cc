// Method: whatever policy can ask has its place in a table. A group has a bit
// for each member, so that its sets are numbers. Tests: askings_test.cc.

#include "dialog/wording/askings.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace firstvisit {
namespace {

// Of a larger group too many sets could be asked to write them all out.
constexpr size_t kMostMembers = 6;

// The place of a set of members in its group's table.
size_t PlaceOf(std::uint32_t members, bool rest) {
  return 2 * members + (rest ? 1 : 0);
}

}  // namespace

Askings::Askings(const Content& content, const QuestionText& text)
    : content_(content), text_(text) {
  for (const LocaleWording& wording : content.locales()) {
    locales_.push_back(WriteLocale(wording));
  }
}

Askings::Locale Askings::WriteLocale(const LocaleWording& wording) const {
  Locale locale;
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    OpenQuestions open;
    open.questions = {question};
    // Further attempts are put in the words of the last reprompt.
    const int attempts = std::max(wording.question[i].reprompt_size(), 1);
    std::vector<Asking> prompts;
    for (open.attempt = 0; open.attempt <= attempts; ++open.attempt) {
      prompts.push_back(text_.Write(open, /*rest=*/false, wording));
    }
    locale.prompts.push_back(std::move(prompts));
    OpenQuestions confirmation;
    confirmation.confirm = question;
    locale.confirmations.push_back(
        text_.Write(confirmation, /*rest=*/false, wording));
  }
  for (const Group& group : content_.groups()) {
    locale.groups.push_back(WriteGroup(group, wording));
  }
  return locale;
}

std::vector<std::unique_ptr<const Asking>> Askings::WriteGroup(
    const Group& group, const LocaleWording& wording) const {
  std::vector<std::unique_ptr<const Asking>> sets;
  if (group.members.size() > kMostMembers) return sets;
  const std::uint32_t all = (1U << group.members.size()) - 1;
  sets.resize(PlaceOf(all, true) + 1);
  for (std::uint32_t members = 1; members <= all; ++members) {
    OpenQuestions open;
    for (size_t i = 0; i < group.members.size(); ++i) {
      if (members >> i & 1U) open.questions.push_back(group.members[i]);
    }
    if (open.questions.size() < 2) continue;
    for (const bool rest : {false, true}) {
      sets[PlaceOf(members, rest)] =
          std::make_unique<const Asking>(text_.Write(open, rest, wording));
    }
  }
  return sets;
}

void Askings::Ask(const OpenQuestions& open, bool rest,
                  const LocaleWording& wording, const v1::Channel& channel,
                  LentTurn& turn) const {
  if (open.none()) return;
  if (const Asking* ready = Find(open, rest, wording)) {
    turn.Lend(ready->question);
    const v1::Message& message = ready->MessageFor(channel);
    if (!message.text().empty()) turn.Lend(message);
    return;
  }
  const Asking asking = text_.Write(open, rest, wording);
  *turn.own().mutable_question() = asking.question;
  *turn.own().add_messages() = asking.MessageFor(channel);
}

const Asking* Askings::Find(const OpenQuestions& open, bool rest,
                            const LocaleWording& wording) const {
  const Locale& locale = locales_[&wording - content_.locales().data()];
  if (open.confirm != kNoQuestion) return &locale.confirmations[open.confirm];
  if (open.questions.size() > 1) {
    return FindGroup(open.questions, rest, locale);
  }
  const std::vector<Asking>& prompts = locale.prompts[open.questions[0]];
  const int last = static_cast<int>(prompts.size()) - 1;
  return &prompts[std::clamp(open.attempt, 0, last)];
}

const Asking* Askings::FindGroup(const std::vector<QuestionIndex>& members,
                                 bool rest, const Locale& locale) const {
  const int group = content_.questions()[members[0]].group;
  if (group < 0 || locale.groups[group].empty()) return nullptr;
  const std::vector<QuestionIndex>& all = content_.groups()[group].members;
  std::uint32_t set = 0;
  size_t next = 0;
  for (size_t i = 0; i < all.size() && next < members.size(); ++i) {
    if (all[i] != members[next]) continue;
    set |= 1U << i;
    ++next;
  }
  // An old visit may have asked them in another order.
  if (next < members.size()) return nullptr;
  return locale.groups[group][PlaceOf(set, rest)].get();
}

}  // namespace firstvisit
