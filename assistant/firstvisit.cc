// The command `firstvisit`: finds the verb, reads its flags, hands on. The one
// file that knows both the front ends and the engine.
//
// Exit codes: 0 done, 1 failed, 2 wrong command line, 3 conversation left
// before its end. Tests: tests/e2e/command_test.py.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "assistant/dialog_client.h"
#include "assistant/flags.h"
#include "assistant/terminal/chat.h"
#include "assistant/terminal/stream_console.h"
#include "assistant/terminal/style.h"
#include "assistant/terminal/terminal_console.h"
#include "assistant/terminal/visits.h"
#include "assistant/verbs.h"
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
#include "dialog/content/texts.h"
#include "dialog/interview.h"
#include "dialog/proof/knee_pain_floor.h"
#include "dialog/service/content_folder.h"
#include "dialog/service/host.h"
#include "dialog/service/make_interview.h"
#include "dialog/service/open_store.h"
#include "dialog/service/serve.h"
#include "dialog/session/session_store.h"
#include "dialog/understanding/understander.h"
#include "dialog/util/clock.h"
#include "dialog/util/ids.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"

namespace firstvisit {
namespace {

constexpr char kVersion[] = "0.1.0";

enum Exit { kDone = 0, kFailed = 1, kUsage = 2 };

int Say(int exit_code, absl::string_view problem) {
  std::cerr << "firstvisit: " << problem << "\n";
  return exit_code;
}

absl::optional<std::string> FromEnvironment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return absl::nullopt;
  return std::string(value);
}

// --- Where visits are kept, and the service that keeps them.

// The store in the user's data folder, which is made when it is missing. Visits
// are private: nobody else may look into it.
absl::StatusOr<std::string> DefaultStore() {
  std::filesystem::path folder;
  if (const auto data = FromEnvironment("XDG_DATA_HOME");
      data && !data->empty()) {
    folder = *data;
  } else if (const auto home = FromEnvironment("HOME");
             home && !home->empty()) {
    folder = std::filesystem::path(*home) / ".local" / "share";
  } else {
    return absl::FailedPreconditionError(
        "There is no home folder to keep visits in. Say where: "
        "--store=sqlite:FILE, or --store=memory");
  }
  folder /= "firstvisit";
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all,
                                 error);
  }
  if (error) {
    return absl::FailedPreconditionError(absl::StrCat(
        "Visits cannot be kept in ", folder.string(), ": ", error.message(),
        ". Say where: --store=sqlite:FILE, or --store=memory"));
  }
  return absl::StrCat("sqlite:", (folder / "visits.db").string());
}

absl::StatusOr<absl::Duration> TimeFlag(const Arguments& arguments,
                                        absl::string_view flag) {
  absl::Duration time;
  if (!absl::ParseDuration(arguments.Get(flag), &time) ||
      time <= absl::ZeroDuration()) {
    return absl::InvalidArgumentError(
        absl::StrCat("--", flag, " wants a time such as 24h or 90m, not '",
                     arguments.Get(flag), "'."));
  }
  return time;
}

absl::StatusOr<ServeOptions> OptionsOf(const Arguments& arguments) {
  ServeOptions options;
  options.grpc_listen = arguments.Get("grpc_listen");
  options.content = arguments.Get("content");
  options.clinic = arguments.Get("clinic");
  options.store = arguments.Get("store");
  if (options.store.empty()) {
    auto store = DefaultStore();
    if (!store.ok()) return store.status();
    options.store = *std::move(store);
  }
  const auto idle_limit = TimeFlag(arguments, "idle_limit");
  if (!idle_limit.ok()) return idle_limit.status();
  options.idle_limit = *idle_limit;
  const auto keep = TimeFlag(arguments, "keep");
  if (!keep.ok()) return keep.status();
  options.keep = *keep;
  return options;
}

// The service that a front end talks to, and the way there.
struct Service {
  std::unique_ptr<Host> host;  // in this process; nullptr: elsewhere
  std::unique_ptr<DialogClient> client;
  bool kept = true;  // visits outlive this process
};

absl::StatusOr<Service> Reach(const Arguments& arguments) {
  Service service;
  std::shared_ptr<grpc::Channel> channel;
  if (!arguments.Get("target").empty()) {
    channel = grpc::CreateChannel(arguments.Get("target"),
                                  grpc::InsecureChannelCredentials());
  } else {
    const auto options = OptionsOf(arguments);
    if (!options.ok()) return options.status();
    auto host = Host::Start(*options);
    if (!host.ok()) return host.status();
    service.host = *std::move(host);
    service.kept = options->store != "memory";
    channel = service.host->InProcessChannel();
  }
  service.client = std::make_unique<DialogClient>(channel, SystemIds(),
                                                  DialogClient::Options());
  return service;
}

