#include "dialog/content/advice_checks.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/content/condition_checks.h"
#include "dialog/content/names.h"
#include "dialog/content/reach.h"

namespace firstvisit {
namespace {

using content::v1::DOCTOR_FIRST;
using content::v1::HABIT;
using content::v1::URGENT;

// 30 decibans are a likelihood ratio of a thousand: no answer says that much.
constexpr int kMostDecibans = 30;

bool CitesPublication(const std::vector<std::string>& sources,
                      const Content& content) {
  return absl::c_any_of(content.facts(), [&](const content::v1::Fact& fact) {
    return !fact.citation().empty() &&
           absl::c_linear_search(sources, fact.id());
  });
}

void CheckEvidence(const content::v1::Evidence& spec, const Evidence& evidence,
                   const Cause& cause, const Spot& spot, const Content& content,
                   Issues& issues) {
  CheckRequiredCondition({evidence.when, spec.when(), spot, "when"},
                         content.questions(), issues);
  if (spec.decibans() == 0 || std::abs(spec.decibans()) > kMostDecibans) {
    issues.Error(spot.at("decibans"),
                 absl::StrCat("`decibans` must lie between -", kMostDecibans,
                              " and ", kMostDecibans, " and not be 0"));
  }
  if (spec.basis() == content::v1::BASIS_UNSPECIFIED) {
    issues.Error(spot.place(), "`basis` is missing: JUDGEMENT or PUBLISHED");
  }
  if (spec.basis() == content::v1::PUBLISHED &&
      !CitesPublication(
          spec.source_size() > 0 ? evidence.sources : cause.sources, content)) {
    issues.Error(spot.at("basis"),
                 "a published weight needs a `source` whose fact has a "
                 "citation; otherwise it is a JUDGEMENT");
  }
}

void CheckCause(const Entry<content::v1::Cause>& entry, const Cause& cause,
                const Content& content, Issues& issues) {
  Names names("line of evidence");
  int most = 0;
  for (int i = 0; i < entry->evidence_size(); ++i) {
    const Spot spot = entry.spot.child("evidence", i);
    names.Add(entry->evidence(i).id(), spot.at("id"), issues);
    CheckEvidence(entry->evidence(i), cause.evidence[i], cause, spot, content,
                  issues);
    most += std::max(entry->evidence(i).decibans(), 0);
  }
  if (most < content.protocol().possible_from()) {
    issues.Error(
        entry.spot.place(),
        absl::StrCat("all its evidence together makes ", most,
                     " decibans; from ", content.protocol().possible_from(),
                     " on it would be called possible"));
  }
}

// Whether a standing rule leaves no room for a piece of advice.
bool RulesOut(const Precaution& precaution, const Rule& rule, int position,
              const Advice& advice) {
  if (rule.level >= URGENT ||
      absl::c_linear_search(precaution.forbids, position)) {
    return true;
  }
  return rule.level == DOCTOR_FIRST && advice.kind != HABIT;
}

// Some answers make the condition hold without raising the rule.
bool CanHoldWithout(const Condition& when, const Rule& rule,
                    const std::vector<Question>& questions) {
  return AnyAnswers({&when, &rule.when, &rule.unless}, questions, Doubt::kWith,
                    [&](const Answers& answers) {
                      return when.Known(answers) == Truth::kTrue &&
                             (rule.when.Judge(answers) == Grade::kFalse ||
                              (rule.has_unless &&
                               rule.unless.Known(answers) == Truth::kTrue));
                    });
}

bool ShareAQuestion(const Condition& a, const Condition& b) {
  return absl::c_any_of(a.mentions(), [&](QuestionIndex question) {
    return absl::c_binary_search(b.mentions(), question);
  });
}

void CheckGivable(int position, const Place& place, const Content& content,
                  Issues& issues) {
  const Advice& advice = content.advice()[position];
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      if (!RulesOut(precaution, rule, position, advice) ||
          !ShareAQuestion(advice.when, rule.when) ||
          CanHoldWithout(advice.when, rule, content.questions())) {
        continue;
      }
      issues.Error(place, absl::StrCat("it can never be given: whenever its "
                                       "condition holds, rule `",
                                       rule.id, "` of precaution `",
                                       precaution.id, "` rules it out"));
      return;
    }
  }
}

template <typename Spec>
void CheckAll(const std::vector<Entry<Spec>>& entries, int first,
              const Content& content, Issues& issues) {
  for (size_t i = 0; i < entries.size(); ++i) {
    const int position = first + static_cast<int>(i);
    const Spot& spot = entries[i].spot;
    const WrittenCondition when = {content.advice()[position].when,
                                   entries[i]->when(), spot, "when"};
    if (when.condition.always()) continue;
    CheckCondition(when, content.questions(), issues);
    if (CanHold(when.condition, content.questions())) {
      CheckGivable(position, when.place(), content, issues);
    }
  }
}

}  // namespace

void CheckCauses(const Entries& entries, const Content& content,
                 Issues& issues) {
  for (size_t i = 0; i < entries.causes.size(); ++i) {
    CheckCause(entries.causes[i], content.causes()[i], content, issues);
  }
}

void CheckAdvice(const Entries& entries, const Content& content,
                 Issues& issues) {
  int first = 0;
  CheckAll(entries.techniques, first, content, issues);
  first += static_cast<int>(entries.techniques.size());
  CheckAll(entries.areas, first, content, issues);
  first += static_cast<int>(entries.areas.size());
  CheckAll(entries.tips, first, content, issues);
  for (const Entry<content::v1::Tip>& tip : entries.tips) {
    if (tip->kind() == content::v1::ADVICE_KIND_UNSPECIFIED) {
      issues.Error(tip.spot.place(), "`kind` is missing");
    }
  }
}

}  // namespace firstvisit
