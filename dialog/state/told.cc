// Tests: dialog/played_test.cc.

#include "dialog/state/told.h"

#include <iterator>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/state/fact.h"

namespace firstvisit {
namespace {

using session::v1::Told;

// Phrases that say what was recorded, or how things now stand.
constexpr absl::string_view kLasting[] = {
    "noted_unsure",  "noted_declined",   "corrected",
    "handoff_offer", "for_someone_else", "locale_switched"};

// Of a message in several parts all must have been heard.
std::vector<std::string> PromptsOf(const Told& told) {
  if (told.emergency()) {
    return {"level.emergency.headline", "level.emergency.action",
            "level.emergency.doctor"};
  }
  return {told.has_understood() ? "phrase.understood_summary"
                                : absl::StrCat("phrase.", told.phrase())};
}

Notice ToNotice(const Content& content, const Told& told) {
  if (!told.phrase().empty()) {
    return Say(told.phrase(), content.FindQuestion(told.question()));
  }
  Notice notice;
  notice.kind = Notice::Kind::kEmergency;
  if (told.has_understood()) {
    notice.kind = Notice::Kind::kUnderstood;
    notice.question = content.FindQuestion(told.understood().question());
    notice.answer = FromFact(content, told.understood());
  }
  return notice;
}

bool Same(const Notice& a, const Notice& b) {
  return a.kind == b.kind && a.phrase == b.phrase && a.question == b.question &&
         a.answer == b.answer;
}

}  // namespace

void NoteTold(const Content& content, const std::vector<Notice>& notices,
              session::v1::TurnEvent& event) {
  for (const Notice& notice : notices) {
    switch (notice.kind) {
      case Notice::Kind::kEmergency:
        event.add_told()->set_emergency(true);
        break;
      case Notice::Kind::kUnderstood:
        *event.add_told()->mutable_understood() =
            ToFact(content, notice.question, notice.answer, v1::CERTAIN);
        break;
      case Notice::Kind::kPhrase: {
        if (!absl::c_linear_search(kLasting, notice.phrase)) break;
        Told& told = *event.add_told();
        told.set_phrase(notice.phrase);
        if (notice.question != kNoQuestion) {
          told.set_question(content.questions()[notice.question].id());
        }
        break;
      }
      case Notice::Kind::kHelp:
      case Notice::Kind::kWhy:
      case Notice::Kind::kRange:
        break;
    }
  }
}

std::vector<Notice> WithUnheard(const Content& content,
                                const std::vector<Told>& told,
                                const PromptIds& played,
                                std::vector<Notice> notices) {
  if (played.empty()) return notices;
  std::vector<Notice> all;
  for (const Told& one : told) {
    const bool heard =
        absl::c_all_of(PromptsOf(one), [&](const std::string& prompt) {
          return absl::c_linear_search(played, prompt);
        });
    if (heard) continue;
    Notice notice = ToNotice(content, one);
    const bool said_anyway = absl::c_any_of(
        notices, [&](const Notice& other) { return Same(notice, other); });
    if (!said_anyway) all.push_back(std::move(notice));
  }
  absl::c_move(notices, std::back_inserter(all));
  return all;
}

}  // namespace firstvisit
