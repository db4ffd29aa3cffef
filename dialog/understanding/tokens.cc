// Method: one pass over the characters; each run of letters or digits becomes
// a word and goes through the locale's spellings and endings. numbers.cc then
// joins number words. Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/tokens.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "dialog/understanding/date_figures.h"
#include "dialog/understanding/numbers.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace firstvisit {
namespace {

// Of a short word and the space behind it.
constexpr size_t kBytesAWord = 4;

// What a character is to the splitter.
enum class Sort { kSpace, kLetter, kDigit, kPunctuation, kSign };

bool IsBreak(UChar32 c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == '(' || c == ')' || c == '"' || c == '\n' || c == 0x00BF ||
         c == 0x00A1 || c == 0x2022;
}

Sort SortOf(UChar32 c) {
  if (c == ' ' || c == '\t' || c == '\r' || c == '_' || c == '*') {
    return Sort::kSpace;
  }
  if (c < 0x80) {
    if (absl::ascii_isalpha(c) || c == '\'') return Sort::kLetter;
    if (absl::ascii_isdigit(c)) return Sort::kDigit;
    return IsBreak(c) ? Sort::kPunctuation : Sort::kSign;
  }
  if (IsBreak(c)) return Sort::kPunctuation;
  if (u_isalpha(c) || u_getCombiningClass(c) != 0) return Sort::kLetter;
  if (u_isUWhiteSpace(c)) return Sort::kSpace;
  // Skin tones and joiners colour the sign before them and say nothing.
  if ((c >= 0x1F3FB && c <= 0x1F3FF) || c == 0x200D) return Sort::kSpace;
  return Sort::kSign;
}

Break BreakOf(UChar32 c) {
  if (c == '?') return Break::kQuestion;
  if (c == '.' || c == '!' || c == '\n') return Break::kStop;
  return Break::kComma;
}

class Splitter {
 public:
  Splitter(absl::string_view text, const Language& language,
           absl::CivilDay today)
      : text_(text), language_(language), today_(today) {}

  std::vector<Token> Split() {
    const auto length = static_cast<int>(text_.size());
    tokens_.reserve(text_.size() / kBytesAWord + 1);
    while (at_ < length) {
      const int begin = at_;
      const UChar32 c = Next();
      switch (SortOf(c)) {
        case Sort::kSpace:
          break;
        case Sort::kLetter:
          while (at_ < length && SortOf(Peek()) == Sort::kLetter) Next();
          Word(begin, at_);
          break;
        case Sort::kDigit:
          Digits(begin);
          break;
        case Sort::kPunctuation:
          Punctuation(c, begin);
          break;
        case Sort::kSign:
          Sign(c, begin);
          break;
      }
    }
    return std::move(tokens_);
  }

