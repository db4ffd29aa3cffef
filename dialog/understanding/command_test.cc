#include "dialog/understanding/command.h"

#include <vector>

#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

v1::Command Found(const char* words, Answered answered = Answered::kNot,
                  const char* locale = "en") {
  const Reading reading = ReadKnee(words, locale, "fever");
  const Mention* command = FindCommand(reading, answered);
  return command == nullptr ? v1::COMMAND_UNSPECIFIED : command->rule->command;
}

struct Case {
  const char* words;
  v1::Command command;
};

TEST(CommandTest, PeopleSayThemInTheirOwnWords) {
  const std::vector<Case> cases = {
      {"what do you mean by that?", v1::HELP},
      {"does pins and needles count", v1::HELP},
      {"why do you need that", v1::WHY},
      {"what have my sheets got to do with it", v1::WHY},
      {"say that again please", v1::REPEAT},
      {"you're breaking up", v1::REPEAT},
      {"go back one", v1::BACK},
      {"I want to change my previous answer", v1::BACK},
      {"leave that one out", v1::SKIP},
      {"leave it, I've had enough", v1::STOP},
      {"stop, I have to collect the kids", v1::STOP},
      {"can i talk to someone", v1::HUMAN},
      {"you've lost me", v1::HELP},
      {"that went over my head", v1::HELP},
      {"I don't see the relevance", v1::WHY},
      {"I was miles away", v1::REPEAT},
      {"hang on I got the last one wrong", v1::BACK},
      {"I don't want to do this any more", v1::STOP},
      {"put me through to the girl at the desk", v1::HUMAN}};
  for (const Case& c : cases) EXPECT_EQ(Found(c.words), c.command) << c.words;
}

TEST(CommandTest, WhatIsSaidOfTheKneeIsNone) {
  for (const char* words :
       {"no idea why it hurts", "I don't know what it is", "I stop every hour",
        "I can't stop running", "my other knee, not this", "back in March",
        "it goes back to normal", "it came back", "my doctor called",
        "I didn't catch it", "I missed the last step", "I can't explain it",
        "it was so faint", "I quit doing that", "I've lost track",
        "they put me on tablets"}) {
    EXPECT_EQ(Found(words), v1::COMMAND_UNSPECIFIED) << words;
  }
}

TEST(CommandTest, AQuestionInFrontOutweighsTheMattersName) {
  EXPECT_EQ(Found("what do you mean fever", Answered::kFully), v1::HELP);
  EXPECT_EQ(Found("a fever, what do you mean", Answered::kFully),
            v1::COMMAND_UNSPECIFIED);
  EXPECT_EQ(Found("no, that's enough", Answered::kBare),
            v1::COMMAND_UNSPECIFIED);
}

TEST(CommandTest, ANoBesideOneIsTheAnswer) {
  EXPECT_EQ(Found("nope, carry on", Answered::kBare),
            v1::COMMAND_UNSPECIFIED);
}

TEST(CommandTest, OfTwoTheOneThatSaysMoreCounts) {
  EXPECT_EQ(Found("skip this one, I want to talk to a person"), v1::HUMAN);
}

TEST(CommandTest, SpanishHasTheSame) {
  const std::vector<Case> cases = {
      {"¿me lo repite por favor?", v1::REPEAT},
      {"¿y eso qué tiene que ver?", v1::WHY},
      {"¿qué quiere decir con escalofríos?", v1::HELP},
      {"siguiente pregunta", v1::SKIP},
      {"vuelva atrás", v1::BACK},
      {"quiero dejarlo ya", v1::STOP},
      {"quiero hablar con una persona", v1::HUMAN}};
  for (const Case& c : cases) {
    EXPECT_EQ(Found(c.words, Answered::kNot, "es"), c.command) << c.words;
  }
  EXPECT_EQ(Found("claro que sí", Answered::kBare, "es"),
            v1::COMMAND_UNSPECIFIED);
}

TEST(CommandTest, ANameIsNoCommandAndACommandNoName) {
  const auto found = [](const char* words) {
    return FindCommandInText(ReadKnee(words, "en", "booking")) != nullptr;
  };
  EXPECT_TRUE(found("say that again please"));
  EXPECT_TRUE(found("skip"));
  EXPECT_FALSE(found("Will Back"));
  EXPECT_FALSE(found("Pat Wong, 0457"));
}

}  // namespace
}  // namespace firstvisit
