// Tests: keys_test.cc.

#include "dialog/understanding/keys.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"

namespace firstvisit {
namespace {

Hearing Unclear() { return Hearing(); }

Hearing Command(v1::Command command) {
  Hearing hearing;
  hearing.outcome = Hearing::Outcome::kCommand;
  hearing.command = command;
  return hearing;
}

Hearing Fact(const Matter& matter, Answer answer, absl::string_view words) {
  Hearing hearing;
  hearing.outcome = Hearing::Outcome::kFacts;
  HeardFact fact;
  fact.question = matter.index;
  fact.answer = answer;
  fact.confidence = v1::CERTAIN;
  fact.end = static_cast<int>(words.size());
  hearing.facts.push_back(fact);
  return hearing;
}

Hearing Number(const Matter& matter, absl::string_view keys) {
  const absl::string_view whole = keys;
  const bool ended = absl::ConsumeSuffix(&keys, "#");
  if (keys == "0" && !ended) return Command(v1::HUMAN);
  double value = 0;
  // Few keys make a number of years or days; more is a slip of the finger.
  if (keys.empty() || keys.size() > 6 ||
      !std::all_of(keys.begin(), keys.end(), absl::ascii_isdigit) ||
      !absl::SimpleAtod(keys, &value)) {
    return Unclear();
  }
  if (value < matter.range.min() || value > matter.range.max()) {
    Hearing hearing;
    hearing.outcome = Hearing::Outcome::kOutOfRange;
    return hearing;
  }
  return Fact(matter, Answer::Interval(value, value), whole);
}

// The position of a single key, from 0; -1: something else.
int Position(absl::string_view keys) {
  absl::ConsumeSuffix(&keys, "#");
  if (keys.size() != 1 || !absl::ascii_isdigit(keys[0])) return -1;
  return keys[0] - '1';
}

Hearing YesNo(const Matter& matter, absl::string_view keys) {
  switch (Position(keys)) {
    case 0:
      return Fact(matter, Answer::Yes(), keys);
    case 1:
      return Fact(matter, Answer::No(), keys);
    case 2:
      return Fact(matter, Answer::Unsure(), keys);
    default:
      return Unclear();
  }
}

// A group: the keys of those that apply, in their order, or the one after the
// last for none. Anything beyond, or both, is no answer.
Hearing Group(const std::vector<const Matter*>& open, absl::string_view keys) {
  const absl::string_view whole = keys;
  absl::ConsumeSuffix(&keys, "#");
  Hearing hearing;
  for (size_t i = 0; i < keys.size(); ++i) {
    const int position = Position(keys.substr(i, 1));
    const auto count = static_cast<int>(open.size());
    if (position == count && keys.size() == 1) {
      hearing.outcome = Hearing::Outcome::kNamesNone;
      return hearing;
    }
    if (position < 0 || position >= count) return Unclear();
    Hearing named = Fact(*open[position], Answer::Yes(), whole);
    hearing.outcome = named.outcome;
    hearing.facts.push_back(std::move(named.facts[0]));
  }
  return hearing;
}

bool Doubt(absl::string_view value, Answer& answer) {
  if (value == "unsure") answer = Answer::Unsure();
  if (value == "declined") answer = Answer::Declined();
  return answer.doubtful();
}

}  // namespace

Hearing HearKeys(absl::string_view keys, const std::vector<const Matter*>& open,
                 bool confirming) {
  if (keys == "*") return Command(v1::BACK);
  if (keys == "0") return Command(v1::HUMAN);
  if (open.empty()) return Unclear();
  const Matter& matter = *open.front();
  if (confirming) return YesNo(matter, keys);
  if (open.size() > 1) return Group(open, keys);
  if (matter.number()) return Number(matter, keys);
  if (matter.yes_no()) return YesNo(matter, keys);
  const int position = Position(keys);
  const auto count = static_cast<int>(matter.choices.size());
  if (position < 0 || position > count) return Unclear();
  return Fact(matter,
              position == count ? Answer::Unsure() : Answer::Choice(position),
              keys);
}

Hearing HearChoice(absl::string_view value,
                   const std::vector<const Matter*>& open, bool confirming) {
  // "back" is a command, but not where pain at the back is on offer.
  const bool offered = !open.empty() && !confirming &&
                       absl::c_linear_search(open.front()->choices, value);
  v1::Command command = v1::COMMAND_UNSPECIFIED;
  if (!offered &&
      v1::Command_Parse(absl::AsciiStrToUpper(value), &command) &&
      command != v1::COMMAND_UNSPECIFIED) {
    return Command(command);
  }
  if (open.empty()) return Unclear();
  const Matter& matter = *open.front();
  Answer doubt;
  if (open.size() > 1 && !confirming) {
    Hearing hearing;
    if (value == "none") hearing.outcome = Hearing::Outcome::kNamesNone;
    if (value == "some" || value == "unsure") {
      hearing.outcome = Hearing::Outcome::kNamesSome;
    }
    for (const Matter* member : open) {
      if (member->id == value) return Fact(*member, Answer::Yes(), value);
    }
    return hearing;
  }
  if (Doubt(value, doubt)) return Fact(matter, doubt, value);
  const auto& choices =
      confirming ? std::vector<std::string>{"yes", "no"} : matter.choices;
  const auto at = std::find(choices.begin(), choices.end(), value);
  if (at == choices.end()) return Unclear();
  return Fact(matter, Answer::Choice(static_cast<int>(at - choices.begin())),
              value);
}

}  // namespace firstvisit
