// Tests: tests/e2e/fhir, also against a validator of others.

#include "dialog/report/fhir_questionnaire.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "dialog/report/fhir_enable_when.h"
#include "dialog/report/fhir_terms.h"
#include "dialog/wording/sentence.h"

namespace firstvisit {
namespace {

using fhir::v1::Coding;
using fhir::v1::Extension;
using fhir::v1::Questionnaire;
using fhir::v1::QuestionnaireItem;

constexpr absl::string_view kExtensions =
    "http://hl7.org/fhir/StructureDefinition/";

Extension& Extend(absl::string_view name, QuestionnaireItem& item) {
  Extension& extension = *item.add_extension();
  extension.set_url(absl::StrCat(kExtensions, name));
  return extension;
}

// "KneePain" of "knee_pain": FHIR's names for programs.
std::string ProgramName(absl::string_view id) {
  std::string name;
  for (absl::string_view word : absl::StrSplit(id, '_', absl::SkipEmpty())) {
    absl::StrAppend(&name, std::string(1, absl::ascii_toupper(word[0])),
                    word.substr(1));
  }
  return name;
}

class Writer {
 public:
  Writer(const Content& content, const LocaleWording& wording)
      : content_(content), wording_(wording) {}

  // The question's item, within the groups that its condition needs.
  QuestionnaireItem Write(size_t index) const {
    const Question& question = content_.questions()[index];
    QuestionnaireItem item;
    item.set_link_id(question.fact);
    item.set_text(wording_.question[index].prompt());
    if (Numeric(question)) {
      WriteNumber(question, item);
    } else {
      item.set_type(question.spec.kind() == content::v1::TEXT ? "open-choice"
                                                              : "choice");
      for (const std::string& value : question.choices) {
        Offer(question, value, Label(index, value), item);
      }
      OfferAbsent(question, item);
    }
    return WithCondition(question, std::move(item));
  }

 private:
  void Offer(const Question& question, absl::string_view value,
             const std::string& label, QuestionnaireItem& item) const {
    Coding& coding = *item.add_answer_option()->mutable_value_coding();
    coding = ValueCoding(content_, question, value);
    coding.set_display(label);
  }

  void OfferAbsent(const Question& question, QuestionnaireItem& item) const {
    Offer(question, "unsure", wording_.Phrase("not_sure").text(), item);
    Offer(question, "declined", wording_.Phrase("rather_not_say").text(), item);
  }

  std::string Label(size_t index, const std::string& value) const {
    if (content_.questions()[index].yes_no()) {
      return wording_.Phrase(value).text();
    }
    for (const auto& choice : wording_.question[index].choice()) {
      if (choice.value() == value) return choice.label();
    }
    return value;
  }

  void WriteNumber(const Question& question, QuestionnaireItem& item) const {
    item.set_type("group");
    WriteEnd(question, LowLink(question.fact), "answer_at_least",
             *item.add_item());
    WriteEnd(question, HighLink(question.fact), "answer_at_most",
             *item.add_item());
    QuestionnaireItem& absent = *item.add_item();
    absent.set_link_id(AbsentLink(question.fact));
    absent.set_text(wording_.Phrase("answer_no_number").text());
    absent.set_type("choice");
    OfferAbsent(question, absent);
  }

  // One end of the interval.
  void WriteEnd(const Question& question, std::string link,
                absl::string_view phrase, QuestionnaireItem& item) const {
    const content::v1::Range& range = question.spec.range();
    Coding unit = UnitCoding(range.unit());
    if (!unit.code().empty()) {
      unit.set_display(UnitName(
          wording_.Phrase(absl::StrCat("unit_", range.unit())).text()));
      *Extend("questionnaire-unit", item).mutable_value_coding() =
          std::move(unit);
    }
    if (question.spec.has_range()) {
      Extend("minValue", item).set_value_decimal(range.min());
      Extend("maxValue", item).set_value_decimal(range.max());
    }
    item.set_link_id(std::move(link));
    item.set_text(wording_.Phrase(phrase).text());
    item.set_type("decimal");
  }

  // The unit alone: its phrase without the number.
  static std::string UnitName(absl::string_view phrase) {
    return std::string(
        absl::StripAsciiWhitespace(Fill(phrase, {{"value", ""}})));
  }

  QuestionnaireItem WithCondition(const Question& question,
                                  QuestionnaireItem item) const {
    EnableClause all;  // clauses of one comparison share an item
    std::vector<EnableClause> any;
    for (EnableClause& clause : EnableClauses(content_, question.ask_when)) {
      if (clause.empty()) {
        Extend("questionnaire-hidden", item).set_value_boolean(true);
        return item;
      }
      if (clause.size() == 1) {
        all.push_back(std::move(clause.front()));
      } else {
        any.push_back(std::move(clause));
      }
    }
    if (!all.empty()) Enable(all, "all", item);
    int groups = 0;
    for (const EnableClause& clause : any) {
      if (!item.enable_when().empty()) {
        item = Around(std::move(item),
                      absl::StrCat(question.fact, ".if", ++groups));
      }
      Enable(clause, "any", item);
    }
    return item;
  }

  static void Enable(const EnableClause& clause, absl::string_view behavior,
                     QuestionnaireItem& item) {
    for (const fhir::v1::EnableWhen& when : clause) {
      *item.add_enable_when() = when;
    }
    if (clause.size() > 1) item.set_enable_behavior(std::string(behavior));
  }

  static QuestionnaireItem Around(QuestionnaireItem item, std::string link) {
    QuestionnaireItem group;
    group.set_link_id(std::move(link));
    group.set_type("group");
    *group.add_item() = std::move(item);
    return group;
  }

  const Content& content_;
  const LocaleWording& wording_;
};

}  // namespace

Questionnaire FhirQuestionnaire(const Content& content,
                                absl::string_view locale) {
  const LocaleWording& wording = content.locale(locale);
  Questionnaire questionnaire;
  questionnaire.set_resource_type("Questionnaire");
  questionnaire.set_language(wording.locale);
  questionnaire.set_url(QuestionnaireUrl(content.protocol().id()));
  questionnaire.set_version(content.hash());
  questionnaire.set_name(ProgramName(content.protocol().id()));
  questionnaire.set_title(wording.Phrase("report_title").text());
  questionnaire.set_status("active");
  questionnaire.add_subject_type("Patient");
  const Writer writer(content, wording);
  for (size_t i = 0; i < content.questions().size(); ++i) {
    *questionnaire.add_item() = writer.Write(i);
  }
  return questionnaire;
}

}  // namespace firstvisit
