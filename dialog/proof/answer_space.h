// Every answer there can be, in classes that no condition tells apart.
//
//   Cuts cuts(content.questions().size());
//   cuts.Add(content);
//   cuts.Add(severity, 8);                   // a floor's threshold
//   AnswerSpace space(content, cuts);
//   for (const Answer& answer : space.classes(severity)) …
//
// A yes/no or choice question has a class per value, a number one per pair of
// places that the ends of its interval can take between and on the thresholds;
// besides, each has "open", "unsure" and "declined". Immutable after
// construction.

#ifndef FIRSTVISIT_DIALOG_PROOF_ANSWER_SPACE_H_
#define FIRSTVISIT_DIALOG_PROOF_ANSWER_SPACE_H_

#include <set>
#include <vector>

#include "dialog/content/answer.h"
#include "dialog/content/content.h"

namespace firstvisit {

// The thresholds that numbers are compared with, by question.
class Cuts {
 public:
  explicit Cuts(size_t questions) : cuts_(questions) {}

  void Add(QuestionIndex question, double threshold) {
    cuts_[question].insert(threshold);
  }
  void Add(const Condition& condition);
  // All conditions of a content. Contents with the same questions can be added
  // one after the other.
  void Add(const Content& content);

  const std::set<double>& of(QuestionIndex question) const {
    return cuts_[question];
  }

 private:
  std::vector<std::set<double>> cuts_;
};

class AnswerSpace {
 public:
  // Positions in classes() of every question.
  static constexpr int kOpen = 0;
  static constexpr int kUnsure = 1;
  static constexpr int kDeclined = 2;
  static constexpr int kFirstValue = 3;

  AnswerSpace(const Content& content, const Cuts& cuts);

  // One answer for each class.
  const std::vector<Answer>& classes(QuestionIndex question) const {
    return domains_[question].classes;
  }
  // The class that an answer falls into. Moot answers have none.
  int ClassOf(QuestionIndex question, const Answer& answer) const;
  // How many different recorded answers the classes stand for: intervals with
  // ends in whole units for a number.
  double Stands(QuestionIndex question) const {
    return domains_[question].stands;
  }
  size_t size() const { return domains_.size(); }

 private:
  struct Domain {
    std::vector<Answer> classes;
    // Numbers: what stands for each place, and where the places end.
    std::vector<double> places;
    std::vector<double> cuts;
    double stands = 0;
  };
  static void AddNumbers(const Question& question, const std::set<double>& cuts,
                         Domain& domain);
  static int PlaceOf(const Domain& domain, double number);

  std::vector<Domain> domains_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_ANSWER_SPACE_H_
