#include "dialog/wording/lent_turn.h"

#include <utility>

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

TEST(LentTurnTest, WhatIsLentIsNeitherCopiedNorFreed) {
  v1::Question question;
  question.set_id("fever");
  v1::Message message;
  message.set_text("Do you have a fever, as far as you can tell?");
  {
    LentTurn turn;
    turn.Lend(question);
    turn.Lend(message);
    EXPECT_EQ(&turn->question(), &question);
    EXPECT_EQ(&turn->messages(0), &message);
  }
  EXPECT_EQ(question.id(), "fever");
  EXPECT_EQ(message.text(), "Do you have a fever, as far as you can tell?");
}

TEST(LentTurnTest, ItsBytesAreThoseOfATurnThatOwnsItsParts) {
  v1::Question question;
  question.set_id("fever");
  question.add_expected_phrases("no fever at all, thank you");
  v1::Message message;
  message.set_text("Do you have a fever?");
  LentTurn lent;
  lent.own().set_session("s-1");
  lent.own().add_messages()->set_text("Thank you.");
  lent.Lend(message);
  lent.Lend(question);
  v1::Turn owned;
  owned.set_session("s-1");
  owned.add_messages()->set_text("Thank you.");
  *owned.add_messages() = message;
  *owned.mutable_question() = question;
  EXPECT_EQ(lent->SerializeAsString(), owned.SerializeAsString());
}

TEST(LentTurnTest, ACopyOutlivesTheLenders) {
  v1::Turn copy;
  {
    v1::Question question;
    question.set_id("fever");
    LentTurn turn;
    turn.Lend(question);
    const LentTurn moved = std::move(turn);
    copy = *moved;
  }
  EXPECT_EQ(copy.question().id(), "fever");
}

}  // namespace
}  // namespace firstvisit
