#include "dialog/interview.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/time/time.h"
#include "dialog/state/session_state.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/conversation.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

v1::StartSessionRequest WithBooking() {
  v1::StartSessionRequest request;
  request.set_reference("B-17");
  return request;
}

TEST(InterviewTest, AHarmlessFirstVisitEndsWithAPlan) {
  Conversation talk(WithBooking());
  const v1::Turn& end = talk.AnswerUntilOver({{"heels_often", "yes"}});
  EXPECT_EQ(end.state(), v1::DONE);
  EXPECT_EQ(end.assessment().triage(), v1::OK) << talk.Text();
  EXPECT_TRUE(end.assessment().complete());
  EXPECT_GT(end.assessment().plan().areas_size(), 0);
  ASSERT_GT(end.assessment().causes_size(), 0);
  EXPECT_EQ(end.assessment().causes(0).id(), "tight_calf_heels");
}

TEST(InterviewTest, AnEmergencyEndsInTheSameTurnWithTheActionAlone) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "chest_breath");
  const v1::Turn& end = talk.Say("yes");
  EXPECT_EQ(end.state(), v1::REFERRED);
  EXPECT_EQ(end.assessment().triage(), v1::EMERGENCY);
  EXPECT_FALSE(end.has_question());
  EXPECT_FALSE(end.assessment().has_plan());
  EXPECT_EQ(end.assessment().tips_size(), 0);
  for (const v1::Message& message : end.messages()) {
    EXPECT_THAT(message.prompt_id(), Not(HasSubstr("massage_worse")));
  }
}

TEST(InterviewTest, WithoutConsentNothingIsKept) {
  Conversation talk;
  talk.Say("no thank you");
  EXPECT_EQ(talk.turn().state(), v1::DECLINED);
  EXPECT_TRUE(talk.erased());
  EXPECT_FALSE(talk.turn().has_assessment());
}

TEST(InterviewTest, ConsentKeepsTheSession) {
  Conversation talk;
  talk.Say("yes");
  EXPECT_FALSE(talk.erased());
}

TEST(InterviewTest, EmergencyWordsBeforeConsentAreHeard) {
  Conversation talk;
  talk.Say("I have terrible chest pain right now");
  EXPECT_EQ(talk.turn().state(), v1::REFERRED) << talk.Text();
  EXPECT_EQ(talk.turn().assessment().triage(), v1::EMERGENCY);
  EXPECT_TRUE(talk.erased());
}

v1::StartSessionRequest OneByOne(const char* locale = "en") {
  v1::StartSessionRequest request = WithBooking();
  request.set_locale(locale);
  request.mutable_channel()->set_no_groups(true);
  return request;
}

// What the recorded answers raise.
std::vector<std::string> Precautions(const Conversation& talk) {
  std::vector<std::string> ids;
  const v1::Session session =
      talk.interview().Read(talk.log(), absl::UnixEpoch());
  for (const v1::Precaution& precaution : session.assessment().precautions()) {
    ids.push_back(precaution.id());
  }
  return ids;
}

bool Recorded(const Conversation& talk, const std::string& question) {
  const v1::Session session =
      talk.interview().Read(talk.log(), absl::UnixEpoch());
  return absl::c_any_of(session.answers(), [&](const v1::Answer& answer) {
    return answer.question_id() == question;
  });
}

// "I meant no" tells of the question before: it is put again, and the one that
// is open is not answered by it, whatever stands before or after a flag.
TEST(InterviewTest, ABareCorrectionReopensAndNeverClears) {
  const struct {
    const char* locale;
    const char* words;
  } kCorrections[] = {{"en", "sorry, I meant no"},
                      {"en", "I made a mistake, no"},
                      {"en", "oh, I misspoke. No."},
                      {"es", "perdón, quería decir que no"},
                      {"es", "me equivoqué, no"}};
  for (const auto& correction : kCorrections) {
    SCOPED_TRACE(correction.words);
    for (const char* flag : {"calf_swelling", "swelling_heat", "fever",
                             "locking", "injury_recent", "numbness"}) {
      SCOPED_TRACE(flag);
      Conversation talk(OneByOne(correction.locale));
      talk.AnswerUntilOver({}, flag);
      talk.Choose("yes");
      const std::string next = talk.turn().question().id();
      ASSERT_NE(next, flag) << talk.Text();
      talk.Say(correction.words);
      EXPECT_EQ(talk.turn().question().id(), flag) << talk.Text();
      EXPECT_FALSE(Recorded(talk, next)) << next;
      talk.Choose("yes");
      EXPECT_FALSE(Precautions(talk).empty());
    }
  }
}

