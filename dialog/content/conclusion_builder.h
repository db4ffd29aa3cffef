// What follows from answers, compiled: limits, precautions, causes, advice.
//
//   std::vector<Advice> advice = BuildAdvice(entries, registry, issues);
//   std::vector<Limit> limits = BuildLimits(entries, advice, registry, issues);
//
// Pure functions; what does not fit is reported and left out. Whether what fits
// also makes sense is for rule_checks.h and advice_checks.h.

#ifndef FIRSTVISIT_DIALOG_CONTENT_CONCLUSION_BUILDER_H_
#define FIRSTVISIT_DIALOG_CONTENT_CONCLUSION_BUILDER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"
#include "dialog/content/registry.h"

namespace firstvisit {

// Techniques, then areas, then tips.
std::vector<Advice> BuildAdvice(const Entries& entries, Registry& registry,
                                Issues& issues);

std::vector<Limit> BuildLimits(const Entries& entries,
                               const std::vector<Advice>& advice,
                               Registry& registry, Issues& issues);

// `default_agreement` stands where a precaution names nobody.
std::vector<Precaution> BuildPrecautions(const Entries& entries,
                                         const std::vector<Advice>& advice,
                                         const std::vector<Limit>& limits,
                                         absl::string_view default_agreement,
                                         Registry& registry, Issues& issues);

std::vector<Cause> BuildCauses(const Entries& entries, Registry& registry,
                               Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_CONCLUSION_BUILDER_H_
