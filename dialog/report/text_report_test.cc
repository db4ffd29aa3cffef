// Reports over a visit made by hand and the knee-pain content.

#include "dialog/report/text_report.h"

#include <memory>
#include <string>

#include "absl/strings/str_split.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "dialog/util/wrap.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr v1::GetReportRequest::Audience kClient = v1::GetReportRequest::CLIENT;
constexpr v1::GetReportRequest::Audience kTherapist =
    v1::GetReportRequest::THERAPIST;

v1::Line MakeLine(const std::string& text, const std::string& rule = "",
                  const std::string& because = "",
                  const std::string& source = "") {
  v1::Line line;
  line.set_text(text);
  line.set_rule_id(rule);
  if (!because.empty()) line.add_because(because);
  if (!source.empty()) line.add_sources(source);
  return line;
}

class TextReportTest : public ::testing::Test {
 protected:
  TextReportTest() {
    report_.set_session("visit-1");
    report_.set_reference("Ada, 17");
    report_.mutable_create_time()->set_seconds(1795165200);
    report_.set_state(v1::DONE);
    v1::Assessment& assessment = *report_.mutable_assessment();
    assessment.set_triage(v1::CAUTION);
    assessment.set_content_hash("abc123");
    v1::Referral& referral = *assessment.mutable_referral();
    *referral.mutable_headline() = MakeLine("Massage within limits.");
    *referral.mutable_action() = MakeLine("Your therapist stays gentle.");
    *referral.mutable_doctor() = MakeLine("See your doctor.");
    *referral.mutable_safety_net() = MakeLine("If it gets hot, stop.");
    AddPrecaution(assessment);
    AddCause(assessment);
    v1::Advice& tip = *assessment.add_tips();
    *tip.mutable_text() =
        MakeLine("Choose lower heels.", "heels_lower", "", "K20");
    *tip.mutable_reason() = MakeLine("Calves shorten.");
    AddPlan(assessment);
    *assessment.add_avoid() =
        MakeLine("Light pressure only.", "blood_thinners/taken", "", "K79");
    AddAnswers();
  }

  static void AddPrecaution(v1::Assessment& assessment) {
    v1::Precaution& precaution = *assessment.add_precautions();
    precaution.set_id("blood_thinners");
    precaution.set_triage(v1::CAUTION);
    *precaution.mutable_title() = MakeLine("Blood thinners");
    *precaution.mutable_client() = MakeLine("You bruise more easily.");
    *precaution.mutable_therapist() = MakeLine("Bleeds into the tissue.");
    *precaution.mutable_until() = MakeLine("while they are taken");
    *precaution.mutable_see() = MakeLine("the treating doctor");
    *precaution.add_reasons() =
        MakeLine("Because you told me that you take blood thinners.",
                 "blood_thinners/taken", "blood_thinners", "K79");
  }

  static void AddCause(v1::Assessment& assessment) {
    v1::Cause& cause = *assessment.add_causes();
    cause.set_id("tight_calf_heels");
    cause.set_likelihood(v1::LIKELY);
    *cause.mutable_title() = MakeLine("Calves shortened by high heels");
    *cause.mutable_client() = MakeLine("Heels may have shortened them.");
    *cause.mutable_therapist() = MakeLine("Contracted calves pull.");
    *cause.add_reasons_for() =
        MakeLine("Heels keep calves contracted.", "tight_calf_heels/heels",
                 "heels_often", "K20");
    *cause.add_reasons_against() =
        MakeLine("Breaks help.", "tight_calf_heels/breaks");
    *cause.add_not_known() = MakeLine("Sitting in heels: not known");
    v1::Cause& unlikely = *assessment.add_causes();
    unlikely.set_likelihood(v1::UNLIKELY);
    *unlikely.mutable_title() = MakeLine("Bed sheets");
  }

