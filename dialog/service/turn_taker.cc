// Tests: intake_service_test.cc, with the real engine and both stores.

#include "dialog/service/turn_taker.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/util/digest.h"
#include "dialog/util/status.h"

namespace firstvisit {
namespace {

using session::v1::SessionLog;

// How often a reply starts over after others came first.
constexpr int kMostAttempts = 8;

// Two requests of one id are the same when all else in them is.
template <typename Request>
RequestStamp StampOf(Request request) {
  RequestStamp stamp;
  stamp.id = request.request_id();
  request.clear_request_id();
  stamp.fingerprint =
      Digest({request.GetTypeName(), request.SerializeAsString()});
  return stamp;
}

// Fills in what a write says of the session that its turn leaves behind.
void Describe(const Interview& interview, const SessionLog& log,
              const v1::Turn& turn, absl::Time now, TurnWrite& write) {
  write.reply = turn.SerializeAsString();
  write.time = now;
  write.summary = interview.Summary(log, now);
  // What has ended for good does not expire.
  const bool expires =
      interview.Summary(log, absl::InfiniteFuture()).state() == v1::EXPIRED;
  write.expires_at = expires
                         ? absl::FromUnixSeconds(turn.expires_at().seconds())
                         : absl::InfiniteFuture();
}

absl::Status StaleTurn(int expected, v1::Turn current) {
  absl::Status status = ErrorStatus(
      absl::StatusCode::kAborted, "STALE_TURN", "expected_turn",
      absl::StrCat("The session is at turn ", current.turn(), ", not ",
                   expected,
                   ". The current turn is in the details; show it and answer "
                   "it."));
  AddDetail(current, status);
  return status;
}

}  // namespace

// One reply on its way, until it is committed or refused.
class TurnTaker::Attempt : public std::enable_shared_from_this<Attempt> {
 public:
  Attempt(TurnTaker& turns, const Principal& principal,
          v1::ReplyRequest request, Done done)
      : turns_(turns),
        request_(std::move(request)),
        key_{principal.id, request_.session()},
        stamp_(StampOf(request_)),
        done_(std::move(done)) {}

  void Run() {
    turns_.store_.Load(key_, stamp_, [self = shared_from_this()](auto loaded) {
      if (!loaded.ok()) return self->done_(loaded.status());
      if (loaded->reply.has_value()) return self->done_(*loaded->reply);
      self->FindInterview(*std::move(loaded));
    });
  }

 private:
  void FindInterview(LoadedSession session) {
    const std::string hash = session.log.opening().content_hash();
    turns_.interviews_.Find(
        hash, [self = shared_from_this(),
               session = std::move(session)](auto interview) mutable {
          if (!interview.ok()) return self->done_(interview.status());
          self->Take(**interview, std::move(session));
        });
  }

  void Take(const Interview& interview, LoadedSession session) {
    const absl::Time now = turns_.clock_.Now();
    if (request_.has_expected_turn() &&
        request_.expected_turn() != session.version) {
      return done_(StaleTurn(request_.expected_turn(),
                             interview.Current(session.log, now)));
    }
    auto step = interview.Take(session.log, request_, now);
    if (!step.ok()) return done_(step.status());
    TurnWrite write;
    write.key = key_;
    write.request = stamp_;
    write.expected_version = session.version;
    write.erase = step->erase;
    *session.log.add_events() = step->event;
    Describe(interview, session.log, *step->turn, now, write);
    write.event = std::move(step->event);
    turns_.store_.Commit(
        std::move(write), [self = shared_from_this()](auto reply) {
          const bool overtaken = absl::IsAborted(reply.status());
          if (overtaken && ++self->attempts_ < kMostAttempts) {
            return self->Run();
          }
          self->done_(std::move(reply));
        });
  }

  TurnTaker& turns_;
  const v1::ReplyRequest request_;
  const SessionKey key_;
  const RequestStamp stamp_;
  const Done done_;
  int attempts_ = 0;
};

TurnTaker::TurnTaker(Interviews& interviews, SessionStore& store, Clock& clock,
                     IdSource& ids)
    : interviews_(interviews), store_(store), clock_(clock), ids_(ids) {}

void TurnTaker::Start(const Principal& principal,
                      v1::StartSessionRequest request, Done done) {
  const Interview& interview = interviews_.Current();
  const std::string& served = interview.content().protocol().id();
  if (!request.protocol().empty() && request.protocol() != served) {
    return done(ErrorStatus(
        absl::StatusCode::kNotFound, "PROTOCOL_NOT_FOUND", "protocol",
        absl::StrCat("This service has no such protocol; it has ", served,
                     ". See ListProtocols.")));
  }
  const absl::Time now = clock_.Now();
  TurnWrite write;
  write.key = {principal.id,
               request.session().empty() ? ids_.NewId() : request.session()};
  write.request = StampOf(request);
  auto opened = interview.Open(request, write.key.session, principal.id, now);
  if (!opened.ok()) return done(opened.status());
  Describe(interview, opened->log, opened->turn, now, write);
  write.opening = std::move(*opened->log.mutable_opening());
  store_.Commit(std::move(write), std::move(done));
}

void TurnTaker::Reply(const Principal& principal, v1::ReplyRequest request,
                      Done done) {
  std::make_shared<Attempt>(*this, principal, std::move(request),
                            std::move(done))
      ->Run();
}

}  // namespace firstvisit
