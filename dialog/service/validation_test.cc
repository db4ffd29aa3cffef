#include "dialog/service/validation.h"

#include <string>

#include "dialog/util/status.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

template <typename Request>
Request Parse(const std::string& text) {
  Request request;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request))
      << text;
  return request;
}

// The field at fault of an otherwise good reply; "" when there is none.
std::string Fault(const v1::ReplyRequest& request) {
  const absl::Status status = Validate(request);
  EXPECT_TRUE(status.ok() ||
              status.code() == absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.ok(), ReasonOf(status).empty());
  return status.ok() ? "" : FieldOf(status);
}

std::string ReplyFault(const std::string& rest) {
  return Fault(Parse<v1::ReplyRequest>("session: 's' request_id: 'r' " + rest));
}

std::string StartFault(const std::string& rest) {
  const absl::Status status =
      Validate(Parse<v1::StartSessionRequest>("request_id: 'r' " + rest));
  return status.ok() ? "" : FieldOf(status);
}

std::string Quoted(int length, const std::string& character = "x") {
  std::string text = "'";
  for (int i = 0; i < length; ++i) text += character;
  return text + "'";
}

TEST(ValidationTest, EveryKindOfInputPasses) {
  for (const char* input :
       {"text: ''", "text: 'my knee'", "digits: '12#'", "digits: '*'",
        "choice: 'left'", "event: NO_INPUT", "command: BACK",
        "hypotheses { hypotheses { text: 'yes' confidence: 0.9 } }",
        "text: 'x' expected_turn: 1 locale: 'es-MX' played: 'p'"}) {
    EXPECT_EQ(ReplyFault(input), "") << input;
  }
}

TEST(ValidationTest, AReplyWithoutInputIsRefused) {
  EXPECT_EQ(ReplyFault(""), "input");
}

TEST(ValidationTest, IdsAreNeededAndShort) {
  EXPECT_EQ(Fault(Parse<v1::ReplyRequest>("request_id: 'r' text: 'x'")),
            "session");
  EXPECT_EQ(Fault(Parse<v1::ReplyRequest>("session: 's' text: 'x'")),
            "request_id");
  EXPECT_EQ(Fault(Parse<v1::ReplyRequest>(
                "session: 's' text: 'x' request_id: " + Quoted(129))),
            "request_id");
  EXPECT_EQ(Fault(Parse<v1::ReplyRequest>(
                "session: 's' text: 'x' request_id: " + Quoted(128, "ä"))),
            "");
}

TEST(ValidationTest, TextIsMeasuredInCharacters) {
  EXPECT_EQ(ReplyFault("text: " + Quoted(4096, "ä")), "");
  EXPECT_EQ(ReplyFault("text: " + Quoted(4097)), "text");
  EXPECT_EQ(ReplyFault("text: " + Quoted(1'000'000)), "text");
}

TEST(ValidationTest, AnErrorNeverRepeatsTheAnswer) {
  const absl::Status status = Validate(
      Parse<v1::ReplyRequest>("session: 's' request_id: 'r' digits: 'secret'"));
  EXPECT_EQ(status.message().find("secret"), std::string::npos);
}

TEST(ValidationTest, HypothesesAreAtMostTenWithConfidenceFromZeroToOne) {
  const std::string one = "hypotheses { text: 'yes' } ";
  std::string ten;
  for (int i = 0; i < 10; ++i) ten += one;
  EXPECT_EQ(ReplyFault("hypotheses { " + ten + " }"), "");
  EXPECT_EQ(ReplyFault("hypotheses { " + ten + one + " }"), "hypotheses");
  EXPECT_EQ(ReplyFault("hypotheses { }"), "hypotheses");
  EXPECT_EQ(ReplyFault("hypotheses { " + one +
                       "hypotheses { text: 'no' confidence: 1.1 } }"),
            "hypotheses[1].confidence");
  EXPECT_EQ(ReplyFault("hypotheses { hypotheses { confidence: -0.1 } }"),
            "hypotheses[0].confidence");
  EXPECT_EQ(ReplyFault("hypotheses { hypotheses { confidence: nan } }"),
            "hypotheses[0].confidence");
  EXPECT_EQ(
      ReplyFault("hypotheses { hypotheses { text: " + Quoted(4097) + " } }"),
      "hypotheses[0].text");
}

TEST(ValidationTest, DigitsAreTelephoneKeys) {
  for (const char* digits : {"", "a", "1 2", "+1", "1,2"}) {
    EXPECT_EQ(ReplyFault("digits: '" + std::string(digits) + "'"), "digits");
  }
  EXPECT_EQ(ReplyFault("digits: " + Quoted(32, "1")), "");
  EXPECT_EQ(ReplyFault("digits: " + Quoted(33, "1")), "digits");
}

