// Cases whose level is agreed on, as a careful listener would record them. What
// a case leaves out is answered in the harmless sense here, in the test:
// `assess` itself never fills anything in.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/content/content.h"
#include "dialog/state/settle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/answers.h"
#include "tests/support/knee_pain.h"
#include "tests/vignettes/cases.h"

namespace firstvisit {
namespace {

using testing::Contains;
using testing::IsSupersetOf;

class Vignettes : public testing::TestWithParam<const char*> {
 protected:
  static std::vector<Case> All() {
    return Cases(absl::StrCat("tests/vignettes/", GetParam(), ".jsonl"));
  }

  static Conclusion Judge(const Case& one) {
    static const auto& assessor = *new Assessor(KneePain());
    Answers answers(KneePain().questions().size());
    for (const Said& said : one.said) Put(KneePain(), said, answers);
    FillHarmless(KneePain(), answers);
    for (const std::string& id : one.not_asked) {
      answers[KneePain().FindFact(id)] = Answer();
    }
    return assessor.Conclude(Settle(KneePain(), answers));
  }
};

// Sets whose precautions and causes were written from the table of questions;
// the others name what an author thought of, and are held to the level alone.
class NamedVignettes : public Vignettes {};

TEST_P(Vignettes, EveryLevelIsAcceptable) {
  for (const Case& one : All()) {
    if (one.other_level || one.in_words_alone) continue;
    EXPECT_THAT(one.acceptable, Contains(Judge(one).triage.level))
        << one.id << " " << one.title;
  }
}

TEST_P(Vignettes, NoPlanWhereADoctorComesFirst) {
  for (const Case& one : All()) {
    if (one.in_words_alone) continue;
    const Conclusion conclusion = Judge(one);
    EXPECT_FALSE(one.least >= content::v1::DOCTOR_FIRST &&
                 (conclusion.plan || conclusion.triage.clearance))
        << one.id << " " << one.title;
  }
}

TEST_P(NamedVignettes, PrecautionsAndCausesAreNamed) {
  for (const Case& one : All()) {
    const Conclusion conclusion = Judge(one);
    std::vector<std::string> precautions, causes;
    for (const Raised& raised : conclusion.triage.raised) {
      precautions.push_back(KneePain().precautions()[raised.precaution].id);
    }
    for (const JudgedCause& cause : conclusion.causes) {
      if (cause.band == Band::kUnlikely) continue;
      causes.push_back(KneePain().causes()[cause.cause].id);
    }
    EXPECT_THAT(precautions, IsSupersetOf(one.precautions))
        << one.id << " " << one.title;
    // At an emergency no cause is told.
    if (one.causes_in_text_alone ||
        conclusion.triage.level == content::v1::EMERGENCY_NOW) {
      continue;
    }
    EXPECT_THAT(causes, IsSupersetOf(one.causes)) << one.id << " " << one.title;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, NamedVignettes,
                         testing::Values("public", "blind_a", "blind_b"),
                         [](const auto& set) { return set.param; });
INSTANTIATE_TEST_SUITE_P(Files, Vignettes,
                         testing::Values("public", "blind_a", "blind_b",
                                         "blind_c", "learned"),
                         [](const auto& info) {
                           return std::string(info.param);
                         });

}  // namespace
}  // namespace firstvisit
