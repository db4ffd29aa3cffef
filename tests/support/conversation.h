// A conversation with the real engine, for tests.
//
//   Conversation talk;                        // the first turn has been taken
//   talk.Say("yes");                          // consent
//   talk.AnswerUntilOver({{"fever", "yes"}}); // harmless where nothing is said
//   EXPECT_EQ(talk.turn().state(), v1::DONE);

#ifndef FIRSTVISIT_TESTS_SUPPORT_CONVERSATION_H_
#define FIRSTVISIT_TESTS_SUPPORT_CONVERSATION_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dialog/interview.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Conversation {
 public:
  explicit Conversation(v1::StartSessionRequest request = {},
                        content::v1::Clinic clinic = {});

  // The engine that all conversations without a clinic share.
  static const Interview& Engine();

  const v1::Turn& Say(const std::string& text);
  const v1::Turn& Choose(const std::string& value);
  const v1::Turn& Press(const std::string& digits);
  const v1::Turn& Happen(v1::Event event);
  const v1::Turn& Command(v1::Command command);
  const v1::Turn& Send(v1::ReplyRequest request);

  // Answers each question from the map by its id, as words; "none" or the
  // members' names for a group; what the map leaves out harmlessly. Stops when
  // the conversation is over or `until` is asked.
  const v1::Turn& AnswerUntilOver(
      const std::map<std::string, std::string>& said,
      const std::string& until = "");

  // The same for the question that is open alone.
  const v1::Turn& AnswerOnce(const std::map<std::string, std::string>& said);

  const v1::Turn& turn() const { return turn_; }
  const session::v1::SessionLog& log() const { return log_; }
  bool erased() const { return erased_; }
  // Ids of all questions put, a group by its members.
  const std::vector<std::string>& asked() const { return asked_; }
  // All texts of the last turn, joined by line feeds.
  std::string Text() const;
  void Wait(absl::Duration duration) { now_ += duration; }
  const Interview& interview() const { return *interview_; }

 private:
  std::string AnswerFor(const std::map<std::string, std::string>& said) const;
  void NoteAsked();

  std::shared_ptr<const Interview> interview_;
  absl::Time now_;
  session::v1::SessionLog log_;
  v1::Turn turn_;
  bool erased_ = false;
  std::vector<std::string> asked_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_CONVERSATION_H_
