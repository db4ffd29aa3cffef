// What loading makes of sound texts; what it says of unsound ones is held by
// tests/bad_content.

#include "dialog/content/loader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

std::vector<NamedText> Texts() { return WithLanguages(KneePainTexts()); }

const Content& KneePain() {
  static const auto* loaded = new LoadedContent(LoadContent(Texts()));
  return *loaded->content;
}

const Question& Named(const char* id) {
  return KneePain().questions()[KneePain().FindQuestion(id)];
}

const Rule& RuleNamed(const char* precaution, const char* rule) {
  for (const Precaution& entry : KneePain().precautions()) {
    for (const Rule& found : entry.rules) {
      if (entry.id == precaution && found.id == rule) return found;
    }
  }
  ADD_FAILURE() << "no rule " << precaution << "/" << rule;
  return KneePain().precautions()[0].rules[0];
}

TEST(LoaderTest, TheHashIsThatOfTheBytesNotOfTheirFolderOrOrder) {
  std::vector<NamedText> texts = Texts();
  const std::string hash = KneePain().hash();
  EXPECT_EQ(hash.size(), 64u);
  std::reverse(texts.begin(), texts.end());
  for (NamedText& text : texts) {
    text.path = "copy/" + text.path.substr(text.path.find('/') + 1);
  }
  EXPECT_EQ(LoadContent(texts).content->hash(), hash);
  texts[0].text += "\n";
  EXPECT_NE(LoadContent(texts).content->hash(), hash);
}

TEST(LoaderTest, EntriesKeepTheOrderOfTheirFilesNames) {
  std::vector<NamedText> texts = Texts();
  std::reverse(texts.begin(), texts.end());
  const LoadedContent loaded = LoadContent(texts);
  ASSERT_NE(loaded.content, nullptr);
  ASSERT_EQ(loaded.content->questions().size(), KneePain().questions().size());
  for (size_t i = 0; i < KneePain().questions().size(); ++i) {
    EXPECT_EQ(loaded.content->questions()[i].id(),
              KneePain().questions()[i].id());
  }
}

TEST(LoaderTest, AFollowUpWaitsForItsFlagsYes) {
  const Question& days = Named("swelling_days");
  const QuestionIndex flag = KneePain().FindQuestion("swelling_heat");
  EXPECT_EQ(days.follow_up_of, flag);
  Answers answers(KneePain().questions().size());
  EXPECT_EQ(days.ask_when.Known(answers), Truth::kUnknown);
  answers[flag] = Answer::Yes();
  EXPECT_EQ(days.ask_when.Known(answers), Truth::kTrue);
  answers[flag] = Answer::No();
  EXPECT_EQ(days.ask_when.Known(answers), Truth::kFalse);
}

TEST(LoaderTest, AQuestionKnowsWhichOthersLookAtIt) {
  const auto opens = [](const char* id, const char* other) {
    const std::vector<QuestionIndex>& all = Named(id).opens;
    return std::find(all.begin(), all.end(), KneePain().FindQuestion(other)) !=
           all.end();
  };
  EXPECT_TRUE(opens("swelling_heat", "swelling_days"));
  EXPECT_TRUE(opens("age", "pregnancy"));  // implied
  EXPECT_TRUE(opens("adult", "age"));      // implied
  EXPECT_FALSE(opens("swelling_days", "swelling_heat"));
}

TEST(LoaderTest, AnImpliedIntervalIsRead) {
  ASSERT_FALSE(Named("age").implied.empty());
  EXPECT_EQ(Named("age").implied[0].value, Answer::Interval(18, 120));
}

TEST(LoaderTest, DoubtInACombinationCountsAtMostUrgent) {
  const Rule& rule = RuleNamed("fracture_suspected", "deformity");
  EXPECT_EQ(rule.level, content::v1::EMERGENCY_NOW);
  EXPECT_EQ(rule.unsure_level, content::v1::URGENT);
}

TEST(LoaderTest, MassageIsEveryTechniqueAndAreaAndEveryTipButHabits) {
  for (const Limit& limit : KneePain().limits()) {
    if (limit.id != "no_massage") continue;
    for (size_t i = 0; i < KneePain().advice().size(); ++i) {
      const Advice& advice = KneePain().advice()[i];
      const bool habit = advice.type == Advice::Type::kTip &&
                         advice.kind == content::v1::HABIT;
      EXPECT_EQ(std::binary_search(limit.forbids.begin(), limit.forbids.end(),
                                   static_cast<int>(i)),
                !habit)
          << advice.id;
    }
    return;
  }
  FAIL() << "no limit no_massage";
}

TEST(LoaderTest, APrecautionForbidsWhatItsLimitsForbid) {
  for (const Precaution& precaution : KneePain().precautions()) {
    for (int limit : precaution.limits) {
      for (int advice : KneePain().limits()[limit].forbids) {
        EXPECT_TRUE(std::binary_search(precaution.forbids.begin(),
                                       precaution.forbids.end(), advice))
            << precaution.id;
      }
    }
  }
}