int Fail(const Arguments& arguments, const absl::Status& status) {
  std::string problem(status.message());
  if (absl::IsUnavailable(status) && !arguments.Get("target").empty()) {
    problem =
        absl::StrCat("Nobody answers at ", arguments.Get("target"),
                     ". Is `firstvisit serve` running there? (", problem, ")");
  }
  return Say(absl::IsInvalidArgument(status) ? kUsage : kFailed, problem);
}

// --- The front ends.

std::unique_ptr<Console> OpenConsole() {
  if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
    return std::make_unique<TerminalConsole>();
  }
  return std::make_unique<StreamConsole>(STDIN_FILENO, std::cout);
}

Style StyleOf() {
  const auto no_color = FromEnvironment("NO_COLOR");
  const bool welcome = isatty(STDOUT_FILENO) &&
                       (!no_color || no_color->empty()) &&
                       FromEnvironment("TERM").value_or("dumb") != "dumb";
  return Style(welcome);
}

int RunChat(const Arguments& arguments) {
  auto service = Reach(arguments);
  if (!service.ok()) return Fail(arguments, service.status());
  Chat::Options options;
  options.locale = arguments.Get("locale");
  options.reference = arguments.Get("reference");
  options.resume = arguments.Get("resume");
  options.full_interview = arguments.On("full");
  options.kept = service->kept;
  const std::unique_ptr<Console> console = OpenConsole();
  return Chat(*service->client, *console, StyleOf(), options).Run();
}

int RunSessions(const Arguments& arguments) {
  int limit;
  if (!absl::SimpleAtoi(arguments.Get("limit"), &limit) || limit < 1) {
    return Say(kUsage, absl::StrCat("--limit wants a number from 1, not '",
                                    arguments.Get("limit"), "'."));
  }
  auto service = Reach(arguments);
  if (!service.ok()) return Fail(arguments, service.status());
  const std::unique_ptr<Console> console = OpenConsole();
  const absl::Status status = ListVisits(
      *service->client, limit, absl::LocalTimeZone(), *console, StyleOf());
  return status.ok() ? kDone : Fail(arguments, status);
}

// Prints what is stored of a visit, for `replay`.
int PrintStored(const Arguments& arguments) {
  const auto options = OptionsOf(arguments);
  if (!options.ok()) return Fail(arguments, options.status());
  const auto store = OpenStore(options->store);
  if (!store.ok()) return Fail(arguments, store.status());
  std::promise<absl::StatusOr<LoadedSession>> answer;
  (*store)->Load({"local", arguments.operands()[0]}, absl::nullopt,
                 [&](absl::StatusOr<LoadedSession> loaded) {
                   answer.set_value(std::move(loaded));
                 });
  const absl::StatusOr<LoadedSession> loaded = answer.get_future().get();
  if (!loaded.ok()) return Fail(arguments, loaded.status());
  std::cout << PrintLog(loaded->log);
  return kDone;
}

int RunReport(const Arguments& arguments) {
  if (arguments.On("log")) return PrintStored(arguments);
  const std::string& whom = arguments.Get("for");
  if (whom != "client" && whom != "therapist") {
    return Say(kUsage,
               absl::StrCat("--for is client or therapist, not '", whom, "'."));
  }
  auto service = Reach(arguments);
  if (!service.ok()) return Fail(arguments, service.status());
  const std::unique_ptr<Console> console = OpenConsole();
  const absl::Status status =
      ShowVisit(*service->client, arguments.operands()[0],
                whom == "client" ? v1::GetReportRequest::CLIENT
                                 : v1::GetReportRequest::THERAPIST,
                arguments.Get("locale"), *console, StyleOf());
  if (absl::IsNotFound(status)) {
    return Say(kFailed,
               absl::StrCat("There is no visit ", arguments.operands()[0],
                            ". `firstvisit sessions` lists them."));
  }
  return status.ok() ? kDone : Fail(arguments, status);
}

int RunServe(const Arguments& arguments) {
  const auto options = OptionsOf(arguments);
  return options.ok() ? Serve(*options) : Fail(arguments, options.status());
}

// --- The author's verbs.

absl::StatusOr<std::vector<NamedText>> TextsOf(const std::string& folder) {
  if (folder.empty()) return WithLanguages(KneePainTexts());
  auto texts = ReadContentFolder(folder);
  if (!texts.ok()) return texts.status();
  return WithLanguages(*std::move(texts));
}

