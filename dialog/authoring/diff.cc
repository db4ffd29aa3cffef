// Method: entries are matched by id and compared by their printed conditions.
// For a changed entry the questions it names are given every class of answers:
// each value, unsure, and numbers on both sides of every threshold; sets with
// fewer answers first, and none that adds to one already shown with the same
// effect. Tests: diff_test.cc.

#include "dialog/authoring/diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/authoring/condition_text.h"
#include "dialog/authoring/names.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"

namespace firstvisit {
namespace {

// So many sets of answers are looked at for one entry.
constexpr size_t kMostSets = 200'000;

// An entry's name to all that it says, and the conditions it says it with.
struct Entry {
  std::string says;
  std::vector<const Condition*> conditions;
};
using Entries = std::map<std::string, Entry>;

void Add(const std::string& name, const Content& content,
         const std::string& says, std::vector<const Condition*> conditions,
         Entries& entries) {
  Entry& entry = entries[name];
  absl::StrAppend(&entry.says, says);
  for (const Condition* condition : conditions) {
    absl::StrAppend(&entry.says, "|", ConditionText(*condition, content));
    entry.conditions.push_back(condition);
  }
}

// Everything but the questions.
Entries EntriesOf(const Content& content) {
  Entries entries;
  const auto ids = [&](const std::vector<int>& advice) {
    return absl::StrJoin(advice, ",", [&](std::string* out, int index) {
      absl::StrAppend(out, content.advice()[index].id);
    });
  };
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      Add(absl::StrCat("rule ", precaution.id, "/", rule.id), content,
          absl::StrCat(LevelName(rule.level), LevelName(rule.unsure_level),
                       precaution.agreement, ids(precaution.forbids)),
          {&rule.when, &rule.unless}, entries);
    }
  }
  for (const Cause& cause : content.causes()) {
    for (const Evidence& evidence : cause.evidence) {
      Add(absl::StrCat("cause ", cause.id), content,
          absl::StrCat("|", evidence.decibans), {&evidence.when}, entries);
    }
  }
  for (const Advice& advice : content.advice()) {
    std::string says = absl::StrCat(advice.kind);
    for (int cause : advice.causes) {
      absl::StrAppend(&says, ",", content.causes()[cause].id);
    }
    Add(absl::StrCat("advice ", advice.id), content, says, {&advice.when},
        entries);
    // What points to it: its causes' evidence.
    for (int cause : advice.causes) {
      for (const Evidence& evidence : content.causes()[cause].evidence) {
        entries[absl::StrCat("advice ", advice.id)].conditions.push_back(
            &evidence.when);
      }
    }
  }
  return entries;
}

// What one content concludes, line by line.
std::set<std::string> Outcome(const Content& content, const Assessor& assessor,
                              const Answers& answers) {
  const Conclusion conclusion = assessor.Conclude(Settle(content, answers));
  std::set<std::string> lines;
  lines.insert(absl::StrCat("level ", LevelName(conclusion.triage.level)));
  for (const Raised& raised : conclusion.triage.raised) {
    lines.insert(absl::StrCat("precaution ",
                              content.precautions()[raised.precaution].id, " (",
                              LevelName(raised.level), ")"));
  }
  for (const JudgedCause& cause : conclusion.causes) {
    if (cause.band == Band::kUnlikely) continue;
    lines.insert(absl::StrCat("cause ", content.causes()[cause.cause].id, " (",
                              BandName(cause.band), ")"));
  }
  for (int tip : conclusion.tips) {
    lines.insert(absl::StrCat("tip ", content.advice()[tip].id));
  }
  if (conclusion.plan) {
    for (const auto* part :
         {&conclusion.plan->areas, &conclusion.plan->techniques}) {
      for (int advice : *part) {
        lines.insert(absl::StrCat("plan ", content.advice()[advice].id));
      }
    }
  }
  for (const std::string& who : conclusion.agreement) {
    lines.insert(absl::StrCat("agreement of ", who));
  }
  return lines;
}

// A question's id, and an answer to it.
using Given = std::vector<std::pair<std::string, Answer>>;

class Comparison {
 public:
  Comparison(const Content& before, const Content& after, std::ostream& out)
      : before_(before),
        after_(after),
        out_(out),
        assess_before_(before),
        assess_after_(after) {}

