// An answer to an everyday question that begins with a word of "yes" or "no".
//
//   const FreeLeading leading(reading, answer, prompt, echo, fit);
//   Verdict verdict = leading.Decide(/*first=*/0);
//
// A plain value; what it is made of must outlive it.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_LEADING_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_LEADING_H_

#include <cstddef>
#include <vector>

#include "dialog/understanding/free_echo.h"
#include "dialog/understanding/free_fit.h"
#include "dialog/understanding/free_marks.h"
#include "dialog/understanding/reading.h"
#include "dialog/understanding/verdict.h"

namespace firstvisit {

// An answer of that sign, for `mark`.
Verdict FreeVerdict(const FreeMark& mark, int sign, const char* rule,
                    v1::Confidence confidence = v1::PROBABLE);

class FreeLeading {
 public:
  FreeLeading(const Reading& reading, const FreeMarks& answer,
              const FreeMarks& prompt, const FreeEcho& echo,
              const FreeFit& fit);

  // `first`: the mark that leads.
  Verdict Decide(size_t first) const;

  // A later "yes" or "no" that replaces what was said, if that was no answer of
  // this sign; null: none.
  const FreeMark* TurnedLater(size_t from, int sign) const;
  // "no" before a noun: "yes, no sugar".
  bool Determines(const FreeMark& mark) const;
  // Words that turn an answer round stand there: "wait", "actually".
  bool Turns(size_t at) const;
  // Nothing but fillers, and words begun again, between here and a mark.
  bool Leads(int end, size_t at) const;

 private:
  // The words of "yes" and "no" said in one breath: [first, last].
  struct Chain {
    size_t last = 0;
    int sign = 0;
    bool turned = false;      // "yeah no"
    bool taken_back = false;  // and nothing put in its place
  };

  bool Asks(FreeKind kind) const { return prompt_.Has(kind); }
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(size_t at, FreeKind kind) const {
    return at < marks_.size() && marks_[at].kind == kind;
  }
  bool Adjacent(int end, size_t at) const {
    return at < marks_.size() && reading_.Fills(end, marks_[at].begin);
  }
  Chain FindChain(size_t first) const;
  bool Questioned(const FreeMark& mark) const;
  bool Concludes(size_t at) const;
  bool Affirmed(size_t at, int sign) const;
  bool Opposed(size_t from, int sign) const;
  bool Disagrees(size_t from, int sign) const;
  int EchoAfter(int end, size_t next) const;
  bool DoesNotKnow(int end, size_t next) const;
  Verdict Unsure(size_t next, bool hesitates) const;
  bool HeldBack(int end, size_t next, int sign) const;
  Verdict Yes(const FreeMark& first, const FreeMark& mark, size_t next) const;
  Verdict NoMore(const FreeMark& mark) const;
  bool Over(const FreeMark& mark, size_t next) const;
  bool SetAgainst(int begin, int end) const;
  Verdict No(const FreeMark& mark, size_t next, bool turned) const;
  bool GivesLeave(size_t at) const;
  bool Hesitates(size_t at) const;

  const Reading& reading_;
  const FreeMarks& answer_;
  const FreeMarks& prompt_;
  const FreeEcho& echo_;
  const FreeFit& fit_;
  const std::vector<FreeMark>& marks_;
  Symbol concludes_;
  Symbol pronoun_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_LEADING_H_
