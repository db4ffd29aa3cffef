#include "dialog/policy/next_question.h"

#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

constexpr int kGroupInText = 4;
constexpr int kGroupInVoice = 3;

}  // namespace

Manner MannerOf(const session::v1::Opening& opening) {
  Manner manner;
  manner.full_interview = opening.full_interview();
  manner.has_reference = !opening.reference().empty();
  if (!opening.channel().no_groups()) {
    manner.group_size = opening.channel().kind() == v1::Channel::VOICE
                            ? kGroupInVoice
                            : kGroupInText;
  }
  return manner;
}

QuestionPolicy::QuestionPolicy(const Content& content)
    : content_(content), relevance_(content) {}

OpenQuestions QuestionPolicy::Next(const SessionState& state,
                                   const Triage& triage,
                                   const Manner& manner) const {
  if (triage.recorded_level >= content::v1::EMERGENCY_NOW) return {};
  QuestionIndex first = kNoQuestion;
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (!Asks(question, state, triage, manner)) continue;
    // Consent, and what has been begun, come before any other order.
    if (first == kNoQuestion) {
      first = question;
      if (content_.questions()[i].spec.section() == content::v1::CONSENT) break;
    }
    const bool follows_flag =
        content_.questions()[i].follow_up_of != kNoQuestion &&
        content_.questions()[i].spec.section() <= content::v1::RED_FLAG;
    if (follows_flag ||
        relevance_.CompletesRule(question, state.answers, triage)) {
      first = question;
      break;
    }
  }
  if (first == kNoQuestion) return {};
  return WithGroup(first, state, triage, manner);
}

bool QuestionPolicy::Asks(QuestionIndex question, const SessionState& state,
                          const Triage& triage, const Manner& manner) const {
  const Question& entry = content_.questions()[question];
  if (!state.answers[question].open() ||
      entry.ask_when.Known(state.answers) != Truth::kTrue) {
    return false;
  }
  if (entry.spec.section() == content::v1::CONSENT && entry.yes_no()) {
    return true;
  }
  if (entry.spec.optional() && manner.has_reference) return false;
  if (triage.recorded_level >= content::v1::URGENT) {
    return relevance_.CouldRaise(question, state.answers,
                                 triage.recorded_level);
  }
  if (entry.spec.for_referral() && !NeedsReferral(triage)) return false;
  return entry.spec.always_asked() || entry.spec.for_referral() ||
         manner.full_interview ||
         relevance_.Matters(question, state.answers, triage);
}

std::vector<QuestionIndex> QuestionPolicy::WorthAsking(
    const SessionState& state, const Triage& triage) const {
  std::vector<QuestionIndex> questions = triage.open;
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (content_.questions()[i].spec.section() != content::v1::CONSENT &&
        !absl::c_linear_search(questions, question) &&
        Asks(question, state, triage, Manner())) {
      questions.push_back(question);
    }
  }
  return questions;
}

// A doctor comes first, or somebody has to agree.
bool QuestionPolicy::NeedsReferral(const Triage& triage) const {
  return triage.recorded_level == content::v1::DOCTOR_FIRST ||
         absl::c_any_of(triage.raised, [&](const Raised& raised) {
           return !content_.precautions()[raised.precaution].agreement.empty();
         });
}

OpenQuestions QuestionPolicy::WithGroup(QuestionIndex question,
                                        const SessionState& state,
                                        const Triage& triage,
                                        const Manner& manner) const {
  OpenQuestions open;
  const int group = content_.questions()[question].group;
  if (group < 0 || state.apart[group] || manner.group_size < 2) {
    open.questions = {question};
    return open;
  }
  for (QuestionIndex member : content_.groups()[group].members) {
    if (Asks(member, state, triage, manner)) open.questions.push_back(member);
  }
  // Too many for one breath: two breaths of like length.
  const int count = static_cast<int>(open.questions.size());
  const int breaths = (count + manner.group_size - 1) / manner.group_size;
  if (breaths > 1) open.questions.resize((count + breaths - 1) / breaths);
  return open;
}

int QuestionPolicy::TurnsLeft(const SessionState& state, const Triage& triage,
                              const Manner& manner) const {
  if (state.over() || triage.recorded_level >= content::v1::EMERGENCY_NOW) {
    return 0;
  }
  std::vector<int> members(content_.groups().size(), 0);
  int turns = 0;
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (!Asks(question, state, triage, manner)) continue;
    const int group = content_.questions()[i].group;
    const bool grouped =
        group >= 0 && !state.apart[group] && manner.group_size > 1;
    if (!grouped || members[group]++ % manner.group_size == 0) ++turns;
  }
  return turns;
}

}  // namespace firstvisit