TEST(InterviewTest, ABareCorrectionAnswersNoGroup) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "cancer_history");
  talk.Choose("cancer_history");
  talk.AnswerUntilOver({}, "oa_diagnosis");
  talk.Say("sorry, I meant no");
  EXPECT_FALSE(Recorded(talk, "oa_diagnosis")) << talk.Text();
  EXPECT_FALSE(Recorded(talk, "inflammatory_disease"));
  EXPECT_THAT(Precautions(talk), Contains("cancer_to_exclude"));
}

// What is corrected within one answer is an answer to the open question.
TEST(InterviewTest, ASlipOfTheTongueCorrectsItself) {
  for (const char* words : {"no, wait, yes", "no sorry, I meant yes"}) {
    Conversation talk(OneByOne());
    talk.AnswerUntilOver({}, "locking");
    talk.Say(words);
    if (talk.turn().state() == v1::CONFIRMING) talk.Say("yes");
    EXPECT_THAT(Precautions(talk), Contains("locked_knee")) << words;
  }
}

// What was understood in the last turn and what comes next, but for the words.
std::string Outcome(const Conversation& talk) {
  v1::Turn turn = talk.turn();
  for (v1::Answer& answer : *turn.mutable_understood()) answer.clear_words();
  turn.clear_messages();
  return turn.DebugString();
}

// What was understood, by question.
std::map<std::string, std::string> Facts(const Conversation& talk) {
  std::map<std::string, std::string> facts;
  for (const v1::Answer& answer : talk.turn().understood()) {
    facts[answer.question_id()] =
        answer.choice() + answer.interval().ShortDebugString();
  }
  return facts;
}

// A key stands for the choice that was read out with it, in every question and
// group: pressed for a red flag, it is never a "no".
TEST(InterviewTest, AKeyDoesWhatItsChoiceDoes) {
  const std::map<std::string, std::string> kVisits[] = {
      {},
      {{"swelling_heat", "yes"},
       {"knee_surgery_ever", "yes"},
       {"stiffness_morning", "yes"},
       {"cancer_history", "yes"}}};
  int keys = 0;
  for (const char* locale : {"en", "es"}) {
    for (const auto& said : kVisits) {
      v1::StartSessionRequest request = WithBooking();
      request.set_locale(locale);
      request.mutable_channel()->set_kind(v1::Channel::VOICE);
      request.mutable_channel()->set_digits(true);
      Conversation talk(request);
      while (talk.turn().has_question()) {
        for (const v1::Choice& choice : talk.turn().question().choices()) {
          SCOPED_TRACE(talk.turn().question().id() + " " + choice.value());
          ASSERT_NE(choice.digit(), "");
          Conversation pressed = talk, chosen = talk;
          pressed.Press(choice.digit());
          chosen.Choose(choice.value());
          EXPECT_EQ(Outcome(pressed), Outcome(chosen));
          // Typed, it may not be understood; it is never taken for another.
          Conversation typed = talk;
          typed.Say(choice.digit());
          for (const auto& fact : Facts(typed)) {
            if (fact.second == "unsure") continue;
            EXPECT_THAT(Facts(chosen), Contains(fact));
          }
          ++keys;
        }
        talk.AnswerOnce(said);
      }
    }
  }
  EXPECT_GT(keys, 200);
}

