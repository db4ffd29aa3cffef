// The command `firstvisit`: finds the verb, reads its flags, hands on. The one
// file that knows both the front ends and the engine.
//
// Exit codes: 0 done, 1 failed, 2 wrong command line, 3 conversation left
// before its end. Tests: tests/e2e/command_test.py.

#include <unistd.h>

#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "assistant/dialog_client.h"
#include "assistant/terminal/chat.h"
#include "assistant/terminal/stream_console.h"
#include "assistant/terminal/style.h"
#include "assistant/terminal/terminal_console.h"
#include "assistant/terminal/visits.h"
#include "assistant/verbs.h"
#include "dialog/authoring/replay.h"
#include "dialog/authoring/verbs.h"
#include "dialog/service/host.h"
#include "dialog/service/open_store.h"
#include "dialog/service/serve.h"
#include "dialog/service/serve_flags.h"
#include "dialog/session/session_store.h"
#include "dialog/util/command_line.h"
#include "dialog/util/ids.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"

namespace firstvisit {
namespace {

constexpr char kVersion[] = "0.1.0";

absl::optional<std::string> FromEnvironment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return absl::nullopt;
  return std::string(value);
}

// --- The service that a front end talks to, and the way there.

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
    const auto options = ServeOptionsOf(arguments, FromEnvironment);
    if (!options.ok()) return options.status();
    auto host = Host::Start(*options);
    if (!host.ok()) return host.status();
    service.host = *std::move(host);
    service.kept = options->store != "memory";
    channel = service.host->InProcessChannel();
  }
  DialogClient::Options options;
  options.where = arguments.Get("target");
  service.client =
      std::make_unique<DialogClient>(channel, SystemIds(), options);
  return service;
}

int Fail(const absl::Status& status) {
  return Complain(absl::IsInvalidArgument(status) ? kUsage : kFailed,
                  status.message());
}

int Outcome(const absl::Status& status) {
  return status.ok() ? kDone : Fail(status);
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
  if (!service.ok()) return Fail(service.status());
  Chat::Options options;
  options.locale = arguments.Get("locale");
  options.reference = arguments.Get("reference");
  options.resume = arguments.Get("resume");
  options.full_interview = arguments.On("full");
  options.kept = service->kept;
  options.command =
      FromEnvironment("FIRSTVISIT_COMMAND").value_or(options.command);
  const std::unique_ptr<Console> console = OpenConsole();
  return Chat(*service->client, *console, StyleOf(), options).Run();
}

int RunSessions(const Arguments& arguments) {
  int limit;
  if (!absl::SimpleAtoi(arguments.Get("limit"), &limit) || limit < 1) {
    return Complain(kUsage, absl::StrCat("--limit wants a number from 1, not '",
                                         arguments.Get("limit"), "'."));
  }
  auto service = Reach(arguments);
  if (!service.ok()) return Fail(service.status());
  const std::unique_ptr<Console> console = OpenConsole();
  return Outcome(ListVisits(*service->client, limit, absl::LocalTimeZone(),
                            *console, StyleOf()));
}

// Prints what is stored of a visit, for `replay`.
int PrintStored(const Arguments& arguments) {
  const auto options = ServeOptionsOf(arguments, FromEnvironment);
  if (!options.ok()) return Fail(options.status());
  const auto store = OpenStore(options->store);
  if (!store.ok()) return Fail(store.status());
  std::promise<absl::StatusOr<LoadedSession>> answer;
  (*store)->Load({"local", arguments.operands()[0]}, absl::nullopt,
                 [&](absl::StatusOr<LoadedSession> loaded) {
                   answer.set_value(std::move(loaded));
                 });
  const absl::StatusOr<LoadedSession> loaded = answer.get_future().get();
  if (!loaded.ok()) return Fail(loaded.status());
  std::cout << PrintLog(loaded->log);
  return kDone;
}

int RunReport(const Arguments& arguments) {
  if (arguments.On("log")) return PrintStored(arguments);
  const std::string& whom = arguments.Get("for");
  if (whom != "client" && whom != "therapist") {
    return Complain(kUsage, absl::StrCat("--for is client or therapist, not '",
                                         whom, "'."));
  }
  const std::string& format = arguments.Get("format");
  if (format != "text" && format != "fhir") {
    return Complain(
        kUsage, absl::StrCat("--format is text or fhir, not '", format, "'."));
  }
  v1::GetReportRequest request;
  request.set_session(arguments.operands()[0]);
  request.set_audience(whom == "client" ? v1::GetReportRequest::CLIENT
                                        : v1::GetReportRequest::THERAPIST);
  request.set_format(format == "fhir" ? v1::GetReportRequest::FHIR
                                      : v1::GetReportRequest::TEXT);
  request.set_locale(arguments.Get("locale"));
  auto service = Reach(arguments);
  if (!service.ok()) return Fail(service.status());
  const std::unique_ptr<Console> console = OpenConsole();
  const absl::Status status =
      ShowVisit(*service->client, request, *console, StyleOf());
  if (absl::IsNotFound(status)) {
    return Complain(kFailed,
                    absl::StrCat("There is no visit ", arguments.operands()[0],
                                 ". `firstvisit sessions` lists "
                                 "them."));
  }
  return Outcome(status);
}

int RunQuestionnaire(const Arguments& arguments) {
  auto service = Reach(arguments);
  if (!service.ok()) return Fail(service.status());
  const std::unique_ptr<Console> console = OpenConsole();
  return Outcome(
      ShowQuestionnaire(*service->client, arguments.Get("locale"), *console));
}

int RunServe(const Arguments& arguments) {
  const auto options = ServeOptionsOf(arguments, FromEnvironment);
  return options.ok() ? Serve(*options) : Fail(options.status());
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
constexpr Runner kRunners[] = {{"chat", RunChat},
                               {"serve", RunServe},
                               {"sessions", RunSessions},
                               {"report", RunReport},
                               {"questionnaire", RunQuestionnaire},
                               {"version", RunVersion}};

int RunVerb(const Arguments& arguments, absl::string_view name) {
  for (const Runner& runner : kRunners) {
    if (runner.verb == name) return runner.run(arguments);
  }
  const AuthorVerb verb = FindAuthorVerb(name);
  return verb == nullptr ? Complain(kUsage, UnknownVerb(name))
                         : verb(arguments);
}

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
  if (verb == nullptr) return Complain(kUsage, UnknownVerb(name));
  const auto arguments = ParseArguments(*verb, words, FromEnvironment);
  if (!arguments.ok()) return Complain(kUsage, arguments.status().message());
  if (arguments->help()) {
    std::cout << VerbHelp(*verb);
    return kDone;
  }
  return RunVerb(*arguments, name);
}

}  // namespace
}  // namespace firstvisit

int main(int argc, char** argv) {
  return firstvisit::Run(std::vector<std::string>(argv + 1, argv + argc));
}
