// Method: a line's three states (holds, in doubt, not ruled out) are formulas
// over the answers as given; each claim sets one of them against the engine's
// outcome. Tests: prover_test.cc.

#include "dialog/proof/floor_claims.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace firstvisit {
namespace {

using content::v1::DOCTOR_FIRST;
using content::v1::LEVEL_UNSPECIFIED;
using content::v1::OK;

// The answers as the floor reads them: "no" is recorded where the matter cannot
// apply.
GivenAnswers AsRecorded(const Floor& floor, const AnswerSpace& space,
                        const GivenAnswers& given, Circuit& circuit) {
  GivenAnswers recorded = given;
  for (const Floor::Required& required : floor.required()) {
    Lit applies_not = Circuit::kFalse;
    for (const FloorPart& part : required.recorded_no_when) {
      applies_not =
          circuit.Or(applies_not, IsKnown(part, space, given, circuit));
    }
    if (applies_not == Circuit::kFalse) continue;
    std::vector<Lit>& is = recorded[required.question];
    const int no = space.ClassOf(required.question, Answer::No());
    for (int from :
         {AnswerSpace::kOpen, AnswerSpace::kUnsure, AnswerSpace::kDeclined}) {
      is[no] = circuit.Or(is[no], circuit.And(is[from], applies_not));
      is[from] = circuit.Without(is[from], applies_not);
    }
  }
  return recorded;
}

class ClaimMaker {
 public:
  ClaimMaker(const Floor& floor, const Content& content,
             const AnswerSpace& space, const GivenAnswers& given,
             const Outcome& outcome, Circuit& circuit)
      : floor_(floor),
        content_(content),
        space_(space),
        given_(AsRecorded(floor, space, given, circuit)),
        outcome_(outcome),
        circuit_(circuit) {}

  std::vector<Claim> Make() {
    for (const Floor::Line& line : floor_.lines()) MakeLine(line);
    for (const Floor::Required& required : floor_.required()) {
      MakeRequired(required);
    }
    for (const Floor::FollowUp& follow_up : floor_.follow_ups()) {
      MakeFollowUp(follow_up);
    }
    Add(Claim::Kind::kLevel, "named",
        "every answer that is not harmless is named by a precaution",
        outcome_.unexplained);
    MakePermissions();
    return std::move(claims_);
  }

 private:
  Lit State(const FloorPart& part, PartState state) {
    return IsInState(part, state, space_, given_, circuit_);
  }
  Lit AnyState(const std::vector<FloorPart>& parts, PartState state) {
    Lit any = Circuit::kFalse;
    for (const FloorPart& part : parts) {
      any = circuit_.Or(any, State(part, state));
    }
    return any;
  }
  Lit AnyKnown(const std::vector<FloorPart>& parts) {
    Lit any = Circuit::kFalse;
    for (const FloorPart& part : parts) {
      any = circuit_.Or(any, IsKnown(part, space_, given_, circuit_));
    }
    return any;
  }
  Lit Below(Level level) { return Circuit::Not(outcome_.level_from[level]); }
  // It is open, and the conclusion takes no notice.
  Lit Ignored(QuestionIndex question) {
    return circuit_.And(given_[question][AnswerSpace::kOpen],
                        circuit_.Or(Below(DOCTOR_FIRST), outcome_.complete));
  }
  void Add(Claim::Kind kind, std::string name, std::string says, Lit broken) {
    claims_.push_back({kind, std::move(name), std::move(says), broken});
  }

  void MakeLine(const Floor::Line& line) {
    const Lit lifted = AnyKnown(line.unless);
    Lit holds = Circuit::Not(lifted);
    Lit answered = Circuit::Not(lifted);
    Lit accused = line.all.size() == 1 ? Circuit::kTrue : Circuit::kFalse;
    for (const FloorPart& part : line.all) {
      const Lit bad = State(part, PartState::kBad);
      holds = circuit_.And(holds, bad);
      answered = circuit_.And(
          answered, circuit_.Or(bad, State(part, PartState::kInDoubt)));
      accused = circuit_.Or(accused, bad);
    }
    const Lit doubt = circuit_.Without(circuit_.And(answered, accused), holds);
    const Lit ruled_out =
        circuit_.Or(lifted, AnyState(line.all, PartState::kClear));
    MakeLevels(line, holds, doubt);
    MakeEffects(line, circuit_.Or(holds, doubt), ruled_out);
  }

  void MakeLevels(const Floor::Line& line, Lit holds, Lit doubt) {
    if (line.level > OK) {
      Add(Claim::Kind::kLevel, absl::StrCat("level ", line.id),
          absl::StrCat(line.row, ": at least ", Level_Name(line.level)),
          circuit_.And(holds, Below(line.level)));
    }
    if (line.in_doubt > OK) {
      Add(Claim::Kind::kLevel, absl::StrCat("level ", line.id, " in doubt"),
          absl::StrCat(line.row, ": in doubt at least ",
                       Level_Name(line.in_doubt)),
          circuit_.And(doubt, Below(line.in_doubt)));
    }
  }

