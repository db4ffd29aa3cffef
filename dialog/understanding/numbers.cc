// Method: a small grammar over the tokens, longest reading first. Nothing of a
// language is here but the order "tens, then units", which the locales share.
// Tests: numbers_test.cc, tests/utterances.

#include "dialog/understanding/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "dialog/understanding/number_ranges.h"

namespace firstvisit {
namespace {

constexpr int kEarliestYear = 1900;
constexpr double kScore = 20;

class Joiner {
 public:
  Joiner(std::vector<Token> tokens, absl::string_view text,
         const Language& language, absl::CivilDay today)
      : in_(std::move(tokens)),
        text_(text),
        language_(language),
        roles_(language.roles()),
        this_year_(static_cast<int>(today.year())) {}

  std::vector<Token> Join() {
    std::vector<Token> single;
    while (at_ < in_.size()) {
      Token number;
      const size_t from = at_;
      if (Number(number)) {
        number.before = in_[from].before;
        MarkYear(number);
        // A word that is a number may still be part of a phrase.
        if (at_ == from + 1) {
          for (const Symbol symbol : in_[from].symbols) {
            if (!number.Is(symbol)) number.symbols.push_back(symbol);
          }
        }
        single.push_back(std::move(number));
      } else {
        at_ = from;
        single.push_back(in_[at_++]);  // later words look back at it
      }
    }
    return JoinRanges(std::move(single), text_, roles_);
  }

 private:
  absl::string_view WordAt(size_t at) const {
    return text_.substr(in_[at].begin, in_[at].end - in_[at].begin);
  }
  const Language::Numeral* NumeralAt(size_t at) const {
    if (at >= in_.size() || in_[at].number) return nullptr;
    return language_.FindNumeral(in_[at].symbols);
  }
  bool Has(size_t at, Symbol role) const {
    return at < in_.size() && in_[at].Is(role);
  }
  // No punctuation before it, so that it can go on what stands there.
  bool GoesOn(size_t at) const {
    return at < in_.size() && in_[at].before == Break::kNone;
  }

  Token Made(size_t from, double low, double high) const {
    Token token;
    // "one", said alone, is also the word itself.
    if (at_ - from == 1) token.symbols = in_[from].symbols;
    token.symbols.push_back(roles_.number);
    token.begin = in_[from].begin;
    token.end = in_[at_ - 1].end;
    token.number = true;
    token.known = true;
    token.low = low;
    token.high = high;
    return token;
  }

  bool Number(Token& out) {
    const size_t from = at_;
    if (in_[from].number) {
      out = in_[at_++];
      if (OrdinalMark(out)) return true;
      Decade(out);
      Figures(out);
      Tail(from, out);
      return true;
    }
    if (Ordinal(from, 0, out) || Sound(out)) return true;
    // "a couple", "a dozen", "a hundred", "half a dozen".
    double factor = 1;
    const Language::Numeral* first = NumeralAt(at_);
    if (first != nullptr && first->fraction) {
      factor = first->value;
      ++at_;
      if (Has(at_, roles_.article)) ++at_;
      const Language::Numeral* next = NumeralAt(at_);
      if (next == nullptr || !next->multiplier || !GoesOn(at_)) {
        at_ = from + 1;
        out = Made(from, factor, factor);
        return true;
      }
      first = next;
    } else if (Has(at_, roles_.article) && first == nullptr) {
      const Language::Numeral* next = NumeralAt(at_ + 1);
      if (next == nullptr || !GoesOn(at_ + 1) ||
          (!next->multiplier && next->high == next->value)) {
        return false;
      }
      first = next;
      ++at_;
    }
    if (first == nullptr || first->ordinal || PronounOne(from)) return false;
    if (first->decade && first->value == 0) return false;  // a lone "s"
    if (first->needs_number) return false;
    double low = 0;
    double high = 0;
    Words(low, high);
    if (at_ == from) return false;
    if (low == high && Ordinal(from, low, out)) return true;
    out = Made(from, low * factor, high * factor);
    if (first->decade) {
      out.high = out.low + 9;
      out.decade = true;
    }
    if (first->value != first->high && Has(at_, roles_.number_of)) {
      ++at_;  // "a couple of"
    }
    SoundOfUnit(out);
    Parts(out);
    Fraction(out);
    Tail(from, out);
    return true;
  }

  // "10th".
  bool OrdinalMark(Token& out) {
    if (!Has(at_, roles_.ordinal_mark) || in_[at_].begin != out.end) {
      return false;
    }
    out.end = in_[at_++].end;
    out.number = false;
    out.ordinal = true;
    return true;
  }

