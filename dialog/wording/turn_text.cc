#include "dialog/wording/turn_text.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "dialog/wording/value_text.h"

namespace firstvisit {
namespace {

// Nobody listens to more at the end of a call; the report has the rest.
constexpr int kCausesTold = 3;
constexpr int kTipsTold = 4;

void AddLine(const v1::Line& line, bool interruptible, v1::Turn& turn) {
  AddMessage({line.sentence_id(), line.text(), line.text()}, interruptible,
             turn);
}

}  // namespace

void TurnText::SayPhrase(absl::string_view id, bool interruptible,
                         const LocaleWording& wording, v1::Turn& turn) const {
  AddMessage(Phrase(wording, id, ClinicFillings(clinic_, wording)),
             interruptible, turn);
}

void TurnText::Greet(const LocaleWording& wording, v1::Turn& turn) const {
  SayPhrase(clinic_.name().empty() ? "greeting_no_clinic" : "greeting",
            /*interruptible=*/true, wording, turn);
}

void TurnText::Say(const std::vector<Notice>& notices,
                   const LocaleWording& wording, v1::Turn& turn) const {
  for (const Notice& notice : notices) {
    switch (notice.kind) {
      case Notice::Kind::kPhrase: {
        absl::string_view id = notice.phrase;
        if (id == "no_handoff" && !clinic_.phone().empty()) {
          id = "no_handoff_phone";
        }
        Fillings fillings = ClinicFillings(clinic_, wording);
        if (notice.question != kNoQuestion) {
          fillings.push_back(
              {"label", wording.question[notice.question].label()});
        }
        AddMessage(Phrase(wording, id, fillings), /*interruptible=*/true,
                   turn);
        break;
      }
      case Notice::Kind::kHelp:
      case Notice::Kind::kWhy: {
        const auto& words = wording.question[notice.question];
        const bool help = notice.kind == Notice::Kind::kHelp;
        const std::string& text = help ? words.help() : words.why();
        AddMessage({absl::StrCat("question.", words.id(),
                                 help ? ".help" : ".why"),
                    text, text},
                   /*interruptible=*/true, turn);
        break;
      }
      case Notice::Kind::kEmergency: {
        const auto& level = wording.level[content::v1::EMERGENCY_NOW];
        const Fillings fillings = ClinicFillings(clinic_, wording);
        for (const auto& part :
             {std::make_pair("headline", level.headline()),
              std::make_pair("action", level.action()),
              std::make_pair("doctor", level.doctor())}) {
          const std::string text = Fill(part.second, fillings);
          AddMessage({absl::StrCat("level.emergency.", part.first), text, text},
                     /*interruptible=*/false, turn);
        }
        break;
      }
      case Notice::Kind::kRange:
        SayRange(notice.question, wording, turn);
        break;
      case Notice::Kind::kUnderstood:
        break;  // all of them in one sentence, below
    }
  }
  SayUnderstood(notices, wording, turn);
}

void TurnText::SayUnderstood(const std::vector<Notice>& notices,
                             const LocaleWording& wording,
                             v1::Turn& turn) const {
  std::vector<std::string> statements;
  for (const Notice& notice : notices) {
    if (notice.kind != Notice::Kind::kUnderstood) continue;
    std::string statement =
        StatementText(content_, wording, notice.question, notice.answer);
    if (!statement.empty()) statements.push_back(std::move(statement));
  }
  if (statements.empty()) return;
  AddMessage(Phrase(wording, "understood_summary",
                    {{"summary", Join(statements, wording)}}),
             /*interruptible=*/true, turn);
}

void TurnText::SayRange(QuestionIndex index, const LocaleWording& wording,
                        v1::Turn& turn) const {
  const Question& question = content_.questions()[index];
  const content::v1::Range& range = question.spec.range();
  const bool duration = question.spec.kind() == content::v1::DURATION;
  // The unit alone: its phrase without the number.
  const std::string unit =
      Fill(wording.Phrase(absl::StrCat("unit_", range.unit())).text(),
           {{"value", ""}});
  AddMessage(
      Phrase(wording, duration ? "out_of_range_duration" : "out_of_range",
             {{"min", absl::StrCat(range.min())},
              {"max", duration ? ValueText(wording, question,
                                           Answer::Interval(range.max(),
                                                            range.max()))
                               : absl::StrCat(range.max())},
              {"unit", std::string(absl::StripLeadingAsciiWhitespace(unit))}}),
      /*interruptible=*/true, turn);
}

void TurnText::End(v1::State phase, bool resumable,
                   const v1::Assessment& assessment,
                   const LocaleWording& wording, v1::Turn& turn) const {
  switch (phase) {
    case v1::DONE:
    case v1::REFERRED:
      return SayResult(assessment, wording, turn);
    case v1::DECLINED:
      SayPhrase("declined_consent", true, wording, turn);
      SayPhrase("see_doctor", true, wording, turn);
      return SayPhrase("emergency_line", false, wording, turn);
    case v1::EXPIRED:
      return SayPhrase("expired", true, wording, turn);
    case v1::HANDED_OFF:
      SayPhrase("handed_off", true, wording, turn);
      break;
    default:
      SayPhrase(resumable ? "stopped_resume" : "stopped", true, wording, turn);
  }
  // What has been recorded so far may not wait for the end.
  if (assessment.triage() >= v1::URGENT) return SayLevel(assessment, turn);
  SayPhrase("see_doctor", true, wording, turn);
}

void TurnText::SayLevel(const v1::Assessment& assessment,
                        v1::Turn& turn) const {
  const v1::Referral& referral = assessment.referral();
  AddLine(referral.headline(), /*interruptible=*/false, turn);
  AddLine(referral.action(), /*interruptible=*/false, turn);
  AddLine(referral.doctor(), /*interruptible=*/false, turn);
  if (assessment.triage() == v1::EMERGENCY) return;  // the action alone
  for (const v1::Precaution& precaution : assessment.precautions()) {
    if (precaution.triage() >= v1::CAUTION) {
      AddLine(precaution.client(), /*interruptible=*/false, turn);
    }
  }
  for (const v1::Line& line : referral.see()) {
    // Who is to be seen stands in each precaution's own words; what is said on
    // top depends on whether a doctor has looked already.
    if (absl::StartsWith(line.sentence_id(), "phrase.")) {
      AddLine(line, /*interruptible=*/false, turn);
    }
  }
  for (const v1::Line& line : assessment.plan().agreement()) {
    AddLine(line, /*interruptible=*/false, turn);
  }
  for (const v1::Line& line : assessment.avoid()) {
    AddLine(line, /*interruptible=*/false, turn);
  }
  AddLine(referral.safety_net(), /*interruptible=*/false, turn);
}

void TurnText::SayResult(const v1::Assessment& assessment,
                         const LocaleWording& wording, v1::Turn& turn) const {
  const bool urgent = assessment.triage() >= v1::URGENT;
  SayPhrase(urgent ? "stop_questions_intro" : "done_intro", true, wording,
            turn);
  SayLevel(assessment, turn);
  if (urgent) return;
  int told = 0;
  for (const v1::Cause& cause : assessment.causes()) {
    if (cause.likelihood() < v1::POSSIBLE || told++ == kCausesTold) break;
    AddLine(cause.client(), true, turn);
  }
  SayPhrase(told > 0 ? "causes_not_a_diagnosis" : "no_causes", false, wording,
            turn);
  for (int i = 0; i < assessment.tips_size() && i < kTipsTold; ++i) {
    AddLine(assessment.tips(i).text(), true, turn);
  }
  SayPhrase("massage_worse_stop", false, wording, turn);
  SayPhrase("tell_therapist_all", false, wording, turn);
  SayPhrase("result_for_clinic", true, wording, turn);
  SayPhrase("thank_you", true, wording, turn);
}

}  // namespace firstvisit
