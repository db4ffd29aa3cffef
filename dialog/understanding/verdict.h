// What an answer says about one question. A plain value.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_VERDICT_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_VERDICT_H_

#include "dialog/content/answer.h"
#include "firstvisit/v1/assessment.pb.h"

namespace firstvisit {

struct Verdict {
  enum class Kind {
    kNothing,  // the answer does not say
    kAnswer,
    kOutOfRange,  // a number, but no plausible one
  };
  Kind kind = Kind::kNothing;
  Answer answer;
  v1::Confidence confidence = v1::CERTAIN;
  int begin = 0;  // words
  int end = 0;
  const char* rule = "";  // why, for the trace
  bool inapplicable = false;
  // Nothing, because the words disagree or say too little; not because there
  // are none.
  bool doubtful = false;

  bool answered() const { return kind == Kind::kAnswer; }

  static Verdict Nothing(const char* rule) {
    Verdict verdict;
    verdict.rule = rule;
    return verdict;
  }
  static Verdict Doubtful(const char* rule) {
    Verdict verdict = Nothing(rule);
    verdict.doubtful = true;
    return verdict;
  }
  static Verdict Of(Answer answer, v1::Confidence confidence,
                    const char* rule) {
    Verdict verdict;
    verdict.kind = Kind::kAnswer;
    verdict.answer = answer;
    verdict.confidence = confidence;
    verdict.rule = rule;
    return verdict;
  }
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_VERDICT_H_
