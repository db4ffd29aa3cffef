// Every line of a report resolves to its sentence, rule, answers and sources,
// over random visits in every locale; and a line altered in anything is found.

#include "tests/support/provenance.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "dialog/explanation/lines.h"
#include "dialog/report/text_report.h"
#include "dialog/state/session_state.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/knee_pain.h"
#include "tests/support/report_language.h"
#include "tests/support/visit_reports.h"

namespace firstvisit {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

constexpr int kVisits = 300;

Answers AnswersOf(const VisitReports& reports) {
  return Fold(KneePain(), reports.log()).answers;
}

class EveryLocale : public testing::TestWithParam<std::string> {
 protected:
  // A visit with a plan, then one with precautions and causes: between them
  // they have every kind of line.
  std::vector<v1::Report> Two() {
    std::vector<v1::Report> two;
    while (two.size() < 2) {
      const v1::Report report = reports_.Next(GetParam());
      const v1::Assessment& assessment = report.assessment();
      const bool fits = two.empty() ? assessment.has_plan()
                                    : assessment.precautions_size() > 1 &&
                                          assessment.causes_size() > 1;
      if (!fits) continue;
      two.push_back(report);
      answers_.push_back(AnswersOf(reports_));
    }
    return two;
  }

  VisitReports reports_{SharedKneePain(), /*seed=*/52};
  std::vector<Answers> answers_;  // of Two()
  const Provenance provenance_{KneePain(), GetParam(), VisitReports::Clinic()};
};

TEST_P(EveryLocale, EveryLineResolvesToItsSources) {
  int lines = 0, plans = 0;
  for (int i = 0; i < kVisits; ++i) {
    const v1::Report report = reports_.Next(GetParam());
    EXPECT_THAT(provenance_.Problems(report.assessment(), AnswersOf(reports_)),
                IsEmpty())
        << reports_.log().DebugString();
    lines += static_cast<int>(AllLines(report.assessment()).size());
    plans += report.assessment().has_plan() ? 1 : 0;
  }
  EXPECT_GT(lines, kVisits);
  EXPECT_GT(plans, 0);
}

// Ways to alter a line by as little as possible.
using Alteration = void (*)(v1::Line& line);
const Alteration kAlterations[] = {
    [](v1::Line& line) { line.mutable_text()->back() ^= 1; },
    [](v1::Line& line) { line.mutable_text()->front() ^= 1; },
    [](v1::Line& line) { line.mutable_text()->push_back(' '); },
    [](v1::Line& line) { line.mutable_sentence_id()->back() ^= 1; },
    [](v1::Line& line) { line.mutable_rule_id()->push_back('x'); },
    [](v1::Line& line) { line.add_because("fever"); },
    [](v1::Line& line) { line.add_sources("K1"); },
    [](v1::Line& line) { line.add_sources("K0"); },
};

// The line of that number, to be altered.
v1::Line& LineAt(size_t index, v1::Assessment& assessment) {
  return const_cast<v1::Line&>(*AllLines(assessment)[index]);
}

TEST_P(EveryLocale, OneLineAlteredIsFound) {
  int altered = 0;
  const std::vector<v1::Report> two = Two();
  for (size_t i = 0; i < two.size(); ++i) {
    const size_t count = AllLines(two[i].assessment()).size();
    for (size_t line = 0; line < count; ++line) {
      for (const Alteration alter : kAlterations) {
        v1::Assessment assessment = two[i].assessment();
        alter(LineAt(line, assessment));
        ++altered;
        ASSERT_THAT(provenance_.Problems(assessment, answers_[i]),
                    Not(IsEmpty()))
            << LineAt(line, assessment).DebugString();
      }
    }
  }
  EXPECT_GT(altered, 500);
}

// What a line rests on may not be kept back either.
TEST_P(EveryLocale, OneSourceOrAnswerLeftOutIsFound) {
  int left_out = 0;
  const std::vector<v1::Report> two = Two();
  for (size_t i = 0; i < two.size(); ++i) {
    const size_t count = AllLines(two[i].assessment()).size();
    for (size_t line = 0; line < count; ++line) {
      for (const bool source : {true, false}) {
        v1::Assessment assessment = two[i].assessment();
        v1::Line& altered = LineAt(line, assessment);
        auto& names =
            source ? *altered.mutable_sources() : *altered.mutable_because();
        if (names.empty()) continue;
        names.RemoveLast();
        ++left_out;
        ASSERT_THAT(provenance_.Problems(assessment, answers_[i]),
                    Not(IsEmpty()))
            << altered.DebugString();
      }
    }
  }
  EXPECT_GT(left_out, 50);
}

// A conclusion does not fit the answers of somebody else.
TEST_P(EveryLocale, OtherAnswersAreFound) {
  int judged = 0, found = 0;
  for (int i = 0; i < 40; ++i) {
    const v1::Report report = reports_.Next(GetParam());
    reports_.Next(GetParam());
    if (report.assessment().precautions().empty()) continue;
    ++judged;
    found +=
        provenance_.Problems(report.assessment(), AnswersOf(reports_)).empty()
            ? 0
            : 1;
  }
  EXPECT_GT(judged, 0);
  EXPECT_EQ(found, judged);
}

TEST_P(EveryLocale, TextIsOfTheCatalogueAndTheClientAlone) {
  for (int i = 0; i < kVisits / 3; ++i) {
    const v1::Report report = reports_.Next(GetParam());
    const ReportLanguage language(KneePain(), GetParam(),
                                  VisitReports::Clinic(), report);
    for (const auto audience :
         {v1::GetReportRequest::CLIENT, v1::GetReportRequest::THERAPIST}) {
      const std::string body =
          TextReport(report, KneePain(), GetParam(), audience);
      EXPECT_EQ(language.FirstForeignWord(body), "") << body;
    }
  }
}

TEST_P(EveryLocale, OneWordOfTheTextAlteredIsFound) {
  const v1::Report report = reports_.Next(GetParam());
  const ReportLanguage language(KneePain(), GetParam(), VisitReports::Clinic(),
                                report);
  const std::string body = TextReport(report, KneePain(), GetParam(),
                                      v1::GetReportRequest::THERAPIST);
  int altered = 0;
  for (size_t at = 0; at < body.size(); ++at) {
    const bool word_ends =
        absl::ascii_isalpha(body[at]) && !absl::ascii_isalnum(body[at + 1]);
    if (!word_ends) continue;
    std::string other = body;
    other.insert(at + 1, "qx");
    ++altered;
    EXPECT_NE(language.FirstForeignWord(other), "") << other.substr(at, 20);
  }
  EXPECT_GT(altered, 100);
}

INSTANTIATE_TEST_SUITE_P(Locales, EveryLocale, testing::ValuesIn([] {
                           std::vector<std::string> locales;
                           for (const LocaleWording& wording :
                                KneePain().locales()) {
                             locales.push_back(wording.locale);
                           }
                           return locales;
                         }()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace firstvisit
