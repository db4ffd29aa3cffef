// Tests: command_test.cc, tests/utterances.

#include "dialog/understanding/command.h"

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

// So many words nobody knows may stand beside a command, and so many where the
// answer begins with a question put to the assistant: "why are you interested
// in my shoes?".
constexpr int kStrangeWords = 3;
constexpr int kStrangeWordsAsked = 6;
// A question of so many words that stands first is no part of an answer.
constexpr int kLeastAsked = 3;
// Behind a command in an answer of free text so many words may stand, all
// known: "say that again please".
constexpr int kWordsAfter = 3;

bool Says(const Reading& reading, int begin, int end) {
  const WordRoles& roles = reading.language->roles();
  for (int i = begin; i < end; ++i) {
    const Token& token = reading.tokens[i];
    if (!token.Is(roles.filler) && !token.Is(roles.opener)) return true;
  }
  return false;
}

// Whether a word that answers stands beside the command: "yes, what".
bool Opens(const Reading& reading, const Mention& mention) {
  const WordRoles& roles = reading.language->roles();
  for (int i = 0; i < static_cast<int>(reading.tokens.size()); ++i) {
    const bool inside = mention.begin <= i && i < mention.end;
    if (!inside && !reading.tokens[i].Is(roles.filler)) return true;
  }
  return false;
}

// A command that asks the assistant something.
bool Asks(const Mention& mention) {
  switch (mention.rule->command) {
    case v1::HELP:
    case v1::WHY:
    case v1::REPEAT:
    case v1::HUMAN:
      return true;
    default:
      return false;
  }
}

// Whether a command counts beside an answer. "No, what do you mean?" is a
// question; "no, that's enough" is none. "What do you mean by swollen?" names
// the matter and says nothing of it.
bool Outweighs(const Mention& mention, bool leads, Answered answered) {
  const int length = mention.end - mention.begin;
  switch (answered) {
    case Answered::kNot:
      return true;
    case Answered::kBare:
      return length > 1 && mention.rule->command != v1::STOP &&
             mention.rule->command != v1::SKIP;
    case Answered::kFully:
      return leads && Asks(mention) && length >= kLeastAsked;
  }
  return false;
}

bool Counts(const Reading& reading, const Mention& mention, bool leads,
            Answered answered) {
  const auto count = static_cast<int>(reading.tokens.size());
  if (mention.other || (mention.negated && !Asks(mention))) return false;
  if (!Outweighs(mention, leads, answered)) return false;
  const bool asked = leads && Asks(mention);
  return reading.Unknown(0, count) <=
         (asked ? kStrangeWordsAsked : kStrangeWords);
}

// "Stop, I have to collect the kids": a word that is a command by itself, and
// then why.
bool Heads(const Reading& reading, const Mention& mention, Answered answered) {
  const auto next = static_cast<size_t>(mention.end);
  const v1::Command command = mention.rule->command;
  return answered == Answered::kNot && command != v1::REPEAT &&
         next < reading.tokens.size() &&
         reading.tokens[next].before != Break::kNone;
}

// Of two commands the one that says more: "never mind this, operator".
int Rank(const Mention& mention) {
  switch (mention.rule->command) {
    case v1::HUMAN:
      return 3;
    case v1::STOP:
      return 2;
    case v1::SKIP:
      return 0;
    default:
      return 1;
  }
}

}  // namespace

const Mention* FindCommand(const Reading& reading, Answered answered) {
  const auto count = static_cast<int>(reading.tokens.size());
  const Mention* found = nullptr;
  for (const Mention& mention : reading.mentions) {
    const bool phrase = mention.rule->kind == Kind::kCommand;
    if (mention.guessed ||
        (!phrase && mention.rule->kind != Kind::kCommandAlone)) {
      continue;
    }
    const bool leads = !Says(reading, 0, mention.begin);
    const bool alone = leads && !Says(reading, mention.end, count);
    // "Carry on" answers whether to go on.
    const bool said =
        answered == Answered::kFully && mention.rule->command == v1::SKIP;
    // "Claro que sí" is no "what?": beside an answer nothing else may stand.
    const bool leaves =
        mention.rule->command == v1::SKIP || mention.rule->command == v1::STOP;
    const bool bare = (phrase && !leaves) || answered == Answered::kNot ||
                      mention.end - mention.begin == count ||
                      !Opens(reading, mention);
    if (alone && !said && bare) return &mention;
    const bool counts = phrase ? Counts(reading, mention, leads, answered)
                               : leads && Heads(reading, mention, answered);
    if (counts && (found == nullptr || Rank(mention) > Rank(*found))) {
      found = &mention;
    }
  }
  return found;
}

const Mention* FindCommandAlone(const Reading& reading) {
  const auto count = static_cast<int>(reading.tokens.size());
  for (const Mention& mention : reading.mentions) {
    const bool command = mention.rule->kind == Kind::kCommand ||
                         mention.rule->kind == Kind::kCommandAlone;
    const bool whole =
        !Says(reading, 0, mention.begin) && !Says(reading, mention.end, count);
    const bool most =
        Asks(mention) && 2 * (mention.end - mention.begin) >= count;
    // "I missed it", "you're breaking up": these may answer, and where they do
    // not the question is put again all the same.
    const bool states =
        mention.rule->command == v1::REPEAT &&
        reading.tokens[mention.begin].Is(reading.language->roles().subject);
    if (command && !mention.guessed && !states && (whole || most)) {
      return &mention;
    }
  }
  return nullptr;
}

const Mention* FindCommandInText(const Reading& reading) {
  const auto count = static_cast<int>(reading.tokens.size());
  for (const Mention& mention : reading.mentions) {
    const bool phrase = mention.rule->kind == Kind::kCommand;
    if (!phrase && mention.rule->kind != Kind::kCommandAlone) continue;
    if (mention.guessed || Says(reading, 0, mention.begin)) continue;
    const bool rest = Says(reading, mention.end, count);
    if (!rest) return &mention;
    if (phrase && count - mention.end <= kWordsAfter &&
        reading.Unknown(mention.end, count) == 0) {
      return &mention;
    }
  }
  return nullptr;
}

}  // namespace firstvisit
