// What a turn tells that must reach the person: what was recorded, and
// warnings. Kept in the turn's event, and told again where it was not heard to
// its end.
//
//   NoteTold(content, uptake.notices, event);
//   uptake.notices = WithUnheard(content, state.told, played, uptake.notices);
//
// What only leads to a question that has been answered since (help, "I did not
// hear anything") is not told again. Pure functions.

#ifndef FIRSTVISIT_DIALOG_STATE_TOLD_H_
#define FIRSTVISIT_DIALOG_STATE_TOLD_H_

#include <string>
#include <vector>

#include "dialog/content/content.h"
#include "dialog/state/uptake.h"
#include "firstvisit/session/v1/session.pb.h"

namespace firstvisit {

// Ids of prompts, as the caller reports them.
using PromptIds = google::protobuf::RepeatedPtrField<std::string>;

void NoteTold(const Content& content, const std::vector<Notice>& notices,
              session::v1::TurnEvent& event);

// `notices`, and before them what of `told` is not in `played`. Where nothing
// is reported as played, all counts as heard.
std::vector<Notice> WithUnheard(const Content& content,
                                const std::vector<session::v1::Told>& told,
                                const PromptIds& played,
                                std::vector<Notice> notices);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_STATE_TOLD_H_
