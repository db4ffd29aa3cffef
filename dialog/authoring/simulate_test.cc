#include "dialog/authoring/simulate.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <random>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "dialog/authoring/population_files.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using content::v1::CAUTION;
using content::v1::OK;

// All of them in an optimised build, which is what ./test makes; a plain build
// takes ten times as long for each.
#ifdef NDEBUG
constexpr int kClients = 10'000;
constexpr int kRandomClients = 2'000;
#else
constexpr int kClients = 1'500;
constexpr int kRandomClients = 600;
#endif
constexpr int kDrawn = 10'000;

const std::shared_ptr<const Content>& Knee() {
  static const auto& content = *new std::shared_ptr<const Content>(
      LoadProtocol(KneePainTexts()).content);
  return content;
}

Population KneeClients() {
  const EmbeddedFile& file = *PopulationFiles().begin();
  return *Population::Parse(absl::string_view(file.data, file.size), *Knee());
}

// Clients whose answers follow no rhyme or reason: every value of every
// question, unsure and declined too, but mostly harmless where an answer would
// end the interview early.
authoring::v1::Population AnyClients(const Content& content) {
  authoring::v1::Population population;
  population.set_protocol(content.protocol().id());
  for (size_t i = 0; i < content.questions().size(); ++i) {
    const Question& question = content.questions()[i];
    if (question.spec.kind() == content::v1::TEXT ||
        question.spec.section() == content::v1::CONSENT ||
        question.id() == content.protocol().alarm_question()) {
      continue;
    }
    authoring::v1::Trait& trait = *population.add_trait();
    trait.set_question(question.id());
    trait.set_basis("any");
    const auto add = [&](const std::string& value, double weight) {
      trait.add_share()->set_value(value);
      trait.mutable_share(trait.share_size() - 1)->set_weight(weight);
    };
    for (size_t c = 0; c < question.choices.size(); ++c) {
      Answers alone(content.questions().size());
      alone[i] = Answer::Choice(static_cast<int>(c));
      const bool harmless = question.spec.safety() &&
                            question.harmless.Known(alone) == Truth::kTrue;
      add(question.choices[c], harmless ? 30 : 1);
    }
    if (question.choices.empty()) {
      const double min = question.spec.range().min();
      const double max = question.spec.range().max();
      add(absl::StrCat(min, "..", max), 3);
      add(absl::StrCat(min, "..", std::min(max, min + 100)), 3);
      add(absl::StrCat(min, "..", std::min(max, min + 7)), 3);
    }
    add("unsure", 0.1);
    add("declined", 0.1);
  }
  return population;
}

Answers AnswersOf(const std::string& question, const Answer& answer) {
  std::mt19937_64 random(7);
  const Simulation simulation(Knee());
  const Population population = KneeClients();
  // The first client without any flag.
  while (true) {
    Answers truth = population.Draw(random);
    if (simulation.Run(truth).full_form.level != OK) continue;
    truth[Knee()->FindQuestion(question)] = answer;
    return truth;
  }
}

bool Put(const SimulatedInterview& interview, const std::string& question) {
  return absl::c_linear_search(interview.put, Knee()->FindQuestion(question));
}

TEST(SimulateTest, TheInterviewIsShortAndConcludesAsIfAllWereAsked) {
  const SimulationFigures figures =
      Simulate(Knee(), KneeClients(), kClients, 1);
  std::cout << figures.Text();
  EXPECT_EQ(figures.clients(), kClients);
  EXPECT_LE(figures.Turns(OK, CAUTION, 0.5), 20);
  EXPECT_LE(figures.Turns(OK, CAUTION, 0.95), 27);
  EXPECT_EQ(figures.SameLevel(), 1);
  EXPECT_EQ(figures.SamePrecautions(), 1);
  EXPECT_GE(figures.SameTopCause(), 0.99);
}

