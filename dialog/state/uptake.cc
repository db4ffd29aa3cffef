// Tests: uptake_test.cc, a claim for each rule of hearing.

#include "dialog/state/uptake.h"

#include "absl/algorithm/container.h"
#include "dialog/state/fact.h"

namespace firstvisit {
namespace {

using content::v1::URGENT;

// Two reprompts follow the prompt; a group is opened after one.
constexpr int kReprompts = 2;
constexpr int kGroupReprompts = 1;

Uptake Failure(v1::Match match) {
  Uptake uptake;
  uptake.then = Uptake::Then::kRetry;
  uptake.match = match;
  return uptake;
}

}  // namespace

Notice Say(std::string phrase, QuestionIndex question) {
  Notice notice;
  notice.phrase = std::move(phrase);
  notice.question = question;
  return notice;
}

UptakeRules::UptakeRules(const Content& content, const TriageRules& rules)
    : content_(content),
      rules_(rules),
      relief_(content.questions().size(), false) {
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      for (QuestionIndex question : rule.unless.mentions()) {
        relief_[question] = true;
      }
    }
  }
  alarm_ = content.FindQuestion(content.protocol().alarm_question());
  for (size_t i = 0; i < content.questions().size(); ++i) {
    const Question& question = content.questions()[i];
    if (question.spec.section() == content::v1::CONSENT && question.yes_no()) {
      consent_ = static_cast<QuestionIndex>(i);
      break;
    }
  }
}

Truth UptakeRules::Harmless(QuestionIndex question, const Answer& answer,
                            const Answers& answers) const {
  Answers assumed = answers;
  assumed[question] = answer;
  return content_.questions()[question].harmless.Known(assumed);
}

bool UptakeRules::ConfirmsAlarm(const SessionState& state) const {
  return alarm_ != kNoQuestion && state.open.confirm == alarm_;
}

Uptake UptakeRules::FromHearing(const SessionState& state,
                                const Hearing& hearing,
                                const Surroundings& surroundings) const {
  Uptake uptake;
  if (hearing.alarm == Hearing::Alarm::kCertain) {
    uptake = Alarm(state, hearing);
  } else if (ConfirmsAlarm(state)) {
    uptake = Confirmed(state, hearing, surroundings);
  } else if (hearing.alarm == Hearing::Alarm::kPossible) {
    uptake = Ask(state, hearing);
  } else if (hearing.outcome == Hearing::Outcome::kCommand) {
    uptake = FromCommand(state, hearing.command, surroundings);
  } else if (state.open.confirm != kNoQuestion) {
    uptake = Confirmed(state, hearing, surroundings);
  } else {
    uptake = Answered(state, hearing, surroundings);
  }
  uptake.on_behalf = hearing.on_behalf;
  return uptake;
}

// Words of an emergency that leave no doubt: recorded, and the interview ends.
Uptake UptakeRules::Alarm(const SessionState& state,
                          const Hearing& hearing) const {
  Uptake uptake;
  uptake.match = v1::ANSWERED;
  for (const HeardFact& heard : hearing.facts) {
    if (heard.question == kNoQuestion ||
        !content_.questions()[heard.question].spec.safety() ||
        Harmless(heard.question, heard.answer, state.answers) ==
            Truth::kTrue) {
      continue;
    }
    uptake.facts.push_back(FactOf(heard, v1::CERTAIN));
  }
  if (alarm_ != kNoQuestion) {
    uptake.facts.push_back(
        ToFact(content_, alarm_, Answer::Yes(), v1::CERTAIN));
  }
  return uptake;
}

// Words that may mean an emergency: the message at once, together with one
// strict yes/no.
Uptake UptakeRules::Ask(const SessionState& state,
                        const Hearing& hearing) const {
  Uptake uptake;
  uptake.match = v1::VOLUNTEERED;
  TakeAllVolunteered(state, hearing, uptake);
  // What waited for its own yes/no waits on.
  uptake.pending.insert(uptake.pending.end(), state.pending.begin(),
                        state.pending.end());
  uptake.pending.insert(
      uptake.pending.begin(),
      ToFact(content_, alarm_, Answer::Yes(), v1::PROBABLE));
  Notice notice;
  notice.kind = Notice::Kind::kEmergency;
  uptake.notices.push_back(notice);
  return uptake;
}

