#include "dialog/service/service_testing.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "dialog/content/texts.h"
#include "dialog/service/listen_address.h"
#include "dialog/service/make_interview.h"
#include "dialog/session/store_testing.h"
#include "dialog/util/ids.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"

namespace firstvisit {
namespace {

constexpr absl::Duration kIdleLimit = absl::Hours(24);

// A test that cannot be set up is no test.
template <typename Outcome>
const Outcome& Must(const Outcome& outcome) {
  if (outcome.ok()) return outcome;
  std::fputs("the service under test could not be started\n", stderr);
  std::abort();
}

std::shared_ptr<const Interview> Make(const std::vector<NamedText>& texts) {
  return *Must(MakeInterview(texts, {}, kIdleLimit));
}

// Made once: that takes longer than most tests.
std::shared_ptr<const Interview> BuiltIn() {
  static const auto* const interview = new std::shared_ptr<const Interview>(
      Make(WithLanguages(KneePainTexts())));
  return *interview;
}

}  // namespace

ServiceUnderTest::ServiceUnderTest(SessionStore& store,
                                   const std::vector<NamedText>* texts,
                                   int most_calls) {
  std::string folder = "/tmp/fv-service-XXXXXX";  // a socket's path is short
  folder_ = mkdtemp(&folder[0]);
  const std::vector<NamedText> served =
      texts != nullptr ? *texts : WithLanguages(KneePainTexts());
  const auto current = texts == nullptr ? BuiltIn() : Make(served);
  Must(KeepContentAndWait(store, current->content().hash(),
                          ToContentFiles(served)));
  interviews_ =
      std::make_unique<Interviews>(current, store, [](const auto& files) {
        return MakeStoredInterview(files, {}, kIdleLimit);
      });
  service_ = std::make_unique<IntakeService>(*interviews_, store, clock_,
                                             SystemIds(), most_calls);
  const std::string address = "unix:" + folder_ + "/s";
  auto parsed = ListenAddress::Parse(address);
  auto server = Server::Start(*service_, *Must(parsed));
  Must(server);
  server_ = *std::move(server);
  stub_ = v1::Intake::NewStub(
      grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
}

ServiceUnderTest::~ServiceUnderTest() {
  server_ = nullptr;
  rmdir(folder_.c_str());
}

absl::StatusOr<v1::Turn> ServiceUnderTest::Start(
    const v1::StartSessionRequest& request) {
  return Call(&v1::Intake::Stub::StartSession, request);
}

absl::StatusOr<v1::Turn> ServiceUnderTest::Start(absl::string_view request_id) {
  v1::StartSessionRequest request;
  request.set_request_id(std::string(request_id));
  return Start(request);
}

absl::StatusOr<v1::Turn> ServiceUnderTest::Reply(
    const v1::ReplyRequest& request) {
  return Call(&v1::Intake::Stub::Reply, request);
}

absl::StatusOr<v1::Turn> ServiceUnderTest::Reply(const v1::Turn& to,
                                                 absl::string_view request_id,
                                                 absl::string_view text) {
  v1::ReplyRequest request;
  request.set_session(to.session());
  request.set_request_id(std::string(request_id));
  request.set_text(std::string(text));
  return Reply(request);
}

}  // namespace firstvisit
