// What a phrase that is no "yes" or "no" by itself says to a question of a
// certain sort: "every day" where a habit is asked, "go ahead" where leave is.
//
//   const int sign = FreeFit(prompt, echo).Of(mark);
//
// A plain value; what it is made of must outlive it.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_FIT_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_FIT_H_

#include "dialog/understanding/free_echo.h"
#include "dialog/understanding/free_marks.h"

namespace firstvisit {

using content::v1::FreeKind;

// What a kind says whatever is asked; 0: that depends.
int FreeSign(FreeKind kind);

class FreeFit {
 public:
  FreeFit(const FreeMarks& prompt, const FreeEcho& echo)
      : prompt_(prompt), echo_(echo) {}

  // +1 yes, -1 no, 0 nothing sure.
  int Of(const FreeMark& mark) const;

  // What the question asks, where the words for it fit several.
  bool AsksHabit() const;
  bool AsksDone() const;
  bool AsksFavour() const;

 private:
  bool Asks(FreeKind kind) const { return prompt_.Has(kind); }
  int Courtesy(const FreeMark& mark) const;
  int Taste(FreeKind kind) const;
  int Custom(const FreeMark& mark) const;
  int Ability(FreeKind kind) const;
  int Course(FreeKind kind) const;

  const FreeMarks& prompt_;
  const FreeEcho& echo_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_FIT_H_
