// Sessions in one SQLite file: the default. Write-ahead log, synced at every
// commit; one writer thread that batches, a few readers beside it.
//
//   auto store = SqliteStore::Open("/var/lib/firstvisit/sessions.db");
//   if (!store.ok()) …   // says which file, what is wrong and what to do
//
// Thread-safe. Loads call back before they return; the callbacks of changes run
// on the writer's thread. Several processes may open one file.

#ifndef FIRSTVISIT_DIALOG_SESSION_SQLITE_STORE_H_
#define FIRSTVISIT_DIALOG_SESSION_SQLITE_STORE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "dialog/session/session_store.h"
#include "dialog/session/sqlite_schema.h"
#include "dialog/session/sqlite_tables.h"
#include "dialog/session/sqlite_writer.h"

namespace firstvisit {

class SqliteStore : public SessionStore {
 public:
  static absl::StatusOr<std::unique_ptr<SqliteStore>> Open(
      const std::string& path, Durability durability = Durability::kFull);

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
  using Readers = std::vector<std::unique_ptr<SqliteTables>>;

  SqliteStore(SqliteTables writer, Readers readers);

  // Runs `read` over a reader of its own.
  template <typename Read>
  auto WithReader(const Read& read);
  // Erases in steps, so that other changes get their turn in between.
  void EraseSome(absl::Time limit, int erased_before,
                 Callback<absl::StatusOr<int>> done);

  absl::Mutex mutex_;
  Readers idle_readers_ ABSL_GUARDED_BY(mutex_);
  SqliteWriter writer_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_SQLITE_STORE_H_
