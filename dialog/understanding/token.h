// One word of an answer, as every later step sees it. Plain values.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_TOKEN_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_TOKEN_H_

#include <cstdint>

#include "absl/time/civil_time.h"
#include "dialog/understanding/vocabulary.h"

namespace firstvisit {

// Punctuation between two words, weakest first.
enum class Break : std::uint8_t { kNone, kComma, kStop, kQuestion };

struct Token {
  Symbols symbols;
  // Bytes of the normalised text.
  int begin = 0;
  int end = 0;
  Break before = Break::kNone;
  bool begins = false;   // a clause begins here
  bool ends = false;     // a clause may end after it
  bool bars = false;     // no gap of a phrase reaches over it: "and"
  bool turns = false;    // no wildcard stands for it: "not"
  bool known = false;    // some phrase knows it
  bool guessed = false;  // read as a word that it misspells
  bool clipped = false;  // "'ve": nothing ends after it
  // A number, digits or words: [low, high].
  bool number = false;
  bool digits = false;   // written with figures
  bool year = false;     // "nineteen forty eight"
  bool decade = false;   // "the fifties": low to low + 9
  bool ordinal = false;  // "third", "10th": a number to dates alone
  double low = 0;
  double high = 0;
  // A date in figures: 3/5/2024.
  bool dated = false;
  absl::CivilDay date;

  bool Is(Symbol symbol) const {
    for (const Symbol own : symbols) {
      if (own == symbol) return true;
    }
    return false;
  }
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_TOKEN_H_
