// The whole service in one object: content, store, retention, server.
//
//   auto host = Host::Start({"unix:/run/fv.sock", "sqlite:/var/lib/fv/s.db"});
//   if (!host.ok()) …                  // one clear line, or the content's
//   issues DialogClient client((*host)->InProcessChannel(), SystemIds(), {});
//
// Thread-safe. The destructor stops the server, then closes the store.

#ifndef FIRSTVISIT_DIALOG_SERVICE_HOST_H_
#define FIRSTVISIT_DIALOG_SERVICE_HOST_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "dialog/service/intake_service.h"
#include "dialog/service/interviews.h"
#include "dialog/service/retention.h"
#include "dialog/service/server.h"
#include "dialog/session/session_store.h"
#include "grpcpp/channel.h"

namespace firstvisit {

struct ServeOptions {
  // See ListenAddress; empty: reached within the process alone.
  std::string grpc_listen;
  // See OpenStore.
  std::string store = "memory";
  // A folder of content; empty: the knee-pain protocol that is built in.
  std::string content;
  // A Clinic as text; empty: none is named.
  std::string clinic;
  // A session expires when nobody has answered for so long.
  absl::Duration idle_limit = absl::Hours(24);
  // A session is erased so long after its last turn.
  absl::Duration keep = absl::Hours(30 * 24);
};

class Host {
 public:
  static absl::StatusOr<std::unique_ptr<Host>> Start(
      const ServeOptions& options);
  ~Host();

  // Where it listens; empty: nowhere.
  const std::string& address() const { return server_->address(); }
  std::shared_ptr<grpc::Channel> InProcessChannel() {
    return server_->InProcessChannel();
  }
  // What it serves.
  const Content& content() const { return interviews_->Current().content(); }

  // Tells health checks that it is going.
  void AnnounceEnd() { server_->AnnounceEnd(); }

 private:
  Host() = default;
  absl::Status PrepareContent(const ServeOptions& options);

  // Destroyed from below: the store's last callbacks still find the service.
  std::unique_ptr<Interviews> interviews_;
  std::unique_ptr<IntakeService> service_;
  std::unique_ptr<SessionStore> store_;
  std::unique_ptr<Retention> retention_;
  std::unique_ptr<Server> server_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_HOST_H_
