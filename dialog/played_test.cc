// What the caller reports as heard to its end, and what follows from the rest.

#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/time/time.h"
#include "dialog/interview.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/conversation.h"

namespace firstvisit {
namespace {

using testing::Contains;
using testing::Not;

Conversation OnThePhone(bool groups = false) {
  v1::StartSessionRequest request;
  request.set_reference("B-17");
  request.mutable_channel()->set_kind(v1::Channel::VOICE);
  request.mutable_channel()->set_no_groups(!groups);
  return Conversation(request);
}

std::vector<std::string> Prompts(const Conversation& talk) {
  std::vector<std::string> ids;
  for (const v1::Message& message : talk.turn().messages()) {
    ids.push_back(message.prompt_id());
  }
  return ids;
}

// Says it after having heard all of the last turn but `missed`.
void SayHaving(const std::vector<std::string>& missed, const std::string& text,
               Conversation& talk) {
  v1::ReplyRequest request;
  request.set_text(text);
  request.add_played("a prompt of long ago");
  for (const std::string& id : Prompts(talk)) {
    if (!absl::c_linear_search(missed, id)) request.add_played(id);
  }
  talk.Send(std::move(request));
}

bool Recorded(const Conversation& talk, const std::string& question) {
  const v1::Session session =
      talk.interview().Read(talk.log(), absl::UnixEpoch());
  return absl::c_any_of(session.answers(), [&](const v1::Answer& answer) {
    return answer.question_id() == question;
  });
}

TEST(PlayedTest, WhatWasNotHeardIsSaidAgain) {
  Conversation talk = OnThePhone();
  talk.AnswerUntilOver({}, "calf_swelling");
  const std::string noted = "phrase.understood_summary";
  talk.Say("no, and it is the left knee");
  ASSERT_THAT(Prompts(talk), Contains(noted)) << talk.Text();
  Conversation heard = talk, unheard = talk, silent = talk;
  SayHaving({}, "40", heard);
  EXPECT_THAT(Prompts(heard), Not(Contains(noted)));
  SayHaving({noted}, "40", unheard);
  EXPECT_THAT(Prompts(unheard), Contains(noted));
  // Not heard a second time, it is said a third time.
  SayHaving({noted}, "no", unheard);
  EXPECT_THAT(Prompts(unheard), Contains(noted));
  SayHaving({}, "no", unheard);
  EXPECT_THAT(Prompts(unheard), Not(Contains(noted)));
  // Who reports nothing has heard all.
  silent.Say("40");
  EXPECT_THAT(Prompts(silent), Not(Contains(noted)));
}

TEST(PlayedTest, ANoToAQuestionCutShortClearsNothing) {
  Conversation talk = OnThePhone();
  talk.AnswerUntilOver({}, "swelling_heat");
  const std::string prompt = "question.swelling_heat.prompt";
  ASSERT_THAT(Prompts(talk), Contains(prompt));
  Conversation heard = talk, yes = talk;
  SayHaving({prompt}, "no", talk);
  EXPECT_FALSE(Recorded(talk, "swelling_heat"));
  EXPECT_EQ(talk.turn().question().id(), "swelling_heat");
  SayHaving({}, "no", talk);
  EXPECT_TRUE(Recorded(talk, "swelling_heat"));
  SayHaving({}, "no", heard);
  EXPECT_TRUE(Recorded(heard, "swelling_heat"));
  // A flag counts however little was heard.
  SayHaving({prompt}, "yes", yes);
  EXPECT_TRUE(Recorded(yes, "swelling_heat"));
}

TEST(PlayedTest, NoneOfAListCutShortClearsNothing) {
  Conversation talk = OnThePhone(/*groups=*/true);
  talk.AnswerUntilOver({}, "fever");
  ASSERT_GT(talk.turn().question().members_size(), 1);
  SayHaving(Prompts(talk), "none of them", talk);
  EXPECT_FALSE(Recorded(talk, "fever"));
  EXPECT_THAT(talk.turn().question().members(), Contains("fever"));
}

TEST(PlayedTest, CutShortAgainAndAgainItStandsAsUnsure) {
  Conversation talk = OnThePhone();
  talk.AnswerUntilOver({}, "locking");
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(talk.turn().question().id(), "locking");
    SayHaving(Prompts(talk), "no", talk);
  }
  EXPECT_NE(talk.turn().question().id(), "locking");
  const v1::Session session =
      talk.interview().Read(talk.log(), absl::UnixEpoch());
  for (const v1::Answer& answer : session.answers()) {
    if (answer.question_id() != "locking") continue;
    EXPECT_EQ(answer.choice(), "unsure");
  }
  EXPECT_TRUE(Recorded(talk, "locking"));
}

}  // namespace
}  // namespace firstvisit
