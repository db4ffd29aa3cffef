// SQLite as values: a connection and a prepared statement that close
// themselves, and result codes as statuses.
//
//   auto database = SqliteDatabase::Open(path, SQLITE_OPEN_READWRITE);
//   SqliteStatement select = database->Prepare("SELECT a FROM t WHERE b = ?");
//   select.Bind(1, 42);
//   while (select.Step()) use(select.Text(0));
//   if (!select.status().ok()) …
//   select.Reset();
//
// A statement keeps its first error until Reset, so that a sequence of steps is
// checked once. One thread at a time for a connection and its statements, which
// must not outlive it.

#ifndef FIRSTVISIT_DIALOG_SESSION_SQLITE_H_
#define FIRSTVISIT_DIALOG_SESSION_SQLITE_H_

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

class SqliteStatement {
 public:
  SqliteStatement() = default;
  SqliteStatement(sqlite3* database, absl::string_view sql);

  // Parameters from 1. The bytes must live until Reset.
  void Bind(int parameter, std::int64_t value);
  void Bind(int parameter, absl::string_view text);
  void BindBytes(int parameter, absl::string_view bytes);

  // True: there is a row. False: done, or an error.
  bool Step();
  // Steps through, forgets the bindings, and gives the outcome.
  absl::Status Run();
  // Ready for the next use; gives the outcome of this one.
  absl::Status Reset();
  const absl::Status& status() const { return status_; }

  // Columns of the row, from 0.
  std::int64_t Integer(int column) const;
  std::string Bytes(int column) const;
  bool IsNull(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const {
      sqlite3_finalize(statement);
    }
  };

  void Check(int code);

  sqlite3* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  absl::Status status_;
};

class SqliteDatabase {
 public:
  // `flags` as for sqlite3_open_v2. Waits up to five seconds for locks.
  static absl::StatusOr<SqliteDatabase> Open(const std::string& path,
                                             int flags);

  // Statements without parameters, separated by semicolons.
  absl::Status Execute(const std::string& sql);
  // An SQL error shows at the statement's first use.
  SqliteStatement Prepare(absl::string_view sql);
  // The only column of a query's only row.
  absl::StatusOr<std::int64_t> Integer(absl::string_view sql);
  std::int64_t last_row() const;
  // Rows that the last statement changed.
  int changes() const;

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };

  std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SESSION_SQLITE_H_
