// Tests: tests/e2e/command_test.py.

#include "dialog/authoring/verbs.h"

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "dialog/authoring/assess.h"
#include "dialog/authoring/check.h"
#include "dialog/authoring/diff.h"
#include "dialog/authoring/graph.h"
#include "dialog/authoring/graphviz.h"
#include "dialog/authoring/interpret.h"
#include "dialog/authoring/population.h"
#include "dialog/authoring/population_files.h"
#include "dialog/authoring/prove.h"
#include "dialog/authoring/replay.h"
#include "dialog/authoring/simulate.h"
#include "dialog/authoring/transcripts.h"
#include "dialog/content/loader.h"
#include "dialog/content/named_text.h"
#include "dialog/interview.h"
#include "dialog/proof/knee_pain_floor.h"
#include "dialog/service/content_folder.h"
#include "dialog/service/host.h"
#include "dialog/service/make_interview.h"
#include "dialog/understanding/understander.h"
#include "dialog/util/clock.h"
#include "dialog/util/read_file.h"

namespace firstvisit {
namespace {

int Fail(const absl::Status& status) {
  return Complain(kFailed, status.message());
}

int Usage(absl::string_view problem) { return Complain(kUsage, problem); }

// --- What flags and operands name.

// The folder that a verb with an operand FOLDER is about.
const std::string& FolderOf(const Arguments& arguments) {
  return arguments.operands().empty() ? arguments.Get("content")
                                      : arguments.operands()[0];
}

absl::StatusOr<std::shared_ptr<const Interview>> InterviewOf(
    const Arguments& arguments) {
  content::v1::Clinic clinic;
  if (!arguments.Get("clinic").empty()) {
    auto read = ReadClinic(arguments.Get("clinic"));
    if (!read.ok()) return read.status();
    clinic = *std::move(read);
  }
  const auto texts = ServedTexts(arguments.Get("content"));
  if (!texts.ok()) return texts.status();
  return MakeInterview(*texts, clinic, ServeOptions().idle_limit);
}

absl::StatusOr<std::shared_ptr<const Content>> ContentOf(
    const Arguments& arguments) {
  auto interview = InterviewOf(arguments);
  if (!interview.ok()) return interview.status();
  const Content& content = (*interview)->content();
  return std::shared_ptr<const Content>(*std::move(interview), &content);
}

// The bytes of the file that a flag names, or of the one that is built in.
absl::StatusOr<std::string> TextOf(const std::string& file,
                                   const EmbeddedFiles& built_in) {
  if (!file.empty()) return ReadFile(file);
  const EmbeddedFile& only = *built_in.begin();
  return std::string(only.data, only.size);
}

// Noon of the day that --now names, in UTC; without it, now.
absl::StatusOr<absl::Time> TimeOf(const Arguments& arguments) {
  const std::string& now = arguments.Get("now");
  if (now.empty()) return SystemClock().Now();
  absl::CivilDay day;
  if (!absl::ParseCivilTime(now, &day)) {
    return absl::InvalidArgumentError(
        absl::StrCat("--now wants a day such as 2026-11-20, not '", now, "'."));
  }
  return absl::FromCivil(absl::CivilHour(day) + 12, absl::UTCTimeZone());
}

// --- The verbs.

int RunCheck(const Arguments& arguments) {
  const auto texts = ServedTexts(FolderOf(arguments));
  if (!texts.ok()) return Fail(texts.status());
  const int content = CheckContent(*texts, std::cout);
  if (arguments.Get("clinic").empty()) return content;
  const auto clinic = ReadClinic(arguments.Get("clinic"));
  return clinic.ok() ? content : Fail(clinic.status());
}

// Runs a verb that reads JSON lines.
template <typename Lines>
int RunLines(const Arguments& arguments) {
  const auto now = TimeOf(arguments);
  if (!now.ok()) return Usage(now.status().message());
  const auto content = ContentOf(arguments);
  if (!content.ok()) return Fail(content.status());
  const auto understander = Understander::Create(**content);
  if (!understander.ok()) return Fail(understander.status());
  const int failed =
      Lines(**content, **understander)
          .Run(std::cin, std::cout, arguments.Get("locale"), *now);
  return failed == 0 ? kDone : kFailed;
}

int RunTest(const Arguments& arguments) {
  const auto interview = InterviewOf(arguments);
  if (!interview.ok()) return Fail(interview.status());
  TranscriptRun run(**interview, arguments.On("update"));
  for (const std::string& path : arguments.operands()) {
    const auto files = TranscriptFiles(path);
    if (!files.ok()) return Fail(files.status());
    for (const std::string& file : *files) run.Play(file, std::cout);
  }
  run.WriteCoverage(std::cout);
  std::cout << run.played() - run.failed() << " passed, " << run.failed()
            << " failed\n";
  return run.failed() == 0 ? kDone : kFailed;
}

int RunGraph(const Arguments& arguments) {
  const std::string& format = arguments.Get("format");
  if (format != "svg" && format != "dot") {
    return Usage(absl::StrCat("--format is svg or dot, not '", format, "'."));
  }
  const auto content = ContentOf(arguments);
  if (!content.ok()) return Fail(content.status());
  const std::string dot = InterviewGraph(**content);
  if (format == "dot") {
    std::cout << dot;
    return kDone;
  }
  const auto svg = DotToSvg(dot);
  if (!svg.ok()) return Fail(svg.status());
  std::cout << *svg;
  return kDone;
}

int RunSimulate(const Arguments& arguments) {
  int clients = 0;
  unsigned seed = 0;
  if (!absl::SimpleAtoi(arguments.Get("clients"), &clients) || clients < 1 ||
      !absl::SimpleAtoi(arguments.Get("seed"), &seed)) {
    return Usage("--clients and --seed want whole numbers.");
  }
  const auto content = ContentOf(arguments);
  if (!content.ok()) return Fail(content.status());
  const auto text = TextOf(arguments.Get("population"), PopulationFiles());
  if (!text.ok()) return Fail(text.status());
  const auto population = Population::Parse(*text, **content);
  if (!population.ok()) return Fail(population.status());
  const SimulationFigures figures =
      Simulate(*content, *population, clients, seed);
  std::cout << figures.Text();
  const bool same = figures.SameLevel() == 1 && figures.SamePrecautions() == 1;
  return same ? kDone : kFailed;
}

int RunDiff(const Arguments& arguments) {
  std::vector<std::shared_ptr<const Content>> contents;
  for (const std::string& folder : arguments.operands()) {
    const auto texts = ServedTexts(folder);
    if (!texts.ok()) return Fail(texts.status());
    const LoadedContent loaded = LoadContent(*texts);
    if (loaded.content == nullptr) {
      return Complain(kFailed,
                      absl::StrCat(folder, " has errors: firstvisit check ",
                                   folder, " lists them."));
    }
    contents.push_back(loaded.content);
  }
  DiffContents(*contents[0], *contents[1], std::cout);
  return kDone;
}

int RunProve(const Arguments& arguments) {
  ProveOptions options;
  options.mutate = arguments.On("mutate");
  if (!absl::SimpleAtoi(arguments.Get("sets"), &options.agreement_sets) ||
      !absl::SimpleAtoi(arguments.Get("seed"), &options.seed)) {
    return Usage("--sets and --seed want whole numbers.");
  }
  const auto texts = ServedTexts(FolderOf(arguments));
  if (!texts.ok()) return Fail(texts.status());
  const auto floor = TextOf(arguments.Get("floor"), KneePainFloorFiles());
  if (!floor.ok()) return Fail(floor.status());
  return ProveContent(*texts, *floor, options, std::cout);
}

int RunReplay(const Arguments& arguments) {
  const auto text = ReadFile(arguments.operands()[0]);
  if (!text.ok()) return Fail(text.status());
  const auto log = ParseLog(*text);
  if (!log.ok()) return Fail(log.status());
  const auto interview = InterviewOf(arguments);
  if (!interview.ok()) return Fail(interview.status());
  return Replay(**interview, *log, std::cout) == 0 ? kDone : kFailed;
}

struct Named {
  absl::string_view name;
  AuthorVerb run;
};
constexpr Named kVerbs[] = {{"check", RunCheck},
                            {"interpret", RunLines<InterpretLines>},
                            {"assess", RunLines<AssessLines>},
                            {"prove", RunProve},
                            {"test", RunTest},
                            {"graph", RunGraph},
                            {"simulate", RunSimulate},
                            {"replay", RunReplay},
                            {"diff", RunDiff}};

}  // namespace

AuthorVerb FindAuthorVerb(absl::string_view name) {
  for (const Named& verb : kVerbs) {
    if (verb.name == name) return verb.run;
  }
  return nullptr;
}

}  // namespace firstvisit
