// Tests: text_report_test.cc.

#include "dialog/report/report_words.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/state/fact.h"
#include "dialog/wording/sentence.h"
#include "dialog/wording/value_text.h"

namespace firstvisit {

const std::string& ReportWords::Phrase(absl::string_view id) const {
  return wording_.Phrase(id).text();
}

const std::string& ReportWords::Therapist(v1::Triage triage) const {
  // The levels are numbered alike in the content format and the API.
  return wording_.level[static_cast<int>(triage)].therapist();
}

const std::string& ReportWords::Likelihood(v1::Likelihood likelihood) const {
  return Phrase(likelihood == v1::LIKELY     ? "likely"
                : likelihood == v1::POSSIBLE ? "possible"
                                             : "unlikely");
}

std::string ReportWords::Label(absl::string_view question_or_fact) const {
  const QuestionIndex index = content_.FindFact(question_or_fact);
  return index == kNoQuestion ? std::string(question_or_fact)
                              : wording_.question[index].label();
}

std::string ReportWords::Value(const v1::Answer& answer) const {
  if (answer.has_text()) return answer.text();
  const QuestionIndex index = content_.FindFact(answer.question_id());
  if (index == kNoQuestion) return answer.choice();
  const Question& question = content_.questions()[index];
  if (answer.has_interval()) {
    return ValueText(wording_, question, FromApi(question, answer));
  }
  if (answer.choice() == "unsure") return Phrase("not_sure");
  if (answer.choice() == "declined") return Phrase("rather_not_say");
  if (question.yes_no()) return Phrase(answer.choice());
  for (const auto& choice : wording_.question[index].choice()) {
    if (choice.value() == answer.choice()) return choice.label();
  }
  return answer.choice();
}

std::string ReportWords::Because(const v1::Line& line) const {
  std::vector<std::string> statements;
  for (const std::string& fact : line.because()) {
    for (const v1::Answer& answer : report_.answers()) {
      if (answer.question_id() != fact) continue;
      const QuestionIndex index = content_.FindFact(fact);
      if (index == kNoQuestion) continue;
      std::string statement =
          StatementText(content_, wording_, index,
                        FromApi(content_.questions()[index], answer));
      if (!statement.empty()) statements.push_back(std::move(statement));
    }
  }
  if (statements.empty()) return "";
  return Fill(Phrase("because_you_told_me"),
              {{"reasons", Join(statements, wording_)}});
}

std::string ReportWords::Provenance(const v1::Line& line) {
  const std::string sources = absl::StrJoin(line.sources(), ", ");
  if (line.rule_id().empty() && sources.empty()) return "";
  return absl::StrCat("[", line.rule_id(),
                      line.rule_id().empty() || sources.empty() ? "" : "; ",
                      sources, "]");
}

}  // namespace firstvisit
