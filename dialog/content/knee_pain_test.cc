// The knee-pain content as it is compiled in, against the contracts of its ids.

#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/content.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

const LoadedContent& KneePain() {
  static const auto* loaded = new LoadedContent(LoadProtocol(KneePainTexts()));
  return *loaded;
}

TEST(KneePainTest, KneePainContentLoadsWithoutIssues) {
  std::string found;
  for (const Issue& issue : KneePain().issues) {
    absl::StrAppend(&found, Format(issue), "\n");
  }
  EXPECT_EQ(found, "");
  ASSERT_NE(KneePain().content, nullptr);
  EXPECT_EQ(KneePain().content->protocol().id(), "knee_pain");
}

void Cite(const std::vector<std::string>& sources,
          std::set<std::string>& cited) {
  cited.insert(sources.begin(), sources.end());
}

TEST(KneePainTest, EveryFactIsCited) {
  ASSERT_NE(KneePain().content, nullptr);
  const Content& content = *KneePain().content;
  std::set<std::string> cited(content.protocol().source().begin(),
                              content.protocol().source().end());
  for (const Question& question : content.questions()) {
    cited.insert(question.spec.source().begin(), question.spec.source().end());
  }
  for (const Limit& limit : content.limits()) Cite(limit.sources, cited);
  for (const Precaution& precaution : content.precautions()) {
    Cite(precaution.sources, cited);
    for (const Rule& rule : precaution.rules) Cite(rule.sources, cited);
  }
  for (const Cause& cause : content.causes()) {
    Cite(cause.sources, cited);
    for (const Evidence& line : cause.evidence) Cite(line.sources, cited);
  }
  for (const Advice& advice : content.advice()) Cite(advice.sources, cited);
  std::set<std::string> facts;
  for (const content::v1::Fact& fact : content.facts()) facts.insert(fact.id());
  EXPECT_EQ(cited, facts);
}

// Keys are there on some channels; the engine names them where they are.
TEST(KneePainTest, NoQuestionSpeaksOfKeys) {
  const std::vector<const char*> words = {
      "press 1", "On a phone", "key.",        "En el tel",
      "pulse ",  "marque ",    "almohadilla", "Pulse 1"};
  for (const LocaleWording& wording : KneePain().content->locales()) {
    for (const content::v1::QuestionWording& question : wording.question) {
      const std::string asked = absl::StrCat(
          question.prompt(), " ", question.voice_prompt(), " ",
          question.confirm(), " ", absl::StrJoin(question.reprompt(), " "));
      for (const char* word : words) {
        EXPECT_FALSE(absl::StrContains(asked, word)) << asked;
      }
    }
  }
}

TEST(KneePainTest, TheIdsThatCallersRelyOnExist) {
  ASSERT_NE(KneePain().content, nullptr);
  const Content& content = *KneePain().content;
  for (const char* id : {"age",
                         "onset",
                         "severity",
                         "worsening",
                         "chest_breath",
                         "calf_swelling",
                         "swelling_heat",
                         "fever",
                         "injury_recent",
                         "weight_bearing",
                         "locking",
                         "numbness",
                         "skin_wound",
                         "surgery_recent",
                         "knee_surgery_ever",
                         "cancer_history",
                         "osteoporosis",
                         "blood_thinners",
                         "clot_before",
                         "pregnancy",
                         "oa_diagnosis",
                         "inflammatory_disease",
                         "stiffness_morning"}) {
    const QuestionIndex question = content.FindQuestion(id);
    ASSERT_NE(question, kNoQuestion) << id;
    EXPECT_TRUE(content.questions()[question].spec.safety()) << id;
  }
  for (const char* id : {"consent",        "booking",          "knee_side",
                         "duration",       "heels_often",      "heels_sudden",
                         "heels_sitting",  "sheets_tucked",    "sits_on_leg",
                         "sitting_hours",  "sitting_breaks",   "overtraining",
                         "trigger_points", "stairs_pain",      "pain_place",
                         "doctor_seen",    "anything_else",    "adult",
                         "guardian",       "swelling_days",    "numbness_days",
                         "injury_days",    "surgery_days",     "joint_replaced",
                         "deformity",      "foot_cold",        "bladder_saddle",
                         "giving_way",     "skin_minor",       "cancer_which",
                         "back_fullness",  "stiffness_minutes"}) {
    EXPECT_NE(content.FindQuestion(id), kNoQuestion) << id;
  }
  EXPECT_EQ(content.FindFact("duration_days"),
            content.FindQuestion("duration"));
}

TEST(KneePainTest, ALocaleIsFoundByItsTagItsLanguageOrNotAtAll) {
  ASSERT_NE(KneePain().content, nullptr);
  const Content& content = *KneePain().content;
  EXPECT_EQ(content.locale("en").locale, "en");
  EXPECT_EQ(content.locale("EN-ie").locale, "en");
  EXPECT_EQ(content.locale("es_MX").locale, "es");
  EXPECT_EQ(content.locale("fi").locale, "en");
  EXPECT_EQ(content.locale("").locale, "en");
}

}  // namespace
}  // namespace firstvisit
