// Tests: verbs_test.cc.

#include "assistant/verbs.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "dialog/util/nearest_name.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

// Where the summaries begin in the help.
constexpr size_t kColumn = 17;

const Flag kStore = {"store", "memory|sqlite:FILE", "",
                     "where visits are kept; unless given, in visits.db in "
                     "${XDG_DATA_HOME:-~/.local/share}/firstvisit"};
const Flag kContent = {"content", "FOLDER", "",
                       "the protocol's *.textproto; unless given, knee pain, "
                       "which is built in"};
const Flag kClinic = {"clinic", "FILE", "",
                      "name, emergency number and phone of your practice; see "
                      "dialog/content/clinic.textproto"};
const Flag kTarget = {"target", "ADDRESS", "",
                      "a service that runs already, such as 127.0.0.1:50051 or "
                      "unix:FILE; unless given, one in this process"};
const Flag kLocale = {"locale", "TAG", "",
                      "language, such as en; unless given, the protocol's"};
const Flag kIdleLimit = {"idle_limit", "TIME", "24h",
                         "a visit expires when nobody has answered so long"};
const Flag kKeep = {"keep", "TIME", "720h",
                    "a visit is erased so long after its last turn"};
const Flag kNow = {"now", "DAY", "",
                   "the day that \"yesterday\" is counted from, such as "
                   "2026-11-20; unless given, today"};

// The flags of a verb that holds or reads visits: its own, and those of the
// service that it talks to.
std::vector<Flag> WithService(std::vector<Flag> own) {
  for (const Flag& flag :
       {kTarget, kStore, kContent, kClinic, kIdleLimit, kKeep}) {
    own.push_back(flag);
  }
  return own;
}

Verb Serve() {
  return {"serve",
          "",
          0,
          0,
          "Runs the service until it is told to end (SIGTERM, Ctrl-C).",
          {{"grpc_listen", "ADDRESS", "127.0.0.1:50051",
            "where gRPC listens: this machine's loopback, or unix:FILE"},
           kStore,
           kContent,
           kClinic,
           kIdleLimit,
           kKeep},
          ""};
}

Verb Chat() {
  return {"chat",
          "",
          0,
          0,
          "Holds a conversation in the terminal.",
          WithService(
              {{"resume", "ID", "", "goes on with a visit that was left"},
               {"reference", "TEXT", "", "name or booking number of the visit"},
               {"full", "", "",
                "asks every question, even those that could change nothing"},
               kLocale}),
          "Answers can be piped in: a line `question_id: answer` answers that "
          "question whenever it comes, any other line answers in turn; empty "
          "lines and lines that begin with # are skipped.\n\n"
          "Exit code: 0 when the interview has ended, 1 when something failed, "
          "3 when it was left before the end."};
}

Verb Sessions() {
  return {"sessions",
          "",
          0,
          0,
          "Lists the visits, the newest first.",
          WithService({{"limit", "NUMBER", "100", "at most so many"}}),
          ""};
}

Verb Report() {
  return {"report",
          "ID",
          1,
          1,
          "Prints one visit's report.",
          WithService(
              {{"for", "client|therapist", "therapist", "whom it is for"},
               {"format", "text|fhir", "text",
                "a page to read, or an HL7 FHIR R4 QuestionnaireResponse"},
               {"log", "", "",
                "prints what is stored instead, for `firstvisit replay`; from "
                "the store itself, never from --target"},
               kLocale}),
          ""};
}

Verb Questionnaire() {
  return {"questionnaire",
          "",
          0,
          0,
          "Prints the questions as an HL7 FHIR R4 Questionnaire, the form that "
          "`firstvisit report --format=fhir` answers.",
          WithService({kLocale}),
          ""};
}

Verb Check() {
  return {"check",
          "[FOLDER]",
          0,
          1,
          "Checks a protocol's content, and the clinic where one is named: "
          "every issue with file:line:column. Exit code 1 when there is an "
          "error.",
          {kContent, kClinic},
          ""};
}

Verb Prove() {
  return {"prove",
          "[FOLDER]",
          0,
          1,
          "Proves over all recorded answers that the content stays within its "
          "safety floor, or shows the answers that break it.",
          {{"floor", "FILE", "", "the floor; unless given, that of knee pain"},
           {"sets", "NUMBER", "1000000",
            "random sets of answers on which proof and engine are compared"},
           {"seed", "NUMBER", "1", "the same number draws the same answers"},
           {"mutate", "", "",
            "weakens every safety gate of the content, one at a time, to see "
            "each of them caught"},
           kContent},
          "Exit code 1 when something does not hold. It proves what follows "
          "from recorded answers, not the hearing."};
}

