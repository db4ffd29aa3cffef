// A number that may answer a question. A plain value.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_CANDIDATE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_CANDIDATE_H_

namespace firstvisit {

struct Candidate {
  double low = 0;  // in the question's unit
  double high = 0;
  int begin = 0;  // words
  int end = 0;
  bool sure = true;  // false: to be confirmed
  bool endless = false;  // only bounded from below: "over 50"
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_CANDIDATE_H_
