#include "dialog/session/sqlite.h"

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

constexpr int kLockWaitMs = 5000;

// SQLite's words, and the system's where a file is behind it. DATA_LOSS: the
// file is damaged, so that waiting does not help.
absl::Status Failure(sqlite3* database) {
  std::string problem = sqlite3_errmsg(database);
  const int error = sqlite3_system_errno(database);
  if (error != 0) absl::StrAppend(&problem, " (", std::strerror(error), ")");
  const int code = sqlite3_errcode(database);
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB
             ? absl::DataLossError(problem)
             : absl::UnavailableError(problem);
}

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* database, absl::string_view sql)
    : database_(database) {
  sqlite3_stmt* statement = nullptr;
  Check(sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

void SqliteStatement::Bind(int parameter, std::int64_t value) {
  Check(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void SqliteStatement::Bind(int parameter, absl::string_view text) {
  Check(sqlite3_bind_text64(statement_.get(), parameter, text.data(),
                            text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void SqliteStatement::BindBytes(int parameter, absl::string_view bytes) {
  Check(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(),
                            bytes.size(), SQLITE_STATIC));
}

bool SqliteStatement::Step() {
  if (!status_.ok()) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  Check(code == SQLITE_DONE ? SQLITE_OK : code);
  return false;
}

absl::Status SqliteStatement::Run() {
  while (Step()) {
  }
  return Reset();
}

absl::Status SqliteStatement::Reset() {
  const absl::Status outcome = status_;
  if (statement_ == nullptr) return outcome;  // did not compile: stays broken
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  status_ = absl::OkStatus();
  return outcome;
}

std::int64_t SqliteStatement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string SqliteStatement::Bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes == nullptr) return "";
  return std::string(static_cast<const char*>(bytes),
                     sqlite3_column_bytes(statement_.get(), column));
}

bool SqliteStatement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void SqliteStatement::Check(int code) {
  if (code != SQLITE_OK && status_.ok()) status_ = Failure(database_);
}

absl::StatusOr<SqliteDatabase> SqliteDatabase::Open(const std::string& path,
                                                    int flags) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened,
                                   flags | SQLITE_OPEN_NOMUTEX, nullptr);
  SqliteDatabase database;
  database.database_.reset(opened);
  if (code != SQLITE_OK) return Failure(opened);
  sqlite3_busy_timeout(opened, kLockWaitMs);
  return database;
}

absl::Status SqliteDatabase::Execute(const std::string& sql) {
  const int code =
      sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : Failure(database_.get());
}

SqliteStatement SqliteDatabase::Prepare(absl::string_view sql) {
  return SqliteStatement(database_.get(), sql);
}

absl::StatusOr<std::int64_t> SqliteDatabase::Integer(absl::string_view sql) {
  SqliteStatement query = Prepare(sql);
  const std::int64_t value = query.Step() ? query.Integer(0) : 0;
  const absl::Status status = query.Reset();
  if (!status.ok()) return status;
  return value;
}

std::int64_t SqliteDatabase::last_row() const {
  return sqlite3_last_insert_rowid(database_.get());
}

int SqliteDatabase::changes() const { return sqlite3_changes(database_.get()); }

}  // namespace firstvisit
