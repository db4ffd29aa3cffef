#include "assistant/dialog_client.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::Each;
using ::testing::SizeIs;

// Gives the outcomes that a test has laid out, then success.
class ScriptedService : public v1::Intake::Service {
 public:
  grpc::Status Reply(grpc::ServerContext*, const v1::ReplyRequest* request,
                     v1::Turn* turn) override {
    request_ids.push_back(request->request_id());
    turn->set_turn(static_cast<int>(request_ids.size()));
    if (outcomes.empty()) return grpc::Status::OK;
    const grpc::StatusCode code = outcomes.front();
    outcomes.pop_front();
    return code == grpc::StatusCode::OK ? grpc::Status::OK
                                        : grpc::Status(code, "as scripted");
  }

  std::deque<grpc::StatusCode> outcomes;
  std::vector<std::string> request_ids;
};

class DialogClientTest : public ::testing::Test {
 protected:
  DialogClientTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&service_);
    server_ = builder.BuildAndStart();
    DialogClient::Options options;
    options.attempts = 3;
    options.backoff = absl::Milliseconds(1);
    client_ = std::make_unique<DialogClient>(
        server_->InProcessChannel(grpc::ChannelArguments()), SystemIds(),
        options);
  }

  absl::StatusOr<v1::Turn> Reply() { return client_->Reply({}); }

  ScriptedService service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<DialogClient> client_;
};

TEST_F(DialogClientTest, TriesAgainUnderTheSameRequestIdWhileTheServiceIsAway) {
  service_.outcomes = {grpc::StatusCode::UNAVAILABLE,
                       grpc::StatusCode::DEADLINE_EXCEEDED};
  const auto turn = Reply();
  ASSERT_TRUE(turn.ok()) << turn.status();
  EXPECT_EQ(turn->turn(), 3);
  ASSERT_THAT(service_.request_ids, SizeIs(3));
  EXPECT_FALSE(service_.request_ids[0].empty());
  EXPECT_THAT(service_.request_ids, Each(service_.request_ids[0]));
}

TEST_F(DialogClientTest, EachCallHasARequestIdOfItsOwn) {
  ASSERT_TRUE(Reply().ok());
  ASSERT_TRUE(Reply().ok());
  EXPECT_NE(service_.request_ids[0], service_.request_ids[1]);
}

TEST_F(DialogClientTest, AGivenRequestIdIsKept) {
  v1::ReplyRequest request;
  request.set_request_id("mine");
  ASSERT_TRUE(client_->Reply(request).ok());
  EXPECT_THAT(service_.request_ids, testing::ElementsAre("mine"));
}

TEST_F(DialogClientTest, GivesUpAfterTheLastAttempt) {
  service_.outcomes =
      std::deque<grpc::StatusCode>(10, grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(Reply().status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(service_.request_ids, SizeIs(3));
}

TEST(DialogClientAwayTest, SaysWhereNobodyAnswers) {
  DialogClient::Options options;
  options.attempts = 1;
  options.where = "unix:/nowhere/s";
  DialogClient client(
      grpc::CreateChannel(options.where, grpc::InsecureChannelCredentials()),
      SystemIds(), options);
  const absl::Status away = client.ListProtocols().status();
  EXPECT_EQ(away.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(away.message(),
              testing::HasSubstr("Nobody answers at unix:/nowhere/s. Is "
                                 "`firstvisit serve` running there?"));
}

TEST_F(DialogClientTest, AFaultOfTheRequestIsNotTriedAgain) {
  for (const grpc::StatusCode code :
       {grpc::StatusCode::INVALID_ARGUMENT, grpc::StatusCode::NOT_FOUND,
        grpc::StatusCode::ALREADY_EXISTS, grpc::StatusCode::ABORTED}) {
    service_.request_ids.clear();
    service_.outcomes = {code};
    const absl::Status status = Reply().status();
    EXPECT_EQ(static_cast<int>(status.code()), static_cast<int>(code));
    EXPECT_EQ(status.message(), "as scripted");
    EXPECT_THAT(service_.request_ids, SizeIs(1));
  }
}

}  // namespace
}  // namespace firstvisit