  // "third"; behind `tens` "twenty first".
  bool Ordinal(size_t from, double tens, Token& out) {
    const Language::Numeral* part = NumeralAt(at_);
    if (part == nullptr || !part->ordinal) return false;
    const bool unit = std::fmod(tens, 10) == 0 && tens >= 20 &&
                      part->value < 10 && GoesOn(at_);
    if (tens > 0 && !unit) return false;
    ++at_;
    out = Made(from, tens + part->value, tens + part->value);
    out.number = false;
    out.ordinal = true;
    return true;
  }

  // "tree weeks", "ate out of ten", "to days ago".
  bool Sound(Token& out) {
    const Language::Sound* sound = language_.FindSound(in_[at_].symbols);
    if (sound == nullptr) return false;
    const bool unit = Has(at_ + 1, roles_.unit) && GoesOn(at_ + 1);
    const bool alone = in_.size() == 1;
    const bool scale = Has(at_ + 1, roles_.out_of) && GoesOn(at_ + 1) &&
                       (Has(at_ + 2, roles_.out_of) || ScaleAt(at_ + 2));
    const bool taken =
        sound->ago ? unit && Has(at_ + 2, roles_.ago) : unit || alone || scale;
    if (!taken) return false;
    const size_t from = at_++;
    out = Made(from, sound->value, sound->value);
    return true;
  }

  bool ScaleAt(size_t at) const {
    const Language::Numeral* numeral = NumeralAt(at);
    return at < in_.size() && ((in_[at].number && in_[at].low == 10) ||
                               (numeral != nullptr && numeral->value == 10));
  }

  // "sixty ate", at the end of what is said.
  void SoundOfUnit(Token& out) {
    const bool tens = out.low == out.high && out.low >= 20 && out.low < 100 &&
                      std::fmod(out.low, 10) == 0;
    if (!tens || !GoesOn(at_) || GoesOn(at_ + 1)) return;
    const Language::Sound* sound = language_.FindSound(in_[at_].symbols);
    if (sound == nullptr || sound->ago || sound->value > 9 ||
        in_[at_].Is(roles_.filler)) {
      return;
    }
    out.low = out.high = out.low + sound->value;
    out.end = in_[at_++].end;
  }

  // "three quarters".
  void Parts(Token& out) {
    const Language::Numeral* part = NumeralAt(at_);
    if (part == nullptr || !part->fraction || !GoesOn(at_)) return;
    if (out.low != out.high || out.low > 3) return;
    out.low = out.high = out.low * part->value;
    out.end = in_[at_++].end;
  }

  // What may follow a number: "six point five", "five oh", "fifty odd".
  void Tail(size_t from, Token& out) {
    if (!GoesOn(at_) || out.low != out.high) return;
    const bool tens = out.low >= 20 && std::fmod(out.low, 10) == 0;
    const bool unit = at_ == from + 1 && out.low >= 2 && out.low <= 9;
    if (Has(at_, roles_.number_point) && GoesOn(at_ + 1)) {
      double digit = -1;
      const Language::Numeral* part = NumeralAt(at_ + 1);
      if (part != nullptr) digit = part->value;
      if (in_[at_ + 1].number) digit = in_[at_ + 1].low;
      if (digit < 0 || digit > 9) return;
      out.low = out.high = out.low + digit / 10;
      out.end = in_[at_ + 1].end;
      at_ += 2;
    } else if (unit && Nought(at_)) {
      out.low = out.high = out.low * 10;
      out.end = in_[at_++].end;
    } else if (tens) {
      Odd(out);
    }
  }

  // "five oh", "five zero"; in "two o clock" it is none.
  bool Nought(size_t at) const {
    const Language::Numeral* zero = NumeralAt(at);
    const bool zero_word =
        zero != nullptr && zero->high == 0 && !zero->fraction && !zero->decade;
    if (!zero_word && !Has(at, roles_.number_nought)) return false;
    return !GoesOn(at + 1) ||
           (NumeralAt(at + 1) == nullptr && !in_[at + 1].number &&
            in_[at + 1].Is(roles_.number_ahead));
  }

  // "this one", "the left one", "no one", "one of my knees".
  bool PronounOne(size_t at) const {
    const Language::Numeral* numeral = NumeralAt(at);
    if (numeral == nullptr || numeral->value != 1 || numeral->multiplier) {
      return false;
    }
    return (at > 0 && GoesOn(at) && in_[at - 1].Is(roles_.this_one)) ||
           Has(at + 1, roles_.number_of);
  }