Uptake UptakeRules::Confirmed(const SessionState& state,
                              const Hearing& hearing,
                              const Surroundings& surroundings) const {
  const QuestionIndex question = state.open.confirm;
  const HeardFact* reply = nullptr;
  for (const HeardFact& heard : hearing.facts) {
    if (heard.question == question && !heard.volunteered) reply = &heard;
  }
  if (ConfirmsAlarm(state) &&
      (reply == nullptr || !reply->answer.is(kNo) ||
       reply->confidence != v1::CERTAIN)) {
    // Anything but a clear "no" ends it.
    Uptake uptake;
    uptake.match = v1::ANSWERED;
    const bool yes = reply != nullptr && reply->answer.is(kYes);
    uptake.facts = {ToFact(content_, alarm_,
                           yes ? Answer::Yes() : Answer::Unsure(),
                           v1::CERTAIN)};
    return uptake;
  }
  // Only a strict answer clears.
  if (reply == nullptr ||
      (reply->confidence != v1::CERTAIN &&
       Harmless(question, reply->answer, state.answers) == Truth::kTrue)) {
    return Fail(state, v1::NOT_UNDERSTOOD, surroundings);
  }
  Uptake uptake;
  uptake.match = v1::ANSWERED;
  uptake.pending.assign(state.pending.begin() + 1, state.pending.end());
  // A "no" to what was only volunteered leaves the question to be put in full;
  // to what was asked, or answered before, it is the answer.
  if (!reply->answer.is(kNo) || state.put[question] || question == alarm_ ||
      !state.records[question].answer.open()) {
    uptake.facts.push_back(FactOf(*reply, v1::CERTAIN));
  }
  TakeAllVolunteered(state, hearing, uptake);
  return uptake;
}

Uptake UptakeRules::Answered(const SessionState& state, const Hearing& hearing,
                             const Surroundings& surroundings) const {
  switch (hearing.outcome) {
    case Hearing::Outcome::kNamesNone:
      return NoneOfGroup(state);
    case Hearing::Outcome::kNamesSome: {
      Uptake uptake;
      uptake.match = v1::ANSWERED;
      uptake.open_apart = true;
      uptake.notices.push_back(Say("group_one_by_one"));
      return uptake;
    }
    case Hearing::Outcome::kOutOfRange: {
      Uptake uptake = Fail(state, v1::OUT_OF_RANGE, surroundings);
      if (uptake.then != Uptake::Then::kRetry) return uptake;
      Notice notice;
      notice.kind = Notice::Kind::kRange;
      notice.question = state.open.questions[0];
      uptake.notices.push_back(notice);
      return uptake;
    }
    case Hearing::Outcome::kUnclear:
      return Fail(state, v1::NOT_UNDERSTOOD, surroundings);
    default:
      break;
  }
  Uptake uptake;
  bool answered = false;
  for (const HeardFact& heard : hearing.facts) {
    if (heard.volunteered ||
        !absl::c_linear_search(state.open.questions, heard.question)) {
      continue;
    }
    if (heard.question == consent_ && !heard.answer.is(kYes)) {
      return DeclineConsent(v1::ANSWERED);
    }
    answered |= TakeOpen(state, heard, uptake);
  }
  const size_t taken = uptake.facts.size() + uptake.pending.size();
  TakeAllVolunteered(state, hearing, uptake);
  if (answered) {
    if (uptake.match == v1::MATCH_UNSPECIFIED) uptake.match = v1::ANSWERED;
    return uptake;
  }
  if (uptake.then == Uptake::Then::kRetry) return uptake;  // asked in other words
  if (uptake.facts.size() + uptake.pending.size() == taken) {
    return Fail(state, v1::NOT_UNDERSTOOD, surroundings);
  }
  if (uptake.match == v1::MATCH_UNSPECIFIED) uptake.match = v1::VOLUNTEERED;
  return uptake;
}

