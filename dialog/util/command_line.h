// The command line of one verb, from a table: flags as `--name=value`,
// `--name value` or, for switches, `--name`; each also as the environment
// variable FIRSTVISIT_NAME. What is given on the command line goes before the
// environment, and that before the default.
//
//   const Verb verb = {"chat", "", 0, 0, "A conversation in the terminal.",
//                      {{"resume", "ID", "", "goes on with this visit"}}};
//   auto arguments = ParseArguments(verb, {"--resume=abc"}, environment);
//   arguments->Get("resume");                     // "abc"
//
// An error is one line that says what is wrong and what was perhaps meant.
// Plain values; functions without state.

#ifndef FIRSTVISIT_DIALOG_UTIL_COMMAND_LINE_H_
#define FIRSTVISIT_DIALOG_UTIL_COMMAND_LINE_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace firstvisit {

// How the process ends. 3 is the conversation's own: left before its end.
enum ExitCode { kDone = 0, kFailed = 1, kUsage = 2 };

// Says what is wrong on standard error; returns `exit_code`.
int Complain(ExitCode exit_code, absl::string_view problem);

struct Flag {
  std::string name;           // without dashes: "http_listen"
  std::string value;          // what stands after "=" in the help; "": a switch
  std::string default_value;  // as text; a switch is off
  std::string help;           // one sentence without a full stop
};

struct Verb {
  std::string name;
  std::string operands;  // as the help shows them: "ID", "[FILE…]"
  int least_operands;
  int most_operands;
  std::string summary;  // one sentence
  std::vector<Flag> flags;
  std::string more;  // further paragraphs of the help; may be empty
};

// Looks up an environment variable.
using Environment =
    std::function<absl::optional<std::string>(const std::string& name)>;

class Arguments {
 public:
  // The value of a flag of the verb: given, or its default.
  const std::string& Get(absl::string_view flag) const;
  // A switch is on.
  bool On(absl::string_view flag) const { return Get(flag) == "true"; }
  // Given on the command line or in the environment.
  bool Given(absl::string_view flag) const;
  const std::vector<std::string>& operands() const { return operands_; }
  // `--help` was given; nothing else is checked then.
  bool help() const { return help_; }

 private:
  friend class ArgumentParser;
  struct Value {
    std::string text;
    bool given = false;
  };
  std::map<std::string, Value, std::less<>> values_;
  std::vector<std::string> operands_;
  bool help_ = false;
};

// INVALID_ARGUMENT: an unknown flag, a value that is missing, operands that are
// missing or too many.
absl::StatusOr<Arguments> ParseArguments(const Verb& verb,
                                         const std::vector<std::string>& words,
                                         const Environment& environment);

// The columns of a help text.
constexpr int kHelpWidth = 76;

// What `firstvisit VERB --help` prints.
std::string VerbHelp(const Verb& verb);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_COMMAND_LINE_H_
