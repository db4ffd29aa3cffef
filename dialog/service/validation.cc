// Each check is a function that returns OK or the fault; a request's checks run
// in the order of its fields, and the first fault is reported. Tests:
// validation_test.cc, one row a rule.

#include "dialog/service/validation.h"

#include <cmath>
#include <initializer_list>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/util/status.h"
#include "dialog/util/utf8.h"

namespace firstvisit {
namespace {

constexpr int kMaxText = 4096;
constexpr int kMaxId = 128;
constexpr int kMinSessionId = 8;
constexpr int kMaxReference = 256;  // bytes
constexpr int kMaxLocale = 35;      // RFC 5646, section 4.4.1
constexpr int kMaxHypotheses = 10;
constexpr int kMaxDigits = 32;
constexpr int kMaxKnown = 64;
constexpr int kMaxAnswers = 256;
constexpr int kMaxPlayed = 64;
constexpr int kMaxPageSize = 1000;

absl::Status CheckLength(absl::string_view field, absl::string_view value,
                         int most) {
  const int length = Utf8Length(value);
  if (length <= most) return absl::OkStatus();
  return InvalidArgument(
      "TOO_LONG", field,
      absl::StrCat(field, " has ", length, " characters; at most ", most,
                   " are taken. Send less."));
}

absl::Status CheckText(absl::string_view field, absl::string_view value) {
  return CheckLength(field, value, kMaxText);
}

// An id that must be there.
absl::Status CheckId(absl::string_view field, absl::string_view value) {
  if (value.empty()) {
    return InvalidArgument("MISSING", field,
                           absl::StrCat(field, " is empty. Fill it in."));
  }
  return CheckLength(field, value, kMaxId);
}

absl::Status CheckCount(absl::string_view field, int count, int most) {
  if (count <= most) return absl::OkStatus();
  return InvalidArgument(
      "TOO_MANY", field,
      absl::StrCat(field, " has ", count, " entries; at most ", most,
                   " are taken."));
}

absl::Status CheckEnum(absl::string_view field, bool valid, bool specified) {
  if (valid && specified) return absl::OkStatus();
  return InvalidArgument(
      "BAD_ENUM", field,
      absl::StrCat(field,
                   specified ? " has a value that this version does not "
                               "know."
                             : " is not specified.",
                   " Use one of the values in the .proto files."));
}

absl::Status CheckLocale(absl::string_view value) {
  bool fits = value.size() <= kMaxLocale;
  for (const char c : value) fits &= absl::ascii_isalnum(c) || c == '-';
  if (fits) return absl::OkStatus();
  return InvalidArgument("BAD_LOCALE", "locale",
                         "locale is not a BCP 47 tag such as \"en\" or "
                         "\"es-MX\".");
}

absl::Status CheckChosenSessionId(absl::string_view value) {
  if (value.empty()) return absl::OkStatus();
  bool fits = value.size() >= kMinSessionId && value.size() <= kMaxId;
  for (const char c : value) {
    fits &=
        absl::ascii_isalnum(c) || c == '_' || c == '.' || c == ':' || c == '-';
  }
  if (fits) return absl::OkStatus();
  return InvalidArgument("BAD_SESSION_ID", "session",
                         "session must be 8 to 128 of A-Z a-z 0-9 _ . : - or "
                         "empty, to have an id made.");
}

absl::Status CheckReference(absl::string_view value) {
  if (value.size() <= kMaxReference) return absl::OkStatus();
  return InvalidArgument(
      "TOO_LONG", "reference",
      absl::StrCat("reference has ", value.size(), " bytes; at most ",
                   kMaxReference, " are taken."));
}

absl::Status CheckKnown(const std::string& field, const v1::Answer& known) {
  absl::Status status = CheckId(field + ".question_id", known.question_id());
  if (!status.ok()) return status;
  switch (known.value_case()) {
    case v1::Answer::kChoice:
      return CheckId(field + ".choice", known.choice());
    case v1::Answer::kText:
      return CheckText(field + ".text", known.text());
    case v1::Answer::kInterval: {
      const double low = known.interval().low();
      const double high = known.interval().high();
      if (std::isfinite(low) && std::isfinite(high) && low <= high) {
        return absl::OkStatus();
      }
      return InvalidArgument("BAD_INTERVAL", field + ".interval",
                             "An interval needs two finite numbers with low "
                             "<= high.");
    }
    case v1::Answer::VALUE_NOT_SET:
      break;
  }
  return InvalidArgument("MISSING", field + ".value",
                         "A known answer needs a choice, an interval or a "
                         "text.");
}

absl::Status CheckHypotheses(const v1::Hypotheses& hypotheses) {
  constexpr char kField[] = "hypotheses";
  if (hypotheses.hypotheses().empty()) {
    return InvalidArgument("MISSING", kField,
                           "The list of hypotheses is empty. When nothing was "
                           "heard, send the event NO_INPUT.");
  }
  absl::Status status =
      CheckCount(kField, hypotheses.hypotheses_size(), kMaxHypotheses);
  for (int i = 0; i < hypotheses.hypotheses_size() && status.ok(); ++i) {
    const v1::Hypothesis& hypothesis = hypotheses.hypotheses(i);
    const std::string field = absl::StrCat(kField, "[", i, "]");
    status = CheckText(field + ".text", hypothesis.text());
    // Written so that NaN fails.
    if (status.ok() &&
        !(hypothesis.confidence() >= 0 && hypothesis.confidence() <= 1)) {
      status = InvalidArgument("OUT_OF_RANGE", field + ".confidence",
                               "A confidence lies between 0 and 1.");
    }
  }
  return status;
}

absl::Status CheckDigits(absl::string_view digits) {
  const bool fits =
      !digits.empty() && digits.size() <= kMaxDigits &&
      digits.find_first_not_of("0123456789*#") == absl::string_view::npos;
  if (fits) return absl::OkStatus();
  return InvalidArgument("BAD_DIGITS", "digits",
                         "digits must be 1 to 32 telephone keys: 0-9, * and "
                         "#.");
}

absl::Status CheckInput(const v1::ReplyRequest& request) {
  switch (request.input_case()) {
    case v1::ReplyRequest::kText:
      return CheckText("text", request.text());
    case v1::ReplyRequest::kHypotheses:
      return CheckHypotheses(request.hypotheses());
    case v1::ReplyRequest::kDigits:
      return CheckDigits(request.digits());
    case v1::ReplyRequest::kChoice:
      return CheckId("choice", request.choice());
    case v1::ReplyRequest::kEvent:
      return CheckEnum("event", v1::Event_IsValid(request.event()),
                       request.event() != v1::EVENT_UNSPECIFIED);
    case v1::ReplyRequest::kCommand:
      return CheckEnum("command", v1::Command_IsValid(request.command()),
                       request.command() != v1::COMMAND_UNSPECIFIED);
    case v1::ReplyRequest::INPUT_NOT_SET:
      break;
  }
  return InvalidArgument("MISSING", "input",
                         "The reply has no input. Send text, hypotheses, "
                         "digits, a choice, an event or a command.");
}

// The first fault of several checks.
absl::Status First(std::initializer_list<absl::Status> checks) {
  for (const absl::Status& status : checks) {
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const v1::StartSessionRequest& request) {
  absl::Status status = First({
      CheckId("request_id", request.request_id()),
      CheckLength("protocol", request.protocol(), kMaxId),
      CheckLocale(request.locale()),
      CheckEnum("channel.kind",
                v1::Channel::Kind_IsValid(request.channel().kind()), true),
      CheckCount("known", request.known_size(), kMaxKnown),
      CheckReference(request.reference()),
      CheckChosenSessionId(request.session()),
  });
  for (int i = 0; i < request.known_size() && status.ok(); ++i) {
    status = CheckKnown(absl::StrCat("known[", i, "]"), request.known(i));
  }
  return status;
}

absl::Status Validate(const v1::ReplyRequest& request) {
  absl::Status status = First({
      CheckId("session", request.session()),
      CheckId("request_id", request.request_id()),
      CheckLocale(request.locale()),
      CheckCount("played", request.played_size(), kMaxPlayed),
  });
  if (!status.ok()) return status;
  if (request.has_expected_turn() && request.expected_turn() < 1) {
    return InvalidArgument("OUT_OF_RANGE", "expected_turn",
                           "Turns are numbered from 1.");
  }
  for (int i = 0; i < request.played_size() && status.ok(); ++i) {
    status = CheckId(absl::StrCat("played[", i, "]"), request.played(i));
  }
  return status.ok() ? CheckInput(request) : status;
}

absl::Status Validate(const v1::GetSessionRequest& request) {
  return CheckId("session", request.session());
}

absl::Status Validate(const v1::ListSessionsRequest& request) {
  if (request.page_size() < 0 || request.page_size() > kMaxPageSize) {
    return InvalidArgument("OUT_OF_RANGE", "page_size",
                           absl::StrCat("page_size lies between 1 and ",
                                        kMaxPageSize, "; 0 means 100."));
  }
  return CheckLength("page_token", request.page_token(), kMaxId);
}

absl::Status Validate(const v1::DeleteSessionRequest& request) {
  return CheckId("session", request.session());
}

absl::Status Validate(const v1::GetReportRequest& request) {
  return First({
      CheckId("session", request.session()),
      CheckEnum(
          "audience",
          v1::GetReportRequest::Audience_IsValid(request.audience()),
          request.audience() != v1::GetReportRequest::AUDIENCE_UNSPECIFIED),
      CheckEnum("format",
                v1::GetReportRequest::Format_IsValid(request.format()), true),
      CheckLocale(request.locale()),
  });
}

absl::Status Validate(const v1::AssessRequest& request) {
  absl::Status status = First({
      CheckLength("protocol", request.protocol(), kMaxId),
      CheckLocale(request.locale()),
      CheckCount("answers", request.answers_size(), kMaxAnswers),
  });
  for (int i = 0; i < request.answers_size() && status.ok(); ++i) {
    status = CheckKnown(absl::StrCat("answers[", i, "]"), request.answers(i));
  }
  return status;
}

absl::Status Validate(const v1::ExplainRequest& request) {
  return First({
      CheckId("session", request.session()),
      CheckLocale(request.locale()),
      CheckLength("question", request.question(), kMaxId),
      CheckLength("sentence", request.sentence(), kMaxId),
      CheckLength("cause", request.cause(), kMaxId),
      CheckLength("tip", request.tip(), kMaxId),
  });
}

absl::Status Validate(const v1::ListProtocolsRequest&) {
  return absl::OkStatus();
}

absl::Status Validate(const v1::GetProtocolRequest& request) {
  return First({
      CheckId("protocol", request.protocol()),
      CheckLocale(request.locale()),
  });
}

}  // namespace firstvisit
