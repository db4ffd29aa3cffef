// A conversation of the real engine with a client who answers from a script,
// checked turn by turn.
//
//   Scripts scripts(content, floor);
//   Script script = scripts.Mild();
//   script[fever] = Answer::Yes();
//   Talk talk(interview, {}, findings);
//   talk.AnswerAll(script);
//
// Each turn must keep: an emergency ends the questions in the same turn;
// nothing is advised from `urgent` on; DONE only when every safety question has
// been put. What does not is added to the findings, with the transcript.

#ifndef FIRSTVISIT_DIALOG_PROOF_TALK_H_
#define FIRSTVISIT_DIALOG_PROOF_TALK_H_

#include <memory>
#include <string>
#include <vector>

#include "dialog/assessment/conclusion.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/interview.h"
#include "dialog/proof/floor.h"
#include "dialog/state/session_state.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// What the client answers to each question, by QuestionIndex.
using Script = Answers;

// Scripts in the floor's sense of mild and bad.
class Scripts {
 public:
  Scripts(const Content& content, const Floor& floor);

  const Script& Mild() const { return mild_; }
  // The worst answer to each question that the floor orders, else the mild one.
  const Script& Bad() const { return bad_; }

 private:
  Script mild_;
  Script bad_;
};

// What has been seen, over many conversations.
struct TalkFindings {
  int conversations = 0;
  int turns = 0;
  int longest = 0;                  // turns of one conversation
  std::vector<std::string> broken;  // the first few, with transcripts
  int broken_count = 0;
};

class Talk {
 public:
  Talk(const Interview& interview, const v1::StartSessionRequest& opening,
       TalkFindings& findings);
  // Goes on from a log.
  Talk(const Interview& interview, session::v1::SessionLog log,
       TalkFindings& findings);

  void Say(const std::string& text);
  void Command(v1::Command command);
  void Happen(v1::Event event);
  // Answers what is open as the script says.
  void AnswerNext(const Script& script);
  // Until it is over, or until `stop` is answered.
  void AnswerAll(const Script& script, QuestionIndex stop = kNoQuestion);

  void Broken(const std::string& claim);

  const SessionState& state() const { return state_; }
  const v1::Turn& turn() const { return turn_; }
  const session::v1::SessionLog& log() const { return log_; }
  Conclusion Conclude() const;
  // What has been said so far.
  std::string Transcript() const;
  // How the script answers what is open.
  std::string Reply(const Script& script) const;

 private:
  void Send(const v1::ReplyRequest& request, const std::string& written);
  void Check();

  const Interview& interview_;
  const Assessor assessor_;
  TalkFindings& findings_;
  session::v1::SessionLog log_;
  v1::Turn turn_;
  SessionState state_;
  std::string transcript_;
};

// The conversation that leads to these answers, up to the first question that
// they leave open.
std::string TranscriptOf(const std::shared_ptr<const Content>& content,
                         const Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_TALK_H_
