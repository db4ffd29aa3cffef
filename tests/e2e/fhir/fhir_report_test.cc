// What FHIR documents say is what the visit says, over random visits. That they
// are FHIR is judged by a validator of others: validate.js.

#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/report/fhir_questionnaire.h"
#include "dialog/report/fhir_response.h"
#include "dialog/state/session_state.h"
#include "dialog/state/settle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/fhir_form.h"
#include "tests/support/knee_pain.h"
#include "tests/support/visit_reports.h"

namespace firstvisit {
namespace {

using fhir::v1::Questionnaire;
using fhir::v1::QuestionnaireResponse;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::NotNull;

constexpr int kVisits = 300;

class FhirReport : public testing::Test {
 protected:
  FhirReport() : questionnaire_(FhirQuestionnaire(KneePain(), "en")) {}

  // The next visit, and its form.
  void Draw() {
    report_ = reports_.Next("en");
    response_ = FhirResponse(report_, KneePain(), "en");
  }

  const Questionnaire questionnaire_;
  VisitReports reports_{SharedKneePain(), /*seed=*/4};
  v1::Report report_;
  QuestionnaireResponse response_;
};

TEST_F(FhirReport, AnswersFitTheQuestionnaire) {
  for (int i = 0; i < kVisits; ++i) {
    Draw();
    EXPECT_THAT(FhirForm(questionnaire_, response_).Problems(), IsEmpty())
        << reports_.log().DebugString();
  }
}

TEST_F(FhirReport, AnAnswerToAQuestionNotOpenedIsFound) {
  QuestionnaireResponse response;
  auto& item = *response.add_item();
  item.set_link_id("skin_minor");  // opened by skin_wound alone
  *item.add_answer()->mutable_value_coding() =
      questionnaire_.item(0).answer_option(0).value_coding();
  EXPECT_THAT(FhirForm(questionnaire_, response).Problems(),
              ElementsAre("skin_minor: answered, but not enabled"));
}

// The form opens a question where, and only where, the interview may put it.
TEST_F(FhirReport, QuestionsOpenAsInTheInterview) {
  const Content& content = KneePain();
  std::map<std::string, int> opened, closed;
  for (int i = 0; i < kVisits; ++i) {
    Draw();
    const FhirForm form(questionnaire_, response_);
    const Answers given = Fold(content, reports_.log()).Given();
    for (size_t q = 0; q < content.questions().size(); ++q) {
      const Question& question = content.questions()[q];
      Answers before = given;  // as though this one were still to be put
      before[q] = Answer();
      const bool put =
          question.ask_when.Known(Settle(content, before)) == Truth::kTrue;
      EXPECT_EQ(form.Enabled(question.fact), put)
          << question.fact << reports_.log().DebugString();
      ++(put ? opened : closed)[question.fact];
    }
  }
  // Each condition was seen both ways, or the test would say little.
  for (const Question& question : content.questions()) {
    if (question.ask_when.always() || question.spec.ask_when() == "never") {
      continue;
    }
    EXPECT_GT(opened[question.fact], 0) << question.fact;
    EXPECT_GT(closed[question.fact], 0) << question.fact;
  }
}

// Every answer that stands, and none but those.
TEST_F(FhirReport, HoldsWhatStands) {
  int intervals = 0, absent = 0, texts = 0, choices = 0;
  for (int i = 0; i < kVisits; ++i) {
    Draw();
    const FhirForm form(questionnaire_, response_);
    int expected = 0;
    for (const v1::Answer& answer : report_.answers()) {
      const std::string& fact = answer.question_id();
      SCOPED_TRACE(absl::StrCat(fact, " of ", report_.session()));
      if (answer.has_in_place_of()) {
        // What follows from other answers was not said.
        const bool said = !answer.in_place_of().empty();
        expected += said ? 1 : 0;
        EXPECT_EQ(form.Answer(fact + ".low"), nullptr);
      } else if (answer.has_interval()) {
        ++intervals;
        expected += 2;
        ASSERT_THAT(form.Answer(fact + ".low"), NotNull());
        ASSERT_THAT(form.Answer(fact + ".high"), NotNull());
        EXPECT_EQ(form.Answer(fact + ".low")->value_decimal(),
                  answer.interval().low());
        EXPECT_EQ(form.Answer(fact + ".high")->value_decimal(),
                  answer.interval().high());
      } else if (answer.has_text()) {
        const bool blank = answer.text() == "  ";
        texts += blank ? 0 : 1;
        expected += blank ? 0 : 1;
      } else {
        ++expected;
        const auto* own = form.Answer(fact);
        const auto* why_none = form.Answer(fact + ".absent");
        ASSERT_TRUE((own != nullptr) != (why_none != nullptr));
        const std::string code =
            (own != nullptr ? own : why_none)->value_coding().code();
        const std::string& said = answer.choice();
        EXPECT_EQ(code, said == "yes"        ? "Y"
                        : said == "no"       ? "N"
                        : said == "unsure"   ? "asked-unknown"
                        : said == "declined" ? "asked-declined"
                                             : said);
        ++(why_none != nullptr ? absent : choices);
      }
    }
    EXPECT_EQ(form.AnswerCount(), expected) << report_.DebugString();
  }
  EXPECT_GT(intervals, 0);
  EXPECT_GT(absent, 0);
  EXPECT_GT(texts, 0);
  EXPECT_GT(choices, 0);
}

TEST_F(FhirReport, WithdrawnAnswersAreNotThere) {
  int withdrawn = 0;
  for (int i = 0; i < kVisits; ++i) {
    Draw();
    withdrawn += report_.withdrawn_size();
    v1::Report without = report_;
    without.clear_withdrawn();
    EXPECT_EQ(FhirResponse(without, KneePain(), "en").SerializeAsString(),
              response_.SerializeAsString());
  }
  EXPECT_GT(withdrawn, 0);
}

TEST_F(FhirReport, StatusSaysWhetherTheInterviewEnded) {
  const std::pair<v1::State, const char*> kStates[] = {
      {v1::ASKING, "in-progress"}, {v1::CONFIRMING, "in-progress"},
      {v1::DONE, "completed"},     {v1::REFERRED, "completed"},
      {v1::HANDED_OFF, "stopped"}, {v1::DECLINED, "stopped"},
      {v1::STOPPED, "stopped"},    {v1::EXPIRED, "stopped"}};
  for (const auto& state : kStates) {
    v1::Report report;
    report.set_state(state.first);
    EXPECT_EQ(FhirResponse(report, KneePain(), "en").status(), state.second)
        << v1::State_Name(state.first);
  }
}

TEST_F(FhirReport, NamesItsQuestionnaireByUrlAndContent) {
  Draw();
  EXPECT_EQ(questionnaire_.version(), KneePain().hash());
  EXPECT_EQ(response_.questionnaire(),
            absl::StrCat(questionnaire_.url(), "|", questionnaire_.version()));
}

TEST_F(FhirReport, SpeaksTheLocaleAskedFor) {
  const Questionnaire spanish = FhirQuestionnaire(KneePain(), "es");
  EXPECT_EQ(spanish.language(), "es");
  ASSERT_EQ(spanish.item_size(), questionnaire_.item_size());
  EXPECT_NE(spanish.item(0).text(), questionnaire_.item(0).text());
  EXPECT_NE(spanish.item(0).answer_option(0).value_coding().display(),
            questionnaire_.item(0).answer_option(0).value_coding().display());
}

TEST_F(FhirReport, AuthoredIsTheLastTurn) {
  v1::Report report;
  report.mutable_update_time()->set_seconds(1795165204);
  report.mutable_update_time()->set_nanos(250'000'000);
  EXPECT_EQ(FhirResponse(report, KneePain(), "en").authored(),
            "2026-11-20T09:00:04.250Z");
}

// "Not sure" about one's age, and "18 or over": the age was not said.
TEST_F(FhirReport, WhatFollowsIsNoAnswer) {
  v1::Report report;
  v1::Answer& age = *report.add_answers();
  age.set_question_id("age");
  age.mutable_interval()->set_low(18);
  age.mutable_interval()->set_high(120);
  age.set_in_place_of("declined");
  const QuestionnaireResponse response = FhirResponse(report, KneePain(), "en");
  const FhirForm form(questionnaire_, response);
  EXPECT_EQ(form.Answer("age.low"), nullptr);
  ASSERT_THAT(form.Answer("age.absent"), NotNull());
  EXPECT_EQ(form.Answer("age.absent")->value_coding().code(), "asked-declined");
  EXPECT_TRUE(form.Enabled("adult"));
}

}  // namespace
}  // namespace firstvisit