bool UptakeRules::TakeOpen(const SessionState& state, const HeardFact& heard,
                           Uptake& uptake) const {
  const Question& question = content_.questions()[heard.question];
  if (heard.answer.doubtful()) {
    // Where "don't know" means a doctor today it is asked once more, plainer.
    if (heard.answer.kind == Answer::Kind::kUnsure &&
        rules_.UnsureLevel(heard.question) >= URGENT &&
        state.open.questions.size() == 1 && state.open.attempt == 0) {
      uptake.then = Uptake::Then::kRetry;
      uptake.match = v1::ANSWERED;
      uptake.notices.push_back(Say("safety_asked_again"));
      return false;
    }
    uptake.facts.push_back(FactOf(heard, v1::CERTAIN));
    uptake.notices.push_back(Say(heard.answer.kind == Answer::Kind::kUnsure
                                     ? "noted_unsure"
                                     : "noted_declined"));
    return true;
  }
  if (question.spec.safety() && heard.confidence != v1::CERTAIN) {
    const Truth harmless =
        Harmless(heard.question, heard.answer, state.answers);
    // A guess clears nothing.
    if (harmless == Truth::kTrue && heard.confidence == v1::TENTATIVE) {
      return false;
    }
    if (harmless != Truth::kTrue && question.yes_no()) {
      uptake.pending.push_back(FactOf(heard, heard.confidence));
      return true;
    }
  }
  uptake.facts.push_back(FactOf(heard, heard.confidence));
  return true;
}

void UptakeRules::TakeAllVolunteered(const SessionState& state,
                                     const Hearing& hearing,
                                     Uptake& uptake) const {
  for (const HeardFact& heard : hearing.facts) {
    if (heard.question == kNoQuestion || heard.question == consent_ ||
        (state.open.confirm != kNoQuestion &&
         heard.question == state.open.confirm)) {
      continue;
    }
    if (!heard.volunteered &&
        absl::c_linear_search(state.open.questions, heard.question)) {
      continue;
    }
    TakeVolunteered(state, heard, uptake);
  }
}

void UptakeRules::TakeVolunteered(const SessionState& state,
                                  const HeardFact& heard,
                                  Uptake& uptake) const {
  const Question& question = content_.questions()[heard.question];
  const Answer& before = state.records[heard.question].answer;
  if (before == heard.answer || heard.confidence == v1::TENTATIVE) return;
  if (heard.inapplicable) return TakeUnasked(heard, uptake);
  const bool harmless =
      question.spec.safety() &&
      Harmless(heard.question, heard.answer, state.answers) == Truth::kTrue;
  if (question.spec.safety() && question.yes_no()) {
    // Worse is confirmed and then counts. Harmless is never taken unasked; where
    // it would take back what was answered it is confirmed.
    const bool worse = !harmless && !heard.answer.doubtful();
    if (worse || (heard.correction && !before.open())) {
      uptake.pending.push_back(FactOf(heard, heard.confidence));
    }
    return;
  }
  // A follow-up of a flag is put when its flag is up. Unasked, only a "yes" that
  // no rule takes for relief counts: it can but make matters worse.
  const QuestionIndex flag = question.follow_up_of;
  if (flag != kNoQuestion && content_.questions()[flag].spec.safety() &&
      question.yes_no() &&
      (!heard.answer.is(kYes) || relief_[heard.question])) {
    return;
  }
  if (heard.answer.doubtful() && !heard.correction) return;
  if (!before.open() && !heard.correction) return;
  if (harmless && before.open() && !question.spec.caller_may_clear()) return;
  if (heard.correction && !before.open()) {
    uptake.match = v1::CORRECTED;
    uptake.notices.push_back(Say("corrected", heard.question));
  }
  TakeUnasked(heard, uptake);
}

