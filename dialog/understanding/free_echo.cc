// Tests: free_yes_no_test.cc.

#include "dialog/understanding/free_echo.h"

#include <algorithm>
#include <cstddef>

namespace firstvisit {
namespace {

// Words alike in fewer letters are not the same word.
constexpr size_t kAlike = 4;
// Endings of one word differ by this much at most: "eat", "eating".
constexpr size_t kEnding = 3;

bool Alike(absl::string_view a, absl::string_view b) {
  if (a.size() < kAlike || b.size() < kAlike) return a == b;
  size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
  return same >= kAlike && same + kEnding >= std::max(a.size(), b.size());
}

}  // namespace

FreeEcho::FreeEcho(const Reading& answer, const Reading& prompt)
    : answer_(answer), prompt_(prompt) {
  const Vocabulary& words = answer.language->words();
  for (const char* name : {"be", "have", "do", "modal"}) {
    families_.push_back(words.FindClass(name));
  }
  speaker_ = words.FindClass("free_speaker");
  addressed_ = words.FindClass("free_addressed");
  hesitates_ = words.FindClass("free_hesitates");
  opines_ = words.FindClass("free_opines");
  adverb_ = words.FindClass("adverb");
  pronoun_ = words.FindClass("pronoun");
  const int auxiliary = Auxiliary();
  const int count = static_cast<int>(prompt.tokens.size());
  if (auxiliary < 0 || auxiliary + 1 >= count) return;
  const WordRoles& roles = prompt.language->roles();
  // "don't you": the negation stands between.
  const bool negated = prompt.tokens[auxiliary + 1].Is(roles.barrier);
  subject_ = negated && auxiliary + 2 < count ? auxiliary + 2 : auxiliary + 1;
  for (int i = subject_ + 1; i < count && verb_ < 0; ++i) {
    const Token& token = prompt.tokens[i];
    const bool content = !token.Is(roles.function) && !token.Is(roles.filler) &&
                         !token.Is(adverb_) && !token.number;
    if (content) verb_ = i;
  }
}

absl::string_view FreeEcho::Word(const Reading& reading, int at) const {
  const Token& token = reading.tokens[at];
  return absl::string_view(reading.text.text)
      .substr(token.begin, token.end - token.begin);
}

bool FreeEcho::Filler(int at) const {
  const Token& token = answer_.tokens[at];
  return token.Is(answer_.language->roles().filler) || token.Is(adverb_);
}

int FreeEcho::Auxiliary() const {
  for (size_t i = 0; i < prompt_.tokens.size(); ++i) {
    for (const Symbol family : families_) {
      if (prompt_.tokens[i].Is(family)) return static_cast<int>(i);
    }
  }
  return -1;
}

bool FreeEcho::SameSubject(int at) const {
  if (subject_ < 0) return false;
  const bool asked_of_me = prompt_.tokens[subject_].Is(addressed_);
  const bool mine = answer_.tokens[at].Is(speaker_);
  return asked_of_me == mine && !answer_.tokens[at].Is(addressed_);
}

bool FreeEcho::SharesFamily(const FreeMark& mark) const {
  for (const Symbol family : families_) {
    const auto of = [family](const Token& token) { return token.Is(family); };
    if (std::any_of(answer_.tokens.begin() + mark.begin,
                    answer_.tokens.begin() + mark.end, of) &&
        std::any_of(prompt_.tokens.begin(), prompt_.tokens.end(), of)) {
      return true;
    }
  }
  return false;
}

int FreeEcho::SignOf(const FreeMark& mark) const {
  switch (mark.kind) {
    case content::v1::FREE_ECHOES:
      return SameSubject(mark.begin) && SharesFamily(mark) ? 1 : 0;
    case content::v1::FREE_ECHOES_NOT: {
      const bool bare = !answer_.tokens[mark.begin].Is(pronoun_);
      return (bare || SameSubject(mark.begin)) && SharesFamily(mark) ? -1 : 0;
    }
    case content::v1::FREE_DENIES:
      return Denies(mark) ? -1 : 0;
    default:
      return 0;
  }
}

// "I haven't been paid", "I can't come": not "I don't think …", nor "it isn't
// …" of something else than what was asked.
bool FreeEcho::Denies(const FreeMark& mark) const {
  const int next = mark.end;
  if (!SameSubject(mark.begin) || !SharesFamily(mark) ||
      next >= static_cast<int>(answer_.tokens.size())) {
    return false;
  }
  const bool again =
      verb_ >= 0 && Alike(Word(answer_, next), Word(prompt_, verb_));
  if (again) return true;
  const Symbol be = families_.front();
  const bool is = std::any_of(
      answer_.tokens.begin() + mark.begin, answer_.tokens.begin() + mark.end,
      [be](const Token& token) { return token.Is(be); });
  return !is && !answer_.tokens[next].Is(opines_);
}

bool FreeEcho::OfSpeaker(const FreeMark& mark) const {
  const Token& first = answer_.tokens[mark.begin];
  return first.Is(speaker_) || !first.Is(pronoun_) || first.Is(addressed_);
}

bool FreeEcho::IsHesitation(const FreeMark& mark) const {
  return answer_.tokens[mark.begin].Is(hesitates_);
}

bool FreeEcho::DeniesFrom(int at) const {
  return std::any_of(
      answer_.cues.begin(), answer_.cues.end(), [at](const CueMention& cue) {
        return cue.begin >= at && (cue.kind == content::v1::NEGATION ||
                                   cue.kind == content::v1::DENY);
      });
}

bool FreeEcho::Numbers() const {
  const int count = static_cast<int>(answer_.tokens.size());
  int at = 0;
  while (at < count && Filler(at)) ++at;
  if (at == count || !answer_.tokens[at].number) return false;
  const Token& number = answer_.tokens[at];
  if (number.low <= 0 || number.year) return false;
  const bool unit = at + 1 < count &&
                    answer_.tokens[at + 1].Is(answer_.language->roles().unit);
  return !unit && !DeniesFrom(at);
}

bool FreeEcho::SaysVerb() const {
  const int count = static_cast<int>(answer_.tokens.size());
  int at = 0;
  while (at < count && Filler(at)) ++at;
  if (verb_ < 0 || at == count || !answer_.tokens[at].Is(pronoun_) ||
      !SameSubject(at)) {
    return false;
  }
  ++at;
  while (at < count && Filler(at)) ++at;
  return at < count && Alike(Word(answer_, at), Word(prompt_, verb_)) &&
         !DeniesFrom(0) && !answer_.Has(content::v1::CONTRAST) &&
         !answer_.Has(content::v1::ENDED);
}

}  // namespace firstvisit
