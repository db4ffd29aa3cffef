// Every row of the table of safety questions, each outcome that it names: the
// level, and the precaution that says why. Everything else is answered in the
// harmless sense.

#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/assessment/conclusion.h"
#include "dialog/content/content.h"
#include "dialog/state/settle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/answers.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

using content::v1::CAUTION;
using content::v1::DOCTOR_FIRST;
using content::v1::EMERGENCY_NOW;
using content::v1::OK;
using content::v1::URGENT;

struct Row {
  const char* what;
  std::vector<Said> said;
  Level level;
  const char* precaution;  // "" where none is raised
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.what;
}

class KneePainRow : public testing::TestWithParam<Row> {};

TEST_P(KneePainRow, LeadsToItsLevel) {
  const Content& content = KneePain();
  Answers answers = HarmlessAnswers(content);
  for (const Said& said : GetParam().said) Put(content, said, answers);
  FillHarmless(content, answers);
  const Conclusion conclusion =
      Assessor(content).Conclude(Settle(content, answers));
  const Triage& triage = conclusion.triage;
  EXPECT_EQ(triage.level, GetParam().level)
      << content::v1::Level_Name(triage.level);
  std::vector<std::string> raised;
  for (const Raised& r : triage.raised) {
    raised.push_back(content.precautions()[r.precaution].id);
  }
  if (*GetParam().precaution != '\0') {
    EXPECT_THAT(raised, testing::Contains(GetParam().precaution));
  } else {
    EXPECT_THAT(raised, testing::IsEmpty());
  }
  EXPECT_EQ(conclusion.plan.has_value(),
            triage.complete && triage.level <= CAUTION);
}