absl::StatusOr<std::shared_ptr<const Interview>> InterviewOf(
    const Arguments& arguments) {
  content::v1::Clinic clinic;
  if (!arguments.Get("clinic").empty()) {
    auto read = ReadClinic(arguments.Get("clinic"));
    if (!read.ok()) return read.status();
    clinic = *std::move(read);
  }
  const auto texts = TextsOf(arguments.Get("content"));
  if (!texts.ok()) return texts.status();
  return MakeInterview(*texts, clinic, ServeOptions().idle_limit);
}

int RunCheck(const Arguments& arguments) {
  const std::string& folder = arguments.operands().empty()
                                  ? arguments.Get("content")
                                  : arguments.operands()[0];
  const auto texts = TextsOf(folder);
  if (!texts.ok()) return Say(kFailed, texts.status().message());
  const int content = CheckContent(*texts, std::cout);
  if (arguments.Get("clinic").empty()) return content;
  const auto clinic = ReadClinic(arguments.Get("clinic"));
  if (!clinic.ok()) return Say(kFailed, clinic.status().message());
  return content;
}

// Runs a verb that reads JSON lines.
int RunLines(const Arguments& arguments,
             const std::function<int(const Content&, const Understander&,
                                     absl::Time)>& run) {
  absl::Time now = SystemClock().Now();
  if (!arguments.Get("now").empty()) {
    absl::CivilDay day;
    if (!absl::ParseCivilTime(arguments.Get("now"), &day)) {
      return Say(kUsage, absl::StrCat("--now wants a day such as 2026-11-20, "
                                      "not '",
                                      arguments.Get("now"), "'."));
    }
    now = absl::FromCivil(absl::CivilHour(day) + 12, absl::UTCTimeZone());
  }
  const auto interview = InterviewOf(arguments);
  if (!interview.ok()) return Say(kFailed, interview.status().message());
  const Content& content = (*interview)->content();
  const auto understander = Understander::Create(content);
  if (!understander.ok()) return Say(kFailed, understander.status().message());
  return run(content, **understander, now) == 0 ? kDone : kFailed;
}

int RunInterpret(const Arguments& arguments) {
  return RunLines(arguments,
                  [&](const Content& content, const Understander& understander,
                      absl::Time now) {
                    return InterpretLines(content, understander)
                        .Run(std::cin, std::cout, arguments.Get("locale"), now);
                  });
}

int RunAssess(const Arguments& arguments) {
  return RunLines(arguments,
                  [&](const Content& content, const Understander& understander,
                      absl::Time now) {
                    return AssessLines(content, understander)
                        .Run(std::cin, std::cout, arguments.Get("locale"), now);
                  });
}

int RunTest(const Arguments& arguments) {
  const auto interview = InterviewOf(arguments);
  if (!interview.ok()) return Say(kFailed, interview.status().message());
  TranscriptRun run(**interview, arguments.On("update"));
  for (const std::string& path : arguments.operands()) {
    const auto files = TranscriptFiles(path);
    if (!files.ok()) return Say(kFailed, files.status().message());
    for (const std::string& file : *files) run.Play(file, std::cout);
  }
  run.WriteCoverage(std::cout);
  std::cout << run.played() - run.failed() << " passed, " << run.failed()
            << " failed\n";
  return run.failed() == 0 ? kDone : kFailed;
}

// The content of --content, or the built-in one.
absl::StatusOr<std::shared_ptr<const Content>> ContentOf(
    const Arguments& arguments) {
  auto interview = InterviewOf(arguments);
  if (!interview.ok()) return interview.status();
  const Content& content = (*interview)->content();
  return std::shared_ptr<const Content>(*std::move(interview), &content);
}

int RunGraph(const Arguments& arguments) {
  const auto content = ContentOf(arguments);
  if (!content.ok()) return Say(kFailed, content.status().message());
  const std::string dot = InterviewGraph(**content);
  if (arguments.Get("format") == "dot") {
    std::cout << dot;
    return kDone;
  }
  const auto svg = DotToSvg(dot);
  if (!svg.ok()) return Say(kFailed, svg.status().message());
  std::cout << *svg;
  return kDone;
}

int RunSimulate(const Arguments& arguments) {
  const auto content = ContentOf(arguments);
  if (!content.ok()) return Say(kFailed, content.status().message());
  const EmbeddedFile& built_in = *PopulationFiles().begin();
  const std::string& file = arguments.Get("population");
  const auto population =
      file.empty()
          ? Population::Parse({built_in.data, built_in.size}, **content)
          : Population::Read(file, **content);
  if (!population.ok()) return Say(kFailed, population.status().message());
  int clients = 0;
  unsigned seed = 0;
  if (!absl::SimpleAtoi(arguments.Get("clients"), &clients) || clients < 1 ||
      !absl::SimpleAtoi(arguments.Get("seed"), &seed)) {
    return Say(kUsage, "--clients and --seed want whole numbers.");
  }
  const SimulationFigures figures =
      Simulate(*content, *population, clients, seed);
  std::cout << figures.Text();
  return figures.SameLevel() == 1 && figures.SamePrecautions() == 1 ? kDone
                                                                    : kFailed;
}

