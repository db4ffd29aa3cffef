// Answers to a level: what stands, how urgent it is, what is forbidden.
//
//   TriageRules rules(content);
//   Triage triage = rules.Judge(answers);
//   if (triage.clearance) MakePlan(*triage.clearance, …);
//
// Pure and immutable; `content` must outlive TriageRules. Judging is one pass
// over the precautions' compiled conditions.

#ifndef FIRSTVISIT_DIALOG_ASSESSMENT_TRIAGE_H_
#define FIRSTVISIT_DIALOG_ASSESSMENT_TRIAGE_H_

#include <cstddef>
#include <vector>

#include "absl/types/optional.h"
#include "dialog/assessment/clearance.h"
#include "dialog/content/answer.h"
#include "dialog/content/condition.h"
#include "dialog/content/content.h"
#include "dialog/content/position_set.h"

namespace firstvisit {

// A rule that a recorded answer raises.
struct Raised {
  int precaution;  // position in Content::precautions()
  int rule;        // position in its rules
  Grade grade;     // kDoubtful, kProbable or kTrue
  Level level;     // what it brings about
};

struct Triage {
  // At least `doctor_first` while a safety question is open.
  Level level = content::v1::OK;
  // From the recorded answers alone; what is open adds nothing.
  Level recorded_level = content::v1::OK;
  // Every safety question has been put and answered.
  bool complete = false;
  // Safety questions still open, in content order.
  std::vector<QuestionIndex> open;
  // Most urgent first, then in content order.
  std::vector<Raised> raised;
  // By position in Content::advice(): a precaution that forbids it is not known
  // to be absent.
  PositionSet forbidden;
  // How each rule stands, those of the first precaution first.
  std::vector<Grade> grades;
  // Precautions that are not known to be absent, by position.
  PositionSet standing;
  // Only at `ok` and `caution`, and only when complete.
  absl::optional<Clearance> clearance;
};

class TriageRules {
 public:
  explicit TriageRules(const Content& content);

  // `answers` as Settle (state/settle.h) leaves them.
  Triage Judge(const Answers& answers) const;

  // The level that "unsure" to this question alone brings about.
  Level UnsureLevel(QuestionIndex question) const {
    return unsure_level_[question];
  }
  // The positions in advice() that a precaution forbids, its limits included.
  const std::vector<int>& Forbids(int precaution) const {
    return forbids_[precaution];
  }
  // The limits of a precaution, the protocol's default one filled in.
  const std::vector<int>& Limits(int precaution) const {
    return limits_[precaution];
  }

 private:
  void JudgePrecaution(int precaution, const Answers& answers,
                       Triage& triage) const;
  void NoteOpen(const Answers& answers, Triage& triage) const;
  Level FloorForUnexplained(const Answers& answers, const Triage& triage) const;

  const Content& content_;
  std::vector<Level> unsure_level_;
  std::vector<std::vector<int>> forbids_;
  std::vector<PositionSet> forbidden_;  // forbids_ as sets
  std::vector<std::vector<int>> limits_;
  // Questions whose being open keeps the interview incomplete.
  std::vector<QuestionIndex> safety_;
  size_t rule_count_ = 0;
};

// The level of a rule at a grade; LEVEL_UNSPECIFIED: it raises nothing.
Level RaisedLevel(const Rule& rule, Grade grade);

// How a rule stands: kFalse where its relief is known to hold.
Grade JudgeRule(const Rule& rule, const Answers& answers);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_ASSESSMENT_TRIAGE_H_
