// Tests: text_report_test.cc.

#include "dialog/report/client_report.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "dialog/report/page.h"

namespace firstvisit {
namespace {

void WriteLevel(const v1::Assessment& assessment, const ReportWords& words,
                Page& page) {
  const v1::Referral& referral = assessment.referral();
  page.Title(referral.headline().text());
  page.Paragraph(referral.action().text());
  page.Paragraph(referral.doctor().text());
  page.Paragraph(referral.safety_net().text());
  if (assessment.precautions().empty() && !assessment.open().empty()) {
    // Nothing that was said leads to this level: what was not said does.
    std::vector<std::string> labels;
    for (const std::string& id : assessment.open()) {
      labels.push_back(words.Label(id));
    }
    page.Paragraph(
        absl::StrReplaceAll(words.Phrase("because_not_known"),
                            {{"{reasons}", absl::StrJoin(labels, "; ")}}));
  }
}

void WritePrecautions(const v1::Assessment& assessment,
                      const ReportWords& words, Page& page) {
  page.Heading(words.Phrase("precautions_heading"));
  for (const v1::Precaution& precaution : assessment.precautions()) {
    page.Item(precaution.client().text());
    for (const v1::Line& reason : precaution.reasons()) {
      page.SubItem(reason.text());
    }
  }
}

void WriteCauses(const v1::Assessment& assessment, const ReportWords& words,
                 Page& page) {
  page.Heading(words.Phrase("causes_heading"));
  bool any = false;
  for (const v1::Cause& cause : assessment.causes()) {
    if (cause.likelihood() < v1::POSSIBLE) continue;
    any = true;
    page.Item(absl::StrCat(words.Likelihood(cause.likelihood()), ": ",
                           cause.title().text(), ". ", cause.client().text()));
    for (const v1::Line& reason : cause.reasons_for()) {
      const std::string because = words.Because(reason);
      page.SubItem(
          absl::StrCat(because, because.empty() ? "" : " ", reason.text()));
    }
  }
  page.Paragraph(words.Phrase(any ? "causes_not_a_diagnosis" : "no_causes"));
}

void WriteTips(const v1::Assessment& assessment, const ReportWords& words,
               Page& page) {
  page.Heading(words.Phrase("tips_heading"));
  for (const v1::Advice& tip : assessment.tips()) {
    page.Item(absl::StrCat(tip.text().text(), " ", tip.reason().text()));
  }
}

void WritePlan(const v1::Assessment& assessment, const ReportWords& words,
               Page& page) {
  const v1::Plan& plan = assessment.plan();
  page.Heading(words.Phrase("agreement_heading"));
  for (const v1::Line& line : plan.agreement()) page.Item(line.text());
  page.Heading(words.Phrase("plan_heading"));
  for (const v1::Advice& area : plan.areas()) page.Item(area.text().text());
  for (const v1::Advice& technique : plan.techniques()) {
    page.Item(technique.text().text());
  }
  page.Heading(words.Phrase("avoid_heading"));
  for (const v1::Line& line : assessment.avoid()) page.Item(line.text());
}

}  // namespace

std::string ClientReport(const v1::Report& report, const ReportWords& words) {
  const v1::Assessment& assessment = report.assessment();
  Page page;
  WriteLevel(assessment, words, page);
  if (assessment.triage() == v1::EMERGENCY) return page.Take();
  WritePrecautions(assessment, words, page);
  if (assessment.triage() == v1::URGENT) return page.Take();
  WriteCauses(assessment, words, page);
  WriteTips(assessment, words, page);
  WritePlan(assessment, words, page);
  page.Rule();
  page.Paragraph(words.Phrase("massage_worse_stop"));
  page.Paragraph(words.Phrase("tell_therapist_all"));
  return page.Take();
}

}  // namespace firstvisit
