// Tests: assessment_text_test.cc; provenance of every line:
// tests/e2e/provenance_test.cc.

#include "dialog/wording/assessment_text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/wording/value_text.h"

namespace firstvisit {
namespace {

using Sources = std::vector<std::string>;

void Cite(const Sources& sources, v1::Line& line) {
  for (const std::string& source : sources) line.add_sources(source);
}

void RestOn(const std::vector<QuestionIndex>& questions, const Content& content,
            v1::Line& line) {
  for (QuestionIndex question : questions) {
    line.add_because(content.questions()[question].fact);
  }
}

}  // namespace

struct AssessmentText::Scene {
  const Conclusion& conclusion;
  const Answers& answers;
  const LocaleWording& wording;
  const Fillings& fillings;

  v1::Line Line(std::string id, absl::string_view text) const {
    v1::Line line;
    line.set_sentence_id(std::move(id));
    line.set_text(Fill(text, fillings));
    return line;
  }
};

v1::Assessment AssessmentText::Write(const Conclusion& conclusion,
                                     const Answers& answers,
                                     const LocaleWording& wording,
                                     const Fillings& fillings) const {
  const Scene scene = {conclusion, answers, wording, fillings};
  const Triage& triage = conclusion.triage;
  v1::Assessment assessment;
  // The levels are numbered alike in the content format and the API.
  assessment.set_triage(static_cast<v1::Triage>(triage.level));
  assessment.set_complete(triage.complete);
  assessment.set_content_hash(content_.hash());
  for (QuestionIndex question : triage.open) {
    assessment.add_open(content_.questions()[question].id());
  }
  WriteReferral(scene, assessment);
  WritePrecautions(scene, assessment);
  for (const JudgedCause& judged : conclusion.causes) {
    WriteCause(scene, judged, *assessment.add_causes());
  }
  for (int tip : conclusion.tips) {
    WriteAdvice(scene, tip, *assessment.add_tips());
  }
  if (conclusion.plan) WritePlan(scene, *assessment.mutable_plan());
  for (size_t i = 0; i < triage.forbidden.size(); ++i) {
    if (triage.forbidden[i]) {
      assessment.add_forbidden(content_.advice()[i].id);
    }
  }
  WriteLimits(scene, assessment);
  return assessment;
}

void AssessmentText::WriteReferral(const Scene& scene,
                                   v1::Assessment& assessment) const {
  const auto& level = scene.wording.level[scene.conclusion.triage.level];
  const std::string id = absl::StrCat("level.", level.id(), ".");
  v1::Referral& referral = *assessment.mutable_referral();
  *referral.mutable_headline() = scene.Line(id + "headline", level.headline());
  *referral.mutable_action() = scene.Line(id + "action", level.action());
  *referral.mutable_doctor() = scene.Line(id + "doctor", level.doctor());
  *referral.mutable_safety_net() =
      scene.Line(id + "safety_net", level.safety_net());
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const Question& question = content_.questions()[i];
    if (!question.spec.for_referral() ||
        scene.answers[i].kind != Answer::Kind::kChoice ||
        scene.conclusion.triage.level != content::v1::DOCTOR_FIRST) {
      continue;
    }
    const absl::string_view phrase =
        scene.answers[i].is(kYes) ? "doctor_has_seen" : "doctor_not_seen";
    v1::Line line = scene.Line(absl::StrCat("phrase.", phrase),
                               scene.wording.Phrase(phrase).text());
    line.add_because(question.fact);
    Cite({question.spec.source().begin(), question.spec.source().end()}, line);
    *referral.add_see() = std::move(line);
  }
}