  void MakeEffects(const Floor::Line& line, Lit counts, Lit ruled_out) {
    Lit shown = Circuit::kFalse;
    for (int advice : line.forbid) {
      shown = circuit_.Any({shown, outcome_.permitted[advice],
                            Circuit::Not(outcome_.forbidden[advice])});
    }
    if (!line.forbid.empty()) {
      Add(Claim::Kind::kForbidden, absl::StrCat("forbidden ", line.id),
          absl::StrCat(line.row, ": what it forbids stays forbidden until it ",
                       "is ruled out"),
          circuit_.Without(shown, ruled_out));
    }
    for (int limit : line.limits) {
      Add(Claim::Kind::kLimit,
          absl::StrCat("limit ", content_.limits()[limit].id, " ", line.id),
          absl::StrCat(line.row, ": the limit `", content_.limits()[limit].id,
                       "` is told"),
          circuit_.Without(counts, outcome_.told[limit]));
    }
    if (line.agreement.empty()) return;
    const auto named = outcome_.agreement.find(line.agreement);
    const Lit agreed =
        named == outcome_.agreement.end() ? Circuit::kFalse : named->second;
    Add(Claim::Kind::kAgreement, absl::StrCat("agreement ", line.id),
        absl::StrCat(line.row, ": a plan names `", line.agreement, "`"),
        circuit_.Without(circuit_.And(counts, outcome_.cleared), agreed));
  }

  void MakeRequired(const Floor::Required& required) {
    const std::string& id = content_.questions()[required.question].id();
    const Lit applies = required.only_when.empty()
                            ? Circuit::kTrue
                            : AnyState(required.only_when, PartState::kBad);
    Add(Claim::Kind::kPut, absl::StrCat("put ", id),
        absl::StrCat("while `", id, "` is open, the level is at least ",
                     Level_Name(DOCTOR_FIRST), " and nothing is complete"),
        circuit_.All({applies, Ignored(required.question),
                      Circuit::Not(AnyKnown(required.answered_by))}));
    const Lit harmless = AnyKnown(required.harmless);
    Add(Claim::Kind::kHarmless, absl::StrCat("ok ", id),
        absl::StrCat(Level_Name(OK), " only when `", id, "` is harmless: ",
                     absl::StrJoin(required.harmless, " or ",
                                   [](std::string* out, const FloorPart& part) {
                                     absl::StrAppend(out, part.text);
                                   })),
        circuit_.All(
            {applies, Circuit::Not(harmless), Below(content::v1::CAUTION)}));
    Add(Claim::Kind::kHarmless, absl::StrCat("harmless ", id),
        absl::StrCat("the content calls no other answer to `", id,
                     "` harmless"),
        circuit_.Without(outcome_.harmless[required.question], harmless));
  }

  void MakeFollowUp(const Floor::FollowUp& follow_up) {
    const QuestionIndex question = follow_up.question;
    const std::string& id = content_.questions()[question].id();
    const Lit open = given_[question][AnswerSpace::kOpen];
    Add(Claim::Kind::kPut, absl::StrCat("asked ", id),
        absl::StrCat("once its flag is up, `", id, "` is asked"),
        circuit_.Without(circuit_.And(AnyKnown(follow_up.flag), open),
                         outcome_.called_for[question]));
    const Lit ignored = follow_up.may_stay_open
                            ? circuit_.And(open, Below(DOCTOR_FIRST))
                            : Ignored(question);
    Add(Claim::Kind::kPut, absl::StrCat("follow_up ", id),
        absl::StrCat("while `", id, "` is called for and open, the level is ",
                     "at least ", Level_Name(DOCTOR_FIRST),
                     follow_up.may_stay_open ? "" : " and nothing is complete"),
        circuit_.And(AnyState(follow_up.flag, PartState::kBad), ignored));
  }

  void MakePermissions() {
    for (int level = OK; level <= content::v1::Level_MAX; ++level) {
      const Floor::Permission& permits = floor_.permits()[level];
      const Lit above = level == content::v1::Level_MAX
                            ? Circuit::kFalse
                            : outcome_.level_from[level + 1];
      const Lit here = circuit_.Without(outcome_.level_from[level], above);
      Lit beyond = permits.plan ? Circuit::kFalse : outcome_.cleared;
      for (size_t i = 0; i < content_.advice().size(); ++i) {
        const Advice& advice = content_.advice()[i];
        const bool permitted = advice.type == Advice::Type::kTip
                                   ? permits.tips.count(advice.kind) != 0
                                   : permits.plan;
        if (!permitted) beyond = circuit_.Or(beyond, outcome_.permitted[i]);
      }
      const std::string name = Level_Name(static_cast<Level>(level));
      Add(Claim::Kind::kPermitted, absl::StrCat("permits ", name),
          absl::StrCat("nothing beyond what ", name, " permits"),
          circuit_.And(here, beyond));
    }
  }

  const Floor& floor_;
  const Content& content_;
  const AnswerSpace& space_;
  const GivenAnswers given_;
  const Outcome& outcome_;
  Circuit& circuit_;
  std::vector<Claim> claims_;
};

}  // namespace

Lit IsInState(const FloorPart& part, PartState state, const AnswerSpace& space,
              const GivenAnswers& given, Circuit& circuit) {
  const std::vector<Answer>& classes = space.classes(part.question);
  Lit in_state = Circuit::kFalse;
  for (size_t c = 0; c < classes.size(); ++c) {
    if (StateOf(part, classes[c]) != state) continue;
    in_state = circuit.Or(in_state, given[part.question][c]);
  }
  return in_state;
}

Lit IsKnown(const FloorPart& part, const AnswerSpace& space,
            const GivenAnswers& given, Circuit& circuit) {
  const std::vector<Answer>& classes = space.classes(part.question);
  Lit known = Circuit::kFalse;
  for (size_t c = 0; c < classes.size(); ++c) {
    if (KnownToHold(part, classes[c])) {
      known = circuit.Or(known, given[part.question][c]);
    }
  }
  return known;
}

std::vector<Claim> ClaimsOf(const Floor& floor, const Content& content,
                            const AnswerSpace& space, const GivenAnswers& given,
                            const Outcome& outcome, Circuit& circuit) {
  return ClaimMaker(floor, content, space, given, outcome, circuit).Make();
}

}  // namespace firstvisit
