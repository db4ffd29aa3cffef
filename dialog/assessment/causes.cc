#include "dialog/assessment/causes.h"

#include <algorithm>
#include <cstdlib>

namespace firstvisit {
namespace {

JudgedCause JudgeOne(const Content& content, int index,
                     const Answers& answers) {
  const std::vector<Evidence>& evidence = content.causes()[index].evidence;
  JudgedCause judged = {index, Band::kUnlikely, 0, {}, {}, {}};
  for (size_t i = 0; i < evidence.size(); ++i) {
    const Truth truth = evidence[i].when.Known(answers);
    if (truth == Truth::kFalse) continue;
    if (truth == Truth::kUnknown) {
      judged.not_known.push_back(static_cast<int>(i));
      continue;
    }
    judged.decibans += evidence[i].decibans;
    (evidence[i].decibans > 0 ? judged.reasons_for : judged.reasons_against)
        .push_back(static_cast<int>(i));
  }
  judged.band = BandOf(content, judged.decibans);
  const auto heavier = [&](int a, int b) {
    return std::abs(evidence[a].decibans) > std::abs(evidence[b].decibans);
  };
  for (std::vector<int>* lines :
       {&judged.reasons_for, &judged.reasons_against, &judged.not_known}) {
    std::stable_sort(lines->begin(), lines->end(), heavier);
  }
  return judged;
}

}  // namespace

Band BandOf(const Content& content, int decibans) {
  if (decibans >= content.protocol().likely_from()) return Band::kLikely;
  if (decibans >= content.protocol().possible_from()) return Band::kPossible;
  return Band::kUnlikely;
}

std::vector<JudgedCause> JudgeCauses(const Content& content,
                                     const Answers& answers) {
  std::vector<JudgedCause> causes;
  for (size_t i = 0; i < content.causes().size(); ++i) {
    JudgedCause judged = JudgeOne(content, static_cast<int>(i), answers);
    if (!judged.reasons_for.empty()) causes.push_back(std::move(judged));
  }
  std::stable_sort(causes.begin(), causes.end(),
                   [](const JudgedCause& a, const JudgedCause& b) {
                     return a.decibans > b.decibans;
                   });
  return causes;
}

}  // namespace firstvisit
