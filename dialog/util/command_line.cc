// Tests: command_line_test.cc.

#include "dialog/util/command_line.h"

#include <iostream>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "dialog/util/nearest_name.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

std::string VariableOf(absl::string_view flag) {
  return absl::StrCat("FIRSTVISIT_", absl::AsciiStrToUpper(flag));
}

absl::optional<std::string> SwitchValue(absl::string_view text) {
  const std::string word = absl::AsciiStrToLower(text);
  if (word == "true" || word == "1" || word == "yes" || word == "on") {
    return "true";
  }
  if (word == "false" || word == "0" || word == "no" || word == "off" ||
      word.empty()) {
    return "false";
  }
  return absl::nullopt;
}

}  // namespace

int Complain(ExitCode exit_code, absl::string_view problem) {
  std::cerr << "firstvisit: " << problem << "\n";
  return exit_code;
}

const std::string& Arguments::Get(absl::string_view flag) const {
  static const std::string& none = *new std::string;
  const auto found = values_.find(flag);
  return found == values_.end() ? none : found->second.text;
}

bool Arguments::Given(absl::string_view flag) const {
  const auto found = values_.find(flag);
  return found != values_.end() && found->second.given;
}

// Goes through the words of one command line.
class ArgumentParser {
 public:
  ArgumentParser(const Verb& verb, const std::vector<std::string>& words)
      : verb_(verb), words_(words) {}

  absl::StatusOr<Arguments> Parse(const Environment& environment) {
    for (const Flag& flag : verb_.flags) {
      const absl::Status status = TakeDefault(flag, environment);
      if (!status.ok()) return status;
    }
    bool flags_end = false;
    for (; next_ < words_.size(); ++next_) {
      const std::string& word = words_[next_];
      if (!flags_end && word == "--") {
        flags_end = true;
      } else if (!flags_end && (word == "--help" || word == "-h")) {
        arguments_.help_ = true;
        return arguments_;
      } else if (!flags_end && word.size() > 1 && word[0] == '-') {
        const absl::Status status = TakeFlag(word);
        if (!status.ok()) return status;
      } else {
        arguments_.operands_.push_back(word);
      }
    }
    const absl::Status status = CheckOperands();
    if (!status.ok()) return status;
    return arguments_;
  }

 private:
  absl::Status Wrong(absl::string_view problem) const {
    return absl::InvalidArgumentError(
        absl::StrCat(problem, " Try: firstvisit ", verb_.name, " --help"));
  }

  absl::Status TakeDefault(const Flag& flag, const Environment& environment) {
    Arguments::Value& value = arguments_.values_[flag.name];
    value.text = flag.value.empty() ? "false" : flag.default_value;
    const auto variable = environment(VariableOf(flag.name));
    if (!variable) return absl::OkStatus();
    return Set(flag, VariableOf(flag.name), *variable);
  }

  absl::Status Set(const Flag& flag, absl::string_view shown,
                   const std::string& text) {
    Arguments::Value& value = arguments_.values_[flag.name];
    value.given = true;
    value.text = text;
    if (!flag.value.empty()) return absl::OkStatus();
    const auto on = SwitchValue(text);
    if (!on) {
      return Wrong(absl::StrCat(shown, " is a switch: say true or false, not '",
                                text, "'."));
    }
    value.text = *on;
    return absl::OkStatus();
  }

  absl::Status TakeFlag(absl::string_view word) {
    const size_t dashes = word.find_first_not_of('-');
    const absl::string_view bare =
        dashes == word.npos ? "" : word.substr(dashes);
    const size_t equals = bare.find('=');
    // People type both "http-listen" and "http_listen".
    const std::string name =
        absl::StrReplaceAll(bare.substr(0, equals), {{"-", "_"}});
    const auto flag = absl::c_find_if(
        verb_.flags, [&](const Flag& known) { return known.name == name; });
    if (flag == verb_.flags.end() || dashes != 2) return Unknown(word, name);
    const std::string shown = absl::StrCat("--", name);
    if (equals != bare.npos) {
      return Set(*flag, shown, std::string(bare.substr(equals + 1)));
    }
    if (flag->value.empty()) return Set(*flag, shown, "true");
    if (next_ + 1 == words_.size()) {
      return Wrong(absl::StrCat(shown, " wants a value: ", shown, "=",
                                flag->value, "."));
    }
    return Set(*flag, shown, words_[++next_]);
  }

  absl::Status Unknown(absl::string_view word, absl::string_view name) const {
    std::vector<std::string> known;
    for (const Flag& flag : verb_.flags) known.push_back(flag.name);
    const std::string nearest = NearestName(name, known);
    return Wrong(absl::StrCat(
        "firstvisit ", verb_.name, " has no flag ",
        word.substr(0, word.find('=')), ".",
        nearest.empty() ? "" : absl::StrCat(" Did you mean --", nearest, "?")));
  }

  absl::Status CheckOperands() const {
    const int count = static_cast<int>(arguments_.operands_.size());
    if (count < verb_.least_operands) {
      return Wrong(absl::StrCat("Something is missing: firstvisit ", verb_.name,
                                " ", verb_.operands, "."));
    }
    if (count > verb_.most_operands) {
      return Wrong(absl::StrCat(
          "firstvisit ", verb_.name, " does not know what to do with '",
          arguments_.operands_[verb_.most_operands], "'."));
    }
    return absl::OkStatus();
  }

  const Verb& verb_;
  const std::vector<std::string>& words_;
  size_t next_ = 0;
  Arguments arguments_;
};

absl::StatusOr<Arguments> ParseArguments(const Verb& verb,
                                         const std::vector<std::string>& words,
                                         const Environment& environment) {
  return ArgumentParser(verb, words).Parse(environment);
}

std::string VerbHelp(const Verb& verb) {
  std::string help = absl::StrCat(
      "usage: firstvisit ", verb.name, verb.flags.empty() ? "" : " [flags]",
      verb.operands.empty() ? "" : " ", verb.operands, "\n\n",
      Wrap(verb.summary, kHelpWidth));
  if (!verb.flags.empty()) help += "\nFlags, each also as FIRSTVISIT_NAME:\n";
  for (const Flag& flag : verb.flags) {
    absl::StrAppend(&help, "  --", flag.name, flag.value.empty() ? "" : "=",
                    flag.value, "\n");
    const std::string text =
        absl::StrCat(flag.help, flag.default_value.empty() ? "" : "; default ",
                     flag.default_value);
    absl::StrAppend(&help, Wrap(text, kHelpWidth, "      ", "      "));
  }
  if (!verb.more.empty()) {
    absl::StrAppend(&help, "\n", Wrap(verb.more, kHelpWidth));
  }
  return help;
}

}  // namespace firstvisit
