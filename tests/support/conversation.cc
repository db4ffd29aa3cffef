#include "tests/support/conversation.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "dialog/understanding/understander.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

std::shared_ptr<const Understander> SharedUnderstander() {
  static const std::shared_ptr<const Understander>& understander = *[] {
    auto made = Understander::Create(KneePain());
    if (!made.ok()) {
      std::cerr << made.status() << std::endl;
      std::abort();
    }
    return new std::shared_ptr<const Understander>(std::move(*made));
  }();
  return understander;
}

std::shared_ptr<const Interview> MakeInterview(content::v1::Clinic clinic) {
  return std::make_shared<Interview>(SharedKneePain(), SharedUnderstander(),
                                     std::move(clinic), absl::Hours(24));
}

// What harms nobody, where a test does not care.
const std::map<std::string, std::string>& Harmless() {
  static const auto& harmless = *new std::map<std::string, std::string>{
      {"consent", "yes"},
      {"booking", "Anna Example"},
      {"age", "40"},
      {"weight_bearing", "yes"},
      {"knee_side", "left"},
      {"duration", "three months"},
      {"onset", "gradually"},
      {"severity", "3"},
      {"pain_place", "front"},
      {"sitting_hours", "2"},
      {"guardian", "yes"},
      {"adult", "yes"},
      {"injury_days", "20 days"},
      {"swelling_days", "20 days"},
      {"numbness_days", "60 days"},
      {"surgery_days", "5 years"},
      {"stiffness_minutes", "10"},
      {"anything_else", "no thank you"},
      {"cancer_which", "cancer"},
  };
  return harmless;
}

}  // namespace

const Interview& Conversation::Engine() {
  static const auto& engine =
      *new std::shared_ptr<const Interview>(MakeInterview({}));
  return *engine;
}

Conversation::Conversation(v1::StartSessionRequest request,
                           content::v1::Clinic clinic)
    : interview_(MakeInterview(std::move(clinic))),
      now_(absl::FromCivil(absl::CivilSecond(2026, 11, 20, 9),
                           absl::UTCTimeZone())) {
  if (request.request_id().empty()) request.set_request_id("r-0");
  auto opened = interview_->Open(request, "s-1", "tests", now_);
  if (!opened.ok()) {
    std::cerr << opened.status() << std::endl;
    std::abort();
  }
  log_ = std::move(opened->log);
  turn_ = std::move(opened->turn);
  NoteAsked();
}

const v1::Turn& Conversation::Send(v1::ReplyRequest request) {
  now_ += absl::Seconds(10);
  auto step = interview_->Take(log_, request, now_);
  if (!step.ok()) {
    std::cerr << step.status() << std::endl;
    std::abort();
  }
  *log_.add_events() = std::move(step->event);
  turn_ = *step->turn;
  erased_ |= step->erase;
  NoteAsked();
  return turn_;
}

const v1::Turn& Conversation::Say(const std::string& text) {
  v1::ReplyRequest request;
  request.set_text(text);
  return Send(std::move(request));
}

const v1::Turn& Conversation::Choose(const std::string& value) {
  v1::ReplyRequest request;
  request.set_choice(value);
  return Send(std::move(request));
}

const v1::Turn& Conversation::Press(const std::string& digits) {
  v1::ReplyRequest request;
  request.set_digits(digits);
  return Send(std::move(request));
}

const v1::Turn& Conversation::Happen(v1::Event event) {
  v1::ReplyRequest request;
  request.set_event(event);
  return Send(std::move(request));
}

const v1::Turn& Conversation::Command(v1::Command command) {
  v1::ReplyRequest request;
  request.set_command(command);
  return Send(std::move(request));
}

const v1::Turn& Conversation::AnswerUntilOver(
    const std::map<std::string, std::string>& said, const std::string& until) {
  for (int i = 0; i < 200; ++i) {
    const bool over =
        turn_.state() != v1::ASKING && turn_.state() != v1::CONFIRMING;
    if (over || turn_.question().id() == until) return turn_;
    for (const std::string& member : turn_.question().members()) {
      if (member == until) return turn_;
    }
    AnswerOnce(said);
  }
  std::cerr << "the conversation does not end" << std::endl;
  std::abort();
}

const v1::Turn& Conversation::AnswerOnce(
    const std::map<std::string, std::string>& said) {
  if (turn_.state() == v1::CONFIRMING) return Choose("yes");
  if (!turn_.question().members().empty()) return Choose(AnswerFor(said));
  return Say(AnswerFor(said));
}

// For a group: the one member that the map answers, else "none".
std::string Conversation::AnswerFor(
    const std::map<std::string, std::string>& said) const {
  if (turn_.question().members().empty()) {
    const auto mine = said.find(turn_.question().id());
    if (mine != said.end()) return mine->second;
    const auto harmless = Harmless().find(turn_.question().id());
    return harmless == Harmless().end() ? "no" : harmless->second;
  }
  for (const std::string& member : turn_.question().members()) {
    if (said.count(member) > 0) return "some";
  }
  return "none";
}

void Conversation::NoteAsked() {
  if (turn_.state() != v1::ASKING) return;
  if (turn_.question().members().empty()) {
    asked_.push_back(turn_.question().id());
  }
  for (const std::string& member : turn_.question().members()) {
    asked_.push_back(member);
  }
}

std::string Conversation::Text() const {
  std::string text;
  for (const v1::Message& message : turn_.messages()) {
    absl::StrAppend(&text, message.text(), "\n");
  }
  return text;
}

}  // namespace firstvisit
