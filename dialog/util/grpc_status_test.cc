#include "dialog/util/grpc_status.h"

#include "dialog/util/status.h"
#include "firstvisit/v1/intake.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(GrpcStatusTest, ReasonAndFieldSurviveTheWire) {
  const absl::Status back =
      FromGrpc(ToGrpc(InvalidArgument("TEXT_TOO_LONG", "text", "Too long.")));
  EXPECT_EQ(back.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(back.message(), "Too long.");
  EXPECT_EQ(ReasonOf(back), "TEXT_TOO_LONG");
  EXPECT_EQ(FieldOf(back), "text");
}

TEST(GrpcStatusTest, OtherClientsReadGoogleRpcStatus) {
  const grpc::Status sent =
      ToGrpc(InvalidArgument("BAD_DIGITS", "digits", "Not keys."));
  google::rpc::Status details;
  ASSERT_TRUE(details.ParseFromString(sent.error_details()));
  EXPECT_EQ(details.code(), 3);
  ASSERT_EQ(details.details_size(), 1);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.domain(), "firstvisit");
  EXPECT_EQ(info.reason(), "BAD_DIGITS");
}

TEST(GrpcStatusTest, DetailsAreOrderedByType) {
  v1::Turn turn;
  turn.set_turn(7);
  absl::Status status =
      ErrorStatus(absl::StatusCode::kAborted, "STALE_TURN", "", "Stale.");
  AddDetail(turn, status);
  const grpc::Status sent = ToGrpc(status);
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(ToGrpc(status).error_details(), sent.error_details());
  }
  v1::Turn back;
  ASSERT_TRUE(FindDetail(FromGrpc(sent), back));
  EXPECT_EQ(back.turn(), 7);
}

TEST(GrpcStatusTest, AStatusWithoutDetailsHasNone) {
  EXPECT_TRUE(ToGrpc(absl::OkStatus()).ok());
  const grpc::Status plain = ToGrpc(absl::InternalError("Broken."));
  EXPECT_EQ(plain.error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(plain.error_details(), "");
  EXPECT_EQ(ReasonOf(FromGrpc(plain)), "");
}

}  // namespace
}  // namespace firstvisit
