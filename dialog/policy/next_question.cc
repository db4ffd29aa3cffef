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
    : content_(content), relevance_(content) {
  for (const Question& question : content.questions()) {
    Traits traits;
    traits.consent =
        question.spec.section() == content::v1::CONSENT && question.yes_no();
    traits.optional = question.spec.optional();
    traits.for_referral = question.spec.for_referral();
    traits.always_asked = question.spec.always_asked();
    traits_.push_back(traits);
  }
}

Agenda QuestionPolicy::Draw(const Answers& answers, const Triage& triage,
                            const Manner& manner) const {
  Agenda agenda;
  agenda.manner = manner;
  agenda.asks = PositionSet(content_.questions().size());
  if (triage.recorded_level >= content::v1::EMERGENCY_NOW) return agenda;
  const Marks marks = triage.recorded_level >= content::v1::URGENT
                          ? relevance_.Raising(triage)
                          : relevance_.Moved(answers, triage);
  for (size_t i = 0; i < agenda.asks.size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (Asks(question, answers, triage, manner, marks)) agenda.asks.Add(i);
  }
  return agenda;
}

bool QuestionPolicy::Asks(QuestionIndex question, const Answers& answers,
                          const Triage& triage, const Manner& manner,
                          const Marks& marks) const {
  if (!answers[question].open() ||
      content_.questions()[question].ask_when.Known(answers) != Truth::kTrue) {
    return false;
  }
  const Traits& traits = traits_[question];
  if (traits.consent) return true;
  if (traits.optional && manner.has_reference) return false;
  if (triage.recorded_level >= content::v1::URGENT) return marks[question];
  if (traits.for_referral && !NeedsReferral(triage)) return false;
  return traits.always_asked || traits.for_referral || manner.full_interview ||
         relevance_.Matters(question, marks, answers);
}

OpenQuestions QuestionPolicy::Next(const SessionState& state,
                                   const Triage& triage,
                                   const Agenda& agenda) const {
  size_t next = agenda.asks.Next(0);
  if (next == agenda.asks.size()) return {};
  // Consent, and what has been begun, come before any other order.
  if (content_.questions()[next].spec.section() != content::v1::CONSENT) {
    const Marks completing = relevance_.Completing(state.answers, triage);
    for (size_t i = next; i < agenda.asks.size(); i = agenda.asks.Next(i + 1)) {
      const Question& question = content_.questions()[i];
      const bool follows_flag =
          question.follow_up_of != kNoQuestion &&
          question.spec.section() <= content::v1::RED_FLAG;
      if (!follows_flag && !completing[i]) continue;
      next = i;
      break;
    }
  }
  return WithGroup(static_cast<QuestionIndex>(next), state, agenda);
}

std::vector<QuestionIndex> QuestionPolicy::WorthAsking(
    const Answers& answers, const Triage& triage) const {
  std::vector<QuestionIndex> questions = triage.open;
  const Agenda agenda = Draw(answers, triage, Manner());
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const QuestionIndex question = static_cast<QuestionIndex>(i);
    if (content_.questions()[i].spec.section() != content::v1::CONSENT &&
        agenda.asks[i] && !absl::c_linear_search(questions, question)) {
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
                                        const Agenda& agenda) const {
  OpenQuestions open;
  const int most = agenda.manner.group_size;
  const int group = content_.questions()[question].group;
  if (group < 0 || state.apart[group] || most < 2) {
    open.questions = {question};
    return open;
  }
  for (QuestionIndex member : content_.groups()[group].members) {
    if (agenda.asks[member]) open.questions.push_back(member);
  }
  // Too many for one breath: two breaths of like length.
  const int count = static_cast<int>(open.questions.size());
  const int breaths = (count + most - 1) / most;
  if (breaths > 1) open.questions.resize((count + breaths - 1) / breaths);
  return open;
}

int QuestionPolicy::TurnsLeft(const SessionState& state,
                              const Agenda& agenda) const {
  if (state.over()) return 0;
  const int most = agenda.manner.group_size;
  std::vector<int> members(content_.groups().size(), 0);
  int turns = 0;
  for (size_t i = agenda.asks.Next(0); i < agenda.asks.size();
       i = agenda.asks.Next(i + 1)) {
    const int group = content_.questions()[i].group;
    const bool grouped = group >= 0 && !state.apart[group] && most > 1;
    if (!grouped || members[group]++ % most == 0) ++turns;
  }
  return turns;
}

}  // namespace firstvisit
