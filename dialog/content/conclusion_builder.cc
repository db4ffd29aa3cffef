#include "dialog/content/conclusion_builder.h"

#include <algorithm>

namespace firstvisit {
namespace {

using content::v1::DOCTOR_FIRST;
using content::v1::LEVEL_UNSPECIFIED;
using content::v1::URGENT;

void SortUnique(std::vector<int>& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()),
                  positions.end());
}

template <typename Spec>
Advice BuildOne(const Entry<Spec>& entry, Advice::Type type, int wording,
                Registry& registry, Issues& issues) {
  Advice advice;
  advice.type = type;
  advice.id = entry->id();
  advice.kind = content::v1::ADVICE_KIND_UNSPECIFIED;
  advice.when = registry.Compile(entry->when(), entry.spot, "when", issues);
  advice.causes = registry.ResolveAll(registry.causes, entry->cause(),
                                      entry.spot, "cause", issues);
  advice.sources =
      registry.RequiredSources(entry->source(), entry.spot, issues);
  advice.wording = wording;
  return advice;
}

// "massage" is every technique and area, and every tip but habits.
std::vector<int> ResolveForbidden(const Registry::Strings& ids,
                                  const Spot& spot,
                                  const std::vector<Advice>& advice,
                                  const Registry& registry, Issues& issues) {
  std::vector<int> forbidden;
  for (int i = 0; i < ids.size(); ++i) {
    if (ids.Get(i) == "massage") {
      for (size_t k = 0; k < advice.size(); ++k) {
        if (advice[k].kind != content::v1::HABIT) {
          forbidden.push_back(static_cast<int>(k));
        }
      }
      continue;
    }
    const int position =
        registry.advice.Resolve(ids.Get(i), spot.at("forbids", i), issues);
    if (position >= 0) forbidden.push_back(position);
  }
  SortUnique(forbidden);
  return forbidden;
}

Level DefaultUnsureLevel(const Rule& rule) {
  return rule.when.single() ? DOCTOR_FIRST : std::min(rule.level, URGENT);
}

Rule BuildRule(const content::v1::Rule& spec, const Spot& spot,
               Registry& registry, Issues& issues) {
  Rule rule;
  rule.id = spec.id();
  rule.when = registry.Compile(spec.when(), spot, "when", issues);
  rule.has_unless = !spec.unless().empty();
  rule.unless = registry.Compile(spec.unless(), spot, "unless", issues);
  rule.level = spec.level();
  rule.unsure_level = spec.unsure_level() == LEVEL_UNSPECIFIED
                          ? DefaultUnsureLevel(rule)
                          : spec.unsure_level();
  rule.sources = registry.Sources(spec.source(), spot, issues);
  return rule;
}

}  // namespace

std::vector<Advice> BuildAdvice(const Entries& entries, Registry& registry,
                                Issues& issues) {
  std::vector<Advice> advice;
  int wording = 0;
  for (const auto& entry : entries.techniques) {
    advice.push_back(
        BuildOne(entry, Advice::Type::kTechnique, wording++, registry, issues));
  }
  wording = 0;
  for (const auto& entry : entries.areas) {
    advice.push_back(
        BuildOne(entry, Advice::Type::kArea, wording++, registry, issues));
  }
  wording = 0;
  for (const auto& entry : entries.tips) {
    advice.push_back(
        BuildOne(entry, Advice::Type::kTip, wording++, registry, issues));
    advice.back().kind = entry->kind();
  }
  return advice;
}

std::vector<Limit> BuildLimits(const Entries& entries,
                               const std::vector<Advice>& advice,
                               Registry& registry, Issues& issues) {
  std::vector<Limit> limits;
  for (const auto& entry : entries.limits) {
    limits.push_back(
        {entry->id(),
         ResolveForbidden(entry->forbids(), entry.spot, advice, registry,
                          issues),
         registry.RequiredSources(entry->source(), entry.spot, issues)});
  }
  return limits;
}

std::vector<Precaution> BuildPrecautions(const Entries& entries,
                                         const std::vector<Advice>& advice,
                                         const std::vector<Limit>& limits,
                                         absl::string_view default_agreement,
                                         Registry& registry, Issues& issues) {
  std::vector<Precaution> precautions;
  for (const auto& entry : entries.precautions) {
    Precaution precaution;
    precaution.id = entry->id();
    for (int i = 0; i < entry->rule_size(); ++i) {
      precaution.rules.push_back(BuildRule(
          entry->rule(i), entry.spot.child("rule", i), registry, issues));
    }
    precaution.limits = registry.ResolveAll(registry.limits, entry->limit(),
                                            entry.spot, "limit", issues);
    precaution.forbids = ResolveForbidden(entry->forbids(), entry.spot, advice,
                                          registry, issues);
    for (int limit : precaution.limits) {
      const std::vector<int>& more = limits[limit].forbids;
      precaution.forbids.insert(precaution.forbids.end(), more.begin(),
                                more.end());
    }
    SortUnique(precaution.forbids);
    precaution.agreement = entry->agreement().empty()
                               ? std::string(default_agreement)
                               : entry->agreement();
    if (precaution.agreement == "none") precaution.agreement.clear();
    precaution.sources =
        registry.RequiredSources(entry->source(), entry.spot, issues);
    precautions.push_back(std::move(precaution));
  }
  return precautions;
}

std::vector<Cause> BuildCauses(const Entries& entries, Registry& registry,
                               Issues& issues) {
  std::vector<Cause> causes;
  for (const auto& entry : entries.causes) {
    Cause cause;
    cause.id = entry->id();
    for (int i = 0; i < entry->evidence_size(); ++i) {
      const content::v1::Evidence& spec = entry->evidence(i);
      const Spot spot = entry.spot.child("evidence", i);
      cause.evidence.push_back(
          {spec.id(), registry.Compile(spec.when(), spot, "when", issues),
           spec.decibans(), registry.Sources(spec.source(), spot, issues)});
    }
    cause.sources =
        registry.RequiredSources(entry->source(), entry.spot, issues);
    causes.push_back(std::move(cause));
  }
  return causes;
}

}  // namespace firstvisit
