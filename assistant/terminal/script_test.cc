#include "assistant/terminal/script.h"

#include <memory>
#include <string>
#include <vector>

#include "assistant/terminal/fake_console.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::HasSubstr;

class ScriptTest : public ::testing::Test {
 protected:
  void Lines(const std::vector<std::string>& lines) {
    console_ = std::make_unique<FakeConsole>(/*interactive=*/false, lines);
    script_ = std::make_unique<Script>(
        *console_, std::vector<std::string>{"consent", "age", "fever",
                                            "locking", "severity"});
  }

  Move Next(const std::string& question,
            const std::vector<std::string>& members = {}) {
    v1::Turn turn;
    turn.mutable_question()->set_id(question);
    for (const std::string& member : members) {
      turn.mutable_question()->add_members(member);
    }
    return script_->Next(turn);
  }

  std::string Answer(const std::string& question) {
    const Move move = Next(question);
    EXPECT_EQ(move.kind, Move::Kind::kReply);
    return move.reply.text();
  }

  std::unique_ptr<FakeConsole> console_;
  std::unique_ptr<Script> script_;
};

TEST_F(ScriptTest, ANamedLineAnswersItsQuestionWheneverItComes) {
  Lines({"age: 34", "consent: yes, please"});
  EXPECT_EQ(Answer("consent"), "yes, please");
  EXPECT_EQ(Answer("age"), "34");
  EXPECT_EQ(Answer("age"), "34");  // asked again
}

TEST_F(ScriptTest, PlainLinesAnswerInTurnWhatHasNoLineOfItsOwn) {
  Lines({"about three weeks", "age: 34", "no"});
  EXPECT_EQ(Answer("duration"), "about three weeks");
  EXPECT_EQ(Answer("age"), "34");
  EXPECT_EQ(Answer("fever"), "no");
}

TEST_F(ScriptTest, SeveralLinesForAQuestionAnswerOneAfterTheOther) {
  Lines({"age: old", "age: 34"});
  EXPECT_EQ(Answer("age"), "old");
  EXPECT_EQ(Answer("age"), "34");
  EXPECT_EQ(Answer("age"), "34");
}

TEST_F(ScriptTest, EmptyLinesAndCommentsAreSkipped) {
  Lines({"\xef\xbb\xbf# Ada", "", "  ", "# her knee", "yes"});
  EXPECT_EQ(Answer("consent"), "yes");
  EXPECT_EQ(Next("age").kind, Move::Kind::kRunDry);
}

TEST_F(ScriptTest, AColonInAnAnswerIsJustAColon) {
  Lines({"well: it hurts"});
  EXPECT_EQ(Answer("anything_else"), "well: it hurts");
}

TEST_F(ScriptTest, AMisspeltNameIsPointedOut) {
  Lines({"consent: yes", "sevrity: 4"});
  EXPECT_EQ(Answer("consent"), "yes");
  EXPECT_THAT(console_->shown(), HasSubstr("line 2"));
  EXPECT_THAT(console_->shown(), HasSubstr("severity"));
}

TEST_F(ScriptTest, AGroupAnsweredNoThroughoutIsNone) {
  Lines({"fever: no", "locking: No"});
  EXPECT_EQ(Next("knee_now", {"fever", "locking"}).reply.choice(), "none");
}

TEST_F(ScriptTest, AGroupWithAnyOtherAnswerIsAskedMemberByMember) {
  Lines({"fever: just chills", "locking: no"});
  EXPECT_EQ(Next("knee_now", {"fever", "locking"}).reply.choice(), "some");
  EXPECT_EQ(Answer("fever"), "just chills");
}

TEST_F(ScriptTest, AMemberWithoutALineIsNeverTakenForNo) {
  Lines({"fever: no", "I do not know"});
  EXPECT_EQ(Next("knee_now", {"fever", "locking"}).reply.choice(), "some");
  EXPECT_EQ(Answer("locking"), "I do not know");
}

TEST_F(ScriptTest, AGroupWithoutMembersLinesIsAnsweredInTurn) {
  Lines({"none of these"});
  EXPECT_EQ(Next("knee_now", {"fever", "locking"}).reply.text(),
            "none of these");
}

TEST_F(ScriptTest, CommandsAndSilenceCanBeWrittenDown) {
  Lines({"/back", "age:"});
  EXPECT_EQ(Next("consent").reply.command(), v1::BACK);
  EXPECT_EQ(Next("age").reply.event(), v1::NO_INPUT);
}

TEST_F(ScriptTest, WhatCannotBeSentNamesItsLine) {
  Lines({"yes", "age: \xff"});
  EXPECT_EQ(Answer("consent"), "yes");
  const Move move = Next("age");
  EXPECT_EQ(move.kind, Move::Kind::kRefused);
  EXPECT_EQ(move.origin, "line 2");
  EXPECT_THAT(move.words, HasSubstr("UTF-8"));
}

}  // namespace
}  // namespace firstvisit
