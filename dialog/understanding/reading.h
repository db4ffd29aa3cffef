// One answer, read against a locale: its words, clauses and cues, and every
// phrase of a question in it with what stands around that phrase. No question
// is decided here; yes_no.h, quantity.h and the others do that.
//
//   Reading reading = ReadWords(text, language, today, /*on_behalf=*/false,
//                               {fever});
//   for (const Mention& mention : reading.mentions) …
//
// Plain values; `language` must outlive the reading.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_READING_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "dialog/understanding/hearing.h"
#include "dialog/understanding/language.h"
#include "dialog/understanding/normalise.h"
#include "dialog/understanding/time_words.h"
#include "dialog/understanding/token.h"

namespace firstvisit {

// A stretch of words with one thing to say.
struct Clause {
  int begin = 0;
  int end = 0;                 // one past its last word
  Break after = Break::kNone;  // what ends it
  bool other = false;          // of somebody else
  bool ended = false;          // over and done with
  bool contrast = false;       // set against what stood before: "but"
  bool bridge = false;         // nothing but "but"
  bool only = false;           // "just", "only"
  bool conditional = false;
  bool correction = false;  // begins with, or is, a correction
  bool mentions = false;    // holds a phrase of some question
  bool negated = false;     // holds a negation
  int first_cue = 0;        // its cues: [first_cue, last_cue)
  int last_cue = 0;
};

// A cue, each word in one at most.
struct CueMention {
  CueKind kind = content::v1::CUE_KIND_UNSPECIFIED;
  int rule = 0;
  int begin = 0;
  int end = 0;
  int clause = 0;
  bool leads = false;    // first thing said in its clause
  bool governs = false;  // a negation that a phrase after it used up
  int governed = 0;      // where the first such phrase begins
};

// A phrase of a question, an alarm or a command.
struct Mention {
  const Phrase* rule = nullptr;
  int begin = 0;
  int end = 0;
  int later = 0;  // of a phrase in two parts, where the later one begins
  int clause = 0;
  bool negated = false;
  bool other = false;  // somebody else's
  bool ended = false;
  bool questioned = false;  // "swollen?"
  bool conditional = false;
  bool tangled = false;   // under two negations
  bool supposed = false;  // only feared, or looked for
  bool was = false;       // said of a time before; ended or not
  bool guessed = false;   // through a mended misspelling
};

struct Reading {
  const Language* language = nullptr;
  Normalised text;
  std::vector<Token> tokens;
  std::vector<Clause> clauses;
  std::vector<CueMention> cues;    // by place
  std::vector<Mention> mentions;   // by place
  std::vector<TimeMention> times;  // by place
  std::vector<int> clause_of;      // token to clause
  std::vector<bool> covered;       // tokens that some phrase accounts for
  bool on_behalf = false;
  int corrected_at = 0;     // words before this one were taken back
  std::uint64_t kinds = 0;  // of cues, a bit each
  std::uint64_t asks = 0;   // of a prompt: the ASKS_ kinds in it, a bit each

  bool Has(CueKind kind) const { return kinds >> kind & 1; }
  bool Asks(CueKind kind) const { return asks >> kind & 1; }
  bool Has(CueKind kind, int clause) const;
  // Words that carry content which no phrase accounts for, in [begin, end).
  int Unknown(int begin, int end) const;
  // Whether nothing but fillers stands in [begin, end).
  bool Fills(int begin, int end) const;
  // Bytes of the input.
  int InputBegin(int token) const;
  int InputEnd(int token) const;
};

// `open`: the questions that the answer was given to; phrases that mean
// something only there are looked for in these alone.
Reading ReadWords(absl::string_view text, const Language& language,
                  absl::CivilDay today, bool on_behalf,
                  const std::vector<QuestionIndex>& open);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_READING_H_
