// Whole visits of simulated clients who talk: what a turn of the engine costs,
// and how large a session grows.
//
//   Visits visits(hearer, interview, population, items, /*seed=*/1);
//   visits.Run(500);
//   Quantile(visits.turn_costs(), 0.5);
//
// A client is drawn from the population of `firstvisit simulate`. The words are
// somebody's from the corpora who meant that value, mutated so that they were
// never read before; a plain answer where the corpora have none. The engine
// hears them for itself, asks again where it must, and is timed by the CPU of
// its thread around Interview::Take alone: no store, no socket. Not
// thread-safe.

#ifndef FIRSTVISIT_TESTS_LOAD_VISITS_H_
#define FIRSTVISIT_TESTS_LOAD_VISITS_H_

#include <cstddef>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "dialog/authoring/population.h"
#include "dialog/content/answer.h"
#include "dialog/interview.h"
#include "firstvisit/v1/intake.pb.h"
#include "tests/utterances/item.h"
#include "tests/utterances/mutation.h"

namespace firstvisit {

class Visits {
 public:
  // `interview` and `population` must outlive it.
  Visits(const Interview& interview, const Population& population,
         const std::vector<Item>& items, unsigned seed);

  void Run(int clients);

  const std::vector<absl::Duration>& turn_costs() const { return turn_costs_; }
  // Bytes of the opening and all events of each session.
  const std::vector<size_t>& event_bytes() const { return event_bytes_; }
  // Replies that each client gave.
  const std::vector<int>& turns() const { return turns_; }

 private:
  void RunOne(int number);
  std::string Words(const v1::Turn& turn, const Answers& truth);
  std::string WordsFor(const Question& question, const Answer& answer);
  std::string Fresh(const std::string& words);

  const Interview& interview_;
  const Population& population_;
  Mutator mutator_;
  std::mt19937_64 random_;
  // What people said for a question's value.
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> said_;
  std::set<std::string> seen_;
  std::vector<absl::Duration> turn_costs_;
  std::vector<size_t> event_bytes_;
  std::vector<int> turns_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_LOAD_VISITS_H_
