// Everything that can happen while one question is open.
//
//   TopicWalk walk(interview, findings);
//   walk.From(log);                  // the question, or group, open at its end
//   walk.longest()                   // turns until it is answered
//
// From the place where the question is put, every kind of input is tried, and
// again from wherever that leads, until the question is no longer open; each
// place is visited once. At each place every command is tried too.

#ifndef FIRSTVISIT_DIALOG_PROOF_TOPIC_WALK_H_
#define FIRSTVISIT_DIALOG_PROOF_TOPIC_WALK_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dialog/interview.h"
#include "dialog/proof/talk.h"
#include "firstvisit/session/v1/session.pb.h"

namespace firstvisit {

class TopicWalk {
 public:
  TopicWalk(const Interview& interview, TalkFindings& findings)
      : interview_(interview), findings_(findings) {}

  void From(const session::v1::SessionLog& log);

  int places() const { return places_; }
  int longest() const { return longest_; }

 private:
  // Turns until the question is no longer open.
  int Visit(const session::v1::SessionLog& log);
  std::vector<std::string> Inputs(const SessionState& state) const;
  bool OnTopic(const SessionState& state) const;
  void TrySilence(const session::v1::SessionLog& log);
  void TryKeeping(const session::v1::SessionLog& log);
  void TryMoving(const session::v1::SessionLog& log);
  void TryEnding(const session::v1::SessionLog& log);
  void TryAlarm(const session::v1::SessionLog& log);

  const Interview& interview_;
  TalkFindings& findings_;
  std::vector<QuestionIndex> topic_;
  std::map<std::string, int> visited_;  // place -> turns to the end
  std::set<std::string> under_way_;
  int places_ = 0;
  int longest_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_TOPIC_WALK_H_