// Recorded, and said back: the person may object.
void UptakeRules::TakeUnasked(const HeardFact& heard, Uptake& uptake) const {
  uptake.facts.push_back(FactOf(heard, heard.confidence));
  Notice notice;
  notice.kind = Notice::Kind::kUnderstood;
  notice.question = heard.question;
  notice.answer = heard.answer;
  uptake.notices.push_back(notice);
}

Uptake UptakeRules::NoneOfGroup(const SessionState& state) const {
  Uptake uptake;
  uptake.match = v1::ANSWERED;
  for (QuestionIndex question : state.open.questions) {
    uptake.facts.push_back(
        ToFact(content_, question, Answer::No(), v1::CERTAIN));
  }
  return uptake;
}

Uptake UptakeRules::Fail(const SessionState& state, v1::Match match,
                         const Surroundings& surroundings) const {
  const bool group = state.open.questions.size() > 1 &&
                     state.open.confirm == kNoQuestion;
  if (state.open.attempt >= (group ? kGroupReprompts : kReprompts)) {
    return GiveUp(state, match, surroundings);
  }
  Uptake uptake = Failure(match);
  uptake.pending = state.pending;
  if (match == v1::SILENCE) uptake.notices.push_back(Say("no_input"));
  if (group) uptake.notices.push_back(Say("group_hint"));
  return uptake;
}

// The budget is used up: never "no". A group is asked one by one, anything else
// stands as "unsure", and the interview goes on.
Uptake UptakeRules::GiveUp(const SessionState& state, v1::Match match,
                           const Surroundings& surroundings) const {
  Uptake uptake;
  uptake.match = match;
  if (state.open.confirm != kNoQuestion) {
    uptake.pending.assign(state.pending.begin() + 1, state.pending.end());
    uptake.facts.push_back(ToFact(content_, state.open.confirm,
                                  Answer::Unsure(), v1::CERTAIN));
  } else if (state.open.questions.size() > 1) {
    uptake.open_apart = true;
    uptake.notices.push_back(Say("group_one_by_one"));
    return uptake;
  } else if (state.open.questions[0] == consent_) {
    return DeclineConsent(match);
  } else {
    const QuestionIndex question = state.open.questions[0];
    const bool text =
        content_.questions()[question].spec.kind() == content::v1::TEXT;
    uptake.facts.push_back(ToFact(content_, question,
                                  text ? Answer::Declined() : Answer::Unsure(),
                                  v1::CERTAIN));
  }
  uptake.notices.push_back(Say("noted_unsure"));
  if (surroundings.handoff) uptake.notices.push_back(Say("handoff_offer"));
  return uptake;
}

Uptake UptakeRules::NotHeard(const SessionState& state, const Uptake& uptake,
                             const Surroundings& surroundings) const {
  const auto clears = [&](const session::v1::Fact& fact) {
    const QuestionIndex index = content_.FindQuestion(fact.question());
    const Question& question = content_.questions()[index];
    return (index == state.open.confirm ||
            absl::c_linear_search(state.open.questions, index)) &&
           question.spec.safety() && question.yes_no() &&
           Harmless(index, FromFact(content_, fact), state.answers) ==
               Truth::kTrue;
  };
  if (absl::c_none_of(uptake.facts, clears)) return uptake;
  Uptake again = Fail(state, v1::NOT_UNDERSTOOD, surroundings);
  for (const session::v1::Fact& fact : uptake.facts) {
    if (!clears(fact)) again.facts.push_back(fact);
  }
  again.notices.insert(again.notices.begin(), uptake.notices.begin(),
                       uptake.notices.end());
  return again;
}

Uptake UptakeRules::DeclineConsent(v1::Match match) const {
  Uptake uptake;
  uptake.match = match;
  uptake.then = Uptake::Then::kEnd;
  uptake.end = v1::DECLINED;
  return uptake;
}

session::v1::Fact UptakeRules::FactOf(const HeardFact& heard,
                                      v1::Confidence confidence) const {
  session::v1::Fact fact =
      ToFact(content_, heard.question, heard.answer, confidence);
  fact.set_begin(heard.begin);
  fact.set_end(heard.end);
  return fact;
}

}  // namespace firstvisit