TEST(InterviewTest, SeveralKeysNameSeveralOfAGroup) {
  v1::StartSessionRequest request = WithBooking();
  request.mutable_channel()->set_digits(true);
  Conversation talk(request);
  talk.AnswerUntilOver({}, "locking");
  Conversation none = talk, beyond = talk;
  ASSERT_EQ(talk.turn().question().members_size(), 4);
  talk.Press("34#");
  EXPECT_THAT(Precautions(talk),
              IsSupersetOf({"locked_knee", "severe_or_worsening"}));
  none.Press("35");
  beyond.Press("9");
  for (const Conversation* unclear : {&none, &beyond}) {
    EXPECT_FALSE(Recorded(*unclear, "locking"));
    EXPECT_FALSE(Recorded(*unclear, "fever"));
  }
}

TEST(InterviewTest, BackReopensTheQuestionBefore) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "duration");
  talk.Say("two weeks");
  ASSERT_NE(talk.turn().question().id(), "duration");
  talk.Command(v1::BACK);
  EXPECT_EQ(talk.turn().question().id(), "duration");
}

TEST(InterviewTest, SilenceOnARedFlagEndsUnsureNeverClear) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "weight_bearing");
  for (int i = 0; i < 3; ++i) talk.Happen(v1::NO_INPUT);
  talk.AnswerUntilOver({});
  EXPECT_EQ(talk.turn().assessment().triage(), v1::DOCTOR_FIRST);
  EXPECT_FALSE(talk.turn().assessment().has_plan());
}

TEST(InterviewTest, EachRepromptIsAnotherSentence) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "weight_bearing");
  const std::string first = talk.turn().question().text();
  const std::string second =
      talk.Happen(v1::NO_INPUT).question().text();
  const std::string third = talk.Happen(v1::NO_INPUT).question().text();
  EXPECT_NE(first, second);
  EXPECT_NE(second, third);
}

TEST(InterviewTest, AHangUpIsResumedWhereItBroke) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "onset");
  talk.Happen(v1::HANGUP);
  EXPECT_EQ(talk.turn().state(), v1::STOPPED);
  talk.Happen(v1::RESUME);
  EXPECT_EQ(talk.turn().state(), v1::ASKING);
  EXPECT_EQ(talk.turn().question().id(), "onset");
}

TEST(InterviewTest, AnInputAfterTheEndGetsTheEndAgain) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({});
  ASSERT_EQ(talk.turn().state(), v1::DONE);
  talk.Say("hello?");
  EXPECT_EQ(talk.turn().state(), v1::DONE);
  EXPECT_TRUE(talk.turn().has_assessment());
}

TEST(InterviewTest, IdleTooLongExpires) {
  Conversation talk(WithBooking());
  talk.Say("yes");
  talk.Wait(absl::Hours(25));
  talk.Say("no");
  EXPECT_EQ(talk.turn().state(), v1::EXPIRED);
}

TEST(InterviewTest, WhatTheCallerKnowsMayRaiseNeverClear) {
  v1::StartSessionRequest request = WithBooking();
  v1::Answer* fever = request.add_known();
  fever->set_question_id("fever");
  fever->set_choice("no");
  v1::Answer* age = request.add_known();
  age->set_question_id("age");
  age->mutable_interval()->set_low(30);
  age->mutable_interval()->set_high(30);
  Conversation talk(request);
  talk.AnswerUntilOver({});
  EXPECT_THAT(talk.asked(), Contains("fever"));
  EXPECT_THAT(talk.asked(), Not(Contains("age")));
}

TEST(InterviewTest, AKnownValueThatDoesNotFitIsRefusedByName) {
  v1::StartSessionRequest request = WithBooking();
  request.set_request_id("r");
  v1::Answer* age = request.add_known();
  age->set_question_id("age");
  age->set_choice("purple");
  const auto opened = Conversation::Engine().Open(request, "s", "p",
                                                  absl::UnixEpoch());
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(opened.status().message()), HasSubstr("known[0]"));
}

TEST(InterviewTest, TheSameLogAndInputYieldTheSameBytes) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "onset");
  v1::ReplyRequest request;
  request.set_text("after a fall");
  const absl::Time now = absl::FromUnixSeconds(1795170000);
  const auto once = talk.interview().Take(talk.log(), request, now);
  const auto twice = talk.interview().Take(talk.log(), request, now);
  ASSERT_TRUE(once.ok());
  EXPECT_EQ(once->turn->SerializeAsString(), twice->turn->SerializeAsString());
  EXPECT_EQ(once->event.SerializeAsString(),
            twice->event.SerializeAsString());
}

