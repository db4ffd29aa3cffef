// A session as it stands: the fold over its events.
//
//   SessionState state = Fold(content, log);
//   SessionState next = state;
//   Apply(content, event, next);      // the same fold, one event further
//
// Everything here is derived; the log alone is stored. An answer withdrawn, by
// "back" or by a correction, leaves nothing behind but its line in `withdrawn`.
// A record points to its fact: the log must outlive the state. Plain values;
// pure functions.

#ifndef FIRSTVISIT_DIALOG_STATE_SESSION_STATE_H_
#define FIRSTVISIT_DIALOG_STATE_SESSION_STATE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/content/position_set.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// What the person said, pressed or chose; of a recogniser's list the best.
absl::string_view InputWords(const session::v1::TurnEvent& event);

// The sentence of an input that a fact was taken from.
absl::string_view WordsOf(const session::v1::Fact& fact,
                          const session::v1::TurnEvent& event);

// An answer, and where it comes from.
struct Record {
  // Empty for what the caller brought.
  absl::string_view words() const {
    return event == nullptr ? "" : WordsOf(*fact, *event);
  }

  Answer answer;
  v1::Confidence confidence = v1::CONFIDENCE_UNSPECIFIED;
  int turn = 0;
  // In the log.
  const session::v1::Fact* fact = nullptr;
  const session::v1::TurnEvent* event = nullptr;
};

// What has been asked and not yet answered.
struct OpenQuestions {
  std::vector<QuestionIndex> questions;  // several: a group
  // A strict yes/no about this question is open instead.
  QuestionIndex confirm = kNoQuestion;
  int attempt = 0;  // 0 the prompt, 1 and 2 the reprompts

  bool none() const { return questions.empty() && confirm == kNoQuestion; }
  // What the next words are about.
  std::vector<QuestionIndex> topics() const {
    return confirm == kNoQuestion ? questions
                                  : std::vector<QuestionIndex>{confirm};
  }
};

struct SessionState {
  std::vector<Record> records;  // by question
  Answers answers;              // settled (settle.h)
  struct Withdrawn {
    QuestionIndex question;
    Record record;
  };
  std::vector<Withdrawn> withdrawn;  // oldest first
  OpenQuestions open;
  const session::v1::Asked* asked = nullptr;  // the same, in the log
  // Facts that wait for a strict yes/no; the first is being confirmed.
  std::vector<session::v1::Fact> pending;
  // What the last turn told, to be told again where it was not heard.
  std::vector<session::v1::Told> told;
  // What was recorded in the place of what, oldest first.
  struct Change {
    QuestionIndex question;
    Record before;
  };
  std::vector<Change> changes;
  // One entry per turn that recorded something: what had been asked, which
  // "back" returns to, and the first of its changes.
  struct Station {
    const session::v1::Asked* asked;
    size_t first_change;
  };
  std::vector<Station> trail;
  v1::State phase = v1::STATE_UNSPECIFIED;
  bool resumable = false;  // stopped by a hang-up
  bool on_behalf = false;  // somebody answers for the client
  PositionSet put;         // questions asked at least once
  PositionSet apart;       // groups whose members are asked one by one
  std::string locale;
  int turn = 0;           // number of the last turn
  int questions_put = 0;  // turns that put a new question
  absl::Time last_active;

  bool over() const { return phase != v1::ASKING && phase != v1::CONFIRMING; }
  // The question that the last such turn answered first; kNoQuestion: none.
  QuestionIndex last_answered() const {
    return trail.empty() || trail.back().first_change == changes.size()
               ? kNoQuestion
               : changes[trail.back().first_change].question;
  }
  // Given as they were, before anything was settled.
  Answers Given() const;
};

// The state after the opening and all events.
SessionState Fold(const Content& content, const session::v1::SessionLog& log);

// One event further: its facts, then what was asked.
void Apply(const Content& content, const session::v1::TurnEvent& event,
           SessionState& state);

// The two halves of Apply. Between them the interview works out what to ask.
void ApplyFacts(const Content& content, const session::v1::TurnEvent& event,
                SessionState& state);
void ApplyAsked(const Content& content, const session::v1::TurnEvent& event,
                SessionState& state);

// What "back" returns to; the trail is not empty.
OpenQuestions OpenBefore(const Content& content, const SessionState& state);

// A group is open of which other members have been put before: what is asked
// are the rest.
bool AsksTheRest(const Content& content, const SessionState& state);

// The stored form of what is asked.
void NoteAsked(const Content& content, const OpenQuestions& open,
               session::v1::Asked& asked);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_STATE_SESSION_STATE_H_