int RunDiff(const Arguments& arguments) {
  std::vector<std::shared_ptr<const Content>> contents;
  for (const std::string& folder : arguments.operands()) {
    const auto texts = TextsOf(folder);
    if (!texts.ok()) return Say(kFailed, texts.status().message());
    const LoadedContent loaded = LoadContent(*texts);
    if (loaded.content == nullptr) {
      return Say(kFailed, absl::StrCat(folder, " has errors: firstvisit check ",
                                       folder, " lists them."));
    }
    contents.push_back(loaded.content);
  }
  DiffContents(*contents[0], *contents[1], std::cout);
  return kDone;
}

absl::StatusOr<std::string> ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) {
    return absl::NotFoundError(absl::StrCat(path, " cannot be read."));
  }
  return text.str();
}

int RunProve(const Arguments& arguments) {
  const std::string& folder = arguments.operands().empty()
                                  ? arguments.Get("content")
                                  : arguments.operands()[0];
  const auto texts = TextsOf(folder);
  if (!texts.ok()) return Say(kFailed, texts.status().message());
  const EmbeddedFile& built_in = *KneePainFloorFiles().begin();
  absl::StatusOr<std::string> floor = std::string(built_in.data, built_in.size);
  if (!arguments.Get("floor").empty()) {
    floor = ReadText(arguments.Get("floor"));
  }
  if (!floor.ok()) return Say(kFailed, floor.status().message());
  ProveOptions options;
  options.mutate = arguments.On("mutate");
  if (!absl::SimpleAtoi(arguments.Get("sets"), &options.agreement_sets) ||
      !absl::SimpleAtoi(arguments.Get("seed"), &options.seed)) {
    return Say(kUsage, "--sets and --seed want whole numbers.");
  }
  return ProveContent(*texts, *floor, options, std::cout);
}

int RunReplay(const Arguments& arguments) {
  const auto text = ReadText(arguments.operands()[0]);
  if (!text.ok()) return Say(kFailed, text.status().message());
  const auto log = ParseLog(*text);
  if (!log.ok()) return Say(kFailed, log.status().message());
  const auto interview = InterviewOf(arguments);
  if (!interview.ok()) return Say(kFailed, interview.status().message());
  return Replay(**interview, *log, std::cout) == 0 ? kDone : kFailed;
}

int RunVersion(const Arguments&) {
  std::cout << "First Visit " << kVersion << "\n";
  return kDone;
}

// --- The command line.

struct Runner {
  absl::string_view verb;
  int (*run)(const Arguments&);
};
constexpr Runner kRunners[] = {
    {"chat", RunChat},         {"serve", RunServe},
    {"sessions", RunSessions}, {"report", RunReport},
    {"check", RunCheck},       {"interpret", RunInterpret},
    {"assess", RunAssess},     {"test", RunTest},
    {"graph", RunGraph},       {"simulate", RunSimulate},
    {"replay", RunReplay},     {"diff", RunDiff},
    {"prove", RunProve},       {"version", RunVersion}};

int Run(std::vector<std::string> words) {
  if (words.empty()) {
    std::cerr << Help();
    return kUsage;
  }
  std::string name = words[0];
  words.erase(words.begin());
  if (name == "--version") name = "version";
  if (name == "help" || name == "--help" || name == "-h") {
    if (words.empty()) {
      std::cout << Help();
      return kDone;
    }
    name = words[0];
    words = {"--help"};
  }
  const Verb* verb = FindVerb(name);
  if (verb == nullptr) return Say(kUsage, UnknownVerb(name));
  const auto arguments = ParseArguments(*verb, words, FromEnvironment);
  if (!arguments.ok()) return Say(kUsage, arguments.status().message());
  if (arguments->help()) {
    std::cout << VerbHelp(*verb);
    return kDone;
  }
  for (const Runner& runner : kRunners) {
    if (runner.verb == name) return runner.run(*arguments);
  }
  return Say(kUsage, UnknownVerb(name));
}

}  // namespace
}  // namespace firstvisit

int main(int argc, char** argv) {
  return firstvisit::Run(std::vector<std::string>(argv + 1, argv + argc));
}