 private:
  UChar32 Next() {
    UChar32 c;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text_.data()), at_,
            static_cast<int>(text_.size()), c);
    return c;
  }
  UChar32 Peek() const {
    int at = at_;
    UChar32 c;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text_.data()), at,
            static_cast<int>(text_.size()), c);
    return c;
  }
  bool DigitAt(int at) const {
    return at >= 0 && at < static_cast<int>(text_.size()) &&
           absl::ascii_isdigit(text_[at]);
  }
  bool LetterAt(int at) const {
    return at >= 0 && at < static_cast<int>(text_.size()) &&
           absl::ascii_isalpha(text_[at]);
  }

  void Punctuation(UChar32 c, int begin) {
    // "p.m.": no sentence ends between two single letters.
    if (c == '.' && LetterAt(begin - 1) && LetterAt(at_)) {
      pending_ = std::max(pending_, Break::kNone);
      return;
    }
    pending_ = std::max(pending_, BreakOf(c));
  }

  void Sign(UChar32 c, int begin) {
    if (c == '-') {
      int before = begin;
      while (before > 0 && text_[before - 1] == ' ') --before;
      int after = at_;
      while (after < static_cast<int>(text_.size()) && text_[after] == ' ') {
        ++after;
      }
      // A range or a minus; between words a hyphen or a dash.
      const bool range = DigitAt(before - 1) && DigitAt(after);
      if (range || DigitAt(at_)) {
        Push("-", begin, at_);
      } else if (begin == 0 || text_[begin - 1] == ' ') {
        pending_ = std::max(pending_, Break::kComma);
      }
      return;
    }
    Word(begin, at_);
  }

  void Digits(int begin) {
    const auto length = static_cast<int>(text_.size());
    absl::CivilDay date;
    int after = 0;
    if (ReadDate(text_, begin, today_, date, after)) {
      at_ = after;
      Token token = Make(text_.substr(begin, at_ - begin), begin, at_);
      token.known = true;
      token.dated = true;
      token.date = date;
      tokens_.push_back(std::move(token));
      return;
    }
    while (at_ < length && absl::ascii_isdigit(text_[at_])) ++at_;
    std::string number(text_.substr(begin, at_ - begin));
    if (at_ + 1 < length && (text_[at_] == '.' || text_[at_] == ',') &&
        DigitAt(at_ + 1)) {
      const int mark = at_++;
      while (at_ < length && absl::ascii_isdigit(text_[at_])) ++at_;
      const absl::string_view rest = text_.substr(mark + 1, at_ - mark - 1);
      const bool thousands = text_[mark] == ',' && rest.size() == 3;
      number += absl::StrCat(thousands ? "" : ".", rest);
    }
    Token token = Make(text_.substr(begin, at_ - begin), begin, at_);
    token.number = absl::SimpleAtod(number, &token.low);
    token.high = token.low;
    token.digits = true;
    token.known = true;
    token.symbols.push_back(language_.roles().number);
    tokens_.push_back(std::move(token));
  }

  Token Make(absl::string_view word, int begin, int end) {
    Vocabulary::Entry entry = language_.words().Find(word);
    Token token;
    token.symbols = std::move(entry.symbols);
    token.known = entry.known;
    token.guessed = entry.guessed;
    token.begin = begin;
    token.end = end;
    token.before = std::exchange(pending_, Break::kNone);
    return token;
  }

  void Push(absl::string_view word, int begin, int end) {
    tokens_.push_back(Make(word, begin, end));
  }

  bool PushSpelling(absl::string_view word, int begin, int end) {
    const std::vector<std::string>* means = language_.FindSpelling(word);
    if (means == nullptr) return false;
    for (const std::string& meant : *means) Push(meant, begin, end);
    return true;
  }

  void Word(int begin, int end) {
    while (begin < end && text_[begin] == '\'') ++begin;
    while (end > begin && text_[end - 1] == '\'') --end;
    if (begin == end) return;
    Split(text_.substr(begin, end - begin), begin, end);
  }

  void Split(absl::string_view word, int begin, int end) {
    if (PushSpelling(word, begin, end)) return;
    if (absl::StrContains(word, "'")) {
      for (const auto& ending : language_.endings()) {
        if (word.size() > ending.ending().size() &&
            absl::EndsWith(word, ending.ending())) {
          word.remove_suffix(ending.ending().size());
          const int middle = end - static_cast<int>(ending.ending().size());
          Split(word, begin, middle);
          Push(ending.means(), middle, end);
          tokens_.back().clipped = ending.ending().front() == '\'';
          return;
        }
      }
    }
    if (!language_.words().Has(word)) {
      const std::string shorter = Shortened(word);
      if (shorter != word && PushSpelling(shorter, begin, end)) return;
    }
    Push(word, begin, end);
  }

  // "yesss", "noooo", "okayyy": repeated letters once.
  static std::string Shortened(absl::string_view word) {
    std::string shorter;
    for (const char c : word) {
      if (shorter.empty() || shorter.back() != c) shorter += c;
    }
    return shorter;
  }

  absl::string_view text_;
  const Language& language_;
  absl::CivilDay today_;
  std::vector<Token> tokens_;
  int at_ = 0;
  Break pending_ = Break::kNone;
};

// Marks where clauses begin and may end.
void MarkClauses(const WordRoles& roles, std::vector<Token>& tokens) {
  const size_t count = tokens.size();
  for (size_t i = 0; i < count; ++i) {
    Token& token = tokens[i];
    const bool first = i == 0 || token.before != Break::kNone;
    const bool joint = token.Is(roles.joint);
    bool begins = first || joint;
    if (!begins) {
      const Token& previous = tokens[i - 1];
      // "overdone it?": a word that nothing follows is no subject.
      const bool last = i + 1 == count || tokens[i + 1].before != Break::kNone;
      const bool subject = token.Is(roles.subject) && !last;
      const bool linked = previous.Is(roles.linker) || previous.Is(roles.joint);
      const bool clipped = i > 1 && tokens[i - 2].clipped;
      begins = (previous.Is(roles.opener) && !clipped) ||
               (linked && previous.begins) ||
               (previous.Is(roles.no_word) && token.Is(roles.after_no)) ||
               (subject && !previous.Is(roles.binder) && !linked);
      if (token.Is(roles.linker) && i + 1 < count) {
        const Token& next = tokens[i + 1];
        begins |= next.Is(roles.subject) || next.Is(roles.opener);
      }
    }
    token.begins = begins;
    token.bars = token.Is(roles.barrier);
    token.turns = token.Is(roles.turner);
  }
  // Fillers at the end of a clause are no part of it.
  for (size_t i = count; i-- > 0;) {
    tokens[i].ends = i + 1 == count || tokens[i + 1].begins ||
                     tokens[i + 1].Is(roles.linker) ||
                     (tokens[i + 1].Is(roles.filler) && tokens[i + 1].ends);
    tokens[i].ends &= !tokens[i].clipped || i + 1 == count;
  }
}

}  // namespace

std::vector<Token> Tokenise(absl::string_view text, const Language& language,
                            absl::CivilDay today) {
  std::vector<Token> tokens = Splitter(text, language, today).Split();
  tokens = JoinNumbers(std::move(tokens), text, language, today);
  MarkClauses(language.roles(), tokens);
  return tokens;
}

}  // namespace firstvisit
