// The phrases of an everyday yes/no question and of its answer (lexicon.proto:
// FreePhrases), each word in one of them at most.
//
//   FreeMarks answer(reading);
//   answer.Settle(fits);
//   for (const FreeMark& mark : answer.marks()) …
//   const FreeMarks prompt(question);
//   if (prompt.Has(content::v1::FREE_ASKS_MIND)) …
//
// A plain value; the reading must outlive it.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_MARKS_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_MARKS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "dialog/understanding/reading.h"

namespace firstvisit {

struct FreeMark {
  content::v1::FreeKind kind = content::v1::FREE_KIND_UNSPECIFIED;
  int begin = 0;
  int end = 0;
};

// A member of a series of things that exclude each other.
struct FreeMember {
  int series = 0;
  int member = 0;
  int begin = 0;
  int end = 0;
};

class FreeMarks {
 public:
  explicit FreeMarks(const Reading& reading);

  // Settles which of the phrases that overlap stand: what `fits` the question
  // before what does not, then the longer.
  void Settle(const std::function<bool(const FreeMark&)>& fits);

  // What an answer says, by place, once that is settled.
  const std::vector<FreeMark>& marks() const { return marks_; }
  const std::vector<FreeMember>& members() const { return members_; }
  // The word is a form of this one; -1: of none that is known.
  int FormOf(int token) const { return forms_[token]; }
  // Whether a question asks it, or an answer says it anywhere.
  bool Has(content::v1::FreeKind kind) const { return kinds_ >> kind & 1; }

 private:
  std::vector<FreeMark> found_;  // those that overlap as well
  std::vector<FreeMark> marks_;
  std::vector<FreeMember> members_;
  std::vector<int> forms_;
  std::uint64_t kinds_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_FREE_MARKS_H_