TEST(SimulateTest, NoRedFlagIsCommonerThanThreeInAHundred) {
  SimulationFigures figures(*Knee());
  const Population population = KneeClients();
  std::mt19937_64 random(1);
  for (int i = 0; i < kDrawn; ++i) figures.Add(population.Draw(random), {});
  std::string flag;
  EXPECT_LE(figures.LargestRedFlag(&flag), 0.03) << flag;
  EXPECT_GT(figures.LargestRedFlag(&flag), 0.01) << flag;
}

TEST(SimulateTest, NoQuestionLeftOutCouldHaveChangedTheAdvice) {
  const auto population = Population::Create(AnyClients(*Knee()), *Knee());
  ASSERT_TRUE(population.ok()) << population.status();
  const Simulation simulation(Knee());
  std::mt19937_64 random(3);
  int left_out = 0, cleared = 0;
  for (int i = 0; i < kRandomClients; ++i) {
    const SimulatedClient client = simulation.Run(population->Draw(random));
    EXPECT_TRUE(client.short_form.SameAdvice(client.full_form))
        << "client " << i;
    left_out += client.short_form.put.size() < client.full_form.put.size();
    cleared += client.full_form.level <= CAUTION;
  }
  // Otherwise nothing was shown.
  EXPECT_GT(left_out, 0) << left_out << " of them cleared: " << cleared;
  EXPECT_GT(cleared, kRandomClients / 20);
}

TEST(SimulateTest, AnOpenFollowUpIsAskedThoughNoRuleOfItsOwnCanHold) {
  Answers truth = AnswersOf("knee_surgery_ever", Answer::Yes());
  truth[Knee()->FindQuestion("surgery_days")] = Answer::Interval(2000, 2000);
  truth[Knee()->FindQuestion("joint_replaced")] = Answer::No();
  const SimulatedClient client = Simulation(Knee()).Run(truth);
  EXPECT_TRUE(Put(client.short_form, "joint_replaced"));
  EXPECT_EQ(client.short_form.level, CAUTION);
}

TEST(SimulateTest, WhoDeclinesTheAgeIsAskedWhetherAdult) {
  Answers truth = AnswersOf("age", Answer::Declined());
  truth[Knee()->FindQuestion("adult")] = Answer::Yes();
  truth[Knee()->FindQuestion("pregnancy")] = Answer::No();
  const SimulatedClient client = Simulation(Knee()).Run(truth);
  EXPECT_TRUE(Put(client.short_form, "adult"));
  EXPECT_EQ(client.short_form.level, OK);
}

TEST(SimulateTest, TheSameSeedMakesTheSameClients) {
  std::mt19937_64 one(5), other(5);
  const Population population = KneeClients();
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(population.Draw(one), population.Draw(other));
  }
}

TEST(PopulationTest, AClientAnswersWhatIsAskedOfItAndNothingElse) {
  std::mt19937_64 random(2);
  const Population population = KneeClients();
  for (int i = 0; i < 200; ++i) {
    const Answers truth = population.Draw(random);
    for (size_t q = 0; q < truth.size(); ++q) {
      const Question& question = Knee()->questions()[q];
      if (question.spec.section() == content::v1::CONSENT) continue;
      EXPECT_EQ(!truth[q].open(),
                question.ask_when.Known(truth) == Truth::kTrue)
          << question.id();
    }
  }
}

TEST(PopulationTest, WhatCannotBeDrawnIsSaid) {
  const auto status = [](const std::string& text) {
    return std::string(Population::Parse(text, *Knee()).status().message());
  };
  EXPECT_NE(status("protocol: \"elbow\"").find("is for the protocol `elbow`"),
            std::string::npos);
  EXPECT_NE(status("protocol: \"knee_pain\"").find("`chest_breath` needs"),
            std::string::npos);
  EXPECT_NE(status("protocol: \"knee_pain\" trait { question: \"fever\" basis: "
                   "\"assumption\" share { value: \"blue\" weight: 1 } }")
                .find("the share \"blue\""),
            std::string::npos);
  EXPECT_NE(status("protocol: \"knee_pain\" trait { question: \"fever\" share "
                   "{ value: \"yes\" weight: 1 } }")
                .find("say what it rests on"),
            std::string::npos);
}

}  // namespace
}  // namespace firstvisit