TEST(LoaderTest, NobodysAgreementIsEmptyAndNobodyNamedIsTheDefault) {
  for (const Precaution& precaution : KneePain().precautions()) {
    if (precaution.id == "osteoporosis") {
      EXPECT_EQ(precaution.agreement, "");  // "none"
    } else if (precaution.id == "pregnancy") {
      EXPECT_EQ(precaution.agreement, "doctor_or_midwife");
    } else if (precaution.id == "dvt_suspected") {
      EXPECT_EQ(precaution.agreement,
                KneePain().protocol().default_agreement());
    }
  }
}

TEST(LoaderTest, ALexiconsPartsAreMerged) {
  for (size_t i = 0; i < KneePain().lexicons().size(); ++i) {
    for (size_t k = 0; k < i; ++k) {
      EXPECT_NE(KneePain().lexicons()[i].locale(),
                KneePain().lexicons()[k].locale());
    }
  }
  ASSERT_FALSE(KneePain().lexicons().empty());
  EXPECT_EQ(KneePain().lexicons()[0].locale(), "en");
}

TEST(LoaderTest, ALocaleWithoutAnEntryHasTheDefaultOnes) {
  std::vector<NamedText> texts = Texts();
  texts.push_back({"zz.textproto",
                   "wording { locale: \"fr\" limit { id: \"gentle\" text: "
                   "\"Doucement.\" } }"});
  const LoadedContent loaded = LoadContent(texts);
  ASSERT_NE(loaded.content, nullptr);
  const LocaleWording& french = loaded.content->locale("fr");
  const LocaleWording& english = loaded.content->locale("en");
  EXPECT_EQ(french.question[0].prompt(), english.question[0].prompt());
  EXPECT_EQ(french.Phrase("yes").text(), english.Phrase("yes").text());
  for (size_t i = 0; i < KneePain().limits().size(); ++i) {
    const bool own = KneePain().limits()[i].id == "gentle";
    EXPECT_EQ(french.limit[i].text(),
              own ? "Doucement." : english.limit[i].text());
  }
}

// The texts with `from` replaced, which must stand in them.
std::vector<NamedText> Changed(const std::string& from, const std::string& to) {
  std::vector<NamedText> texts = Texts();
  int replaced = 0;
  for (NamedText& text : texts) {
    replaced += absl::StrReplaceAll({{from, to}}, &text.text);
  }
  EXPECT_GT(replaced, 0) << from;
  return texts;
}

TEST(LoaderTest, AStoredContentBorrowsThePhrasesThatItLacks) {
  // As it was before the engine learnt to say "report_title".
  const std::vector<NamedText> older =
      Changed("id: \"report_title\"", "id: \"was_said_once\"");
  EXPECT_EQ(LoadContent(older).content, nullptr);
  const LoadedContent loaded = LoadStoredContent(older, KneePain());
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_NE(loaded.content->hash(), KneePain().hash());
  for (const char* locale : {"en", "es"}) {
    const std::string& title =
        KneePain().locale(locale).Phrase("report_title").text();
    EXPECT_FALSE(title.empty());
    EXPECT_EQ(loaded.content->locale(locale).Phrase("report_title").text(),
              title);
  }
}

TEST(LoaderTest, AStoredContentBorrowsThePhrasesThatNoLongerFit) {
  const std::vector<NamedText> older = Changed("{clinic}", "{therapist}");
  EXPECT_EQ(LoadContent(older).content, nullptr);
  const LoadedContent loaded = LoadStoredContent(older, KneePain());
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_EQ(loaded.content->locale("en").Phrase("greeting").text(),
            KneePain().locale("en").Phrase("greeting").text());
}

TEST(LoaderTest, AStoredContentKeepsItsOwnPhrases) {
  const LoadedContent loaded =
      LoadStoredContent(Changed("\"Booked as\"", "\"Known as\""), KneePain());
  ASSERT_NE(loaded.content, nullptr);
  EXPECT_EQ(loaded.content->locale("en").Phrase("reference_heading").text(),
            "Known as");
}

TEST(LoaderTest, NothingButPhrasesIsLent) {
  const LoadedContent unworded = LoadStoredContent(
      Changed("level {\n    id: \"urgent\"", "level {\n    id: \"\""),
      KneePain());
  EXPECT_EQ(unworded.content, nullptr);
  const auto says = [&](const Issue& issue) {
    return absl::StrContains(issue.message, "no wording for level `urgent`");
  };
  EXPECT_TRUE(absl::c_any_of(unworded.issues, says));
  EXPECT_EQ(LoadStoredContent(Changed("when: \"", "when: \"no_such_fact and "),
                              KneePain())
                .content,
            nullptr);
}

TEST(LoaderTest, NoTextsAreNoProtocol) {
  const LoadedContent loaded = LoadContent({});
  EXPECT_EQ(loaded.content, nullptr);
  ASSERT_EQ(loaded.issues.size(), 1u);
  EXPECT_TRUE(absl::StrContains(loaded.issues[0].message, "protocol"));
}

}  // namespace
}  // namespace firstvisit
