// What the engine makes of answers, as formulas: settling, grades, levels, what
// is forbidden, what is told.
//
//   Circuit circuit;
//   ContentEncoding encoding(content, space, circuit);
//   GivenAnswers given = encoding.NewAnswers();
//   Outcome outcome = encoding.Encode(given);
//
// Written apart from settle.cc, triage.cc and condition.cc, so that both can be
// held against each other over random answers (agreement.h). Content, space and
// circuit must outlive it.

#ifndef FIRSTVISIT_DIALOG_PROOF_CONTENT_ENCODING_H_
#define FIRSTVISIT_DIALOG_PROOF_CONTENT_ENCODING_H_

#include <map>
#include <string>
#include <vector>

#include "dialog/assessment/triage.h"
#include "dialog/content/content.h"
#include "dialog/proof/answer_space.h"
#include "dialog/proof/circuit.h"

namespace firstvisit {

// By question, by class of AnswerSpace: the answer given is of that class.
using GivenAnswers = std::vector<std::vector<Lit>>;

struct Outcome {
  // By Level: the level is at least this one.
  std::vector<Lit> level_from;
  std::vector<Lit> recorded_from;  // from the recorded answers alone
  Lit complete = Circuit::kFalse;
  // There is a Clearance, hence a plan.
  Lit cleared = Circuit::kFalse;
  std::vector<Lit> forbidden;  // by advice
  std::vector<Lit> permitted;  // by advice: it may be shown
  std::vector<Lit> standing;   // by precaution: not known to be absent
  std::vector<Lit> raised;     // by precaution: some rule of it is raised
  std::vector<Lit> told;       // by limit
  std::map<std::string, Lit>
      agreement;                // by id, whether or not there is a plan
  std::vector<Lit> harmless;    // by question: known to hold
  std::vector<Lit> as_given;    // by question: settling left it as it was
  std::vector<Lit> called_for;  // by question: open, and to be asked
  // An answer that is not harmless raises no precaution of its own.
  Lit unexplained = Circuit::kFalse;
  // Settling once more changes nothing.
  Lit settled = Circuit::kFalse;
};

class ContentEncoding {
 public:
  ContentEncoding(const Content& content, const AnswerSpace& space,
                  Circuit& circuit);

  GivenAnswers NewAnswers();
  Outcome Encode(const GivenAnswers& given);

 private:
  // Kleene truth: known to hold, known not to hold.
  struct Kleene {
    Lit yes;
    Lit no;
  };
  // A Grade, by its value.
  using Graded = std::vector<Lit>;
  // Answers as settled: one more class, "moot", the last.
  using Settled = std::vector<std::vector<Lit>>;

  void SettlePass(Settled& answers);
  void SettleOne(QuestionIndex question, Settled& answers);
  Lit Same(const Settled& a, const Settled& b);
  Kleene Known(const Condition& condition, const Settled& answers);
  Kleene KnownAt(const std::vector<Condition::Node>& nodes, int at,
                 const Settled& answers);
  Kleene KnownLeaf(const Condition::Node& node, const Settled& answers);
  Graded Judge(const Condition& condition, const Settled& answers);
  Graded JudgeAt(const std::vector<Condition::Node>& nodes, int at,
                 const Settled& answers);
  Graded JudgeLeaf(const Condition::Node& node, const Settled& answers);
  Graded Join(Condition::Op op, const std::vector<Graded>& parts);

  void JudgePrecaution(int precaution, const Settled& answers, Outcome& outcome,
                       std::vector<Lit>& explained);
  void NoteOpen(const Settled& answers, Outcome& outcome);
  void NoteUnexplained(const Settled& answers,
                       const std::vector<Lit>& explained, Outcome& outcome);
  void NotePermitted(Outcome& outcome);

  const Content& content_;
  const AnswerSpace& space_;
  Circuit& circuit_;
  const TriageRules rules_;  // for what is worked out at load alone
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_CONTENT_ENCODING_H_
