// Tests: //tests/load:smoke_test.

#include "tests/load/visits.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tests/load/cpu_clock.h"

namespace firstvisit {
namespace {

constexpr int kMostTurns = 80;
constexpr int kMutationTries = 8;

std::string NameOf(const Question& question, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::kChoice:
      return question.choices[answer.choice];
    case Answer::Kind::kUnsure:
      return "unsure";
    case Answer::Kind::kDeclined:
      return "declined";
    default:
      return "";
  }
}

// The answer in the plainest words.
std::string Plain(const Question& question, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::kChoice:
      return absl::StrReplaceAll(question.choices[answer.choice], {{"_", " "}});
    case Answer::Kind::kInterval:
      return question.spec.kind() == content::v1::DURATION
                 ? absl::StrCat(answer.low, " days")
                 : absl::StrCat(answer.low);
    case Answer::Kind::kUnsure:
      return "I don't know";
    case Answer::Kind::kDeclined:
      return "I'd rather not say";
    case Answer::Kind::kText:
      return "that is all from me";
    default:
      return "no";
  }
}

}  // namespace

Visits::Visits(const Interview& interview, const Population& population,
               const std::vector<Item>& items, unsigned seed)
    : interview_(interview),
      population_(population),
      mutator_(items, seed),
      random_(seed) {
  for (const Item& item : items) {
    const QuestionIndex index =
        interview.content().FindQuestion(item.question_id);
    if (index == kNoQuestion || item.locale != "en") continue;
    const google::protobuf::Value* value =
        item.expect().Find(interview.content().questions()[index].fact);
    if (value == nullptr || value->string_value().empty()) continue;
    said_[{item.question_id, value->string_value()}].push_back(item.answer);
  }
}

// Each try changes the words once: changed again and again, a short answer says
// nothing any more, and is asked again. One that has no new form left is said
// as it is.
std::string Visits::Fresh(const std::string& words) {
  for (int i = 0; i < kMutationTries; ++i) {
    std::string fresh = mutator_.OneOf(words);
    if (seen_.insert(fresh).second) return fresh;
  }
  return words;
}

std::string Visits::WordsFor(const Question& question, const Answer& answer) {
  const auto said = said_.find({question.id(), NameOf(question, answer)});
  if (said == said_.end()) return Plain(question, answer);
  return said->second[random_() % said->second.size()];
}

std::string Visits::Words(const v1::Turn& turn, const Answers& truth) {
  const Content& content = interview_.content();
  if (turn.question().members().empty()) {
    const QuestionIndex index = content.FindQuestion(turn.question().id());
    const Question& question = content.questions()[index];
    return turn.state() == v1::CONFIRMING ? Plain(question, truth[index])
                                          : WordsFor(question, truth[index]);
  }
  for (const std::string& member : turn.question().members()) {
    const QuestionIndex index = content.FindQuestion(member);
    if (!truth[index].is(kNo)) {
      return WordsFor(content.questions()[index], truth[index]);
    }
  }
  return "none of these";
}

void Visits::RunOne(int number) {
  const Answers truth = population_.Draw(random_);
  const absl::Time now = absl::UnixEpoch() + absl::Hours(24 * 365 * 56);
  v1::StartSessionRequest request;
  request.set_reference("booked");
  request.mutable_channel()->set_kind(v1::Channel::CHAT);
  auto opened =
      interview_.Open(request, absl::StrCat("s-", number), "caller", now);
  if (!opened.ok()) return;
  session::v1::SessionLog log = std::move(opened->log);
  v1::Turn turn = std::move(opened->turn);
  int turns = 0;
  while ((turn.state() == v1::ASKING || turn.state() == v1::CONFIRMING) &&
         turns < kMostTurns) {
    v1::ReplyRequest reply;
    reply.set_text(Fresh(Words(turn, truth)));
    const absl::Duration before = ThreadCpu();
    auto step = interview_.Take(log, reply, now);
    turn_costs_.push_back(ThreadCpu() - before);
    if (!step.ok()) return;
    *log.add_events() = std::move(step->event);
    turn = *step->turn;
    ++turns;
  }
  size_t bytes = 0;
  for (const session::v1::TurnEvent& event : log.events()) {
    bytes += event.ByteSizeLong();
  }
  event_bytes_.push_back(bytes + log.opening().ByteSizeLong());
  turns_.push_back(turns);
}

void Visits::Run(int clients) {
  for (int i = 0; i < clients; ++i) RunOne(i);
}

}  // namespace firstvisit
