// The one thread that writes to the SQLite store. What has piled up while the
// disk was busy becomes one transaction: its fsync is shared.
//
//   SqliteWriter writer(SqliteTables(*std::move(database)));
//   writer.Submit({[&](SqliteTables& tables) { return tables.Delete(key); },
//                  [](absl::Status status) { … }, /*erases=*/true});
//
// Thread-safe. The destructor finishes what was submitted.

#ifndef FIRSTVISIT_DIALOG_SESSION_SQLITE_WRITER_H_
#define FIRSTVISIT_DIALOG_SESSION_SQLITE_WRITER_H_

#include <functional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "dialog/session/sqlite_tables.h"

namespace firstvisit {

// One change. `apply` runs within a transaction and gives the outcome; only
// UNAVAILABLE undoes the transaction, any other error has written nothing.
// `done` learns the outcome once it is durable.
struct SqliteChange {
  std::function<absl::Status(SqliteTables&)> apply;
  std::function<void(absl::Status)> done;
  // Success erases: the bytes must be gone from the write-ahead log as well.
  bool erases = false;
};

class SqliteWriter {
 public:
  explicit SqliteWriter(SqliteTables tables);
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  void Submit(SqliteChange change);

 private:
  void Loop();
  // Outcomes of the changes, in their order.
  std::vector<absl::Status> Write(const std::vector<SqliteChange>& changes);
  absl::Status WriteAll(const std::vector<SqliteChange>& changes,
                        std::vector<absl::Status>& outcomes);

  // The thread's alone.
  SqliteTables tables_;
  bool erasure_unfinished_ = false;  // the write-ahead log was being read

  absl::Mutex mutex_;
  std::vector<SqliteChange> waiting_ ABSL_GUARDED_BY(mutex_);
  bool ending_ ABSL_GUARDED_BY(mutex_) = false;

  std::thread thread_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_SQLITE_WRITER_H_