void AssessmentText::WritePrecautions(const Scene& scene,
                                      v1::Assessment& assessment) const {
  std::vector<int> written;
  for (const Raised& raised : scene.conclusion.triage.raised) {
    const auto seen = absl::c_find(written, raised.precaution);
    if (seen != written.end()) {
      WriteReason(scene, raised,
                  *assessment.mutable_precautions(
                      static_cast<int>(seen - written.begin())));
      continue;
    }
    written.push_back(raised.precaution);
    const Precaution& entry = content_.precautions()[raised.precaution];
    const auto& words = scene.wording.precaution[raised.precaution];
    const std::string id = absl::StrCat("precaution.", entry.id, ".");
    v1::Precaution& precaution = *assessment.add_precautions();
    precaution.set_id(entry.id);
    precaution.set_triage(static_cast<v1::Triage>(raised.level));
    *precaution.mutable_title() = scene.Line(id + "title", words.title());
    *precaution.mutable_client() = scene.Line(id + "client", words.client());
    *precaution.mutable_therapist() =
        scene.Line(id + "therapist", words.therapist());
    *precaution.mutable_until() = scene.Line(id + "until", words.until());
    *precaution.mutable_see() = scene.Line(id + "see", words.see());
    for (int advice : rules_.Forbids(raised.precaution)) {
      precaution.add_forbids(content_.advice()[advice].id);
    }
    WriteReason(scene, raised, precaution);
    for (v1::Line* line :
         {precaution.mutable_title(), precaution.mutable_client(),
          precaution.mutable_therapist(), precaution.mutable_until(),
          precaution.mutable_see()}) {
      line->set_rule_id(precaution.reasons(0).rule_id());
      *line->mutable_because() = precaution.reasons(0).because();
      Cite(entry.sources, *line);
    }
    *assessment.mutable_referral()->add_see() = precaution.see();
  }
}

void AssessmentText::WriteReason(const Scene& scene, const Raised& raised,
                                 v1::Precaution& precaution) const {
  const Precaution& entry = content_.precautions()[raised.precaution];
  const Rule& rule = entry.rules[raised.rule];
  v1::Line line;
  std::vector<std::string> statements;
  const std::vector<QuestionIndex> reasons = rule.when.JudgedBy(scene.answers);
  RestOn(reasons, content_, line);
  for (QuestionIndex question : reasons) {
    std::string statement = StatementText(content_, scene.wording, question,
                                          scene.answers[question]);
    if (!statement.empty()) statements.push_back(std::move(statement));
  }
  line.set_sentence_id("phrase.because_you_told_me");
  line.set_text(Fill(scene.wording.Phrase("because_you_told_me").text(),
                     {{"reasons", Join(statements, scene.wording)}}));
  line.set_rule_id(absl::StrCat(entry.id, "/", rule.id));
  Cite(rule.sources.empty() ? entry.sources : rule.sources, line);
  *precaution.add_reasons() = std::move(line);
}

void AssessmentText::WriteCause(const Scene& scene, const JudgedCause& judged,
                                v1::Cause& cause) const {
  const Cause& entry = content_.causes()[judged.cause];
  const auto& words = scene.wording.cause[judged.cause];
  const std::string id = absl::StrCat("cause.", entry.id, ".");
  cause.set_id(entry.id);
  cause.set_likelihood(judged.band == Band::kLikely     ? v1::LIKELY
                       : judged.band == Band::kPossible ? v1::POSSIBLE
                                                        : v1::UNLIKELY);
  *cause.mutable_title() = scene.Line(id + "title", words.title());
  *cause.mutable_client() = scene.Line(id + "client", words.client());
  *cause.mutable_therapist() = scene.Line(id + "therapist", words.therapist());
  const auto reason = [&](int index) {
    const Evidence& evidence = entry.evidence[index];
    absl::string_view text;
    for (const auto& line : words.reason()) {
      if (line.id() == evidence.id) text = line.text();
    }
    v1::Line line = scene.Line(id + "reason." + evidence.id, text);
    line.set_rule_id(absl::StrCat(entry.id, "/", evidence.id));
    RestOn(evidence.when.KnownBy(scene.answers), content_, line);
    Cite(evidence.sources.empty() ? entry.sources : evidence.sources, line);
    return line;
  };
  for (int i : judged.reasons_for) *cause.add_reasons_for() = reason(i);
  for (int i : judged.reasons_against) *cause.add_reasons_against() = reason(i);
  for (int i : judged.not_known) {
    // What is not known is named by its question, not claimed by its reason.
    v1::Line line = reason(i);
    std::vector<std::string> labels;
    for (QuestionIndex question :
         entry.evidence[i].when.KnownBy(scene.answers)) {
      labels.push_back(scene.wording.question[question].label());
    }
    line.set_sentence_id("phrase.not_known");
    line.set_text(Fill(scene.wording.Phrase("not_known").text(),
                       {{"label", Join(labels, scene.wording)}}));
    *cause.add_not_known() = std::move(line);
  }
  for (v1::Line* line : {cause.mutable_title(), cause.mutable_client(),
                         cause.mutable_therapist()}) {
    line->set_rule_id(cause.reasons_for(0).rule_id());
    *line->mutable_because() = cause.reasons_for(0).because();
    Cite(entry.sources, *line);
  }
}

