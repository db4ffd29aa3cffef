#include "assistant/terminal/keyboard.h"

#include <string>
#include <vector>

#include "assistant/terminal/fake_console.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::HasSubstr;

v1::Turn YesNo() {
  v1::Turn turn;
  turn.mutable_question()->set_kind(v1::YES_NO);
  int digit = 1;
  for (const char* value : {"yes", "no", "unsure"}) {
    v1::Choice* choice = turn.mutable_question()->add_choices();
    choice->set_value(value);
    choice->set_digit(std::to_string(digit++));
  }
  return turn;
}

v1::ReplyRequest Typed(const std::vector<std::string>& lines,
                       const v1::Turn& turn, std::string* shown = nullptr) {
  FakeConsole console(/*interactive=*/true, lines);
  Keyboard keyboard(console, Style(false));
  const Move move = keyboard.Next(turn);
  EXPECT_EQ(move.kind, Move::Kind::kReply);
  if (shown != nullptr) *shown = console.shown();
  return move.reply;
}

TEST(KeyboardTest, WordsAreSentAsTheyAre) {
  EXPECT_EQ(Typed({"  only on the stairs "}, YesNo()).text(),
            "only on the stairs");
  EXPECT_EQ(Typed({"back"}, YesNo()).text(), "back");
}

TEST(KeyboardTest, ANumberIsAQuickReplyWhereThereAreSuch) {
  EXPECT_EQ(Typed({"2"}, YesNo()).choice(), "no");
  EXPECT_EQ(Typed({"4"}, YesNo()).text(), "4");
  EXPECT_EQ(Typed({"2"}, v1::Turn()).text(), "2");  // how bad, 0 to 10
}

TEST(KeyboardTest, EveryCommandHasASlash) {
  EXPECT_EQ(Typed({"/repeat"}, YesNo()).command(), v1::REPEAT);
  EXPECT_EQ(Typed({"/back"}, YesNo()).command(), v1::BACK);
  EXPECT_EQ(Typed({"/why"}, YesNo()).command(), v1::WHY);
  EXPECT_EQ(Typed({"/HELP"}, YesNo()).command(), v1::HELP);
  EXPECT_EQ(Typed({"/skip"}, YesNo()).command(), v1::SKIP);
  EXPECT_EQ(Typed({"/stop"}, YesNo()).command(), v1::STOP);
  EXPECT_EQ(Typed({"/human"}, YesNo()).command(), v1::HUMAN);
}

TEST(KeyboardTest, WhatCannotBeSentIsSaidAndAskedAgain) {
  std::string shown;
  EXPECT_EQ(Typed({"", "/bcak", "\xff\xfe", std::string(1 << 20, 'a'), "no"},
                  YesNo(), &shown)
                .text(),
            "no");
  EXPECT_THAT(shown, HasSubstr("Please type an answer"));
  EXPECT_THAT(shown, HasSubstr("There is no such command"));
  EXPECT_THAT(shown, HasSubstr("not UTF-8"));
  EXPECT_THAT(shown, HasSubstr("at most 4,096 characters"));
}

TEST(KeyboardTest, TheLimitCountsCharactersNotBytes) {
  std::string text;
  for (int i = 0; i < 4096; ++i) text += "é";
  EXPECT_EQ(Typed({text}, YesNo()).text(), text);
  EXPECT_EQ(Typed({text + "é", "ok"}, YesNo()).text(), "ok");
}

TEST(KeyboardTest, TheEndHangsUp) {
  FakeConsole console(/*interactive=*/true, {});
  EXPECT_EQ(Keyboard(console, Style(false)).Next(YesNo()).kind,
            Move::Kind::kHangUp);
}

}  // namespace
}  // namespace firstvisit