  static void AddPlan(v1::Assessment& assessment) {
    v1::Plan& plan = *assessment.mutable_plan();
    *plan.add_agreement() = MakeLine("Your doctor agrees first.");
    for (const char* area : {"Calves first.", "Then the thighs."}) {
      v1::Advice& advice = *plan.add_areas();
      *advice.mutable_text() = MakeLine(area);
      *advice.mutable_reason() =
          MakeLine("Most often the culprit.", "", "", "K45");
    }
    v1::Advice& technique = *plan.add_techniques();
    *technique.mutable_text() = MakeLine("Long gliding strokes.");
    *plan.add_ask() = MakeLine("Any new warmth?");
  }

  v1::Answer& AddAnswer(const std::string& id, const std::string& choice,
                        const std::string& words) {
    v1::Answer& answer = *report_.add_answers();
    answer.set_question_id(id);
    if (!choice.empty()) answer.set_choice(choice);
    answer.set_words(words);
    return answer;
  }

  void AddAnswers() {
    v1::Answer& age = AddAnswer("age", "", "fifty-two");
    age.mutable_interval()->set_low(52);
    age.mutable_interval()->set_high(52);
    AddAnswer("heels_often", "yes", "oh yes, every day");
    AddAnswer("fever", "unsure", "no idea");
    v1::Answer& gone = *report_.add_withdrawn();
    gone.set_question_id("age");
    gone.mutable_interval()->set_low(25);
    gone.mutable_interval()->set_high(25);
    report_.add_not_asked("trigger_points");
  }

  std::string Text(v1::GetReportRequest::Audience audience) const {
    return TextReport(report_, *content_, "en", audience);
  }

  static std::shared_ptr<const Content> KneePain() {
    static const auto& content = *new std::shared_ptr<const Content>(
        LoadProtocol(KneePainTexts()).content);
    return content;
  }

  const std::shared_ptr<const Content> content_ = KneePain();
  v1::Report report_;
};

TEST_F(TextReportTest, TheClientReadsTheLevelFirst) {
  EXPECT_EQ(Text(kClient).find("Massage within limits.\n====="), 0u);
}

TEST_F(TextReportTest, TheClientReadsEveryPartWithItsReason) {
  const std::string text = Text(kClient);
  for (const char* part :
       {"Your therapist stays gentle.", "See your doctor.",
        "If it gets hot, stop.", "You bruise more easily.",
        "Because you told me that you take blood thinners.",
        "Likely: Calves shortened by high heels.",
        "Heels keep calves contracted.", "Choose lower heels. Calves shorten.",
        "Your doctor agrees first.", "Calves first.", "Long gliding strokes.",
        "Light pressure only."}) {
    EXPECT_THAT(Reflow(text, 1000), HasSubstr(part));
  }
  EXPECT_THAT(Reflow(text, 1000), HasSubstr("Because you told me that you"));
}

TEST_F(TextReportTest, TheClientReadsNoRulesAndNothingUnlikely) {
  const std::string text = Text(kClient);
  EXPECT_THAT(text, Not(HasSubstr("tight_calf_heels/")));
  EXPECT_THAT(text, Not(HasSubstr("K20")));
  EXPECT_THAT(text, Not(HasSubstr("Bed sheets")));
}

