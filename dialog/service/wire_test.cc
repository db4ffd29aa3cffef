#include "dialog/service/wire.h"

#include "dialog/util/status.h"
#include "firstvisit/v1/intake.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

// A length-delimited field as it stands on the wire.
std::string Field(int number, const std::string& bytes) {
  return std::string(1, static_cast<char>(number << 3 | 2)) +
         static_cast<char>(bytes.size()) + bytes;
}

TEST(WireTest, BytesComeBackThroughABuffer) {
  const std::string bytes("\0knee\xff", 6);
  EXPECT_EQ(BytesOf(BufferOf(bytes)), bytes);
  EXPECT_EQ(BytesOf(grpc::ByteBuffer()), "");
}

TEST(WireTest, AGoodRequestIsParsed) {
  v1::ReplyRequest sent;
  sent.set_text("ça va");
  v1::ReplyRequest got;
  ASSERT_TRUE(ParseRequest(sent.SerializeAsString(), got).ok());
  EXPECT_EQ(got.text(), "ça va");
}

TEST(WireTest, TextThatIsNotUtf8IsNamedByItsField) {
  v1::ReplyRequest request;
  // Field 6: text; field 7: hypotheses, whose field 1 has the field 1, text.
  absl::Status status = ParseRequest(Field(6, "caf\xe9"), request);
  EXPECT_EQ(ReasonOf(status), "NOT_UTF8");
  EXPECT_EQ(FieldOf(status), "text");
  status = ParseRequest(Field(7, Field(1, Field(1, "\xff"))), request);
  EXPECT_EQ(ReasonOf(status), "NOT_UTF8");
  EXPECT_EQ(FieldOf(status), "hypotheses.hypotheses.text");
}

TEST(WireTest, WhatIsNoMessageIsRefused) {
  for (const std::string bytes : {"\x07", "\x32\x7f", "{\"text\":1}"}) {
    v1::ReplyRequest request;
    const absl::Status status = ParseRequest(bytes, request);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(ReasonOf(status), "MALFORMED_REQUEST");
  }
}

}  // namespace
}  // namespace firstvisit
