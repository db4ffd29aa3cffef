// Method: each answer becomes the values of one or two link ids; the items of
// the Questionnaire are then walked, so that nesting, order and words are its
// own. Tests: tests/e2e/fhir, also against a validator of others.

#include "dialog/report/fhir_response.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "dialog/report/fhir_questionnaire.h"
#include "dialog/report/fhir_terms.h"
#include "firstvisit/fhir/v1/questionnaire.pb.h"

namespace firstvisit {
namespace {

using fhir::v1::QuestionnaireItem;
using fhir::v1::QuestionnaireResponse;
using fhir::v1::QuestionnaireResponseItem;
using fhir::v1::ResponseAnswer;

// By link id.
using Values = absl::flat_hash_map<std::string, ResponseAnswer>;

constexpr absl::string_view kSessionSystem = "urn:firstvisit:session";
constexpr absl::string_view kReferenceSystem = "urn:firstvisit:reference";

// FHIR takes no control characters in a string.
std::string Printable(std::string text) {
  for (char& c : text) {
    if (absl::ascii_iscntrl(static_cast<unsigned char>(c)) && c != '\n' &&
        c != '\t') {
      c = ' ';
    }
  }
  return std::string(absl::StripAsciiWhitespace(text));
}

void AddValues(const v1::Answer& answer, const Content& content,
               Values& values) {
  const QuestionIndex index = content.FindFact(answer.question_id());
  if (index == kNoQuestion) return;
  const Question& question = content.questions()[index];
  if (answer.has_interval() && !answer.has_in_place_of()) {
    values[LowLink(question.fact)].set_value_decimal(answer.interval().low());
    values[HighLink(question.fact)].set_value_decimal(answer.interval().high());
    return;
  }
  if (answer.has_text()) {
    const std::string text = Printable(answer.text());
    if (!text.empty()) values[question.fact].set_value_string(text);
    return;
  }
  const std::string& said =
      answer.has_in_place_of() ? answer.in_place_of() : answer.choice();
  if (said.empty()) return;
  const std::string link =
      Numeric(question) ? AbsentLink(question.fact) : question.fact;
  *values[link].mutable_value_coding() = ValueCoding(content, question, said);
}

// The words of a code are those of the option offered.
void AddDisplay(const QuestionnaireItem& question, ResponseAnswer& answer) {
  if (!answer.has_value_coding()) return;
  fhir::v1::Coding& coding = *answer.mutable_value_coding();
  for (const auto& option : question.answer_option()) {
    if (option.value_coding().system() == coding.system() &&
        option.value_coding().code() == coding.code()) {
      coding.set_display(option.value_coding().display());
    }
  }
}

// Whether the item, or one below it, is answered; then `out` holds it.
bool Respond(const QuestionnaireItem& question, const Values& values,
             QuestionnaireResponseItem& out) {
  const auto found = values.find(question.link_id());
  if (found != values.end()) {
    *out.add_answer() = found->second;
    AddDisplay(question, *out.mutable_answer(0));
  }
  for (const QuestionnaireItem& below : question.item()) {
    QuestionnaireResponseItem item;
    if (Respond(below, values, item)) *out.add_item() = std::move(item);
  }
  if (out.answer().empty() && out.item().empty()) return false;
  out.set_link_id(question.link_id());
  out.set_text(question.text());
  return true;
}

std::string StatusOf(v1::State state) {
  switch (state) {
    case v1::ASKING:
    case v1::CONFIRMING:
      return "in-progress";
    case v1::DONE:
    case v1::REFERRED:
      return "completed";
    default:  // handed off, declined, stopped, expired
      return "stopped";
  }
}

std::string DateTime(const google::protobuf::Timestamp& time) {
  return absl::FormatTime(
      "%Y-%m-%dT%H:%M:%E3SZ",
      absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos()),
      absl::UTCTimeZone());
}

}  // namespace

QuestionnaireResponse FhirResponse(const v1::Report& report,
                                   const Content& content,
                                   absl::string_view locale) {
  const fhir::v1::Questionnaire questionnaire =
      FhirQuestionnaire(content, locale);
  QuestionnaireResponse response;
  response.set_resource_type("QuestionnaireResponse");
  response.set_language(questionnaire.language());
  response.mutable_identifier()->set_system(std::string(kSessionSystem));
  response.mutable_identifier()->set_value(report.session());
  response.set_questionnaire(
      absl::StrCat(questionnaire.url(), "|", questionnaire.version()));
  response.set_status(StatusOf(report.state()));
  if (const std::string reference = Printable(report.reference());
      !reference.empty()) {
    response.mutable_encounter()->set_type("Encounter");
    fhir::v1::Identifier& visit =
        *response.mutable_encounter()->mutable_identifier();
    visit.set_system(std::string(kReferenceSystem));
    visit.set_value(reference);
  }
  response.set_authored(DateTime(report.update_time()));
  Values values;
  for (const v1::Answer& answer : report.answers()) {
    AddValues(answer, content, values);
  }
  for (const QuestionnaireItem& question : questionnaire.item()) {
    QuestionnaireResponseItem item;
    if (Respond(question, values, item)) *response.add_item() = std::move(item);
  }
  return response;
}

}  // namespace firstvisit