  // "fifty eight", "a hundred and ten", "nineteen forty eight", "thirty and
  // four".
  void Words(double& low, double& high) {
    double total = 0;
    double last = 1e9;  // each part must be smaller than the one before
    bool any = false;
    for (;;) {
      size_t at = at_;
      if (any && Has(at, roles_.number_and) && GoesOn(at)) ++at;
      const Language::Numeral* part = NumeralAt(at);
      if (part == nullptr || (any && !GoesOn(at)) || part->fraction ||
          part->ordinal) {
        break;
      }
      if (part->multiplier) {
        if (any && at != at_) break;
        total = (any ? total : 1) * part->value;
        last = part->value;
        if (part->needs_number) {
          at_ = AfterScore(at + 1, total);
          break;
        }
      } else if (part->high != part->value) {
        if (any) break;
        low = part->value;
        high = part->high;
        ++at_;
        return;
      } else if (!Fits(part->value, last)) {
        if (!Year(total, at, part->value)) break;
        total = total * 100 + part->value;
        last = part->value < 20 ? 1 : part->value;
      } else {
        total += part->value;
        last = part->value;
      }
      any = true;
      at_ = at + 1;
      if (part->decade) break;
    }
    low = high = total;
  }

  // "three score [years] and ten".
  size_t AfterScore(size_t at, double& total) const {
    size_t next = at;
    if (Has(next, roles_.unit)) ++next;
    if (!Has(next, roles_.number_and) || !GoesOn(next)) return at;
    const Language::Numeral* rest = NumeralAt(next + 1);
    if (rest == nullptr || rest->value != rest->high || rest->fraction ||
        rest->multiplier || rest->value > kScore - 1) {
      return at;
    }
    total += rest->value;
    return next + 2;
  }

  // A unit after tens, tens after hundreds.
  static bool Fits(double part, double last) {
    if (last >= 1e9) return true;
    if (last >= 100) return part < last;
    return last >= 20 && std::fmod(last, 10) == 0 && part < 10 && part > 0;
  }

  bool Year(double head, size_t at, double tail) const {
    return at == at_ && (head == 19 || head == 20) && tail >= 10 &&
           head * 100 + tail <= this_year_;
  }

  // "50s".
  void Decade(Token& out) {
    const Language::Numeral* mark = NumeralAt(at_);
    if (mark != nullptr && mark->decade && mark->value == 0 && GoesOn(at_) &&
        in_[at_].begin == out.end) {
      out.high = out.low + 9;
      out.decade = true;
      out.end = in_[at_++].end;
    }
  }

  void MarkYear(Token& token) const {
    token.year = token.number && token.low == token.high &&
                 token.low >= kEarliestYear && token.low <= this_year_ &&
                 token.low == std::floor(token.low);
  }

  // "fifty something", "sesenta y pico"; in "20 odd years" the unit counts.
  void Odd(Token& out) {
    size_t at = at_;
    if (Has(at, roles_.number_and)) ++at;
    if (!Has(at, roles_.number_odd) || !GoesOn(at)) return;
    if (Has(at + 1, roles_.unit)) return;
    out.high = out.low + 9;
    out.decade = true;
    out.end = in_[at].end;
    at_ = at + 1;
  }

  // "1/2", "2 1/2", "2 and a half".
  void Figures(Token& out) {
    if (at_ + 1 < in_.size() && out.digits && WordAt(at_) == "/" &&
        in_[at_ + 1].number && out.low == 1 && in_[at_ + 1].low <= 4 &&
        in_[at_ + 1].low >= 2) {
      out.low = out.high = 1 / in_[at_ + 1].low;
      out.end = in_[at_ + 1].end;
      at_ += 2;
      return;
    }
    if (at_ + 2 < in_.size() && in_[at_].number && in_[at_].low == 1 &&
        WordAt(at_ + 1) == "/" && in_[at_ + 2].number &&
        in_[at_ + 2].low >= 2 && in_[at_ + 2].low <= 4 && GoesOn(at_)) {
      out.low = out.high = out.low + 1 / in_[at_ + 2].low;
      out.end = in_[at_ + 2].end;
      at_ += 3;
      return;
    }
    Fraction(out);
  }

  // "… and a half".
  void Fraction(Token& out) {
    size_t at = at_;
    if (!Has(at, roles_.number_half) || !GoesOn(at)) return;
    ++at;
    if (Has(at, roles_.article)) ++at;
    const Language::Numeral* part = NumeralAt(at);
    if (part == nullptr || !part->fraction) return;
    out.low += part->value;
    out.high += part->value;
    out.end = in_[at].end;
    at_ = at + 1;
  }

  std::vector<Token> in_;
  absl::string_view text_;
  const Language& language_;
  const WordRoles& roles_;
  int this_year_;
  size_t at_ = 0;
};

}  // namespace

std::vector<Token> JoinNumbers(std::vector<Token> tokens,
                               absl::string_view text, const Language& language,
                               absl::CivilDay today) {
  for (const Token& token : tokens) {
    if (token.number || language.FindNumeral(token.symbols) != nullptr ||
        language.FindSound(token.symbols) != nullptr) {
      return Joiner(std::move(tokens), text, language, today).Join();
    }
  }
  return tokens;
}

}  // namespace firstvisit