const Row kRows[] = {
    {"all harmless", {}, OK, ""},
    // age
    {"17 years", {{"age", "17"}}, DOCTOR_FIRST, "minor"},
    {"18 years", {{"age", "18"}}, OK, ""},
    {"16 to 19 years", {{"age", "16..19"}}, DOCTOR_FIRST, "minor"},
    {"age unsure", {{"age", "unsure"}, {"adult", "unsure"}}, DOCTOR_FIRST,
     "minor"},
    {"age declined, adult", {{"age", "declined"}, {"adult", "yes"}}, OK, ""},
    {"age declined, not adult", {{"age", "declined"}, {"adult", "no"}},
     DOCTOR_FIRST, "minor"},
    // onset
    {"sudden", {{"onset", "sudden"}, {"duration", "20"}}, DOCTOR_FIRST,
     "severe_or_worsening"},
    {"sudden, over six weeks ago", {{"onset", "sudden"}, {"duration", "43"}},
     CAUTION, "onset_to_watch"},
    {"sudden, when unsure", {{"onset", "sudden"}, {"duration", "unsure"}},
     DOCTOR_FIRST, "severe_or_worsening"},
    {"onset injury", {{"onset", "injury"}}, CAUTION, "onset_to_watch"},
    {"onset declined", {{"onset", "declined"}}, CAUTION,
     "severe_or_worsening"},
    {"onset overuse", {{"onset", "overuse"}}, OK, ""},
    {"no reason", {{"onset", "no_reason"}}, OK, ""},
    // severity
    {"severity 7", {{"severity", "7"}}, OK, ""},
    {"severity 8", {{"severity", "8"}}, DOCTOR_FIRST, "severe_or_worsening"},
    {"severity 7 to 8", {{"severity", "7..8"}}, DOCTOR_FIRST,
     "severe_or_worsening"},
    {"severity unsure", {{"severity", "unsure"}}, DOCTOR_FIRST,
     "severe_or_worsening"},
    // worsening
    {"worsening", {{"worsening", "yes"}}, DOCTOR_FIRST, "severe_or_worsening"},
    {"worsening unsure", {{"worsening", "unsure"}}, CAUTION,
     "severe_or_worsening"},
    // chest_breath
    {"chest", {{"chest_breath", "yes"}}, EMERGENCY_NOW, "pe_suspected"},
    {"chest unsure", {{"chest_breath", "unsure"}}, URGENT, "pe_suspected"},
    {"chest declined", {{"chest_breath", "declined"}}, URGENT, "pe_suspected"},
    // calf_swelling
    {"calf", {{"calf_swelling", "yes"}}, URGENT, "dvt_suspected"},
    {"calf unsure", {{"calf_swelling", "unsure"}}, URGENT, "dvt_suspected"},
    {"calf declined", {{"calf_swelling", "declined"}}, URGENT,
     "dvt_suspected"},
    // swelling_heat
    {"swollen for ten days",
     {{"swelling_heat", "yes"}, {"swelling_days", "10"}}, DOCTOR_FIRST,
     "acute_inflammation"},
    {"swollen for three days",
     {{"swelling_heat", "yes"}, {"swelling_days", "3"}}, URGENT,
     "acute_inflammation"},
    {"swollen, days unknown",
     {{"swelling_heat", "yes"}, {"swelling_days", "unsure"}}, URGENT,
     "acute_inflammation"},
    {"swollen and severe",
     {{"swelling_heat", "yes"}, {"swelling_days", "10"}, {"severity", "8"}},
     URGENT, "septic_arthritis_suspected"},
    {"swollen replaced joint",
     {{"swelling_heat", "yes"},
      {"swelling_days", "10"},
      {"knee_surgery_ever", "yes"},
      {"surgery_days", "900"},
      {"joint_replaced", "yes"}},
     URGENT, "septic_arthritis_suspected"},
    {"swelling unsure", {{"swelling_heat", "unsure"}}, DOCTOR_FIRST,
     "acute_inflammation"},
    // fever
    {"fever", {{"fever", "yes"}}, DOCTOR_FIRST, "unexplained_fever"},
    {"fever unsure", {{"fever", "unsure"}}, DOCTOR_FIRST,
     "unexplained_fever"},
    {"fever and swelling",
     {{"fever", "yes"}, {"swelling_heat", "yes"}, {"swelling_days", "10"}},
     URGENT, "septic_arthritis_suspected"},
    {"fever, swelling unsure",
     {{"fever", "yes"}, {"swelling_heat", "unsure"}}, URGENT,
     "septic_arthritis_suspected"},
    {"fever and wound",
     {{"fever", "yes"}, {"skin_wound", "yes"}, {"skin_minor", "no"}}, URGENT,
     "septic_arthritis_suspected"},
    {"fever, swelling, severe",
     {{"fever", "yes"},
      {"swelling_heat", "yes"},
      {"swelling_days", "10"},
      {"severity", "8"}},
     EMERGENCY_NOW, "septic_arthritis_suspected"},
    {"fever, wound, severe",
     {{"fever", "yes"},
      {"skin_wound", "yes"},
      {"skin_minor", "no"},
      {"severity", "9"}},
     EMERGENCY_NOW, "septic_arthritis_suspected"},
    {"fever unsure, swelling, severe",
     {{"fever", "unsure"},
      {"swelling_heat", "yes"},
      {"swelling_days", "10"},
      {"severity", "8"}},
     URGENT, "septic_arthritis_suspected"},
    // injury_recent
    {"injured three days ago",
     {{"injury_recent", "yes"}, {"injury_days", "3"}}, DOCTOR_FIRST,
     "injury_under_72h"},
    {"injured, days unknown",
     {{"injury_recent", "yes"}, {"injury_days", "unsure"}}, DOCTOR_FIRST,
     "injury_under_72h"},
    {"injured seven days ago at 55",
     {{"injury_recent", "yes"}, {"injury_days", "7"}, {"age", "55"}}, URGENT,
     "fracture_suspected"},
    {"injured eight days ago at 55",
     {{"injury_recent", "yes"}, {"injury_days", "8"}, {"age", "55"}}, CAUTION,
     "recent_injury"},
    {"injured seven days ago at 54",
     {{"injury_recent", "yes"}, {"injury_days", "7"}, {"age", "54"}}, CAUTION,
     "recent_injury"},
    {"injured, on blood thinners, swollen",
     {{"injury_recent", "yes"},
      {"injury_days", "20"},
      {"blood_thinners", "yes"},
      {"swelling_heat", "yes"},
      {"swelling_days", "20"}},
     URGENT, "blood_thinners"},
    {"deformity", {{"injury_recent", "yes"}, {"injury_days", "5"},
                   {"deformity", "yes"}},
     EMERGENCY_NOW, "fracture_suspected"},
    {"deformity unsure", {{"injury_recent", "yes"}, {"injury_days", "5"},
                          {"deformity", "unsure"}},
     URGENT, "fracture_suspected"},
    {"cold foot after injury",
     {{"injury_recent", "yes"}, {"injury_days", "5"}, {"foot_cold", "yes"}},
     EMERGENCY_NOW, "circulation_at_risk"},
    {"numb after an injury seven days ago",
     {{"injury_recent", "yes"},
      {"injury_days", "7"},
      {"numbness", "yes"},
      {"numbness_days", "7"}},
     EMERGENCY_NOW, "nerve_involvement"},
    {"injured ten days ago",
     {{"injury_recent", "yes"}, {"injury_days", "10"}}, CAUTION,
     "recent_injury"},
    {"gives way",
     {{"injury_recent", "yes"}, {"injury_days", "10"}, {"giving_way", "yes"}},
     DOCTOR_FIRST, "instability"},
    {"injury unsure", {{"injury_recent", "unsure"}}, DOCTOR_FIRST,
     "recent_injury"},
    // weight_bearing
    {"cannot bear weight", {{"weight_bearing", "no"}}, URGENT,
     "cannot_bear_weight"},
    {"weight unsure", {{"weight_bearing", "unsure"}}, DOCTOR_FIRST,
     "cannot_bear_weight"},
    {"weight unsure with injury",
     {{"weight_bearing", "unsure"},
      {"injury_recent", "yes"},
      {"injury_days", "20"}},
     URGENT, "fracture_suspected"},
    // locking
    {"locks", {{"locking", "yes"}}, DOCTOR_FIRST, "locked_knee"},
    {"locks unsure", {{"locking", "unsure"}}, DOCTOR_FIRST, "locked_knee"},
    // numbness
    {"numb for a month", {{"numbness", "yes"}, {"numbness_days", "30"}},
     DOCTOR_FIRST, "nerve_involvement"},
    {"numb for three days", {{"numbness", "yes"}, {"numbness_days", "3"}},
     URGENT, "nerve_involvement"},
    {"numb, days unknown", {{"numbness", "yes"}, {"numbness_days", "unsure"}},
     URGENT, "nerve_involvement"},
    {"numb, bladder",
     {{"numbness", "yes"}, {"numbness_days", "30"}, {"bladder_saddle", "yes"}},
     EMERGENCY_NOW, "nerve_involvement"},
    {"numb, bladder unsure",
     {{"numbness", "yes"},
      {"numbness_days", "30"},
      {"bladder_saddle", "unsure"}},
     URGENT, "nerve_involvement"},
    {"numb, cold foot",
     {{"numbness", "yes"}, {"numbness_days", "30"}, {"foot_cold", "yes"}},
     EMERGENCY_NOW, "circulation_at_risk"},
    {"numbness unsure", {{"numbness", "unsure"}}, DOCTOR_FIRST,
     "nerve_involvement"},
    // skin_wound
    {"wound", {{"skin_wound", "yes"}, {"skin_minor", "no"}}, DOCTOR_FIRST,
     "skin_problem"},
    {"wound, minor unsure",
     {{"skin_wound", "yes"}, {"skin_minor", "unsure"}}, DOCTOR_FIRST,
     "skin_problem"},
    {"scratch", {{"skin_wound", "yes"}, {"skin_minor", "yes"}}, CAUTION,
     "skin_problem"},
    {"wound unsure", {{"skin_wound", "unsure"}}, DOCTOR_FIRST,
     "skin_problem"},
    // surgery
    {"surgery in the last six weeks", {{"surgery_recent", "yes"}},
     DOCTOR_FIRST, "post_surgical"},
    {"surgery unsure", {{"surgery_recent", "unsure"}}, DOCTOR_FIRST,
     "post_surgical"},
    {"knee surgery long ago",
     {{"knee_surgery_ever", "yes"}, {"surgery_days", "900"}}, CAUTION,
     "post_surgical"},
    {"knee surgery twelve weeks ago",
     {{"knee_surgery_ever", "yes"}, {"surgery_days", "84"}}, DOCTOR_FIRST,
     "post_surgical"},
    {"knee surgery, days unknown",
     {{"knee_surgery_ever", "yes"}, {"surgery_days", "unsure"}}, DOCTOR_FIRST,
     "post_surgical"},
    {"knee surgery unsure", {{"knee_surgery_ever", "unsure"}}, CAUTION,
     "post_surgical"},
    // general health
    {"cancer", {{"cancer_history", "yes"}}, DOCTOR_FIRST,
     "cancer_to_exclude"},
    {"cancer unsure", {{"cancer_history", "unsure"}}, DOCTOR_FIRST,
     "cancer_to_exclude"},
    {"osteoporosis", {{"osteoporosis", "yes"}}, DOCTOR_FIRST, "osteoporosis"},
    {"osteoporosis unsure", {{"osteoporosis", "unsure"}}, CAUTION,
     "osteoporosis"},
    {"blood thinners", {{"blood_thinners", "yes"}}, CAUTION,
     "blood_thinners"},
    {"blood thinners unsure", {{"blood_thinners", "unsure"}}, CAUTION,
     "blood_thinners"},
    {"clot before", {{"clot_before", "yes"}}, CAUTION, "clot_history"},
    {"clot before declined", {{"clot_before", "declined"}}, CAUTION,
     "clot_history"},
    {"pregnant", {{"pregnancy", "yes"}}, CAUTION, "pregnancy"},
    {"pregnant unsure", {{"pregnancy", "unsure"}}, CAUTION, "pregnancy"},
    {"pregnant unsure at 60", {{"pregnancy", "unsure"}, {"age", "60"}}, OK,
     ""},
    {"osteoarthritis", {{"oa_diagnosis", "yes"}}, CAUTION,
     "chronic_condition"},
    {"osteoarthritis unsure", {{"oa_diagnosis", "unsure"}}, CAUTION,
     "chronic_condition"},
    {"inflammatory disease", {{"inflammatory_disease", "yes"}}, CAUTION,
     "inflammatory_arthritis"},
    {"inflammatory disease in flare",
     {{"inflammatory_disease", "yes"},
      {"swelling_heat", "yes"},
      {"swelling_days", "10"}},
     DOCTOR_FIRST, "inflammatory_arthritis"},
    {"stiff under half an hour",
     {{"stiffness_morning", "yes"}, {"stiffness_minutes", "20"}}, OK, ""},
    {"stiff for half an hour",
     {{"stiffness_morning", "yes"}, {"stiffness_minutes", "30"}}, CAUTION,
     "inflammatory_arthritis"},
    {"stiff for an hour",
     {{"stiffness_morning", "yes"}, {"stiffness_minutes", "60"}},
     DOCTOR_FIRST, "inflammatory_arthritis"},
    {"stiff, minutes unknown",
     {{"stiffness_morning", "yes"}, {"stiffness_minutes", "unsure"}}, CAUTION,
     "inflammatory_arthritis"},
    {"stiffness unsure", {{"stiffness_morning", "unsure"}}, CAUTION,
     "inflammatory_arthritis"},
    // the therapist's questions that lead to a level
    {"fullness behind the knee",
     {{"pain_place", "back"}, {"back_fullness", "yes"}}, CAUTION,
     "fullness_behind_knee"},
    {"emergency words confirmed", {{"emergency_now", "yes"}}, EMERGENCY_NOW,
     "other_emergency"},
    {"emergency words not denied", {{"emergency_now", "unsure"}},
     EMERGENCY_NOW, "other_emergency"},
};

INSTANTIATE_TEST_SUITE_P(Rows, KneePainRow, testing::ValuesIn(kRows));

}  // namespace
}  // namespace firstvisit
