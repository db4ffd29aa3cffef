#include "dialog/content/condition_checks.h"

#include "absl/strings/str_cat.h"
#include "dialog/content/reach.h"

namespace firstvisit {
namespace {

// False: a number was out of range, and reported.
bool CheckThresholds(const WrittenCondition& written,
                     const std::vector<Question>& questions, Issues& issues) {
  bool sound = true;
  for (const Condition::Threshold& threshold : written.condition.thresholds()) {
    const content::v1::Question& spec = questions[threshold.question].spec;
    const content::v1::Range& range = spec.range();
    // A range that cannot be is reported with its question.
    if (range.min() >= range.max() ||
        (threshold.value >= range.min() && threshold.value <= range.max())) {
      continue;
    }
    sound = false;
    issues.Error(
        written.place(),
        absl::StrCat("`", spec.id(), "` is compared with ", threshold.value,
                     ", but lies between ", range.min(), " and ", range.max()));
  }
  return sound;
}

}  // namespace

void CheckCondition(const WrittenCondition& written,
                    const std::vector<Question>& questions, Issues& issues) {
  if (written.condition.always()) return;
  if (!CheckThresholds(written, questions, issues)) return;
  if (!CanHold(written.condition, questions)) {
    issues.Error(written.place(), absl::StrCat("no answers ever make this `",
                                               written.field, "` true"));
  }
}

void CheckRequiredCondition(const WrittenCondition& written,
                            const std::vector<Question>& questions,
                            Issues& issues) {
  if (written.text.empty()) {
    issues.Error(written.place(),
                 absl::StrCat("`", written.field, "` is missing"));
  } else {
    CheckCondition(written, questions, issues);
  }
}

void CheckPositive(const WrittenCondition& written, Issues& issues) {
  if (!written.condition.negated()) return;
  issues.Error(written.place(),
               absl::StrCat("`", written.field,
                            "` must not use `not`, `!=` or `answered`, which "
                            "an answer in doubt could make true; name the "
                            "answers that count"));
}

}  // namespace firstvisit