TEST_F(TextReportTest, TheTherapistReadsRuleAndSourceBehindEachLine) {
  const std::string text = Reflow(Text(kTherapist), 1000);
  for (const char* part :
       {"Ada, 17", "visit-1", "Massage within limits.",
        "Blood thinners. Bleeds into the tissue.", "while they are taken",
        "the treating doctor", "[blood_thinners/taken; K79]",
        "Heels keep calves contracted. [tight_calf_heels/heels; K20]",
        "Breaks help. [tight_calf_heels/breaks]", "Sitting in heels: not known",
        "1. Calves first.", "2. Then the thighs. Most often the culprit. [K45]",
        "Any new warmth?", "abc123"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST_F(TextReportTest, TheTherapistReadsTheClientsOwnWords) {
  const std::string text = Reflow(Text(kTherapist), 1000);
  EXPECT_THAT(text, HasSubstr("52 years (“fifty-two”)"));
  EXPECT_THAT(text, HasSubstr("Yes (“oh yes, every day”)"));
  EXPECT_THAT(text, HasSubstr("Not sure (“no idea”)"));
  EXPECT_THAT(text, HasSubstr("25 years"));  // withdrawn
}

TEST_F(TextReportTest, WhatWasAnsweredInDoubtStandsApart) {
  const std::string text = Text(kTherapist);
  const size_t answers = text.find("\nAnswers\n");
  const size_t doubt = text.find("\nNot sure, or not said\n");
  ASSERT_NE(answers, text.npos);
  ASSERT_NE(doubt, text.npos);
  EXPECT_LT(text.find("oh yes, every day"), doubt);
  EXPECT_GT(text.find("no idea"), doubt);
}

TEST_F(TextReportTest, AnEmergencyCarriesWhatToDoAlone) {
  report_.mutable_assessment()->set_triage(v1::EMERGENCY);
  const std::string text = Text(kClient);
  EXPECT_THAT(text, HasSubstr("Your therapist stays gentle."));  // the action
  EXPECT_THAT(text, HasSubstr("See your doctor."));
  for (const char* part : {"Calves shortened", "Choose lower heels",
                           "Calves first", "Massage should leave"}) {
    EXPECT_THAT(text, Not(HasSubstr(part)));
  }
}

TEST_F(TextReportTest, UrgentNamesTheReasonButNoCauseTipOrPlan) {
  report_.mutable_assessment()->set_triage(v1::URGENT);
  const std::string text = Text(kClient);
  EXPECT_THAT(text, HasSubstr("You bruise more easily."));
  EXPECT_THAT(text, Not(HasSubstr("Choose lower heels")));
  EXPECT_THAT(text, Not(HasSubstr("Calves first")));
}

TEST_F(TextReportTest, WithoutAPlanTheTherapistIsToldSo) {
  report_.mutable_assessment()->set_triage(v1::DOCTOR_FIRST);
  report_.mutable_assessment()->clear_plan();
  const std::string text = Text(kTherapist);
  EXPECT_THAT(text, HasSubstr("No massage plan"));
  EXPECT_THAT(text, HasSubstr("Light pressure only."));  // limits are kept
  EXPECT_THAT(Text(kClient), Not(HasSubstr("What your therapist may do")));
}

TEST_F(TextReportTest, OpenSafetyQuestionsAreNamedToBoth) {
  v1::Assessment& assessment = *report_.mutable_assessment();
  assessment.clear_precautions();
  assessment.add_open("locking");
  EXPECT_THAT(Text(kClient), HasSubstr("Because I do not know yet"));
  EXPECT_THAT(Text(kTherapist), HasSubstr("Still open"));
}

TEST_F(TextReportTest, AVisitThatDidNotEndIsMarked) {
  EXPECT_THAT(Text(kTherapist), Not(HasSubstr("did not come to their end")));
  report_.set_state(v1::STOPPED);
  EXPECT_THAT(Text(kTherapist), HasSubstr("did not come to their end"));
}

TEST_F(TextReportTest, NoLineIsWiderThan76Columns) {
  AddAnswer("anything_else", "", "").set_text(std::string(500, 'x') + " é");
  for (const auto audience : {kClient, kTherapist}) {
    for (absl::string_view line : absl::StrSplit(Text(audience), '\n')) {
      EXPECT_LE(DisplayWidth(line), 76) << line;
    }
  }
}

TEST_F(TextReportTest, AHeadingWithNothingUnderItIsLeftOut) {
  report_.mutable_assessment()->clear_tips();
  EXPECT_THAT(Text(kClient), Not(HasSubstr("What you can do yourself")));
}

}  // namespace
}  // namespace firstvisit
