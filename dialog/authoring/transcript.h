// A conversation written down as a therapist would read it:
//
//   # Heels: calves shortened by high heels
//   locale: en
//   now: 2026-11-20
//   known: age=52
//
//   First Visit: May I note down your answers?
//   Client: yes
//   …
//   State: done
//   Level: ok
//   Causes: likely tight_calf_heels
//
// The head is the author's, and so are the lines that begin with "Client:";
// everything else is what the engine says and concludes. What is not said in
// words stands in brackets: [back], [silence], [hangs up], [comes back],
// [chooses none], [keys 1#], [waits 25h].
//
//   auto transcript = ParseTranscript(text);
//   Played played = Play(interview, *transcript);
//   if (played.text != text) …
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_TRANSCRIPT_H_
#define FIRSTVISIT_DIALOG_AUTHORING_TRANSCRIPT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "dialog/interview.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// What the client does, once.
struct ClientTurn {
  std::string line;        // as written after "Client: "
  v1::ReplyRequest reply;  // no input: the time alone goes on
  absl::Duration wait;     // before it
};

struct Transcript {
  std::vector<std::string> head;  // lines as they are, "#" and settings
  v1::StartSessionRequest opening;
  absl::Time now;
  std::vector<ClientTurn> client;
};

// INVALID_ARGUMENT says which line is wrong and what it may be.
absl::StatusOr<Transcript> ParseTranscript(absl::string_view text);

struct Played {
  std::string text;             // the whole transcript as it now is
  std::vector<v1::Turn> turns;  // the first question first
};

// Holds the conversation, ten seconds a turn.
absl::StatusOr<Played> Play(const Interview& interview,
                            const Transcript& transcript);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_TRANSCRIPT_H_
