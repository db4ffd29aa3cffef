#include "dialog/content/rule_checks.h"

#include <algorithm>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/content/condition_checks.h"
#include "dialog/content/names.h"
#include "dialog/content/reach.h"

namespace firstvisit {
namespace {

using content::v1::CAUTION;
using content::v1::Level_Name;
using content::v1::LEVEL_UNSPECIFIED;

void CheckConditions(const content::v1::Rule& spec, const Rule& rule,
                     const Spot& spot, const Content& content, Issues& issues) {
  const WrittenCondition when = {rule.when, spec.when(), spot, "when"};
  const WrittenCondition unless = {rule.unless, spec.unless(), spot, "unless"};
  CheckRequiredCondition(when, content.questions(), issues);
  CheckPositive(when, issues);
  CheckCondition(unless, content.questions(), issues);
  CheckPositive(unless, issues);
  if (when.broken() || unless.broken() || rule.when.always() ||
      !rule.has_unless) {
    return;
  }
  if (!AnyAnswers({&rule.when, &rule.unless}, content.questions(), Doubt::kWith,
                  [&](const Answers& answers) {
                    return rule.when.Known(answers) == Truth::kTrue &&
                           rule.unless.Known(answers) != Truth::kTrue;
                  })) {
    issues.Error(unless.place(), "`unless` lifts this rule whenever it holds");
  }
}

// The most that any rule which looks at a question can bring about.
Level HighestLevel(QuestionIndex question, const Content& content) {
  Level highest = LEVEL_UNSPECIFIED;
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      if (absl::c_binary_search(rule.when.mentions(), question)) {
        highest = std::max(highest, rule.level);
      }
    }
  }
  return highest;
}

// "Unsure" must not be worse than the worst that "yes" can bring.
void CheckLevels(const content::v1::Rule& spec, const Rule& rule,
                 const Spot& spot, const Content& content, Issues& issues) {
  if (spec.level() < CAUTION) {
    return issues.Error(
        spec.level() == LEVEL_UNSPECIFIED ? spot.place() : spot.at("level"),
        "`level` must be CAUTION or more urgent");
  }
  if (spec.unsure_level() == content::v1::OK) {
    return issues.Error(spot.at("unsure_level"),
                        "doubt never clears: `unsure_level` must be CAUTION "
                        "or more urgent");
  }
  if (rule.unsure_level <= rule.level || rule.when.always()) return;
  Level highest = rule.level;
  for (QuestionIndex question : rule.when.mentions()) {
    highest = std::max(highest, HighestLevel(question, content));
  }
  if (rule.unsure_level > highest) {
    issues.Error(
        spot.at("level"),
        absl::StrCat("a clear \"yes\" counts ", Level_Name(rule.level),
                     " here, and doubt ", Level_Name(rule.unsure_level),
                     ", which is worse; lower `unsure_level` or "
                     "raise `level`"));
  }
}

void CheckPrecaution(const Entry<content::v1::Precaution>& entry,
                     const Precaution& precaution, const Content& content,
                     Issues& issues) {
  if (entry->rule_size() == 0) {
    issues.Error(entry.spot.place(), "a precaution needs at least one rule");
  }
  Names names("rule");
  for (int i = 0; i < entry->rule_size(); ++i) {
    const Spot spot = entry.spot.child("rule", i);
    names.Add(entry->rule(i).id(), spot.at("id"), issues);
    CheckConditions(entry->rule(i), precaution.rules[i], spot, content, issues);
    CheckLevels(entry->rule(i), precaution.rules[i], spot, content, issues);
  }
  if (precaution.forbids.empty() && entry->limit_size() == 0 &&
      content.protocol().default_limit().empty()) {
    issues.Error(entry.spot.place(),
                 "it names no limit, and the protocol has no default_limit");
  }
}

// A condition that could not be read may be the one that is missed.
bool AllRulesWereRead(const Entries& entries, const Content& content) {
  for (size_t i = 0; i < entries.precautions.size(); ++i) {
    for (int k = 0; k < entries.precautions[i]->rule_size(); ++k) {
      if (!entries.precautions[i]->rule(k).when().empty() &&
          content.precautions()[i].rules[k].when.always()) {
        return false;
      }
    }
  }
  return true;
}

// Nobody would be told why the level is what it is.
void CheckEverySafetyQuestionIsJudged(const Entries& entries,
                                      const Content& content, Issues& issues) {
  if (!AllRulesWereRead(entries, content)) return;
  for (size_t i = 0; i < entries.questions.size(); ++i) {
    const Entry<content::v1::Question>& entry = entries.questions[i];
    if (entry->safety() && HighestLevel(static_cast<QuestionIndex>(i),
                                        content) == LEVEL_UNSPECIFIED) {
      issues.Error(
          entry.spot.at("safety"),
          absl::StrCat("no precaution has a rule about `", entry->id(), "`"));
    }
  }
}

}  // namespace

void CheckRules(const Entries& entries, const Content& content,
                Issues& issues) {
  for (size_t i = 0; i < entries.precautions.size(); ++i) {
    CheckPrecaution(entries.precautions[i], content.precautions()[i], content,
                    issues);
  }
  for (size_t i = 0; i < entries.limits.size(); ++i) {
    if (entries.limits[i]->forbids_size() == 0) {
      issues.Error(entries.limits[i].spot.place(),
                   "a limit forbids at least one technique, area or tip");
    }
  }
  CheckEverySafetyQuestionIsJudged(entries, content, issues);
}

}  // namespace firstvisit