  int Run() {
    CompareQuestions();
    const Entries old_entries = EntriesOf(before_);
    const Entries new_entries = EntriesOf(after_);
    for (const auto& [name, entry] : old_entries) {
      const auto now = new_entries.find(name);
      if (now == new_entries.end()) {
        CompareEntry(absl::StrCat(name, ", taken out"), entry.conditions, {});
      } else if (now->second.says != entry.says) {
        CompareEntry(absl::StrCat(name, ", changed"), entry.conditions,
                     now->second.conditions);
      }
    }
    for (const auto& [name, entry] : new_entries) {
      if (old_entries.count(name) != 0) continue;
      CompareEntry(absl::StrCat(name, ", new"), {}, entry.conditions);
    }
    return found_;
  }

 private:
  void CompareQuestions();
  void CompareEntry(const std::string& title,
                    const std::vector<const Condition*>& old_conditions,
                    const std::vector<const Condition*>& new_conditions);
  void Gather(const Content& content,
              const std::vector<const Condition*>& conditions);
  std::vector<Answer> Classes(const std::string& id) const;
  std::string Effect(const Given& given) const;
  std::string Words(const Given& given) const;
  bool Shown(const std::string& effect, const Given& given) const;
  // Sets of `count` answers to the gathered questions, from `first` on.
  void Search(size_t first, size_t count, Given& given);

  const Content& before_;
  const Content& after_;
  std::ostream& out_;
  const Assessor assess_before_;
  const Assessor assess_after_;
  std::string title_;
  std::map<std::string, std::set<double>> named_;  // id to thresholds
  std::vector<std::pair<std::string, std::vector<Answer>>> classes_;
  std::map<std::string, std::vector<Given>> shown_;  // by effect
  size_t sets_ = 0;
  int found_ = 0;
};

void Comparison::CompareQuestions() {
  const auto spec = [](const Question& question) {
    return question.spec.SerializeAsString();
  };
  for (const Question& question : before_.questions()) {
    const QuestionIndex now = after_.FindQuestion(question.id());
    const bool gone = now == kNoQuestion;
    if (!gone && spec(after_.questions()[now]) == spec(question)) continue;
    out_ << "question " << question.id()
         << (gone ? ", taken out\n" : ", changed\n");
    ++found_;
  }
  for (const Question& question : after_.questions()) {
    if (before_.FindQuestion(question.id()) != kNoQuestion) continue;
    out_ << "question " << question.id() << ", new\n";
    ++found_;
  }
}

void Comparison::Gather(const Content& content,
                        const std::vector<const Condition*>& conditions) {
  for (const Condition* condition : conditions) {
    for (QuestionIndex question : condition->mentions()) {
      named_[content.questions()[question].id()];
    }
    for (const Condition::Threshold& cut : condition->thresholds()) {
      named_[content.questions()[cut.question].id()].insert(cut.value);
    }
  }
}

// Every way to answer, as far as a condition can tell.
std::vector<Answer> Comparison::Classes(const std::string& id) const {
  const QuestionIndex old_index = before_.FindQuestion(id);
  const Question& question = old_index != kNoQuestion
                                 ? before_.questions()[old_index]
                                 : after_.questions()[after_.FindQuestion(id)];
  std::vector<Answer> classes;
  for (size_t i = 0; i < question.choices.size(); ++i) {
    classes.push_back(Answer::Choice(static_cast<int>(i)));
  }
  std::set<double> values;
  for (double cut : named_.at(id)) {
    for (double value : {cut - 1, cut, cut + 1}) {
      if (value >= question.spec.range().min() &&
          value <= question.spec.range().max()) {
        values.insert(value);
      }
    }
  }
  for (double value : values) {
    classes.push_back(Answer::Interval(value, value));
  }
  classes.push_back(Answer::Unsure());
  return classes;
}

// Everything that is asked without being opened, answered in the harmless
// sense; then what is given.
Answers Fill(const Content& content, const Given& given) {
  Answers answers(content.questions().size());
  for (size_t i = 0; i < answers.size(); ++i) {
    const Question& question = content.questions()[i];
    if (!question.spec.safety()) continue;
    std::vector<Answer> candidates;
    for (size_t c = 0; c < question.choices.size(); ++c) {
      candidates.push_back(Answer::Choice(static_cast<int>(c)));
    }
    for (double value : {40.0, 3.0, 0.0}) {
      candidates.push_back(Answer::Interval(value, value));
    }
    for (const Answer& candidate : candidates) {
      answers[i] = candidate;
      if (question.harmless.Known(answers) == Truth::kTrue) break;
    }
  }
  for (const auto& [id, answer] : given) {
    const QuestionIndex index = content.FindQuestion(id);
    if (index != kNoQuestion) answers[index] = answer;
  }
  return answers;
}

