// The subject and verb of an everyday question, and where an answer says them
// again: "Have you eaten?" – "I have", "We haven't had time".
//
//   const FreeEcho echo(reading, answer, prompt, asked);
//   if (echo.SignOf(mark) > 0) …
//
// A plain value; readings and marks must outlive it.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_ECHO_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_ECHO_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/understanding/free_marks.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

class FreeEcho {
 public:
  FreeEcho(const Reading& answer, const FreeMarks& answer_marks,
           const Reading& prompt, const FreeMarks& prompt_marks);

  // What "I do", "she isn't", "I haven't …" says to this question; 0: it is
  // none of them, or speaks of somebody or something else.
  int SignOf(const FreeMark& mark) const;
  // As above; of "I haven't …" only where the question's own verb follows.
  int StrictSignOf(const FreeMark& mark) const;
  // "I was", when asked "are you": it is no more.
  bool Past(const FreeMark& mark) const;
  // A subject and "was", "had", "did" come next, and the question is about the
  // present.
  bool SaysWas(int at) const;
  // The very auxiliary verb of the question, of the subject it asks about.
  bool Repeats(const FreeMark& mark) const;
  // The phrase is about the speaker: "I'm fine", not "that's fine".
  bool OfSpeaker(const FreeMark& mark) const;
  // "well", which holds an answer back.
  bool IsHesitation(const FreeMark& mark) const;
  // A negation stands at or after this word.
  bool DeniesFrom(int at) const;
  // It names things and says nothing of them: "twins, and a toddler".
  bool IsFragment() const;
  // It is said of something: "it's [really] freezing", "freezing".
  bool IsPredicate(int at) const;
  // The question is a statement in the negative, with no tag behind it: "you
  // don't smoke?".
  bool StatesNegative() const;
  // The question is about the person who answers.
  bool AsksListener() const;
  // It begins with how many: "two of them"; not with how long.
  bool Numbers() const;
  // It begins with the subject and the question's own verb: "I own two".
  bool SaysVerb() const;

 private:
  absl::string_view Word(const Reading& reading, int at) const;
  bool Filler(int at) const;
  void FindSubject();
  void FindVerb(int from);
  // Index of the question's first auxiliary; -1: none.
  int Auxiliary() const;
  bool SameSubject(int at) const;
  bool SharesFamily(const FreeMark& mark) const;
  bool SameVerb(int at) const;
  bool Denies(const FreeMark& mark, bool strict) const;
  int Skip(int at) const;

  const Reading& answer_;
  const FreeMarks& answer_marks_;
  const Reading& prompt_;
  const FreeMarks& prompt_marks_;
  std::vector<Symbol> families_;  // be, have, do, modal
  Symbol speaker_, addressed_, opines_, hesitates_, adverb_, pronoun_, aux_;
  Symbol was_, is_, lacks_;
  int auxiliary_ = -1;
  int subject_ = -1;  // of the question
  int verb_ = -1;     // its first word of content after the subject
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_ECHO_H_