Verb Interpret() {
  return {"interpret",
          "",
          0,
          0,
          "Says what is understood: JSON lines {\"id\", \"question_id\", "
          "\"answer\"} in, facts out.",
          {kLocale, kNow, kContent},
          ""};
}

Verb Assess() {
  return {"assess",
          "",
          0,
          0,
          "Says what follows: JSON lines {\"id\", \"answers\": {…}} or "
          "{\"id\", \"text\"} in, conclusions out.",
          {kLocale, kNow, kContent},
          ""};
}

Verb Test() {
  return {"test",
          "FILE|FOLDER...",
          1,
          1000,
          "Plays written conversations and shows what differs. Exit code 1 "
          "when one does.",
          {{"update", "", "", "writes down what is said now, to be read again"},
           kContent,
           kClinic},
          ""};
}

Verb Graph() {
  return {"graph",
          "",
          0,
          0,
          "Draws the interview: its questions, what opens them, and the levels "
          "that answers lead to.",
          {{"format", "svg|dot", "svg", "a picture, or Graphviz's language"},
           kContent},
          "A picture needs Graphviz."};
}

Verb Diff() {
  return {"diff",
          "OLD NEW",
          2,
          2,
          "Says which answers lead elsewhere in another content: two folders, "
          "the fewest answers for each change.",
          {},
          ""};
}

Verb Replay() {
  return {"replay",
          "FILE",
          1,
          1,
          "Takes an exported visit (`firstvisit report ID --log`) once more "
          "from its inputs and compares each turn byte for byte.",
          {kContent, kClinic},
          "Exit code 1 when a turn differs."};
}

Verb Simulate() {
  return {"simulate",
          "",
          0,
          0,
          "Takes simulated clients through the interview: how many turns, and "
          "whether asking everything would have changed the conclusion.",
          {{"clients", "NUMBER", "10000", "so many clients"},
           {"seed", "NUMBER", "1", "the same number makes the same clients"},
           {"population", "FILE", "",
            "who they are; unless given, those of knee pain"},
           kContent},
          "Exit code 1 when a level or a precaution would have changed."};
}

}  // namespace

const std::vector<VerbGroup>& VerbGroups() {
  static const auto& groups = *new std::vector<VerbGroup>{
      {"Visits", {Chat(), Serve()}},
      {"For the therapist", {Sessions(), Report()}},
      {"For authors of content",
       {Check(), Test(), Prove(), Interpret(), Assess(), Simulate(), Diff(),
        Graph(), Replay()}},
      {"Others",
       {Questionnaire(), {"version", "", 0, 0, "Prints the version.", {}, ""}}},
  };
  return groups;
}

const Verb* FindVerb(absl::string_view name) {
  for (const VerbGroup& group : VerbGroups()) {
    for (const Verb& verb : group.verbs) {
      if (verb.name == name) return &verb;
    }
  }
  return nullptr;
}

std::string Help() {
  std::string help =
      "First Visit asks a massage client the questions of a first visit.\n\n"
      "usage: firstvisit VERB [flags]\n";
  for (const VerbGroup& group : VerbGroups()) {
    absl::StrAppend(&help, "\n", group.title, "\n");
    for (const Verb& verb : group.verbs) {
      std::string name = absl::StrCat("  ", verb.name, "  ");
      name.resize(std::max(name.size(), kColumn), ' ');
      absl::StrAppend(&help, Wrap(verb.summary, kHelpWidth, name,
                                  std::string(kColumn, ' ')));
    }
  }
  return absl::StrCat(
      help,
      "\nfirstvisit VERB --help tells more. Exit codes: 0 done, 1 failed, 2 "
      "wrong\ncommand line, 3 conversation left before its end.\n");
}

std::string UnknownVerb(absl::string_view name) {
  std::vector<std::string> known;
  for (const VerbGroup& group : VerbGroups()) {
    for (const Verb& verb : group.verbs) known.push_back(verb.name);
  }
  const std::string nearest = NearestName(name, known);
  return absl::StrCat(
      "firstvisit has no verb '", name, "'.",
      nearest.empty() ? "" : absl::StrCat(" Did you mean ", nearest, "?"),
      " Try: firstvisit help");
}

}  // namespace firstvisit
