// Method: 64 sets of answers at a time through the circuit, one by one through
// the engine. Sets of three kinds take turns: anything goes; mostly harmless
// with a few deviations; harmless throughout, so that plans come about. Tests:
// prover_test.cc.

#include "dialog/proof/agreement.h"

#include <random>
#include <set>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/proof/answer_space.h"
#include "dialog/proof/circuit.h"
#include "dialog/proof/content_encoding.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

constexpr int kBatch = 64;

Cuts CutsOf(const Content& content, const Floor& floor) {
  Cuts cuts(content.questions().size());
  cuts.Add(content);
  floor.AddTo(cuts);
  return cuts;
}

// Draws sets of answers.
class Sampler {
 public:
  Sampler(const Content& content, const Floor& floor, const AnswerSpace& space,
          std::uint64_t seed)
      : space_(space), random_(seed), harmless_(space.size()) {
    for (const Floor::Required& required : floor.required()) {
      const std::vector<Answer>& classes = space.classes(required.question);
      for (const Answer& answer : classes) {
        if (absl::c_any_of(required.harmless, [&](const FloorPart& part) {
              return part.question == required.question &&
                     KnownToHold(part, answer);
            })) {
          harmless_[required.question].push_back(answer);
        }
      }
    }
    for (const Question& question : content.questions()) {
      whole_.push_back(question.spec.range().whole());
    }
  }

  Answers Draw() {
    const std::uint64_t kind = Below(3);
    Answers answers;
    for (size_t i = 0; i < space_.size(); ++i) {
      const bool deviates = kind == 0 || (kind == 1 && Below(8) == 0);
      answers.push_back(!deviates && !harmless_[i].empty()
                            ? Pick(harmless_[i])
                            : Any(static_cast<QuestionIndex>(i)));
    }
    return answers;
  }

 private:
  std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }
  Answer Pick(const std::vector<Answer>& from) {
    return from[Below(from.size())];
  }
  // Any class is as likely as any other; numbers lie anywhere within it.
  Answer Any(QuestionIndex question) {
    Answer answer = Pick(space_.classes(question));
    if (answer.kind != Answer::Kind::kInterval) return answer;
    const int place = space_.ClassOf(question, answer);
    Answer moved = answer;
    moved.low +=
        whole_[question] ? static_cast<double>(Below(9)) : Below(90) / 10.0;
    moved.high +=
        whole_[question] ? static_cast<double>(Below(9)) : Below(90) / 10.0;
    const bool same =
        moved.low <= moved.high && space_.ClassOf(question, moved) == place;
    return same ? moved : answer;
  }

  const AnswerSpace& space_;
  std::mt19937_64 random_;
  std::vector<std::vector<Answer>> harmless_;
  std::vector<bool> whole_;
};

// What has been seen of a content.
class Reach {
 public:
  explicit Reach(const Content& content) : content_(content) {}

  void Note(const Answers& answers, const Conclusion& conclusion) {
    for (size_t i = 0; i < answers.size(); ++i) {
      const Question& question = content_.questions()[i];
      if (answers[i].open() &&
          question.ask_when.Known(answers) == Truth::kTrue) {
        questions_.insert(static_cast<int>(i));
      }
    }
    for (const Raised& raised : conclusion.triage.raised) {
      rules_.insert({raised.precaution, raised.rule});
    }
    for (const JudgedCause& cause : conclusion.causes) {
      if (cause.band == Band::kLikely) causes_.insert(cause.cause);
    }
    advice_.insert(conclusion.tips.begin(), conclusion.tips.end());
    if (!conclusion.plan) return;
    advice_.insert(conclusion.plan->areas.begin(),
                   conclusion.plan->areas.end());
    advice_.insert(conclusion.plan->techniques.begin(),
                   conclusion.plan->techniques.end());
  }

  std::vector<std::string> Unreached() const {
    std::vector<std::string> missing;
    for (size_t i = 0; i < content_.questions().size(); ++i) {
      const std::string& id = content_.questions()[i].id();
      // The alarm question is put by words alone.
      if (questions_.count(static_cast<int>(i)) == 0 &&
          id != content_.protocol().alarm_question()) {
        missing.push_back(absl::StrCat("question ", id));
      }
    }
    for (size_t p = 0; p < content_.precautions().size(); ++p) {
      const Precaution& precaution = content_.precautions()[p];
      for (size_t r = 0; r < precaution.rules.size(); ++r) {
        if (rules_.count({static_cast<int>(p), static_cast<int>(r)}) == 0) {
          missing.push_back(absl::StrCat("precaution ", precaution.id, "/",
                                         precaution.rules[r].id));
        }
      }
    }
    for (size_t i = 0; i < content_.causes().size(); ++i) {
      if (causes_.count(static_cast<int>(i)) == 0) {
        missing.push_back(absl::StrCat("cause ", content_.causes()[i].id));
      }
    }
    for (size_t i = 0; i < content_.advice().size(); ++i) {
      if (advice_.count(static_cast<int>(i)) == 0) {
        missing.push_back(absl::StrCat("advice ", content_.advice()[i].id));
      }
    }
    return missing;
  }

