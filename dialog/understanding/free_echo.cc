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

bool AnyIs(const Reading& reading, int begin, int end, Symbol symbol) {
  return std::any_of(reading.tokens.begin() + begin,
                     reading.tokens.begin() + end,
                     [symbol](const Token& token) { return token.Is(symbol); });
}

}  // namespace

FreeEcho::FreeEcho(const Reading& answer, const FreeMarks& answer_marks,
                   const Reading& prompt, const FreeMarks& prompt_marks)
    : answer_(answer),
      answer_marks_(answer_marks),
      prompt_(prompt),
      prompt_marks_(prompt_marks) {
  const Vocabulary& words = answer.language->words();
  for (const char* name : {"be", "have", "do", "modal"}) {
    families_.push_back(words.FindClass(name));
  }
  speaker_ = words.FindClass("free_speaker");
  addressed_ = words.FindClass("free_addressed");
  hesitates_ = words.FindClass("free_hesitates");
  opines_ = words.FindClass("free_opines");
  was_ = words.FindClass("free_was");
  is_ = words.FindClass("free_is");
  lacks_ = words.FindClass("free_lacks");
  adverb_ = words.FindClass("adverb");
  pronoun_ = words.FindClass("pronoun");
  aux_ = words.FindClass("aux");
  FindSubject();
}

void FreeEcho::FindSubject() {
  auxiliary_ = Auxiliary();
  const int count = static_cast<int>(prompt_.tokens.size());
  if (auxiliary_ < 0) {
    // "So you work nights?"
    for (int i = 0; i < count && subject_ < 0; ++i) {
      if (prompt_.tokens[i].Is(pronoun_)) subject_ = i;
    }
    if (subject_ >= 0) FindVerb(subject_ + 1);
    return;
  }
  // "you're a nurse, aren't you?"
  if (auxiliary_ > 0 && prompt_.tokens[auxiliary_ - 1].Is(pronoun_)) {
    subject_ = auxiliary_ - 1;
    FindVerb(auxiliary_ + 1);
    return;
  }
  if (auxiliary_ + 1 >= count) return;
  // "don't you": the negation stands between.
  const bool negated =
      prompt_.tokens[auxiliary_ + 1].Is(prompt_.language->roles().barrier);
  subject_ =
      negated && auxiliary_ + 2 < count ? auxiliary_ + 2 : auxiliary_ + 1;
  FindVerb(subject_ + 1);
}

