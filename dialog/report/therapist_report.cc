// Tests: text_report_test.cc.

#include "dialog/report/therapist_report.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "dialog/report/page.h"

namespace firstvisit {
namespace {

// "heading: text", or nothing where there is no text.
std::string Named(absl::string_view heading, absl::string_view text) {
  return text.empty() ? "" : absl::StrCat(heading, ": ", text);
}

// A line with what it rests on.
std::string Sourced(const v1::Line& line) {
  const std::string provenance = ReportWords::Provenance(line);
  return absl::StrCat(line.text(), provenance.empty() ? "" : " ", provenance);
}

bool Doubtful(const v1::Answer& answer) {
  return answer.choice() == "unsure" || answer.choice() == "declined";
}

void WriteHead(const v1::Report& report, const ReportWords& words, Page& page) {
  page.Title(words.Phrase("report_title"));
  page.Item(Named(words.Phrase("reference_heading"), report.reference()));
  const absl::Time began =
      absl::FromUnixSeconds(report.create_time().seconds());
  page.Item(absl::StrCat(
      absl::FormatTime("%Y-%m-%d %H:%M UTC", began, absl::UTCTimeZone()), ", ",
      report.session()));
  if (report.state() != v1::DONE && report.state() != v1::REFERRED) {
    page.Item(words.Phrase("visit_unfinished"));
  }
}

void WriteLevel(const v1::Assessment& assessment, const ReportWords& words,
                Page& page) {
  const v1::Referral& referral = assessment.referral();
  page.Heading(words.Phrase("therapist_level_heading"));
  page.Paragraph(referral.headline().text());
  page.Heading(words.Phrase("therapist_do_heading"));
  page.Paragraph(words.Therapist(assessment.triage()));
  page.Paragraph(referral.safety_net().text());
  page.Heading(words.Phrase("referral_heading"));
  for (const v1::Precaution& precaution : assessment.precautions()) {
    page.Item(Named(precaution.title().text(), precaution.see().text()));
  }
  page.Paragraph(referral.doctor().text());
}

void WritePrecautions(const v1::Assessment& assessment,
                      const ReportWords& words, Page& page) {
  page.Heading(words.Phrase("therapist_precautions_heading"));
  for (const v1::Precaution& precaution : assessment.precautions()) {
    page.Item(absl::StrCat(precaution.title().text(), ". ",
                           precaution.therapist().text()));
    for (const v1::Line& reason : precaution.reasons()) {
      page.SubItem(Sourced(reason));
    }
    page.SubItem(
        Named(words.Phrase("until_heading"), precaution.until().text()));
    page.SubItem(
        Named(words.Phrase("referral_heading"), precaution.see().text()));
  }
}

void WriteAdvice(const v1::Advice& advice, int number, Page& page) {
  page.Numbered(number, absl::StrCat(advice.text().text(), " ",
                                     Sourced(advice.reason())));
}

void WritePlan(const v1::Assessment& assessment, const ReportWords& words,
               Page& page) {
  page.Heading(words.Phrase("avoid_heading"));
  for (const v1::Line& line : assessment.avoid()) page.Item(Sourced(line));
  if (!assessment.has_plan()) {
    page.Heading(words.Phrase("plan_heading"));
    page.Paragraph(words.Phrase("no_plan"));
    return;
  }
  const v1::Plan& plan = assessment.plan();
  page.Heading(words.Phrase("agreement_heading"));
  for (const v1::Line& line : plan.agreement()) page.Item(line.text());
  page.Heading(words.Phrase("areas_heading"));
  for (int i = 0; i < plan.areas_size(); ++i) {
    WriteAdvice(plan.areas(i), i + 1, page);
  }
  page.Heading(words.Phrase("techniques_heading"));
  for (int i = 0; i < plan.techniques_size(); ++i) {
    WriteAdvice(plan.techniques(i), i + 1, page);
  }
  page.Heading(words.Phrase("ask_at_table_heading"));
  for (const v1::Line& line : plan.ask()) page.Item(line.text());
}

void WriteCauses(const v1::Assessment& assessment, const ReportWords& words,
                 Page& page) {
  page.Heading(words.Phrase("therapist_causes_heading"));
  for (const v1::Cause& cause : assessment.causes()) {
    page.Item(absl::StrCat(words.Likelihood(cause.likelihood()), ": ",
                           cause.title().text(), ". ",
                           cause.therapist().text()));
    const auto reasons = [&](absl::string_view heading, const auto& lines) {
      for (const v1::Line& line : lines) {
        page.SubItem(Named(words.Phrase(heading), Sourced(line)));
      }
    };
    reasons("reasons_for_heading", cause.reasons_for());
    reasons("reasons_against_heading", cause.reasons_against());
    reasons("reasons_not_known_heading", cause.not_known());
  }
  page.Heading(words.Phrase("tips_heading"));
  for (const v1::Advice& tip : assessment.tips()) {
    page.Item(Sourced(tip.text()));
  }
}

// "Age: 52 years (“fifty-two”)".
std::string Answered(const v1::Answer& answer, const ReportWords& words) {
  const std::string value = words.Value(answer);
  const bool own_words = !answer.words().empty() &&
                         !absl::StartsWithIgnoreCase(value, answer.words());
  return absl::StrCat(
      words.Label(answer.question_id()), ": ", value,
      own_words ? absl::StrCat(" (“", answer.words(), "”)") : "");
}

template <typename Ids>
void WriteLabels(absl::string_view heading, const Ids& ids,
                 const ReportWords& words, Page& page) {
  std::vector<std::string> labels;
  for (const std::string& id : ids) labels.push_back(words.Label(id));
  page.Heading(words.Phrase(heading));
  page.Paragraph(absl::StrJoin(labels, "; "));
}

void WriteAnswers(const v1::Report& report, const ReportWords& words,
                  Page& page) {
  page.Heading(words.Phrase("answers_heading"));
  for (const v1::Answer& answer : report.answers()) {
    if (!Doubtful(answer)) page.Item(Answered(answer, words));
  }
  page.Heading(words.Phrase("unsure_heading"));
  for (const v1::Answer& answer : report.answers()) {
    if (Doubtful(answer)) page.Item(Answered(answer, words));
  }
  page.Heading(words.Phrase("withdrawn_heading"));
  for (const v1::Answer& answer : report.withdrawn()) {
    page.Item(Answered(answer, words));
  }
  WriteLabels("open_heading", report.assessment().open(), words, page);
  WriteLabels("not_answered_heading", report.not_answered(), words, page);
  WriteLabels("not_asked_heading", report.not_asked(), words, page);
}

}  // namespace

std::string TherapistReport(const v1::Report& report,
                            const ReportWords& words) {
  const v1::Assessment& assessment = report.assessment();
  Page page;
  WriteHead(report, words, page);
  WriteLevel(assessment, words, page);
  WritePrecautions(assessment, words, page);
  WritePlan(assessment, words, page);
  WriteCauses(assessment, words, page);
  WriteAnswers(report, words, page);
  page.Rule();
  page.Paragraph(absl::StrReplaceAll(words.Phrase("content_version"),
                                     {{"{hash}", assessment.content_hash()}}));
  return page.Take();
}

}  // namespace firstvisit