// What its own condition rests on, and what speaks for the causes that it is
// given for.
std::vector<QuestionIndex> AssessmentText::Reasons(const Scene& scene,
                                                   const Advice& advice) const {
  std::vector<QuestionIndex> reasons = advice.when.KnownBy(scene.answers);
  for (const JudgedCause& judged : scene.conclusion.causes) {
    if (judged.band < Band::kPossible ||
        !absl::c_linear_search(advice.causes, judged.cause)) {
      continue;
    }
    for (int i : judged.reasons_for) {
      const Condition& when = content_.causes()[judged.cause].evidence[i].when;
      absl::c_copy(when.KnownBy(scene.answers), std::back_inserter(reasons));
    }
  }
  absl::c_sort(reasons);
  reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
  return reasons;
}

void AssessmentText::WriteAdvice(const Scene& scene, int index,
                                 v1::Advice& out) const {
  const Advice& advice = content_.advice()[index];
  const bool tip = advice.type == Advice::Type::kTip;
  const bool area = advice.type == Advice::Type::kArea;
  const auto& words = (tip    ? scene.wording.tip
                       : area ? scene.wording.area
                              : scene.wording.technique)[advice.wording];
  const std::string id = absl::StrCat(tip    ? "tip."
                                      : area ? "area."
                                             : "technique.",
                                      advice.id, ".");
  out.set_id(advice.id);
  *out.mutable_text() = scene.Line(id + "text", words.text());
  *out.mutable_reason() = scene.Line(id + "reason", words.reason());
  const std::vector<QuestionIndex> reasons = Reasons(scene, advice);
  for (v1::Line* line : {out.mutable_text(), out.mutable_reason()}) {
    line->set_rule_id(advice.id);
    RestOn(reasons, content_, *line);
    Cite(advice.sources, *line);
  }
}

void AssessmentText::WritePlan(const Scene& scene, v1::Plan& plan) const {
  for (const std::string& id : scene.conclusion.agreement) {
    const auto& words = scene.wording.agreement.at(id);
    *plan.add_agreement() = scene.Line("agreement." + id, words.text());
  }
  for (int area : scene.conclusion.plan->areas) {
    WriteAdvice(scene, area, *plan.add_areas());
  }
  for (int technique : scene.conclusion.plan->techniques) {
    WriteAdvice(scene, technique, *plan.add_techniques());
  }
  for (const std::string& id : content_.protocol().ask_at_table()) {
    *plan.add_ask() =
        scene.Line("phrase." + id, scene.wording.Phrase(id).text());
  }
}

// The limits stand for the therapist at every level, also where there is no
// plan: "the row's limits are kept".
void AssessmentText::WriteLimits(const Scene& scene,
                                 v1::Assessment& assessment) const {
  for (int limit : scene.conclusion.limits) {
    const Limit& entry = content_.limits()[limit];
    v1::Line line =
        scene.Line("limit." + entry.id, scene.wording.limit[limit].text());
    for (const Raised& raised : scene.conclusion.triage.raised) {
      if (!absl::c_linear_search(rules_.Limits(raised.precaution), limit)) {
        continue;
      }
      const Precaution& precaution = content_.precautions()[raised.precaution];
      const Rule& rule = precaution.rules[raised.rule];
      line.set_rule_id(absl::StrCat(precaution.id, "/", rule.id));
      RestOn(rule.when.JudgedBy(scene.answers), content_, line);
      break;
    }
    Cite(entry.sources, line);
    if (scene.conclusion.plan) {
      *assessment.mutable_plan()->add_limits() = line;
    }
    *assessment.add_avoid() = std::move(line);
  }
}

}  // namespace firstvisit
