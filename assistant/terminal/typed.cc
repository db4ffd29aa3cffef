// Tests: keyboard_test.cc.

#include "assistant/terminal/typed.h"

#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "unicode/utf8.h"

namespace firstvisit {
namespace {

// ReplyRequest.text takes this many characters.
constexpr int kMostCharacters = 4096;

struct NamedCommand {
  absl::string_view name;
  v1::Command command;
};
constexpr NamedCommand kCommands[] = {
    {"/repeat", v1::REPEAT}, {"/back", v1::BACK},   {"/why", v1::WHY},
    {"/help", v1::HELP},     {"/skip", v1::SKIP},   {"/stop", v1::STOP},
    {"/human", v1::HUMAN},   {"/person", v1::HUMAN}};

// The number of characters; -1: not UTF-8.
int CountCharacters(absl::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  int count = 0;
  for (std::int32_t next = 0; next < size; ++count) {
    UChar32 character;
    U8_NEXT(bytes, next, size, character);
    if (character < 0) return -1;
  }
  return count;
}

}  // namespace

absl::Status ReadTyped(absl::string_view typed, v1::ReplyRequest& reply) {
  typed = absl::StripAsciiWhitespace(typed);
  if (typed.empty()) {
    return absl::InvalidArgumentError(
        "Please type an answer, or /skip to leave this one out.");
  }
  if (typed[0] == '/') {
    for (const NamedCommand& known : kCommands) {
      if (absl::EqualsIgnoreCase(known.name, typed)) {
        reply.set_command(known.command);
        return absl::OkStatus();
      }
    }
    return absl::InvalidArgumentError(
        "There is no such command. You can type /repeat, /back, /why, /help, "
        "/skip, /human or /stop.");
  }
  const int characters = CountCharacters(typed);
  if (characters < 0) {
    return absl::InvalidArgumentError(
        "That is not UTF-8 text. Please type it again.");
  }
  if (characters > kMostCharacters) {
    return absl::InvalidArgumentError(
        "That is too long. Please say it in at most 4,096 characters.");
  }
  reply.set_text(std::string(typed));
  return absl::OkStatus();
}

}  // namespace firstvisit