TEST(ValidationTest, EnumsAreKnownAndSpecified) {
  EXPECT_EQ(ReplyFault("event: EVENT_UNSPECIFIED"), "event");
  EXPECT_EQ(ReplyFault("command: COMMAND_UNSPECIFIED"), "command");
  v1::ReplyRequest reply =
      Parse<v1::ReplyRequest>("session: 's' request_id: 'r'");
  reply.set_event(static_cast<v1::Event>(99));
  EXPECT_EQ(Fault(reply), "event");
  reply.set_command(static_cast<v1::Command>(99));
  EXPECT_EQ(Fault(reply), "command");
  v1::StartSessionRequest start;
  start.set_request_id("r");
  start.mutable_channel()->set_kind(static_cast<v1::Channel::Kind>(9));
  EXPECT_EQ(FieldOf(Validate(start)), "channel.kind");
}

TEST(ValidationTest, ExpectedTurnAndPlayedAreChecked) {
  EXPECT_EQ(ReplyFault("text: 'x' expected_turn: 0"), "expected_turn");
  EXPECT_EQ(ReplyFault("text: 'x' played: ''"), "played[0]");
  std::string played;
  for (int i = 0; i < 65; ++i) played += " played: 'p'";
  EXPECT_EQ(ReplyFault("text: 'x'" + played), "played");
}

TEST(ValidationTest, AnOpeningIsCheckedFieldByField) {
  EXPECT_EQ(StartFault(""), "");
  EXPECT_EQ(StartFault("session: 'Call_1.2:3-4'"), "");
  EXPECT_EQ(StartFault("session: 'seven..'"), "session");
  EXPECT_EQ(StartFault("session: 'has blanks'"), "session");
  EXPECT_EQ(StartFault("session: " + Quoted(129)), "session");
  EXPECT_EQ(StartFault("reference: " + Quoted(256)), "");
  EXPECT_EQ(StartFault("reference: " + Quoted(129, "ä")), "reference");
  EXPECT_EQ(StartFault("locale: 'en_GB'"), "locale");
  EXPECT_EQ(StartFault("locale: " + Quoted(36)), "locale");
  EXPECT_EQ(StartFault("protocol: " + Quoted(129)), "protocol");
  EXPECT_EQ(FieldOf(Validate(v1::StartSessionRequest())), "request_id");
}

TEST(ValidationTest, WhatTheCallerKnowsIsWellFormed) {
  EXPECT_EQ(StartFault("known { question_id: 'age' "
                       "interval { low: 40 high: 40 } }"),
            "");
  EXPECT_EQ(StartFault("known { choice: 'yes' }"), "known[0].question_id");
  EXPECT_EQ(StartFault("known { question_id: 'age' }"), "known[0].value");
  for (const char* interval :
       {"low: 2 high: 1", "low: nan high: 1", "low: 1 high: inf"}) {
    EXPECT_EQ(StartFault("known { question_id: 'age' interval { " +
                         std::string(interval) + " } }"),
              "known[0].interval");
  }
  std::string many;
  for (int i = 0; i < 65; ++i) {
    many += "known { question_id: 'q' choice: 'yes' } ";
  }
  EXPECT_EQ(StartFault(many), "known");
}

TEST(ValidationTest, PagesAndReportsAreChecked) {
  const auto list = [](int size) {
    v1::ListSessionsRequest request;
    request.set_page_size(size);
    return FieldOf(Validate(request));
  };
  EXPECT_EQ(list(0), "");
  EXPECT_EQ(list(1000), "");
  EXPECT_EQ(list(-1), "page_size");
  EXPECT_EQ(list(1001), "page_size");
  const auto report = [](const std::string& text) {
    return FieldOf(Validate(Parse<v1::GetReportRequest>(text)));
  };
  EXPECT_EQ(report("session: 's' audience: CLIENT"), "");
  EXPECT_EQ(report("audience: CLIENT"), "session");
  EXPECT_EQ(report("session: 's'"), "audience");
  EXPECT_EQ(FieldOf(Validate(v1::GetSessionRequest())), "session");
  EXPECT_EQ(FieldOf(Validate(v1::DeleteSessionRequest())), "session");
  EXPECT_EQ(FieldOf(Validate(v1::GetProtocolRequest())), "protocol");
}

}  // namespace
}  // namespace firstvisit
