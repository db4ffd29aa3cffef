#include "dialog/session/sqlite_schema.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

// Tells the file of a session store from other databases: "FVST".
constexpr int kApplicationId = 0x46565354;
// Grows with each change of the tables below.
constexpr int kVersion = 1;

// A turn is appended and never changed; what changes with each turn is one
// short row of `sessions`. Rows of one session are in the order of their turns.
constexpr char kTables[] = R"sql(
  -- `number` orders sessions by their opening and is never given twice.
  CREATE TABLE sessions(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    principal TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    summary BLOB NOT NULL,
    UNIQUE(principal, id));
  CREATE INDEX sessions_by_time ON sessions(time_ms);
  CREATE INDEX sessions_by_content ON sessions(content_hash);
  -- The first turn of a session is its opening, under an empty request.
  CREATE TABLE turns(
    number INTEGER PRIMARY KEY,
    session INTEGER NOT NULL,
    request BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    event BLOB NOT NULL,
    reply BLOB NOT NULL);
  CREATE UNIQUE INDEX turns_by_request ON turns(session, request);
  -- What repeats an opening; outlives the session, to answer NOT_FOUND.
  CREATE TABLE openings(
    request BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    session INTEGER NOT NULL,
    time_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX openings_by_time ON openings(time_ms);
  -- The last reply of a session without consent, under a digest of its id.
  CREATE TABLE refusals(
    session BLOB PRIMARY KEY,
    request BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    reply BLOB NOT NULL,
    time_ms INTEGER NOT NULL);
  CREATE INDEX refusals_by_time ON refusals(time_ms);
  -- The row with the greatest number was kept last.
  CREATE TABLE contents(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    files BLOB NOT NULL);
)sql";

absl::Status Unwritable(const std::string& path, absl::string_view problem) {
  return ErrorStatus(
      absl::StatusCode::kFailedPrecondition, "STORE_NOT_WRITABLE", "store",
      absl::StrCat("The session store ", path, " cannot be written: ", problem,
                   ". Give --store=sqlite:FILE a file in a folder that this "
                   "user may write."));
}

std::string Folder(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

// Makes the file, readable by its owner alone, before SQLite would make it
// readable by all. The folder is synced so that the file outlasts a power cut.
absl::Status MakeFile(const std::string& path) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return Unwritable(path, std::strerror(errno));
  close(file);
  const int folder =
      open(Folder(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return Unwritable(path, std::strerror(errno));
  const int synced = fsync(folder);
  close(folder);
  return synced == 0 ? absl::OkStatus()
                     : Unwritable(path, std::strerror(errno));
}

// Refuses what is not ours. An empty file has neither tables nor an id.
absl::StatusOr<std::int64_t> CheckedVersion(SqliteDatabase& database,
                                            const std::string& path) {
  const auto id = database.Integer("PRAGMA application_id");
  const auto version = database.Integer("PRAGMA user_version");
  const auto tables = database.Integer("SELECT count(*) FROM sqlite_schema");
  for (const auto* value : {&id, &version, &tables}) {
    if (!value->ok()) {
      return ErrorStatus(
          absl::StatusCode::kFailedPrecondition, "STORE_NOT_OURS", "store",
          absl::StrCat("The file ", path, " is not a session store (",
                       value->status().message(),
                       "). Name another file with --store=sqlite:FILE."));
    }
  }
  if (*id != kApplicationId && (*id != 0 || *version != 0 || *tables != 0)) {
    return ErrorStatus(
        absl::StatusCode::kFailedPrecondition, "STORE_NOT_OURS", "store",
        absl::StrCat("The database ", path,
                     " belongs to another program. Name another file with "
                     "--store=sqlite:FILE."));
  }
  if (*version > kVersion) {
    return ErrorStatus(
        absl::StatusCode::kFailedPrecondition, "STORE_TOO_NEW", "store",
        absl::StrCat("The session store ", path,
                     " was written by a newer First Visit (format ", *version,
                     "; this one knows up to ", kVersion,
                     "). Update First Visit, or name another file with "
                     "--store=sqlite:FILE. Nothing was changed."));
  }
  return *version;
}

absl::Status MakeTables(SqliteDatabase& database) {
  // Under the write lock the version is looked at again: another process may
  // have come first.
  if (auto begun = database.Execute("BEGIN IMMEDIATE"); !begun.ok()) {
    return begun;
  }
  const auto version = database.Integer("PRAGMA user_version");
  if (!version.ok()) return version.status();
  if (*version == 0) {
    const absl::Status made = database.Execute(
        absl::StrCat(kTables, "PRAGMA application_id = ", kApplicationId,
                     "; PRAGMA user_version = ", kVersion, ";"));
    if (!made.ok()) return made;
  }
  return database.Execute("COMMIT");
}

}  // namespace

absl::StatusOr<SqliteDatabase> OpenSqliteWriter(const std::string& path,
                                                Durability durability) {
  if (auto made = MakeFile(path); !made.ok()) return made;
  auto database = SqliteDatabase::Open(path, SQLITE_OPEN_READWRITE);
  if (!database.ok()) return Unwritable(path, database.status().message());
  const auto version = CheckedVersion(*database, path);
  if (!version.ok()) return version.status();
  absl::Status ready = database->Execute(
      absl::StrCat("PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; "
                   "PRAGMA synchronous = ",
                   durability == Durability::kFull ? "FULL" : "NORMAL"));
  if (ready.ok() && *version == 0) ready = MakeTables(*database);
  // An erasure may have been cut off before its last step.
  if (ready.ok()) ready = EmptyWriteAheadLog(*database);
  if (!ready.ok()) return Unwritable(path, ready.message());
  return database;
}

absl::StatusOr<SqliteDatabase> OpenSqliteReader(const std::string& path) {
  auto database = SqliteDatabase::Open(path, SQLITE_OPEN_READWRITE);
  if (!database.ok()) return database.status();
  const absl::Status ready = database->Execute("PRAGMA query_only = ON");
  if (!ready.ok()) return ready;
  return database;
}

absl::Status EmptyWriteAheadLog(SqliteDatabase& database) {
  // The first column: whether somebody was in the way.
  const auto busy = database.Integer("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!busy.ok()) return busy.status();
  if (*busy != 0) {
    return absl::UnavailableError("another process is reading the store");
  }
  return absl::OkStatus();
}

}  // namespace firstvisit