TEST(InterviewTest, SwitchingTheLocaleKeepsTheAnswers) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "duration");
  v1::ReplyRequest request;
  request.set_text("tres semanas");
  request.set_locale("es");
  talk.Send(request);
  EXPECT_EQ(talk.turn().locale(), "es");
  const v1::Session session =
      talk.interview().Read(talk.log(), absl::UnixEpoch());
  EXPECT_GT(session.answers_size(), 5);
}

TEST(InterviewTest, WithdrawnAnswersStayInTheHistoryNeverInTheResult) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({}, "duration");
  talk.Say("two weeks");
  talk.Command(v1::BACK);
  talk.Say("three years");
  const v1::Report report =
      talk.interview().Report(talk.log(), "en", absl::UnixEpoch());
  ASSERT_EQ(report.withdrawn_size(), 1);
  EXPECT_EQ(report.withdrawn(0).interval().low(), 14);
  for (const v1::Answer& answer : report.answers()) {
    if (answer.question_id() == "duration_days") {
      EXPECT_GT(answer.interval().low(), 1000);
    }
  }
}

TEST(InterviewTest, NoPrecautionNoAgreementIsForgottenAtCaution) {
  Conversation talk(WithBooking());
  talk.AnswerUntilOver({{"blood_thinners", "yes"}});
  const v1::Assessment& assessment = talk.turn().assessment();
  EXPECT_EQ(assessment.triage(), v1::CAUTION);
  EXPECT_GT(assessment.plan().agreement_size(), 0);
  EXPECT_THAT(assessment.forbidden(), Contains("deep_tissue"));
  for (const v1::Advice& technique : assessment.plan().techniques()) {
    EXPECT_NE(technique.id(), "deep_tissue");
    EXPECT_NE(technique.id(), "trigger_point_work");
  }
}

void ExpectSame(const SessionState& carried, const SessionState& folded) {
  EXPECT_EQ(carried.answers, folded.answers);
  EXPECT_EQ(carried.Given(), folded.Given());
  EXPECT_EQ(carried.open.questions, folded.open.questions);
  EXPECT_EQ(carried.open.confirm, folded.open.confirm);
  EXPECT_EQ(carried.open.attempt, folded.open.attempt);
  EXPECT_EQ(carried.last_answered(), folded.last_answered());
  EXPECT_EQ(carried.put, folded.put);
  EXPECT_EQ(carried.apart, folded.apart);
  EXPECT_EQ(carried.phase, folded.phase);
  EXPECT_EQ(carried.resumable, folded.resumable);
  EXPECT_EQ(carried.turn, folded.turn);
  EXPECT_EQ(carried.questions_put, folded.questions_put);
  EXPECT_EQ(carried.pending.size(), folded.pending.size());
  EXPECT_EQ(carried.told.size(), folded.told.size());
  EXPECT_EQ(carried.changes.size(), folded.changes.size());
  EXPECT_EQ(carried.withdrawn.size(), folded.withdrawn.size());
}

TEST(InterviewTest, AStateCarriedAlongIsTheFoldOfItsLog) {
  const std::vector<std::string> said = {
      "yes", "no", "none of these", "I don't know", "back", "skip", "left",
      "3 weeks", "52", "help", "mumble", "", "actually I do have a fever",
      "yes, my knee locks", "sorry, I meant no"};
  std::minstd_rand random(7);
  for (int visit = 0; visit < 20; ++visit) {
    Conversation talk;
    const Content& content = talk.interview().content();
    SessionState carried = Fold(content, talk.log());
    talk.Say("yes");
    for (int turn = 0; turn < 25; ++turn) {
      const auto& events = talk.log().events();
      Apply(content, events.Get(events.size() - 1), carried);
      ExpectSame(carried, Fold(content, talk.log()));
      if (carried.over()) break;
      talk.Say(said[random() % said.size()]);
    }
  }
}

}  // namespace
}  // namespace firstvisit