void FreeEcho::FindVerb(int from) {
  const WordRoles& roles = prompt_.language->roles();
  const int count = static_cast<int>(prompt_.tokens.size());
  for (int i = from; i < count && verb_ < 0; ++i) {
    const Token& token = prompt_.tokens[i];
    const bool light = prompt_marks_.FormOf(i) < 0 && token.Is(roles.function);
    const bool content = !light && !token.Is(roles.filler) &&
                         !token.Is(adverb_) && !token.Is(aux_) && !token.number;
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
  if (auxiliary_ < 0) return true;
  const int count = static_cast<int>(prompt_.tokens.size());
  return std::any_of(families_.begin(), families_.end(),
                     [&](const Symbol family) {
                       return AnyIs(answer_, mark.begin, mark.end, family) &&
                              AnyIs(prompt_, 0, count, family);
                     });
}

int FreeEcho::SignOf(const FreeMark& mark) const {
  switch (mark.kind) {
    case content::v1::FREE_ECHOES:
      if (!SameSubject(mark.begin) || !SharesFamily(mark)) return 0;
      return Past(mark) ? -1 : 1;
    case content::v1::FREE_ECHOES_NOT: {
      const bool bare = !answer_.tokens[mark.begin].Is(pronoun_);
      return (bare || SameSubject(mark.begin)) && SharesFamily(mark) ? -1 : 0;
    }
    case content::v1::FREE_DENIES:
      return Denies(mark, /*strict=*/false) ? -1 : 0;
    default:
      return 0;
  }
}

int FreeEcho::StrictSignOf(const FreeMark& mark) const {
  if (mark.kind != content::v1::FREE_DENIES) return SignOf(mark);
  return Denies(mark, /*strict=*/true) ? -1 : 0;
}

bool FreeEcho::Past(const FreeMark& mark) const {
  if (auxiliary_ < 0 || mark.kind != content::v1::FREE_ECHOES) return false;
  const int count = static_cast<int>(prompt_.tokens.size());
  return AnyIs(answer_, mark.begin, mark.end, was_) &&
         !AnyIs(prompt_, 0, count, was_) && AnyIs(prompt_, 0, count, is_);
}

bool FreeEcho::SaysWas(int at) const {
  const int count = static_cast<int>(prompt_.tokens.size());
  at = Skip(at);
  return at + 1 < static_cast<int>(answer_.tokens.size()) &&
         answer_.tokens[at].Is(pronoun_) && answer_.tokens[at + 1].Is(was_) &&
         !AnyIs(prompt_, 0, count, was_);
}

bool FreeEcho::Repeats(const FreeMark& mark) const {
  if (auxiliary_ < 0 || !SameSubject(mark.begin)) return false;
  for (int i = mark.begin; i < mark.end; ++i) {
    if (Word(answer_, i) == Word(prompt_, auxiliary_)) return true;
  }
  return false;
}

// The question's verb, or another form of it.
bool FreeEcho::SameVerb(int at) const {
  if (verb_ < 0 || at >= static_cast<int>(answer_.tokens.size())) return false;
  const int form = answer_marks_.FormOf(at);
  if (form >= 0 && form == prompt_marks_.FormOf(verb_)) return true;
  return Alike(Word(answer_, at), Word(prompt_, verb_));
}

// The first word from `at` on that is no filler.
int FreeEcho::Skip(int at) const {
  const int count = static_cast<int>(answer_.tokens.size());
  while (at < count && Filler(at)) ++at;
  return at;
}

// "I haven't been paid", "I can't come": not "I don't think …", nor "it isn't
// …" of something else than what was asked.
bool FreeEcho::Denies(const FreeMark& mark, bool strict) const {
  const int next = mark.end;
  if (!SameSubject(mark.begin) ||
      next >= static_cast<int>(answer_.tokens.size())) {
    return false;
  }
  const bool shares = SharesFamily(mark);
  if (shares && SameVerb(Skip(next))) return true;
  if (strict) return false;
  const Symbol be = families_.front();
  const bool is = AnyIs(answer_, mark.begin, mark.end, be);
  const Token& verb = answer_.tokens[next];
  if (is || verb.Is(opines_)) return false;
  if (shares) return true;
  // "Do you read?" – "I haven't opened a book since."
  return auxiliary_ >= 0 && !prompt_.tokens[auxiliary_].Is(be) &&
         AsksListener() && !verb.Is(lacks_);
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

bool FreeEcho::IsFragment() const {
  if (answer_.clauses.empty()) return false;
  const Clause& first = answer_.clauses.front();
  const int at = Skip(0);
  if (at >= first.end) return false;
  const WordRoles& roles = answer_.language->roles();
  for (int i = at; i < first.end; ++i) {
    const Token& token = answer_.tokens[i];
    if (token.Is(aux_) || token.Is(pronoun_) || token.Is(roles.joint)) {
      return false;
    }
  }
  const Token& head = answer_.tokens[at];
  const bool named = !head.Is(roles.function) || head.Is(roles.article);
  return named && !first.only && !first.negated;
}

bool FreeEcho::IsPredicate(int at) const {
  const Symbol function = answer_.language->roles().function;
  const Symbol be = families_.front();
  int before = at - 1;
  while (before >= 0 && !answer_.tokens[before].Is(be) &&
         (answer_.tokens[before].Is(function) || Filler(before))) {
    --before;
  }
  return before < 0 || answer_.tokens[before].Is(be);
}

bool FreeEcho::StatesNegative() const {
  const int count = static_cast<int>(prompt_.tokens.size());
  // "do you", "don't you"
  const bool tag = count >= 3 && prompt_.tokens[count - 1].Is(pronoun_) &&
                   AnyIs(prompt_, count - 3, count - 1, aux_);
  return subject_ >= 0 && subject_ < auxiliary_ && !tag &&
         prompt_marks_.Has(content::v1::FREE_ASKS_NEGATED);
}

bool FreeEcho::AsksListener() const {
  return subject_ >= 0 && prompt_.tokens[subject_].Is(addressed_);
}

bool FreeEcho::Numbers() const {
  const int count = static_cast<int>(answer_.tokens.size());
  const int at = Skip(0);
  if (at == count || !answer_.tokens[at].number) return false;
  const Token& number = answer_.tokens[at];
  if (number.low <= 0 || number.year) return false;
  const bool unit = at + 1 < count &&
                    answer_.tokens[at + 1].Is(answer_.language->roles().unit);
  // "sixty channels and there's still nothing on": of the first clause alone.
  return !unit && !answer_.clauses[answer_.clause_of[at]].negated;
}

bool FreeEcho::SaysVerb() const {
  const int count = static_cast<int>(answer_.tokens.size());
  int at = Skip(0);
  if (verb_ < 0 || at == count || !answer_.tokens[at].Is(pronoun_) ||
      !SameSubject(at) || prompt_.tokens[verb_].Is(opines_)) {
    return false;
  }
  at = Skip(at + 1);
  // "I've seen it", "she's reading"; not "I should read", unless that is asked
  const Symbol modal = families_.back();
  while (at < count && answer_.tokens[at].Is(aux_) && !SameVerb(at)) {
    const bool asked =
        auxiliary_ >= 0 && Word(answer_, at) == Word(prompt_, auxiliary_);
    if (answer_.tokens[at].Is(modal) && !asked) return false;
    at = Skip(at + 1);
  }
  return SameVerb(at) && !DeniesFrom(0) &&
         !answer_.Has(content::v1::CONTRAST) &&
         !answer_.Has(content::v1::ENDED);
}

}  // namespace firstvisit
