#include "tests/support/report_language.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "dialog/explanation/lines.h"
#include "dialog/state/fact.h"
#include "dialog/wording/value_text.h"
#include "tests/support/catalogue.h"

namespace firstvisit {

ReportLanguage::ReportLanguage(const Content& content, absl::string_view locale,
                               const content::v1::Clinic& clinic,
                               const v1::Report& report) {
  const LocaleWording& wording = content.locale(locale);
  const Catalogue catalogue(wording, clinic);
  for (const std::string& text : catalogue.texts()) AddPieces(text);
  for (const std::string& value : {clinic.emergency_number(), clinic.name()}) {
    Add(value);
  }
  for (const v1::Answer& answer : report.answers()) {
    AddAnswer(content, wording, answer);
  }
  for (const v1::Answer& answer : report.withdrawn()) {
    AddAnswer(content, wording, answer);
  }
  for (const v1::Line* line : AllLines(report.assessment())) {
    Add(line->rule_id());
    for (const std::string& source : line->sources()) Add(source);
  }
  Add(report.session());
  Add(report.reference());
  Add(report.assessment().content_hash());
  Add(absl::FormatTime("%Y-%m-%d %H:%M UTC",
                       absl::FromUnixSeconds(report.create_time().seconds()),
                       absl::UTCTimeZone()));
  // The therapist's plan is numbered.
  for (int i = 1; i <= static_cast<int>(content.advice().size()); ++i) {
    Add(absl::StrCat(i));
  }
}

void ReportLanguage::AddAnswer(const Content& content,
                               const LocaleWording& wording,
                               const v1::Answer& answer) {
  Add(answer.words());
  Add(answer.text());
  const QuestionIndex index = content.FindFact(answer.question_id());
  if (!answer.has_interval() || index == kNoQuestion) return;
  const Question& question = content.questions()[index];
  Add(ValueText(wording, question, FromApi(question, answer)));
}

void ReportLanguage::AddPieces(absl::string_view text) {
  while (true) {
    const size_t open = text.find('{');
    Add(text.substr(0, open));
    const size_t close = text.find('}', open);
    if (open == text.npos || close == text.npos) return;
    text.remove_prefix(close + 1);
  }
}

void ReportLanguage::Add(absl::string_view text) {
  Words words = Split(text);
  if (words.empty()) return;
  std::string first = words.front();
  pieces_[std::move(first)].push_back(std::move(words));
}

// Runs of letters and digits; every character beyond ASCII is a letter but
// quotation marks.
ReportLanguage::Words ReportLanguage::Split(absl::string_view text) {
  const std::string plain = absl::StrReplaceAll(
      text, {{"“", " "}, {"”", " "}, {"¿", " "}, {"¡", " "}});
  Words words(1);
  for (const char c : plain) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || byte >= 0x80) {
      words.back() += absl::ascii_tolower(byte);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string ReportLanguage::FirstForeignWord(absl::string_view text) const {
  const Words words = Split(text);
  // From the front: which places can be reached by whole pieces?
  std::vector<bool> reached(words.size() + 1, false);
  reached[0] = true;
  size_t farthest = 0;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!reached[at]) continue;
    farthest = at;
    const auto found = pieces_.find(words[at]);
    if (found == pieces_.end()) continue;
    for (const Words& piece : found->second) {
      if (at + piece.size() <= words.size() &&
          std::equal(piece.begin(), piece.end(), words.begin() + at)) {
        reached[at + piece.size()] = true;
      }
    }
  }
  return reached[words.size()] ? "" : words[farthest];
}

}  // namespace firstvisit
