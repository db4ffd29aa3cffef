// Visits drawn at random from a seed: what an interview might have recorded.
//
//   RandomVisits visits(KneePain(), /*seed=*/7);
//   session::v1::SessionLog log = visits.Draw();
//
// Only questions whose ask_when is known to hold are answered, in content
// order, as an interview would put them. Some visits are all but harmless, so
// that plans come up too, some are wild; some answers are taken back, some
// visits end early. The same seed draws the same visits on every machine. Not
// synchronised.

#ifndef FIRSTVISIT_TESTS_SUPPORT_RANDOM_VISITS_H_
#define FIRSTVISIT_TESTS_SUPPORT_RANDOM_VISITS_H_

#include <random>
#include <string>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "firstvisit/session/v1/session.pb.h"

namespace firstvisit {

class RandomVisits {
 public:
  // `content` must outlive this.
  RandomVisits(const Content& content, unsigned seed);

  session::v1::SessionLog Draw();

 private:
  struct Manner;  // how one visit goes

  Answer DrawAnswer(QuestionIndex question, const Manner& manner);
  Answer DrawInterval(const Question& question);
  void Record(QuestionIndex question, const Answer& answer,
              session::v1::SessionLog& log);
  // True once in `n`.
  bool OneIn(unsigned n) { return random_() % n == 0; }

  const Content& content_;
  const Answers harmless_;
  std::mt19937 random_;  // its numbers are fixed by the standard
  int drawn_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_RANDOM_VISITS_H_
