// The rows of the SQLite store, read and written over one connection.
//
//   SqliteTables tables(*OpenSqliteReader(path));
//   auto loaded = tables.Load(key, stamp);
//
// Reads see one state of the store each. Writes belong inside a transaction,
// which the caller begins and ends (sqlite_writer.h). A store that fails is
// UNAVAILABLE, and nothing else is.
//
// One thread at a time.

#ifndef FIRSTVISIT_DIALOG_SESSION_SQLITE_TABLES_H_
#define FIRSTVISIT_DIALOG_SESSION_SQLITE_TABLES_H_

#include <cstdint>
#include <string>

#include "dialog/session/session_store.h"
#include "dialog/session/sqlite.h"

namespace firstvisit {

// A TurnWrite as bytes, so that the writer's thread only writes.
struct EncodedTurn {
  explicit EncodedTurn(const TurnWrite& write);

  SessionKey key;
  std::string request;  // digest of the request id
  std::string opening;  // digest of principal and request id
  std::string fingerprint;
  int expected_version;
  std::string content_hash;  // of an opening
  std::string event;         // or opening
  std::string reply;
  std::string summary;
  std::int64_t time_ms;
  std::int64_t expires_ms;
  bool erase;
};

class SqliteTables {
 public:
  explicit SqliteTables(SqliteDatabase database);

  absl::StatusOr<LoadedSession> Load(
      const SessionKey& key, const absl::optional<RequestStamp>& request);
  absl::StatusOr<SessionPage> List(absl::string_view principal, int size,
                                   absl::string_view page_token);
  absl::StatusOr<session::v1::ContentFiles> LoadContent(absl::string_view hash);

  absl::StatusOr<std::string> Commit(const EncodedTurn& turn);
  absl::Status Delete(const SessionKey& key);
  // Erases at most `most` sessions, and what else is older.
  absl::StatusOr<int> EraseOlderThan(absl::Time limit, int most);
  absl::Status KeepContent(absl::string_view hash, const std::string& files);

  SqliteDatabase& database() { return database_; }

 private:
  struct SessionRow {
    bool found = false;
    std::int64_t number = 0;
    int version = 0;
  };
  struct ReplyRow {
    bool found = false;
    std::string fingerprint;
    std::string reply;
  };

  absl::StatusOr<LoadedSession> LoadInTransaction(
      const SessionKey& key, const absl::optional<RequestStamp>& request);
  absl::StatusOr<SessionRow> FindSession(const SessionKey& key);
  absl::StatusOr<ReplyRow> FindReply(std::int64_t session,
                                     absl::string_view request);
  absl::StatusOr<ReplyRow> FindRefusal(const SessionKey& key,
                                       absl::string_view request);
  absl::StatusOr<std::string> CommitOpening(const EncodedTurn& turn);
  absl::StatusOr<std::string> CommitEvent(const EncodedTurn& turn);
  absl::StatusOr<std::string> RepeatOpening(std::int64_t session);
  absl::Status AppendTurn(std::int64_t session, absl::string_view request,
                          const EncodedTurn& turn);
  absl::Status KeepRefusal(const EncodedTurn& turn);
  absl::Status EraseSession(std::int64_t session);

  SqliteDatabase database_;
  SqliteStatement begin_read_;
  SqliteStatement end_read_;
  SqliteStatement find_session_;
  SqliteStatement find_reply_;
  SqliteStatement find_refusal_;
  SqliteStatement find_opening_;
  SqliteStatement find_content_;
  SqliteStatement read_events_;
  SqliteStatement list_;
  SqliteStatement insert_session_;
  SqliteStatement insert_opening_;
  SqliteStatement insert_turn_;
  SqliteStatement insert_refusal_;
  SqliteStatement insert_content_;
  SqliteStatement update_session_;
  SqliteStatement delete_session_;
  SqliteStatement delete_turns_;
  SqliteStatement delete_refusal_;
  SqliteStatement delete_content_;
  SqliteStatement delete_old_refusals_;
  SqliteStatement delete_old_openings_;
  SqliteStatement delete_unused_contents_;
  SqliteStatement find_old_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_SQLITE_TABLES_H_
