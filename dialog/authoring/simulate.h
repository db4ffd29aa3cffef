// `firstvisit simulate`: how long the interview is, and whether leaving
// questions out changes what it concludes.
//
//   Simulation simulation(content);
//   SimulatedClient client = simulation.Run(truth);
//   if (!client.short_form.SameAdvice(client.full_form)) …  // a bug in policy
//
// Each client is taken through the real Interview twice, once as usual and once
// with every question asked. Only the hearing is simulated: a client's replies
// are heard as they are meant, so that the figures are those of the policy.
// Immutable and safe to share between threads.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_SIMULATE_H_
#define FIRSTVISIT_DIALOG_AUTHORING_SIMULATE_H_

#include <memory>
#include <string>
#include <vector>

#include "dialog/assessment/conclusion.h"
#include "dialog/authoring/population.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/interview.h"

namespace firstvisit {

// What one interview came to.
struct SimulatedInterview {
  int turns = 0;  // replies given; a group is one reply
  Level level = content::v1::LEVEL_UNSPECIFIED;
  std::vector<int> precautions;  // raised ones, by position, in order
  std::vector<int> likely;       // causes, by position, in order
  std::vector<int> possible;
  std::vector<int> advice;  // tips, areas and techniques, by position
  std::vector<int> forbidden;
  std::vector<QuestionIndex> put;  // what was asked, in content order

  int top_cause() const;  // -1: none is likely or possible
  // Level, precautions, likely and possible causes, tips, plan and limits.
  bool SameAdvice(const SimulatedInterview& other) const;
};

struct SimulatedClient {
  SimulatedInterview short_form;
  SimulatedInterview full_form;
};

class Simulation {
 public:
  explicit Simulation(std::shared_ptr<const Content> content);

  // `truth`: what the client would answer to each question (Population::Draw).
  // The booking is brought by the caller.
  SimulatedClient Run(const Answers& truth) const;

 private:
  SimulatedInterview RunOnce(const Answers& truth, bool full_interview) const;

  std::shared_ptr<const Content> content_;
  Assessor assessor_;
  Interview interview_;
};

// Figures over many clients.
class SimulationFigures {
 public:
  explicit SimulationFigures(const Content& content);

  void Add(const Answers& truth, const SimulatedClient& client);

  int clients() const { return static_cast<int>(rows_.size()); }
  // Turns of those who end at a level from `least` to `most`; `share` 0.5 is
  // the median. 0 where there is none.
  int Turns(Level least, Level most, double share) const;
  // Shares of all clients, 0 to 1.
  double SameLevel() const;
  double SamePrecautions() const;
  double SameTopCause() const;
  double SameAdvice() const;
  // The largest share of clients who answer one safety question in another than
  // the harmless sense, and that question.
  double LargestRedFlag(std::string* question) const;

  // All of it, in a table.
  std::string Text() const;

 private:
  struct Row {
    Level level;
    int turns;
    int full_turns;
    bool same_level;
    bool same_precautions;
    bool same_top_cause;
    bool same_advice;
  };
  double ShareOf(bool Row::*same) const;
  std::string LevelLine(const std::string& name, Level least, Level most) const;

  const Content& content_;
  std::vector<Row> rows_;
  std::vector<int> red_flags_;  // by question
};

// `count` clients of the population, from the seed.
SimulationFigures Simulate(const std::shared_ptr<const Content>& content,
                           const Population& population, int count,
                           unsigned seed);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_SIMULATE_H_
