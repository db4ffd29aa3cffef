// Tests: dialog_proof_test.cc.

#include "dialog/proof/talk.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "dialog/proof/answer_space.h"
#include "dialog/proof/exact_hearing.h"

namespace firstvisit {
namespace {

// Enough to mend; a broken rule shows in many conversations.
constexpr size_t kMostBroken = 5;

absl::Time Start() { return absl::FromUnixSeconds(1'790'000'000); }

bool Holds(const std::vector<FloorPart>& parts, QuestionIndex question,
           const Answer& answer) {
  return absl::c_any_of(parts, [&](const FloorPart& part) {
    return part.question == question && KnownToHold(part, answer);
  });
}

// Where the floor says nothing: "no", the first choice, a long time, little.
Answer Plain(const Question& question, const std::vector<Answer>& classes) {
  if (question.spec.section() == content::v1::CONSENT && question.yes_no()) {
    return Answer::Yes();
  }
  if (question.yes_no()) return Answer::No();
  return question.spec.kind() == content::v1::DURATION
             ? classes.back()
             : classes[AnswerSpace::kFirstValue];
}

}  // namespace

Scripts::Scripts(const Content& content, const Floor& floor) {
  Cuts cuts(content.questions().size());
  cuts.Add(content);
  floor.AddTo(cuts);
  const AnswerSpace space(content, cuts);
  for (size_t i = 0; i < content.questions().size(); ++i) {
    mild_.push_back(Plain(content.questions()[i],
                          space.classes(static_cast<QuestionIndex>(i))));
  }
  for (const Floor::Required& required : floor.required()) {
    for (const Answer& answer : space.classes(required.question)) {
      if (!Holds(required.harmless, required.question, answer)) continue;
      mild_[required.question] = answer;
      break;
    }
  }
  bad_ = mild_;
  for (const Floor::Order& order : floor.orders()) {
    const std::vector<Answer>& classes = space.classes(order.question);
    for (const Answer& answer : classes) {
      if (Holds(order.mild, order.question, answer)) {
        mild_[order.question] = answer;
        break;
      }
    }
    for (const Answer& answer : classes) {
      if (Holds(order.bad, order.question, answer)) {
        bad_[order.question] = answer;
      }
    }
    if (order.number == content::v1::Order::LESS_IS_WORSE) {
      bad_[order.question] = classes[AnswerSpace::kFirstValue];
    } else if (order.number == content::v1::Order::MORE_IS_WORSE) {
      bad_[order.question] = classes.back();
    }
  }
}

Talk::Talk(const Interview& interview, const v1::StartSessionRequest& opening,
           TalkFindings& findings)
    : interview_(interview),
      assessor_(interview.content()),
      findings_(findings) {
  auto opened = interview.Open(opening, "proof", "proof", Start());
  if (!opened.ok()) {
    Broken(absl::StrCat("a session opens: ", opened.status().message()));
    return;
  }
  log_ = std::move(opened->log);
  turn_ = std::move(opened->turn);
  state_ = Fold(interview.content(), log_);
  ++findings_.conversations;
}

Talk::Talk(const Interview& interview, session::v1::SessionLog log,
           TalkFindings& findings)
    : interview_(interview),
      assessor_(interview.content()),
      findings_(findings),
      log_(std::move(log)),
      state_(Fold(interview.content(), log_)) {}

void Talk::Say(const std::string& text) {
  v1::ReplyRequest request;
  request.set_text(text);
  Send(request, text);
}

void Talk::Command(v1::Command command) {
  v1::ReplyRequest request;
  request.set_command(command);
  Send(request, absl::StrCat("[", v1::Command_Name(command), "]"));
}

void Talk::Happen(v1::Event event) {
  v1::ReplyRequest request;
  request.set_event(event);
  Send(request, absl::StrCat("[", v1::Event_Name(event), "]"));
}

void Talk::Send(const v1::ReplyRequest& request, const std::string& written) {
  const absl::Time now = Start() + absl::Seconds(10 * (log_.events_size() + 1));
  auto step = interview_.Take(log_, request, now);
  if (!step.ok()) {
    Broken(absl::StrCat("an input is taken: ", step.status().message()));
    return;
  }
  transcript_ = Transcript();
  absl::StrAppend(&transcript_, "  Client: ", written, "\n");
  *log_.add_events() = std::move(step->event);
  Apply(interview_.content(), log_.events(log_.events_size() - 1), state_);
  turn_ = *step->turn;
  ++findings_.turns;
  findings_.longest = std::max(findings_.longest, log_.events_size());
  Check();
}

void Talk::Check() {
  const Conclusion conclusion = Conclude();
  const Triage& triage = conclusion.triage;
  if (triage.recorded_level >= content::v1::EMERGENCY_NOW &&
      (turn_.state() != v1::REFERRED || !turn_.question().id().empty())) {
    Broken("an emergency answer ends the questions in the same turn");
  }
  if (turn_.state() == v1::REFERRED && triage.level < content::v1::URGENT) {
    Broken("REFERRED only at urgent and emergency");
  }
  if (turn_.state() == v1::DONE &&
      (!triage.complete || triage.level >= content::v1::URGENT)) {
    Broken("DONE only when every safety question has been put");
  }
  const v1::Assessment& shown = turn_.assessment();
  if (triage.level >= content::v1::URGENT &&
      (shown.tips_size() > 0 || shown.has_plan())) {
    Broken("nothing is advised from urgent on");
  }
  if (!triage.clearance && shown.has_plan()) {
    Broken("a plan only with a clearance");
  }
}

void Talk::Broken(const std::string& claim) {
  ++findings_.broken_count;
  if (findings_.broken.size() < kMostBroken) {
    findings_.broken.push_back(absl::StrCat(claim, "\n", Transcript()));
  }
}

std::string Talk::Reply(const Script& script) const {
  const Content& content = interview_.content();
  std::string reply;
  for (QuestionIndex question : state_.open.topics()) {
    absl::StrAppend(&reply, reply.empty() ? "" : " ",
                    ExactHearing::Write(content, question, script[question]));
  }
  return reply;
}

void Talk::AnswerNext(const Script& script) { Say(Reply(script)); }

void Talk::AnswerAll(const Script& script, QuestionIndex stop) {
  // Each question takes one turn, or two where "unsure" is asked again.
  const int most = 2 * static_cast<int>(script.size());
  for (int turn = 0; turn < most && !state_.over(); ++turn) {
    const bool last = absl::c_linear_search(state_.open.questions, stop);
    AnswerNext(script);
    if (last && !absl::c_linear_search(state_.open.questions, stop)) return;
  }
  if (!state_.over()) Broken("a conversation comes to its end");
}

std::string Talk::Transcript() const {
  std::string transcript = transcript_;
  for (const v1::Message& message : turn_.messages()) {
    absl::StrAppend(&transcript, "  First Visit: ", message.text(), "\n");
  }
  return transcript;
}

Conclusion Talk::Conclude() const { return assessor_.Conclude(state_.answers); }

std::string TranscriptOf(const std::shared_ptr<const Content>& content,
                         const Answers& answers) {
  const Interview interview(content, std::make_shared<ExactHearing>(*content),
                            {}, absl::Hours(24));
  Script script = answers;
  for (size_t i = 0; i < script.size(); ++i) {
    const Question& question = content->questions()[i];
    if (!script[i].open() || question.spec.section() != content::v1::CONSENT) {
      continue;
    }
    script[i] = question.yes_no() ? Answer::Yes() : Answer::Text();
  }
  v1::StartSessionRequest opening;
  opening.mutable_channel()->set_no_groups(true);
  TalkFindings findings;
  Talk talk(interview, opening, findings);
  const int most = 2 * static_cast<int>(script.size());
  for (int turn = 0; turn < most && !talk.state().over(); ++turn) {
    const bool told = absl::c_none_of(
        talk.state().open.questions,
        [&](QuestionIndex question) { return script[question].open(); });
    if (!told) break;
    talk.AnswerNext(script);
  }
  return talk.Transcript();
}

}  // namespace firstvisit
