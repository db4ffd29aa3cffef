#include "dialog/session/sqlite_writer.h"

#include <utility>

#include "dialog/session/sqlite_schema.h"
#include "dialog/session/store_errors.h"

namespace firstvisit {

SqliteWriter::SqliteWriter(SqliteTables tables)
    : tables_(std::move(tables)), thread_([this] { Loop(); }) {}

SqliteWriter::~SqliteWriter() {
  {
    absl::MutexLock lock(&mutex_);
    ending_ = true;
  }
  thread_.join();
}

void SqliteWriter::Submit(SqliteChange change) {
  absl::MutexLock lock(&mutex_);
  waiting_.push_back(std::move(change));
}

void SqliteWriter::Loop() {
  const auto due = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return ending_ || !waiting_.empty();
  };
  while (true) {
    std::vector<SqliteChange> changes;
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(&due));
      if (waiting_.empty()) return;
      changes.swap(waiting_);
    }
    std::vector<absl::Status> outcomes = Write(changes);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      changes[i].done(std::move(outcomes[i]));
    }
  }
}

std::vector<absl::Status> SqliteWriter::Write(
    const std::vector<SqliteChange>& changes) {
  std::vector<absl::Status> outcomes;
  absl::Status written = WriteAll(changes, outcomes);
  if (!written.ok()) {
    // Fails where no transaction is open; then there is nothing to undo.
    tables_.database().Execute("ROLLBACK").IgnoreError();
    return std::vector<absl::Status>(changes.size(), std::move(written));
  }
  bool erased = erasure_unfinished_;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    erased |= changes[i].erases && outcomes[i].ok();
  }
  if (!erased) return outcomes;
  const absl::Status emptied = EmptyWriteAheadLog(tables_.database());
  erasure_unfinished_ = !emptied.ok();
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].erases && outcomes[i].ok() && !emptied.ok()) {
      outcomes[i] = StoreTrouble(emptied);
    }
  }
  return outcomes;
}

absl::Status SqliteWriter::WriteAll(const std::vector<SqliteChange>& changes,
                                    std::vector<absl::Status>& outcomes) {
  SqliteDatabase& database = tables_.database();
  absl::Status status = database.Execute("BEGIN IMMEDIATE");
  if (!status.ok()) return StoreTrouble(status);
  for (const SqliteChange& change : changes) {
    outcomes.push_back(change.apply(tables_));
    if (absl::IsUnavailable(outcomes.back())) return outcomes.back();
  }
  status = database.Execute("COMMIT");
  return status.ok() ? status : StoreTrouble(status);
}

}  // namespace firstvisit