// What the answers bring about now and not before, and the other way round;
// empty: nothing.
std::string Comparison::Effect(const Given& given) const {
  const std::set<std::string> old_lines =
      Outcome(before_, assess_before_, Fill(before_, given));
  const std::set<std::string> new_lines =
      Outcome(after_, assess_after_, Fill(after_, given));
  std::string effect;
  for (const std::string& line : old_lines) {
    if (new_lines.count(line) == 0) {
      absl::StrAppend(&effect, "    - ", line, "\n");
    }
  }
  for (const std::string& line : new_lines) {
    if (old_lines.count(line) == 0) {
      absl::StrAppend(&effect, "    + ", line, "\n");
    }
  }
  return effect;
}

std::string Comparison::Words(const Given& given) const {
  if (given.empty()) return "all answers harmless";
  return absl::StrJoin(given, "; ", [&](std::string* out, const auto& said) {
    const Content& content =
        after_.FindQuestion(said.first) != kNoQuestion ? after_ : before_;
    const QuestionIndex index = content.FindQuestion(said.first);
    const Question& question = content.questions()[index];
    const bool number = said.second.kind == Answer::Kind::kInterval;
    const std::string value =
        number ? absl::StrCat(said.second.low, " ",
                              absl::StrReplaceAll(question.spec.range().unit(),
                                                  {{"_", " "}}))
               : ValueName(question, said.second);
    std::string words = absl::StrCat(said.first, " = ", value);
    for (const auto& statement :
         content.locales().front().question[index].statement()) {
      if (statement.answer() == (number ? "value" : value)) {
        words = absl::StrReplaceAll(statement.text(), {{"{value}", value}});
      }
    }
    absl::StrAppend(out, words);
  });
}

bool Comparison::Shown(const std::string& effect, const Given& given) const {
  const auto before = shown_.find(effect);
  return before != shown_.end() &&
         absl::c_any_of(before->second, [&](const Given& smaller) {
           return absl::c_all_of(smaller, [&](const auto& said) {
             return absl::c_linear_search(given, said);
           });
         });
}

void Comparison::Search(size_t first, size_t count, Given& given) {
  if (sets_ >= kMostSets) return;
  if (count == 0) {
    ++sets_;
    const std::string effect = Effect(given);
    if (effect.empty() || Shown(effect, given)) return;
    shown_[effect].push_back(given);
    return;
  }
  for (size_t i = first; i + count <= classes_.size(); ++i) {
    for (const Answer& answer : classes_[i].second) {
      given.emplace_back(classes_[i].first, answer);
      Search(i + 1, count - 1, given);
      given.pop_back();
    }
  }
}

void Comparison::CompareEntry(
    const std::string& title,
    const std::vector<const Condition*>& old_conditions,
    const std::vector<const Condition*>& new_conditions) {
  named_.clear();
  classes_.clear();
  shown_.clear();
  sets_ = 0;
  Gather(before_, old_conditions);
  Gather(after_, new_conditions);
  for (const auto& [id, cuts] : named_) {
    classes_.emplace_back(id, Classes(id));
  }
  for (size_t count = 0; count <= classes_.size(); ++count) {
    Given given;
    Search(0, count, given);
  }
  out_ << title
       << (shown_.empty() ? ": no answers tell the difference\n" : "\n");
  for (const auto& [effect, sets] : shown_) {
    for (const Given& given : sets) out_ << "  " << Words(given) << "\n";
    out_ << effect;
  }
  if (sets_ >= kMostSets) {
    out_ << "  (only the first " << kMostSets << " sets were looked at)\n";
  }
  ++found_;
}

}  // namespace

int DiffContents(const Content& before, const Content& after,
                 std::ostream& out) {
  const int found = Comparison(before, after, out).Run();
  if (found == 0) out << "no difference\n";
  return found;
}

}  // namespace firstvisit
