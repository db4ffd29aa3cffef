#include "dialog/session/sqlite_tables.h"

#include <utility>
#include <vector>

#include "dialog/session/page_token.h"
#include "dialog/session/store_errors.h"
#include "dialog/util/digest.h"

namespace firstvisit {
namespace {

// The request under which the opening's turn is stored; no digest is empty.
constexpr absl::string_view kOpeningTurn = "";

std::string RequestDigest(absl::string_view request_id) {
  return Digest({request_id});
}

std::string SessionDigest(const SessionKey& key) {
  return Digest({key.principal, key.session});
}

}  // namespace

EncodedTurn::EncodedTurn(const TurnWrite& write)
    : key(write.key),
      request(RequestDigest(write.request.id)),
      opening(Digest({write.key.principal, write.request.id})),
      fingerprint(write.request.fingerprint),
      expected_version(write.expected_version),
      content_hash(write.opening.content_hash()),
      event(write.expected_version == 0 ? write.opening.SerializeAsString()
                                        : write.event.SerializeAsString()),
      reply(write.reply),
      summary(write.summary.SerializeAsString()),
      time_ms(absl::ToUnixMillis(write.time)),
      expires_ms(absl::ToUnixMillis(write.expires_at)),
      erase(write.erase) {}

SqliteTables::SqliteTables(SqliteDatabase database)
    : database_(std::move(database)),
      begin_read_(database_.Prepare("BEGIN")),
      end_read_(database_.Prepare("COMMIT")),
      find_session_(database_.Prepare("SELECT number, version FROM sessions "
                                      "WHERE principal = ? AND id = ?")),
      find_reply_(database_.Prepare("SELECT fingerprint, reply FROM turns "
                                    "WHERE session = ? AND request = ?")),
      find_refusal_(database_.Prepare("SELECT fingerprint, reply FROM refusals "
                                      "WHERE session = ? AND request = ?")),
      find_opening_(
          database_.Prepare("SELECT fingerprint, session FROM openings "
                            "WHERE request = ?")),
      find_content_(
          database_.Prepare("SELECT files FROM contents WHERE hash = ?")),
      read_events_(
          database_.Prepare("SELECT event FROM turns WHERE session = ? "
                            "ORDER BY number")),
      list_(database_.Prepare("SELECT number, summary, expires_ms "
                              "FROM sessions "
                              "WHERE principal = ? AND number < ? "
                              "ORDER BY number DESC LIMIT ?")),
      insert_session_(database_.Prepare(
          "INSERT INTO sessions(principal, id, version, time_ms, expires_ms, "
          "content_hash, summary) VALUES(?, ?, 1, ?, ?, ?, ?)")),
      insert_opening_(database_.Prepare(
          "INSERT INTO openings(request, fingerprint, session, time_ms) "
          "VALUES(?, ?, ?, ?)")),
      insert_turn_(database_.Prepare(
          "INSERT INTO turns(session, request, fingerprint, event, reply) "
          "VALUES(?, ?, ?, ?, ?)")),
      insert_refusal_(database_.Prepare(
          "INSERT OR REPLACE INTO refusals(session, request, fingerprint, "
          "reply, time_ms) VALUES(?, ?, ?, ?, ?)")),
      insert_content_(
          database_.Prepare("INSERT INTO contents(hash, files) VALUES(?, ?)")),
      update_session_(database_.Prepare(
          "UPDATE sessions SET version = version + 1, time_ms = ?, "
          "expires_ms = ?, summary = ? WHERE number = ?")),
      delete_session_(
          database_.Prepare("DELETE FROM sessions WHERE number = ?")),
      delete_turns_(database_.Prepare("DELETE FROM turns WHERE session = ?")),
      delete_refusal_(
          database_.Prepare("DELETE FROM refusals WHERE session = ?")),
      delete_content_(database_.Prepare("DELETE FROM contents WHERE hash = ?")),
      delete_old_refusals_(
          database_.Prepare("DELETE FROM refusals WHERE time_ms < ?")),
      delete_old_openings_(
          database_.Prepare("DELETE FROM openings WHERE time_ms < ?")),
      delete_unused_contents_(database_.Prepare(
          "DELETE FROM contents WHERE number < (SELECT max(number) FROM "
          "contents) AND hash NOT IN (SELECT content_hash FROM sessions)")),
      find_old_(database_.Prepare(
          "SELECT number FROM sessions WHERE time_ms < ? LIMIT ?")) {}

absl::StatusOr<LoadedSession> SqliteTables::Load(
    const SessionKey& key, const absl::optional<RequestStamp>& request) {
  const absl::Status begun = begin_read_.Run();
  if (!begun.ok()) return StoreTrouble(begun);
  auto loaded = LoadInTransaction(key, request);
  const absl::Status ended = end_read_.Run();
  if (!ended.ok()) return StoreTrouble(ended);
  return loaded;
}

absl::StatusOr<LoadedSession> SqliteTables::LoadInTransaction(
    const SessionKey& key, const absl::optional<RequestStamp>& request) {
  const auto row = FindSession(key);
  if (!row.ok()) return row.status();
  LoadedSession loaded;
  loaded.version = row->version;
  if (request.has_value()) {
    const std::string digest = RequestDigest(request->id);
    auto reply =
        row->found ? FindReply(row->number, digest) : FindRefusal(key, digest);
    if (!reply.ok()) return reply.status();
    if (reply->found) {
      if (reply->fingerprint != request->fingerprint) return RequestIdReused();
      loaded.reply = std::move(reply->reply);
      return loaded;
    }
  }
  if (!row->found) return SessionNotFound();

  loaded.log.set_id(key.session);
  loaded.log.set_principal(key.principal);
  read_events_.Bind(1, row->number);
  bool readable = true;
  for (bool first = true; read_events_.Step(); first = false) {
    const std::string bytes = read_events_.Bytes(0);
    readable &= first ? loaded.log.mutable_opening()->ParseFromString(bytes)
                      : loaded.log.add_events()->ParseFromString(bytes);
  }
  const absl::Status read = read_events_.Reset();
  if (!read.ok()) return StoreTrouble(read);
  if (!readable) return StoredUnreadable("turn");
  return loaded;
}

absl::StatusOr<SessionPage> SqliteTables::List(absl::string_view principal,
                                               int size,
                                               absl::string_view page_token) {
  const auto below = NumberOfPageToken(page_token);
  if (!below.ok()) return below.status();
  list_.Bind(1, principal);
  list_.Bind(2, *below);
  list_.Bind(3, size + 1);  // one more tells whether there is a next page
  SessionPage page;
  std::int64_t last = 0;
  bool readable = true;
  while (list_.Step()) {
    if (static_cast<int>(page.sessions.size()) == size) {
      page.next_page_token = PageTokenBelow(last);
      break;
    }
    last = list_.Integer(0);
    ListedSession& listed = page.sessions.emplace_back();
    readable &= listed.summary.ParseFromString(list_.Bytes(1));
    listed.expires_at = absl::FromUnixMillis(list_.Integer(2));
  }
  const absl::Status read = list_.Reset();
  if (!read.ok()) return StoreTrouble(read);
  if (!readable) return StoredUnreadable("summary");
  return page;
}

absl::StatusOr<session::v1::ContentFiles> SqliteTables::LoadContent(
    absl::string_view hash) {
  find_content_.Bind(1, hash);
  const bool found = find_content_.Step();
  const std::string bytes = found ? find_content_.Bytes(0) : "";
  const absl::Status read = find_content_.Reset();
  if (!read.ok()) return StoreTrouble(read);
  if (!found) return ContentNotFound(hash);
  session::v1::ContentFiles files;
  if (!files.ParseFromString(bytes)) {
    return StoredUnreadable("content");
  }
  return files;
}

absl::StatusOr<SqliteTables::SessionRow> SqliteTables::FindSession(
    const SessionKey& key) {
  find_session_.Bind(1, key.principal);
  find_session_.Bind(2, key.session);
  SessionRow row;
  row.found = find_session_.Step();
  if (row.found) {
    row.number = find_session_.Integer(0);
    row.version = static_cast<int>(find_session_.Integer(1));
  }
  const absl::Status read = find_session_.Reset();
  if (!read.ok()) return StoreTrouble(read);
  return row;
}

absl::StatusOr<SqliteTables::ReplyRow> SqliteTables::FindReply(
    std::int64_t session, absl::string_view request) {
  find_reply_.Bind(1, session);
  find_reply_.BindBytes(2, request);
  ReplyRow row;
  row.found = find_reply_.Step();
  if (row.found) {
    row.fingerprint = find_reply_.Bytes(0);
    row.reply = find_reply_.Bytes(1);
  }
  const absl::Status read = find_reply_.Reset();
  if (!read.ok()) return StoreTrouble(read);
  return row;
}

absl::StatusOr<SqliteTables::ReplyRow> SqliteTables::FindRefusal(
    const SessionKey& key, absl::string_view request) {
  const std::string digest = SessionDigest(key);
  find_refusal_.BindBytes(1, digest);
  find_refusal_.BindBytes(2, request);
  ReplyRow row;
  row.found = find_refusal_.Step();
  if (row.found) {
    row.fingerprint = find_refusal_.Bytes(0);
    row.reply = find_refusal_.Bytes(1);
  }
  const absl::Status read = find_refusal_.Reset();
  if (!read.ok()) return StoreTrouble(read);
  return row;
}

absl::StatusOr<std::string> SqliteTables::Commit(const EncodedTurn& turn) {
  return turn.expected_version == 0 ? CommitOpening(turn) : CommitEvent(turn);
}

absl::StatusOr<std::string> SqliteTables::CommitOpening(
    const EncodedTurn& turn) {
  find_opening_.BindBytes(1, turn.opening);
  const bool repeated = find_opening_.Step();
  const std::string fingerprint = repeated ? find_opening_.Bytes(0) : "";
  const std::int64_t opened = repeated ? find_opening_.Integer(1) : 0;
  absl::Status status = find_opening_.Reset();
  if (!status.ok()) return StoreTrouble(status);
  if (repeated) {
    if (fingerprint != turn.fingerprint) return RequestIdReused();
    return RepeatOpening(opened);
  }
  const auto row = FindSession(turn.key);
  if (!row.ok()) return row.status();
  if (row->found) return SessionIdTaken();

  insert_session_.Bind(1, turn.key.principal);
  insert_session_.Bind(2, turn.key.session);
  insert_session_.Bind(3, turn.time_ms);
  insert_session_.Bind(4, turn.expires_ms);
  insert_session_.Bind(5, turn.content_hash);
  insert_session_.BindBytes(6, turn.summary);
  status.Update(insert_session_.Run());
  const std::int64_t session = database_.last_row();
  insert_opening_.BindBytes(1, turn.opening);
  insert_opening_.BindBytes(2, turn.fingerprint);
  insert_opening_.Bind(3, session);
  insert_opening_.Bind(4, turn.time_ms);
  status.Update(insert_opening_.Run());
  status.Update(AppendTurn(session, kOpeningTurn, turn));
  const std::string digest = SessionDigest(turn.key);
  delete_refusal_.BindBytes(1, digest);
  status.Update(delete_refusal_.Run());
  if (!status.ok()) return StoreTrouble(status);
  return turn.reply;
}

absl::StatusOr<std::string> SqliteTables::RepeatOpening(std::int64_t session) {
  auto reply = FindReply(session, kOpeningTurn);
  if (!reply.ok()) return reply.status();
  if (!reply->found) return OpenedSessionErased();
  return std::move(reply->reply);
}

absl::StatusOr<std::string> SqliteTables::CommitEvent(const EncodedTurn& turn) {
  const auto row = FindSession(turn.key);
  if (!row.ok()) return row.status();
  auto reply = row->found ? FindReply(row->number, turn.request)
                          : FindRefusal(turn.key, turn.request);
  if (!reply.ok()) return reply.status();
  if (reply->found) {
    if (reply->fingerprint != turn.fingerprint) return RequestIdReused();
    return std::move(reply->reply);
  }
  if (!row->found) return SessionNotFound();
  if (row->version != turn.expected_version) return TurnOvertaken();

  absl::Status status;
  if (turn.erase) {
    status.Update(EraseSession(row->number));
    status.Update(KeepRefusal(turn));
  } else {
    status.Update(AppendTurn(row->number, turn.request, turn));
    update_session_.Bind(1, turn.time_ms);
    update_session_.Bind(2, turn.expires_ms);
    update_session_.BindBytes(3, turn.summary);
    update_session_.Bind(4, row->number);
    status.Update(update_session_.Run());
  }
  if (!status.ok()) return StoreTrouble(status);
  return turn.reply;
}

absl::Status SqliteTables::AppendTurn(std::int64_t session,
                                      absl::string_view request,
                                      const EncodedTurn& turn) {
  insert_turn_.Bind(1, session);
  insert_turn_.BindBytes(2, request);
  insert_turn_.BindBytes(3, turn.fingerprint);
  insert_turn_.BindBytes(4, turn.event);
  insert_turn_.BindBytes(5, turn.reply);
  return insert_turn_.Run();
}

absl::Status SqliteTables::KeepRefusal(const EncodedTurn& turn) {
  const std::string digest = SessionDigest(turn.key);
  insert_refusal_.BindBytes(1, digest);
  insert_refusal_.BindBytes(2, turn.request);
  insert_refusal_.BindBytes(3, turn.fingerprint);
  insert_refusal_.BindBytes(4, turn.reply);
  insert_refusal_.Bind(5, turn.time_ms);
  return insert_refusal_.Run();
}

absl::Status SqliteTables::EraseSession(std::int64_t session) {
  delete_turns_.Bind(1, session);
  absl::Status status = delete_turns_.Run();
  delete_session_.Bind(1, session);
  status.Update(delete_session_.Run());
  return status;
}

absl::Status SqliteTables::Delete(const SessionKey& key) {
  const auto row = FindSession(key);
  if (!row.ok()) return row.status();
  absl::Status status;
  if (row->found) status.Update(EraseSession(row->number));
  const std::string digest = SessionDigest(key);
  delete_refusal_.BindBytes(1, digest);
  status.Update(delete_refusal_.Run());
  if (!status.ok()) return StoreTrouble(status);
  const bool refusal = database_.changes() > 0;
  return row->found || refusal ? absl::OkStatus() : SessionNotFound();
}

absl::StatusOr<int> SqliteTables::EraseOlderThan(absl::Time limit, int most) {
  const std::int64_t limit_ms = absl::ToUnixMillis(limit);
  find_old_.Bind(1, limit_ms);
  find_old_.Bind(2, most);
  std::vector<std::int64_t> old;
  while (find_old_.Step()) old.push_back(find_old_.Integer(0));
  absl::Status status = find_old_.Reset();
  for (const std::int64_t session : old) status.Update(EraseSession(session));
  delete_old_refusals_.Bind(1, limit_ms);
  status.Update(delete_old_refusals_.Run());
  delete_old_openings_.Bind(1, limit_ms);
  status.Update(delete_old_openings_.Run());
  status.Update(delete_unused_contents_.Run());
  if (!status.ok()) return StoreTrouble(status);
  return static_cast<int>(old.size());
}

absl::Status SqliteTables::KeepContent(absl::string_view hash,
                                       const std::string& files) {
  // Removed and inserted anew: the last one kept has the greatest number.
  delete_content_.Bind(1, hash);
  absl::Status status = delete_content_.Run();
  insert_content_.Bind(1, hash);
  insert_content_.BindBytes(2, files);
  status.Update(insert_content_.Run());
  return status.ok() ? status : StoreTrouble(status);
}

}  // namespace firstvisit
