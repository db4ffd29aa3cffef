#include "assistant/verbs.h"

#include <set>
#include <string>

#include "dialog/util/command_line.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(VerbsTest, EveryVerbOfTheContractIsThere) {
  for (const char* name :
       {"serve", "chat", "sessions", "report", "questionnaire", "check",
        "interpret", "assess", "test", "graph", "simulate", "replay", "diff",
        "prove"}) {
    ASSERT_NE(FindVerb(name), nullptr) << name;
    EXPECT_THAT(Help(), HasSubstr(std::string("  ") + name + " "));
  }
  EXPECT_EQ(FindVerb("frobnicate"), nullptr);
}

TEST(VerbsTest, EveryFlagExplainsItselfOnceAVerb) {
  for (const VerbGroup& group : VerbGroups()) {
    for (const Verb& verb : group.verbs) {
      std::set<std::string> names;
      for (const Flag& flag : verb.flags) {
        EXPECT_TRUE(names.insert(flag.name).second) << verb.name << flag.name;
        EXPECT_FALSE(flag.help.empty()) << verb.name << flag.name;
        EXPECT_THAT(VerbHelp(verb), HasSubstr("--" + flag.name));
      }
    }
  }
}

TEST(VerbsTest, AnUnknownVerbIsAnsweredWithTheNearest) {
  EXPECT_THAT(UnknownVerb("chta"), HasSubstr("Did you mean chat?"));
  EXPECT_THAT(UnknownVerb("frobnicate"), Not(HasSubstr("Did you mean")));
}

}  // namespace
}  // namespace firstvisit
