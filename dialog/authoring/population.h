// Simulated clients: a full set of true answers each, drawn from a population.
//
//   auto population = Population::Create(spec, content);
//   std::mt19937_64 random(1);
//   Answers truth = population->Draw(random);
//
// The same seed draws the same clients on every machine. Immutable and safe to
// share between threads; `content` must outlive it.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_POPULATION_H_
#define FIRSTVISIT_DIALOG_AUTHORING_POPULATION_H_

#include <random>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "firstvisit/authoring/v1/population.pb.h"

namespace firstvisit {

class Population {
 public:
  // INVALID_ARGUMENT names the trait, or the question that has none.
  static absl::StatusOr<Population> Create(
      const authoring::v1::Population& spec, const Content& content);
  // The same, from the text of a *.textproto file.
  static absl::StatusOr<Population> Parse(absl::string_view text,
                                          const Content& content);

  // What one client would answer to each question. Open stands what would not
  // be asked of this client; consent is "yes", a text is given.
  Answers Draw(std::mt19937_64& random) const;

 private:
  struct Share {
    Answer value;  // an interval: to be drawn from
    double up_to;  // the weights so far; the last is the sum
  };
  struct Trait {
    Condition when;
    std::vector<Share> shares;
  };

  explicit Population(const Content& content)
      : content_(&content), traits_(content.questions().size()) {}
  absl::Status Add(const authoring::v1::Trait& spec);
  absl::Status Missing() const;
  Answer DrawOne(QuestionIndex question, const Answers& answers,
                 std::mt19937_64& random) const;

  const Content* content_;
  std::vector<std::vector<Trait>> traits_;  // by question
};

// Evenly from [0, 1), alike on every machine.
double Fraction(std::mt19937_64& random);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_POPULATION_H_
