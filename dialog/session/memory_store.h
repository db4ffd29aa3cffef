// Sessions in memory: for tests, trials and `serve --store=memory`. They end
// with the process.
//
//   MemoryStore store;
//
// Thread-safe; every callback runs before the call returns.

#ifndef FIRSTVISIT_DIALOG_SESSION_MEMORY_STORE_H_
#define FIRSTVISIT_DIALOG_SESSION_MEMORY_STORE_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "dialog/session/session_store.h"

namespace firstvisit {

class MemoryStore : public SessionStore {
 public:
  void Load(const SessionKey& key, const absl::optional<RequestStamp>& request,
            Callback<absl::StatusOr<LoadedSession>> done) override;
  void Commit(TurnWrite write,
              Callback<absl::StatusOr<std::string>> done) override;
  void List(absl::string_view principal, int size, absl::string_view page_token,
            Callback<absl::StatusOr<SessionPage>> done) override;
  void Delete(const SessionKey& key, Callback<absl::Status> done) override;
  void EraseOlderThan(absl::Time limit,
                      Callback<absl::StatusOr<int>> done) override;
  void KeepContent(absl::string_view hash,
                   const session::v1::ContentFiles& files,
                   Callback<absl::Status> done) override;
  void LoadContent(
      absl::string_view hash,
      Callback<absl::StatusOr<session::v1::ContentFiles>> done) override;

 private:
  // Principal and session id.
  using Key = std::pair<std::string, std::string>;

  struct CommittedReply {
    RequestStamp request;
    std::string reply;
  };
  struct Record {
    std::int64_t number;  // in order of opening
    session::v1::SessionLog log;
    std::vector<CommittedReply> replies;  // one a turn
    ListedSession listed;
    absl::Time time;  // of the last turn
  };
  // What is kept of an opening: whose replies to look up.
  struct OpeningRequest {
    std::string fingerprint;
    std::string session;
    std::int64_t number;  // the session's; the id may be taken anew later
    absl::Time time;
  };
  // What is kept of a session without consent.
  struct Refusal {
    CommittedReply last;
    absl::Time time;
  };

  absl::StatusOr<LoadedSession> LoadLocked(
      const Key& key, const absl::optional<RequestStamp>& request) const
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<std::string> CommitLocked(TurnWrite& write)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<std::string> OpenLocked(TurnWrite& write)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<SessionPage> ListLocked(absl::string_view principal, int size,
                                         absl::string_view page_token) const
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  int EraseLocked(absl::Time limit) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void DropUnusedContents() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  absl::Mutex mutex_;
  std::int64_t last_number_ ABSL_GUARDED_BY(mutex_) = 0;
  std::map<Key, Record> sessions_ ABSL_GUARDED_BY(mutex_);
  // By principal and request id.
  std::map<Key, OpeningRequest> openings_ ABSL_GUARDED_BY(mutex_);
  std::map<Key, Refusal> refusals_ ABSL_GUARDED_BY(mutex_);
  std::map<std::string, session::v1::ContentFiles> contents_
      ABSL_GUARDED_BY(mutex_);
  std::string last_content_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_MEMORY_STORE_H_
