// Tests: transcript_test.cc; tests/conversations holds the transcripts.

#include "dialog/authoring/transcripts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "dialog/authoring/transcript.h"
#include "dialog/util/read_file.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

constexpr int kWidth = 76;

// The first line, from 1, in which two texts differ.
int FirstDifference(absl::string_view a, absl::string_view b) {
  const std::vector<absl::string_view> left = absl::StrSplit(a, '\n');
  const std::vector<absl::string_view> right = absl::StrSplit(b, '\n');
  size_t i = 0;
  while (i < left.size() && i < right.size() && left[i] == right[i]) ++i;
  return static_cast<int>(i) + 1;
}

CoverageShare ShareOf(std::string what, const std::set<std::string>& seen,
                      const std::vector<std::string>& all) {
  CoverageShare share = {std::move(what), static_cast<int>(all.size()), {}};
  for (const std::string& id : all) {
    if (seen.count(id) == 0) share.never.push_back(id);
  }
  return share;
}

}  // namespace

bool TranscriptRun::Play(const std::string& path, std::ostream& out) {
  ++played_;
  ++failed_;  // until it has gone well
  const auto text = ReadFile(path);
  if (!text.ok()) {
    out << text.status().message() << "\n";
    return false;
  }
  const auto transcript = ParseTranscript(*text);
  if (!transcript.ok()) {
    out << path << ": " << transcript.status().message() << "\n";
    return false;
  }
  const auto played = firstvisit::Play(interview_, *transcript);
  if (!played.ok()) {
    out << path << ": " << played.status().message() << "\n";
    return false;
  }
  for (const v1::Turn& turn : played->turns) Note(turn);
  if (played->text != *text && update_) {
    std::ofstream(path, std::ios::binary) << played->text;
    out << path << ": written\n";
  } else if (played->text != *text) {
    out << path << ":" << FirstDifference(played->text, *text)
        << ": differs from here on. It now goes:\n"
        << played->text;
    return false;
  }
  --failed_;
  return true;
}

void TranscriptRun::Note(const v1::Turn& turn) {
  const v1::Question& question = turn.question();
  if (question.members().empty()) asked_.insert(question.id());
  asked_.insert(question.members().begin(), question.members().end());
  for (const v1::Message& message : turn.messages()) {
    absl::string_view id = message.prompt_id();
    if (absl::ConsumePrefix(&id, "question.") &&
        absl::StrContains(id, ".reprompt.")) {
      reprompts_.insert(std::string(id));
    }
  }
  for (const v1::Precaution& precaution : turn.assessment().precautions()) {
    for (const v1::Line& reason : precaution.reasons()) {
      rules_.insert(reason.rule_id());
    }
  }
  for (const v1::Cause& cause : turn.assessment().causes()) {
    if (cause.likelihood() >= v1::POSSIBLE) causes_.insert(cause.id());
  }
  for (const v1::Advice& tip : turn.assessment().tips()) {
    tips_.insert(tip.id());
  }
}

std::vector<CoverageShare> TranscriptRun::Coverage() const {
  const Content& content = interview_.content();
  std::vector<std::string> questions, reprompts, rules, causes, tips;
  for (const Question& question : content.questions()) {
    questions.push_back(question.id());
    for (int i = 1; i <= 2; ++i) {
      reprompts.push_back(absl::StrCat(question.id(), ".reprompt.", i));
    }
  }
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      rules.push_back(absl::StrCat(precaution.id, "/", rule.id));
    }
  }
  for (const Cause& cause : content.causes()) causes.push_back(cause.id);
  for (const Advice& advice : content.advice()) {
    if (advice.type == Advice::Type::kTip) tips.push_back(advice.id);
  }
  return {ShareOf("Questions asked", asked_, questions),
          ShareOf("Reprompts heard", reprompts_, reprompts),
          ShareOf("Rules raised", rules_, rules),
          ShareOf("Causes found", causes_, causes),
          ShareOf("Tips given", tips_, tips)};
}

void TranscriptRun::WriteCoverage(std::ostream& out) const {
  for (const CoverageShare& share : Coverage()) {
    out << Wrap(absl::StrCat(share.what, ": ", share.seen(), " of ", share.all,
                             share.never.empty() ? "" : "; never ",
                             absl::StrJoin(share.never, ", ")),
                kWidth, "", "  ");
  }
}

absl::StatusOr<std::vector<std::string>> TranscriptFiles(
    const std::string& path) {
  std::error_code error;
  std::vector<std::string> files;
  if (!std::filesystem::is_directory(path, error)) {
    if (std::filesystem::exists(path, error)) return {{path}};
    return absl::NotFoundError(
        absl::StrCat("There is no file or folder ", path, "."));
  }
  std::filesystem::directory_iterator entries(path, error), end;
  for (; !error && entries != end; entries.increment(error)) {
    if (entries->path().extension() == ".txt") {
      files.push_back(entries->path().string());
    }
  }
  if (files.empty()) {
    return absl::NotFoundError(
        absl::StrCat("The folder ", path, " holds no *.txt."));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace firstvisit