 private:
  const Content& content_;
  std::set<int> questions_, causes_, advice_;
  std::set<std::pair<int, int>> rules_;
};

// One set's outcome, read off the circuit.
class Reading {
 public:
  Reading(const Content& content, const Outcome& outcome,
          const std::vector<std::uint64_t>& values, int bit)
      : content_(content), outcome_(outcome), values_(values), bit_(bit) {}

  // What differs from the engine's; empty: nothing.
  std::string Differs(const Conclusion& engine) const {
    const Triage& triage = engine.triage;
    for (int level = content::v1::OK; level <= content::v1::Level_MAX;
         ++level) {
      if (Is(outcome_.level_from[level]) != (triage.level >= level)) {
        return "level";
      }
      if (Is(outcome_.recorded_from[level]) !=
          (triage.recorded_level >= level)) {
        return "recorded level";
      }
    }
    if (Is(outcome_.complete) != triage.complete) return "complete";
    if (Is(outcome_.cleared) != triage.clearance.has_value()) {
      return "clearance";
    }
    for (size_t p = 0; p < outcome_.standing.size(); ++p) {
      if (Is(outcome_.standing[p]) != triage.standing[p]) {
        return absl::StrCat("standing ", content_.precautions()[p].id);
      }
    }
    for (size_t i = 0; i < outcome_.told.size(); ++i) {
      if (Is(outcome_.told[i]) !=
          absl::c_linear_search(engine.limits, static_cast<int>(i))) {
        return absl::StrCat("limit ", content_.limits()[i].id);
      }
    }
    for (const auto& [id, needed] : outcome_.agreement) {
      const bool named = absl::c_linear_search(engine.agreement, id);
      if (named != (Is(needed) && engine.plan.has_value())) {
        return absl::StrCat("agreement ", id);
      }
    }
    return DiffersInAdvice(engine);
  }

 private:
  bool Is(Lit literal) const {
    return (Circuit::ValueOf(literal, values_) >> bit_ & 1) != 0;
  }

  std::string DiffersInAdvice(const Conclusion& engine) const {
    std::vector<int> shown = engine.tips;
    if (engine.plan) {
      absl::c_copy(engine.plan->areas, std::back_inserter(shown));
      absl::c_copy(engine.plan->techniques, std::back_inserter(shown));
    }
    for (size_t i = 0; i < content_.advice().size(); ++i) {
      if (Is(outcome_.forbidden[i]) != engine.triage.forbidden[i]) {
        return absl::StrCat("forbidden ", content_.advice()[i].id);
      }
    }
    for (int advice : shown) {
      if (!Is(outcome_.permitted[advice])) {
        return absl::StrCat("shown ", content_.advice()[advice].id);
      }
    }
    return "";
  }

  const Content& content_;
  const Outcome& outcome_;
  const std::vector<std::uint64_t>& values_;
  const int bit_;
};

}  // namespace

Agreement CompareWithEngine(const Content& content, const Floor& floor,
                            std::int64_t sets, std::uint64_t seed) {
  const AnswerSpace space(content, CutsOf(content, floor));
  Circuit circuit;
  ContentEncoding encoding(content, space, circuit);
  const GivenAnswers given = encoding.NewAnswers();
  const Outcome outcome = encoding.Encode(given);
  const Assessor assessor(content);
  Sampler sampler(content, floor, space, seed);
  Reach reach(content);
  Agreement agreement;
  std::vector<std::uint64_t> values(circuit.size());
  while (agreement.sets < sets) {
    std::vector<Answers> batch;
    absl::c_fill(values, 0);
    for (int bit = 0; bit < kBatch; ++bit) {
      batch.push_back(sampler.Draw());
      for (size_t i = 0; i < given.size(); ++i) {
        const int at =
            space.ClassOf(static_cast<QuestionIndex>(i), batch.back()[i]);
        values[Circuit::NodeOf(given[i][at])] |= std::uint64_t{1} << bit;
      }
    }
    circuit.Evaluate(values);
    for (int bit = 0; bit < kBatch; ++bit) {
      const Answers settled = Settle(content, batch[bit]);
      const Conclusion engine = assessor.Conclude(settled);
      reach.Note(settled, engine);
      ++agreement.sets;
      std::string about =
          Reading(content, outcome, values, bit).Differs(engine);
      if (about.empty()) continue;
      agreement.disagreement = Disagreement{std::move(about), batch[bit]};
      return agreement;
    }
  }
  agreement.unreached = reach.Unreached();
  return agreement;
}

}  // namespace firstvisit
