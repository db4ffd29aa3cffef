// Where sessions are kept: the seam between the service and a database.
//
//   store.Load(key, stamp, [](absl::StatusOr<LoadedSession> loaded) {
//     …                                    // interview.Take(loaded->log, …)
//     store.Commit(write, [](absl::StatusOr<std::string> reply) { … });
//   });
//
// What every store promises, checked by store_contract_test.cc:
// * A commit is durable before its callback runs.
// * Turns of one session never overwrite each other: a commit names how many
//   turns it builds on, and of two that name the same number one is ABORTED.
// * Nothing happens twice: a request that was committed yields its first reply,
//   byte for byte, whether it comes to Load or to Commit; the same id with
//   another body is ALREADY_EXISTS.
// * Another principal's session is NOT_FOUND, exactly like one that never was.
// * Deleted means gone from memory and disk when the callback runs.
// * UNAVAILABLE says nothing about whether it happened: ask again under the
//   same request id.
//
// Stores are thread-safe. Callbacks run once, on any thread, perhaps before
// the call returns; they must not block and may call the store again. A store
// runs all callbacks before its destructor returns.

#ifndef FIRSTVISIT_DIALOG_SESSION_SESSION_STORE_H_
#define FIRSTVISIT_DIALOG_SESSION_SESSION_STORE_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "firstvisit/session/v1/session.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// Ids are unique within a principal: two clinics may use the same one.
struct SessionKey {
  std::string principal;
  std::string session;
};

// What tells a repeated request from a new one.
struct RequestStamp {
  std::string id;           // the client's request id
  std::string fingerprint;  // digest of the body
};

struct LoadedSession {
  session::v1::SessionLog log;
  // Turns so far, the opening included: what a commit builds on.
  int version = 0;
  // The first reply to the request asked about, if it was committed already;
  // the log is not filled in then.
  absl::optional<std::string> reply;
};

// One turn to be stored: the opening, or what happened next.
struct TurnWrite {
  SessionKey key;
  RequestStamp request;
  // Turns before this one. 0: `opening` opens the session, else `event` goes
  // on.
  int expected_version = 0;
  session::v1::Opening opening;
  session::v1::TurnEvent event;
  // Bytes of the Turn that is sent back.
  std::string reply;
  // How the session is listed from now on.
  v1::SessionSummary summary;
  absl::Time time;        // of this turn
  absl::Time expires_at;  // as the reply says
  // No consent: this reply is kept for repeated requests, nothing else is.
  bool erase = false;
};

struct ListedSession {
  v1::SessionSummary summary;  // as of the last turn
  absl::Time expires_at;
};

struct SessionPage {
  std::vector<ListedSession> sessions;  // newest first
  std::string next_page_token;          // empty on the last page
};

class SessionStore {
 public:
  template <typename Result>
  using Callback = std::function<void(Result)>;

  virtual ~SessionStore() = default;

  // The session, or the first reply to `request` (which may be absent).
  virtual void Load(const SessionKey& key,
                    const absl::optional<RequestStamp>& request,
                    Callback<absl::StatusOr<LoadedSession>> done) = 0;

  // Stores one turn; yields the reply to send, which is the write's own or,
  // for a repeated request, the first one. An opening is recognised by its
  // principal and request id alone, whatever session id it now proposes.
  virtual void Commit(TurnWrite write,
                      Callback<absl::StatusOr<std::string>> done) = 0;

  // At most `size` sessions of a principal, from after `page_token` on.
  virtual void List(absl::string_view principal, int size,
                    absl::string_view page_token,
                    Callback<absl::StatusOr<SessionPage>> done) = 0;

  // Erases one session.
  virtual void Delete(const SessionKey& key, Callback<absl::Status> done) = 0;

  // Erases all sessions whose last turn is older; yields how many.
  virtual void EraseOlderThan(absl::Time limit,
                              Callback<absl::StatusOr<int>> done) = 0;

  // Keeps the texts of a content under its hash, for sessions that began with
  // it. Kept as long as any session names it, and the last one kept always.
  virtual void KeepContent(absl::string_view hash,
                           const session::v1::ContentFiles& files,
                           Callback<absl::Status> done) = 0;
  virtual void LoadContent(
      absl::string_view hash,
      Callback<absl::StatusOr<session::v1::ContentFiles>> done) = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_SESSION_STORE_H_
