// Tests: stress_test.cc.

#include "tests/utterances/stress.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace firstvisit {
namespace {

using authoring::v1::InterpretResult;

std::string ValueOf(const InterpretResult& heard, const std::string& fact) {
  const auto at = heard.facts().fields().find(fact);
  return at == heard.facts().fields().end() ? "" : at->second.string_value();
}

std::string Line(const std::string& name, const StressReport::Row& row) {
  const double all = row.all() == 0 ? 1 : row.all();
  return absl::StrFormat("%-22s %6d %8.1f %% %8.1f %% %7d %7d\n", name,
                         row.all(), 100 * row.heard / all,
                         100 * row.asked / all, row.missed, row.alarmed);
}

}  // namespace

std::string StressReport::Said(const Item& item) const {
  const QuestionIndex index = hearer_.content().FindQuestion(item.question_id);
  if (index == kNoQuestion) return "";
  const Question& question = hearer_.content().questions()[index];
  const google::protobuf::Value* named = item.expect().Find(question.fact);
  if (!question.spec.safety() || !question.yes_no() || named == nullptr) {
    return "";
  }
  const std::string& said = named->string_value();
  return said == "yes" || said == "no" ? said : "";
}

bool StressReport::Harmless(const Question& question,
                            const std::string& value) const {
  Answers answers(hearer_.content().questions().size());
  answers[hearer_.content().FindQuestion(question.id())] =
      Answer::Choice(question.FindChoice(value));
  return question.harmless.Known(answers) == Truth::kTrue;
}

StressReport::Fate StressReport::FateOf(const Mutant& mutant,
                                        const std::string& said) const {
  const InterpretResult heard = hearer_.Hear(mutant.item);
  const std::string value = ValueOf(heard, judge_.FactOf(mutant.item));
  if (value != "yes" && value != "no") return Fate::kAsked;
  const bool negated = mutant.kind == MutationKind::kNegated;
  const bool as_said = value == said || judge_.Of(mutant.item, heard).verdict ==
                                            Judgement::Verdict::kRight;
  if (negated ? value != said : as_said) return Fate::kHeard;
  const Question& question =
      hearer_.content()
          .questions()[hearer_.content().FindQuestion(mutant.item.question_id)];
  return Harmless(question, value) ? Fate::kMissed : Fate::kAlarmed;
}

void StressReport::Count(Fate fate, Row& row) {
  row.heard += fate == Fate::kHeard;
  row.asked += fate == Fate::kAsked;
  row.missed += fate == Fate::kMissed;
  row.alarmed += fate == Fate::kAlarmed;
}

void StressReport::Run(const std::vector<Item>& items, unsigned seed) {
  Mutator mutator(items, seed);
  for (const Item& item : items) {
    const std::string said = Said(item);
    if (said.empty() || judge_.Of(item, hearer_.Hear(item)).verdict !=
                            Judgement::Verdict::kRight) {
      continue;
    }
    for (const Mutant& mutant : mutator.Of(item)) {
      const Fate fate = FateOf(mutant, said);
      Count(fate, flags_[item.question_id]);
      Count(fate, kinds_[static_cast<int>(mutant.kind)]);
      Count(fate, total_);
      if (fate != Fate::kMissed) continue;
      missed_.push_back(absl::StrCat(item.id, ", ", NameOf(mutant.kind), ": ",
                                     mutant.item.answer));
    }
  }
}

std::string StressReport::Text() const {
  std::string text =
      absl::StrFormat("%-22s %6s %10s %10s %7s %7s\n", "red flag", "words",
                      "heard", "asked", "missed", "alarmed");
  for (const auto& [id, row] : flags_) text += Line(id, row);
  text += "\n";
  for (int i = 0; i < kMutationKinds; ++i) {
    text += Line(NameOf(static_cast<MutationKind>(i)), kinds_[i]);
  }
  text += "\n" + Line("all", total_);
  return text;
}

}  // namespace firstvisit
