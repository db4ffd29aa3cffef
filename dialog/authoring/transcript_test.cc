// Written conversations: how they are read, played and compared.

#include "dialog/authoring/transcript.h"

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "dialog/authoring/transcripts.h"
#include "dialog/content/texts.h"
#include "dialog/interview.h"
#include "dialog/service/make_interview.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kHead[] = "# Stops at once.\nnow: 2026-11-20\n";

const Interview& KneePain() {
  static const auto& interview = *new std::shared_ptr<const Interview>(
      *MakeInterview(WithLanguages(KneePainTexts()), {}, absl::Hours(24)));
  return *interview;
}

Played PlayText(const std::string& text) {
  const auto transcript = ParseTranscript(text);
  EXPECT_TRUE(transcript.ok()) << transcript.status();
  auto played = Play(KneePain(), *transcript);
  EXPECT_TRUE(played.ok()) << played.status();
  return *std::move(played);
}

std::string Problem(const std::string& text) {
  const auto transcript = ParseTranscript(text);
  EXPECT_FALSE(transcript.ok());
  return std::string(transcript.status().message());
}

TEST(TranscriptTest, ClientLinesAreReadAndNothingElse) {
  const auto transcript = ParseTranscript(
      std::string(kHead) +
      "\nFirst Visit: Hello.\n  Client: not one\nClient: yes\nClient: [back]\n"
      "Client: [keys 1#]\nClient: [chooses none]\nClient: [silence]\n"
      "Client: [waits 25h]\nState: done\n");
  ASSERT_TRUE(transcript.ok()) << transcript.status();
  EXPECT_THAT(transcript->head,
              ElementsAre("# Stops at once.", "now: 2026-11-20"));
  ASSERT_EQ(transcript->client.size(), 6u);
  EXPECT_EQ(transcript->client[0].reply.text(), "yes");
  EXPECT_EQ(transcript->client[1].reply.command(), v1::BACK);
  EXPECT_EQ(transcript->client[2].reply.digits(), "1#");
  EXPECT_EQ(transcript->client[3].reply.choice(), "none");
  EXPECT_EQ(transcript->client[4].reply.event(), v1::NO_INPUT);
  EXPECT_EQ(transcript->client[5].wait, absl::Hours(25));
}

TEST(TranscriptTest, TheHeadSetsTheScene) {
  const auto transcript = ParseTranscript(
      "now: 2026-11-20\nlocale: en\nreference: B-2\nknown: age=52\n"
      "known: fever=yes\none by one: yes\nfull interview: yes\n\n");
  ASSERT_TRUE(transcript.ok()) << transcript.status();
  EXPECT_EQ(transcript->opening.reference(), "B-2");
  EXPECT_EQ(transcript->opening.known(0).interval().low(), 52);
  EXPECT_EQ(transcript->opening.known(1).choice(), "yes");
  EXPECT_TRUE(transcript->opening.channel().no_groups());
  EXPECT_TRUE(transcript->opening.full_interview());
}

TEST(TranscriptTest, WhatIsWrongIsNamedWithItsLine) {
  EXPECT_THAT(Problem("# No day.\n\n"), HasSubstr("now: 2026-11-20"));
  EXPECT_THAT(Problem("now: 2026-11-20\nmood: sad\n"),
              HasSubstr("line 2: there is no setting `mood`"));
  EXPECT_THAT(Problem("now: tomorrow\n"), HasSubstr("line 1"));
  EXPECT_THAT(Problem("now: 2026-11-20\nknown: age\n"), HasSubstr("line 2"));
  EXPECT_THAT(Problem("now: 2026-11-20\n\nClient: [dances]\n"),
              HasSubstr("line 3: nobody can [dances]"));
}

TEST(TranscriptTest, WhatIsPlayedReadsBackAsTheSameTranscript) {
  const std::string text =
      PlayText(std::string(kHead) +
               "\nClient: yes\nClient: [skip]\nClient: chest pain, yes\n")
          .text;
  EXPECT_THAT(text, HasSubstr("Level: emergency"));
  EXPECT_EQ(PlayText(text).text, text);
}

TEST(TranscriptTest, TimeGoesOnWhereTheClientWaits) {
  const std::string waited =
      PlayText(std::string(kHead) +
               "\nClient: yes\nClient: [waits 25h]\nClient: hello?\n")
          .text;
  EXPECT_THAT(waited, HasSubstr("State: expired"));
  EXPECT_THAT(PlayText(std::string(kHead) +
                       "\nClient: yes\nClient: [waits 23h]\nClient: hello?\n")
                  .text,
              Not(HasSubstr("State: expired")));
}

class TranscriptRunTest : public ::testing::Test {
 protected:
  TranscriptRunTest()
      : path_(::testing::TempDir() + "/conversation.txt"),
        text_(PlayText(std::string(kHead) + "\nClient: no\n").text) {}

  void Write(const std::string& text) { std::ofstream(path_) << text; }
  std::string Read() const {
    std::stringstream text;
    text << std::ifstream(path_).rdbuf();
    return text.str();
  }

  const std::string path_;
  const std::string text_;
  std::ostringstream out_;
};

TEST_F(TranscriptRunTest, TheSameConversationPasses) {
  Write(text_);
  TranscriptRun run(KneePain());
  EXPECT_TRUE(run.Play(path_, out_));
  EXPECT_EQ(run.played(), 1);
  EXPECT_EQ(run.failed(), 0);
}

TEST_F(TranscriptRunTest, ADifferenceFailsAndShowsWhatIsSaidNow) {
  std::string other = text_;
  other.replace(other.find("State: declined"), 15, "State: done\nLevel: ok");
  Write(other);
  TranscriptRun run(KneePain());
  EXPECT_FALSE(run.Play(path_, out_));
  EXPECT_EQ(run.failed(), 1);
  EXPECT_THAT(out_.str(), HasSubstr("differs from here on"));
  EXPECT_THAT(out_.str(), HasSubstr(text_));
  EXPECT_EQ(Read(), other);  // nothing is written unasked
}

TEST_F(TranscriptRunTest, UpdateWritesWhatIsSaidNow) {
  Write(std::string(kHead) + "\nClient: no\n");
  TranscriptRun run(KneePain(), /*update=*/true);
  EXPECT_TRUE(run.Play(path_, out_));
  EXPECT_EQ(Read(), text_);
}

TEST_F(TranscriptRunTest, AFileThatIsNotThereFails) {
  TranscriptRun run(KneePain());
  EXPECT_FALSE(run.Play(path_ + ".not", out_));
  EXPECT_EQ(run.failed(), 1);
}

TEST_F(TranscriptRunTest, CoverageNamesWhatWasNeverAsked) {
  Write(text_);
  TranscriptRun run(KneePain());
  run.Play(path_, out_);
  run.WriteCoverage(out_);
  EXPECT_THAT(out_.str(), HasSubstr("Questions asked: 1 of "));
  EXPECT_THAT(out_.str(), HasSubstr("chest_breath"));
}

}  // namespace
}  // namespace firstvisit
