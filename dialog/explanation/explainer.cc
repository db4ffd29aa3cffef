#include "dialog/explanation/explainer.h"

#include <functional>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/explanation/lines.h"
#include "dialog/state/fact.h"

namespace firstvisit {
namespace {

absl::Status Nothing(absl::string_view what, absl::string_view id) {
  return absl::NotFoundError(absl::StrCat("there is no ", what, " `", id,
                                          "` in this session's conclusion"));
}

Band BandIn(const Conclusion& conclusion, int cause) {
  for (const JudgedCause& judged : conclusion.causes) {
    if (judged.cause == cause) return judged.band;
  }
  return Band::kUnlikely;
}

bool HasTip(const Conclusion& conclusion, int advice) {
  return absl::c_linear_search(conclusion.tips, advice);
}

}  // namespace

absl::StatusOr<v1::Explanation> Explainer::Explain(
    const v1::ExplainRequest& request, const SessionState& state,
    const v1::Assessment& assessment, const LocaleWording& wording) const {
  v1::Explanation out;
  out.set_content_hash(content_.hash());
  absl::Status status;
  switch (request.topic_case()) {
    case v1::ExplainRequest::kQuestion:
      status = ExplainQuestion(request.question(), state, wording, out);
      break;
    case v1::ExplainRequest::kSentence:
      status = ExplainSentence(request.sentence(), assessment, out);
      break;
    case v1::ExplainRequest::kLevel:
      status = ExplainLevel(state, assessment, out);
      break;
    case v1::ExplainRequest::kCause:
      status = ExplainCause(request.cause(), state, assessment, out);
      break;
    case v1::ExplainRequest::kTip:
      status = ExplainTip(request.tip(), state, assessment, out);
      break;
    case v1::ExplainRequest::TOPIC_NOT_SET:
      return absl::InvalidArgumentError(
          "topic: say one of question, sentence, level, cause, tip");
  }
  if (!status.ok()) return status;
  AddGrounds(state, out);
  return out;
}

absl::Status Explainer::ExplainQuestion(absl::string_view id,
                                        const SessionState& state,
                                        const LocaleWording& wording,
                                        v1::Explanation& out) const {
  const QuestionIndex index = content_.FindFact(id);
  if (index == kNoQuestion) {
    return absl::NotFoundError(
        absl::StrCat("this protocol has no question `", id, "`"));
  }
  const Question& question = content_.questions()[index];
  v1::Line& line = *out.add_lines();
  line.set_sentence_id(absl::StrCat("question.", question.id(), ".why"));
  line.set_text(wording.question[index].why());
  line.set_rule_id(question.id());
  for (QuestionIndex opener : question.ask_when.KnownBy(state.answers)) {
    line.add_because(content_.questions()[opener].fact);
  }
  for (const std::string& source : question.spec.source()) {
    line.add_sources(source);
  }
  // An answer that would change the level shows why it is worth asking.
  const Level now = assessor_.Conclude(state.answers).triage.recorded_level;
  SayChange(state, {index},
            [now](const Conclusion& c) {
              return c.triage.recorded_level != now;
            },
            out);
  return absl::OkStatus();
}

absl::Status Explainer::ExplainSentence(absl::string_view id,
                                        const v1::Assessment& assessment,
                                        v1::Explanation& out) const {
  for (const v1::Line* line : AllLines(assessment)) {
    if (line->sentence_id() == id) *out.add_lines() = *line;
  }
  return out.lines().empty() ? Nothing("sentence", id) : absl::OkStatus();
}

absl::Status Explainer::ExplainLevel(const SessionState& state,
                                     const v1::Assessment& assessment,
                                     v1::Explanation& out) const {
  *out.add_lines() = assessment.referral().headline();
  for (const v1::Precaution& precaution : assessment.precautions()) {
    for (const v1::Line& reason : precaution.reasons()) {
      *out.add_lines() = reason;
    }
  }
  const Conclusion conclusion = assessor_.Conclude(state.answers);
  const Level level = conclusion.triage.level;
  std::vector<QuestionIndex> about = counterfactual_.BehindLevel(conclusion);
  const bool lowers = level > content::v1::OK;
  if (about.empty()) {
    for (size_t i = 0; i < content_.questions().size(); ++i) {
      if (content_.questions()[i].spec.safety()) {
        about.push_back(static_cast<QuestionIndex>(i));
      }
    }
  }
  SayChange(state, about,
            [level, lowers](const Conclusion& c) {
              return lowers ? c.triage.level < level : c.triage.level != level;
            },
            out);
  return absl::OkStatus();
}

absl::Status Explainer::ExplainCause(absl::string_view id,
                                     const SessionState& state,
                                     const v1::Assessment& assessment,
                                     v1::Explanation& out) const {
  for (const v1::Cause& cause : assessment.causes()) {
    if (cause.id() != id) continue;
    *out.add_lines() = cause.client();
    for (const auto* lines :
         {&cause.reasons_for(), &cause.reasons_against(), &cause.not_known()}) {
      for (const v1::Line& line : *lines) *out.add_lines() = line;
    }
  }
  for (size_t i = 0; i < content_.causes().size(); ++i) {
    if (content_.causes()[i].id != id) continue;
    const int cause = static_cast<int>(i);
    const Band band = BandIn(assessor_.Conclude(state.answers), cause);
    SayChange(state, counterfactual_.BehindCause(cause),
              [band, cause](const Conclusion& c) {
                return BandIn(c, cause) != band;
              },
              out);
    return absl::OkStatus();
  }
  return Nothing("cause", id);
}

absl::Status Explainer::ExplainTip(absl::string_view id,
                                   const SessionState& state,
                                   const v1::Assessment& assessment,
                                   v1::Explanation& out) const {
  for (const v1::Advice& tip : assessment.tips()) {
    if (tip.id() != id) continue;
    *out.add_lines() = tip.text();
    *out.add_lines() = tip.reason();
  }
  for (size_t i = 0; i < content_.advice().size(); ++i) {
    const Advice& advice = content_.advice()[i];
    if (advice.id != id || advice.type != Advice::Type::kTip) continue;
    const int tip = static_cast<int>(i);
    const Conclusion conclusion = assessor_.Conclude(state.answers);
    const bool given = HasTip(conclusion, tip);
    if (!given) {
      for (const v1::Precaution& precaution : assessment.precautions()) {
        if (absl::c_linear_search(precaution.forbids(), id)) {
          for (const v1::Line& line : precaution.reasons()) {
            *out.add_lines() = line;
          }
        }
      }
    }
    SayChange(state, counterfactual_.BehindAdvice(tip, conclusion),
              [given, tip](const Conclusion& c) {
                return HasTip(c, tip) != given;
              },
              out);
    return absl::OkStatus();
  }
  return Nothing("tip", id);
}

void Explainer::SayChange(const SessionState& state,
                          const std::vector<QuestionIndex>& about,
                          const Counterfactual::Wanted& wanted,
                          v1::Explanation& out) const {
  const Answers given = state.Given();
  const Counterfactual::Changes changes =
      counterfactual_.Find(given, about, wanted);
  if (changes.empty()) return;
  for (const auto& change : changes) {
    *out.add_smallest_change() =
        ToApi(content_, change.first, change.second);
  }
  const Conclusion then = counterfactual_.Conclude(given, changes);
  out.set_triage_then(static_cast<v1::Triage>(then.triage.level));
  for (const JudgedCause& cause : then.causes) {
    if (cause.band > Band::kUnlikely) {
      out.add_causes_then(content_.causes()[cause.cause].id);
    }
  }
}

void Explainer::AddGrounds(const SessionState& state,
                           v1::Explanation& out) const {
  std::vector<QuestionIndex> questions;
  std::vector<std::string> sources;
  for (const v1::Line& line : out.lines()) {
    for (const std::string& fact : line.because()) {
      const QuestionIndex question = content_.FindFact(fact);
      if (question != kNoQuestion &&
          !absl::c_linear_search(questions, question)) {
        questions.push_back(question);
      }
    }
    for (const std::string& source : line.sources()) {
      if (!absl::c_linear_search(sources, source)) sources.push_back(source);
    }
  }
  for (QuestionIndex question : questions) {
    if (state.answers[question].open()) continue;
    v1::Answer answer = ToApi(content_, question, state.answers[question]);
    answer.set_words(std::string(state.records[question].words()));
    answer.set_turn(state.records[question].turn);
    *out.add_answers() = std::move(answer);
  }
  for (const content::v1::Fact& fact : content_.facts()) {
    if (!absl::c_linear_search(sources, fact.id())) continue;
    v1::Source& source = *out.add_sources();
    source.set_id(fact.id());
    source.set_statement(fact.statement());
    source.set_citation(fact.citation());
  }
}

}  // namespace firstvisit
