// Tests: host_test.cc, and tests/e2e.

#include "dialog/service/host.h"

#include <future>
#include <utility>
#include <vector>

#include "dialog/service/content_folder.h"
#include "dialog/service/make_interview.h"
#include "dialog/service/open_store.h"
#include "dialog/util/clock.h"
#include "dialog/util/ids.h"

namespace firstvisit {
namespace {

// Calls that are on their way get so long to end.
constexpr absl::Duration kEndOfCalls = absl::Seconds(10);

absl::Status KeepContent(SessionStore& store, const std::string& hash,
                         const std::vector<NamedText>& texts) {
  std::promise<absl::Status> kept;
  store.KeepContent(hash, ToContentFiles(texts), [&kept](absl::Status status) {
    kept.set_value(std::move(status));
  });
  return kept.get_future().get();
}

}  // namespace

absl::StatusOr<std::unique_ptr<Host>> Host::Start(const ServeOptions& options) {
  absl::optional<ListenAddress> address;
  if (!options.grpc_listen.empty()) {
    auto parsed = ListenAddress::Parse(options.grpc_listen);
    if (!parsed.ok()) return parsed.status();
    address = *std::move(parsed);
  }
  std::unique_ptr<Host> host(new Host);
  auto store = OpenStore(options.store);
  if (!store.ok()) return store.status();
  host->store_ = *std::move(store);
  if (absl::Status ready = host->PrepareContent(options); !ready.ok()) {
    return ready;
  }
  host->service_ = std::make_unique<IntakeService>(
      *host->interviews_, *host->store_, SystemClock(), SystemIds());
  auto server = Server::Start(*host->service_, address);
  if (!server.ok()) return server.status();
  host->server_ = *std::move(server);
  host->retention_ =
      std::make_unique<Retention>(*host->store_, SystemClock(), options.keep);
  return host;
}

absl::Status Host::PrepareContent(const ServeOptions& options) {
  content::v1::Clinic clinic;
  if (!options.clinic.empty()) {
    auto read = ReadClinic(options.clinic);
    if (!read.ok()) return read.status();
    clinic = *std::move(read);
  }
  const auto texts = ServedTexts(options.content);
  if (!texts.ok()) return texts.status();
  auto current = MakeInterview(*texts, clinic, options.idle_limit);
  if (!current.ok()) return current.status();
  const absl::Status kept =
      KeepContent(*store_, (*current)->content().hash(), *texts);
  if (!kept.ok()) return kept;
  interviews_ = std::make_unique<Interviews>(
      *std::move(current), *store_,
      [clinic, idle_limit = options.idle_limit](const auto& files) {
        return MakeStoredInterview(files, clinic, idle_limit);
      });
  return absl::OkStatus();
}

Host::~Host() {
  if (server_ != nullptr) server_->Stop(SystemClock().Now() + kEndOfCalls);
}

}  // namespace firstvisit
