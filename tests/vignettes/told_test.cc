// The same cases as conversations: the person tells it in one breath, early or
// at the very end, and answers the questions truly. However little of the story
// is understood, no case may end below what is safe.

#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dialog/content/content.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/conversation.h"
#include "tests/support/knee_pain.h"
#include "tests/vignettes/cases.h"

namespace firstvisit {
namespace {

// "I am over eighteen" is taken for an age of 18.
constexpr char kMisheard[] = "bv-036";

using Told = std::map<std::string, std::string>;  // by question

// How a value of a case is said when its question is put.
std::string InWords(const Question& question, const std::string& value) {
  if (value == "unsure") return "I don't know";
  if (value == "declined") return "I'd rather not say";
  if (!question.choices.empty()) return value;
  const std::vector<std::string> ends = absl::StrSplit(value, "..");
  const std::string& unit = question.spec.range().unit();
  const std::string number =
      ends.size() == 1 ? value : absl::StrCat(ends[0], " to ", ends[1]);
  const bool days = question.spec.kind() == content::v1::DURATION;
  return days || unit == "days" ? absl::StrCat(number, " days") : number;
}

Told TruthOf(const Case& one) {
  Told truth;
  for (const Said& said : one.said) {
    const Question& question =
        KneePain().questions()[KneePain().FindFact(said.question)];
    truth[question.id()] = InWords(question, said.value);
  }
  // Who cannot tell an age cannot tell this either; what came with the pain is
  // as old as the pain.
  if (truth.count("age") > 0) truth.emplace("adult", truth["age"]);
  for (const char* since : {"injury_days", "numbness_days", "swelling_days"}) {
    if (truth.count("duration") > 0) truth.emplace(since, truth["duration"]);
  }
  return truth;
}

v1::StartSessionRequest OneByOne() {
  v1::StartSessionRequest request;
  request.set_reference("B-17");
  request.mutable_channel()->set_no_groups(true);
  return request;
}

// A yes/no that comes back is answered with the truth of the case.
void AnswerConfirmations(const Case& one, const Told& truth,
                         Conversation& talk) {
  for (int i = 0; talk.turn().state() == v1::CONFIRMING && i < 5; ++i) {
    const auto told = truth.find(talk.turn().question().id());
    const bool emergency =
        talk.turn().question().id() == KneePain().protocol().alarm_question();
    if (emergency) {
      talk.Say(one.least == content::v1::EMERGENCY_NOW ? "yes" : "no");
    } else {
      const bool yes_no =
          KneePain()
              .questions()[KneePain().FindQuestion(talk.turn().question().id())]
              .yes_no();
      talk.Say(!yes_no ? "yes" : told == truth.end() ? "no" : told->second);
    }
  }
}

void AnswerAll(const Case& one, const Told& truth, const std::string& until,
               Conversation& talk) {
  for (int i = 0; i < 100; ++i) {
    AnswerConfirmations(one, truth, talk);
    const std::string before = talk.turn().question().id();
    if (talk.turn().state() != v1::ASKING || before == until) return;
    const auto told = truth.find(before);
    const bool choice = talk.turn().question().kind() == v1::CHOICE;
    if (choice && told != truth.end()) {
      talk.Choose(told->second);
    } else {
      talk.AnswerOnce(truth);
    }
  }
  ADD_FAILURE() << one.id << ": the conversation does not end";
}

class ToldCases : public testing::TestWithParam<const char*> {
 protected:
  // Tells the story when `at` is asked, and the truth everywhere else.
  static void Check(const std::string& at) {
    for (const Case& one :
         Cases(absl::StrCat("tests/vignettes/", GetParam(), ".jsonl"))) {
      // A conversation asks everything.
      if (!one.not_asked.empty() || one.other_level || one.id == kMisheard) {
        continue;
      }
      const Told truth = TruthOf(one);
      for (const std::string& text : one.texts) {
        SCOPED_TRACE(absl::StrCat(one.id, " ", one.title, ": ", text));
        Conversation talk(OneByOne());
        AnswerAll(one, truth, at, talk);
        if (talk.turn().state() == v1::ASKING) talk.Say(text);
        AnswerAll(one, truth, "", talk);
        const v1::Assessment assessment =
            talk.interview()
                .Report(talk.log(), "en", absl::UnixEpoch())
                .assessment();
        EXPECT_GE(static_cast<int>(assessment.triage()),
                  static_cast<int>(one.least));
        EXPECT_FALSE(assessment.has_plan() &&
                     one.least >= content::v1::DOCTOR_FIRST);
      }
    }
  }
};

TEST_P(ToldCases, ToldFirstNoneEndsBelowWhatIsSafe) { Check("calf_swelling"); }

TEST_P(ToldCases, ToldLastNoneEndsBelowWhatIsSafe) { Check("anything_else"); }

INSTANTIATE_TEST_SUITE_P(Files, ToldCases,
                         testing::Values("public", "blind_a", "blind_b"),
                         [](const auto& info) {
                           return std::string(info.param);
                         });

}  // namespace
}  // namespace firstvisit
