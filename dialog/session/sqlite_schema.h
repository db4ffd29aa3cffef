// The file of the SQLite store: making it, opening it, and refusing what is not
// ours to write.
//
//   auto writer = OpenSqliteWriter("/var/lib/firstvisit/sessions.db");
//   auto reader = OpenSqliteReader("/var/lib/firstvisit/sessions.db");
//
// The first connection must be a writer's: it makes the tables.

#ifndef FIRSTVISIT_DIALOG_SESSION_SQLITE_SCHEMA_H_
#define FIRSTVISIT_DIALOG_SESSION_SQLITE_SCHEMA_H_

#include <string>

#include "absl/status/statusor.h"
#include "dialog/session/sqlite.h"

namespace firstvisit {

// When a commit counts as done. NORMAL loses turns in a power cut; it is there
// for tests/crash, which shows with it that its power cuts are real.
enum class Durability { kFull, kNormal };

// Errors say which file, what is wrong and what to do: the folder cannot be
// written, the file is no session store, or one of a newer First Visit.
absl::StatusOr<SqliteDatabase> OpenSqliteWriter(const std::string& path,
                                                Durability durability);
absl::StatusOr<SqliteDatabase> OpenSqliteReader(const std::string& path);

// Moves all that was written into the main file and empties the write-ahead
// log, so that erased bytes are in neither. UNAVAILABLE while another process
// reads.
absl::Status EmptyWriteAheadLog(SqliteDatabase& database);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_SQLITE_SCHEMA_H_
