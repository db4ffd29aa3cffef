#include "dialog/session/sqlite_store.h"

#include <utility>

namespace firstvisit {
namespace {

// More than cores: some readers wait for the disk.
constexpr int kReaders = 4;
// Sessions that one transaction of the retention sweep erases.
constexpr int kErasedAtOnce = 200;

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteStore>> SqliteStore::Open(
    const std::string& path, Durability durability) {
  auto writer = OpenSqliteWriter(path, durability);
  if (!writer.ok()) return writer.status();
  Readers readers;
  for (int i = 0; i < kReaders; ++i) {
    auto reader = OpenSqliteReader(path);
    if (!reader.ok()) return reader.status();
    readers.push_back(std::make_unique<SqliteTables>(*std::move(reader)));
  }
  return std::unique_ptr<SqliteStore>(
      new SqliteStore(SqliteTables(*std::move(writer)), std::move(readers)));
}

SqliteStore::SqliteStore(SqliteTables writer, Readers readers)
    : idle_readers_(std::move(readers)), writer_(std::move(writer)) {}

template <typename Read>
auto SqliteStore::WithReader(const Read& read) {
  const auto idle = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return !idle_readers_.empty();
  };
  std::unique_ptr<SqliteTables> reader;
  {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&idle));
    reader = std::move(idle_readers_.back());
    idle_readers_.pop_back();
  }
  auto result = read(*reader);
  absl::MutexLock lock(&mutex_);
  idle_readers_.push_back(std::move(reader));
  return result;
}

void SqliteStore::Load(const SessionKey& key,
                       const absl::optional<RequestStamp>& request,
                       Callback<absl::StatusOr<LoadedSession>> done) {
  done(WithReader(
      [&](SqliteTables& tables) { return tables.Load(key, request); }));
}

void SqliteStore::Commit(TurnWrite write,
                         Callback<absl::StatusOr<std::string>> done) {
  auto turn = std::make_shared<const EncodedTurn>(write);
  auto reply = std::make_shared<std::string>();
  writer_.Submit({[turn, reply](SqliteTables& tables) {
                    auto committed = tables.Commit(*turn);
                    if (committed.ok()) *reply = *std::move(committed);
                    return committed.status();
                  },
                  [reply, done = std::move(done)](absl::Status status) {
                    if (!status.ok()) return done(std::move(status));
                    done(std::move(*reply));
                  },
                  write.erase});
}

void SqliteStore::List(absl::string_view principal, int size,
                       absl::string_view page_token,
                       Callback<absl::StatusOr<SessionPage>> done) {
  done(WithReader([&](SqliteTables& tables) {
    return tables.List(principal, size, page_token);
  }));
}

void SqliteStore::Delete(const SessionKey& key, Callback<absl::Status> done) {
  writer_.Submit({[key](SqliteTables& tables) { return tables.Delete(key); },
                  std::move(done), /*erases=*/true});
}

void SqliteStore::EraseOlderThan(absl::Time limit,
                                 Callback<absl::StatusOr<int>> done) {
  EraseSome(limit, 0, std::move(done));
}

void SqliteStore::EraseSome(absl::Time limit, int erased_before,
                            Callback<absl::StatusOr<int>> done) {
  auto erased = std::make_shared<int>(0);
  writer_.Submit({[limit, erased](SqliteTables& tables) {
                    const auto some =
                        tables.EraseOlderThan(limit, kErasedAtOnce);
                    if (some.ok()) *erased = *some;
                    return some.status();
                  },
                  [this, limit, erased_before, erased,
                   done = std::move(done)](absl::Status status) {
                    if (!status.ok()) return done(std::move(status));
                    const int total = erased_before + *erased;
                    if (*erased < kErasedAtOnce) return done(total);
                    EraseSome(limit, total, done);
                  },
                  /*erases=*/true});
}

void SqliteStore::KeepContent(absl::string_view hash,
                              const session::v1::ContentFiles& files,
                              Callback<absl::Status> done) {
  writer_.Submit(
      {[hash = std::string(hash), bytes = files.SerializeAsString()](
           SqliteTables& tables) { return tables.KeepContent(hash, bytes); },
       std::move(done)});
}

void SqliteStore::LoadContent(
    absl::string_view hash,
    Callback<absl::StatusOr<session::v1::ContentFiles>> done) {
  done(WithReader(
      [&](SqliteTables& tables) { return tables.LoadContent(hash); }));
}

}  // namespace firstvisit
