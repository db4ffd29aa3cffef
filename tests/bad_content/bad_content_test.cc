// Each folder of this corpus breaks a sound protocol in one way or in several,
// and names all that must be found. Its files stand in the place of those of
// the same name in sound/; expected.txt has the issues as `check` prints them.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/content/issue.h"
#include "dialog/content/loader.h"
#include "dialog/content/named_text.h"
#include "dialog/content/phrases.h"
#include "gtest/gtest.h"
#include "tests/bad_content/corpus.h"

namespace firstvisit {
namespace {

constexpr absl::string_view kSound = "sound";
constexpr absl::string_view kExpected = "expected.txt";

// Name to text.
using Folder = std::map<std::string, std::string>;

std::map<std::string, Folder> ReadCorpus() {
  std::map<std::string, Folder> corpus;
  for (const EmbeddedFile& file : BadContentCorpus()) {
    const std::string path = file.path;
    const size_t slash = path.find('/');
    corpus[path.substr(0, slash)][path.substr(slash + 1)] =
        std::string(file.data, file.size);
  }
  return corpus;
}

// The engine's own sentences in a locale, all of them but one, each with all
// that may be filled in.
NamedText PhrasesIn(absl::string_view locale, absl::string_view without) {
  std::string text = absl::StrCat("wording { locale: \"", locale, "\"\n");
  for (const PhraseShape& phrase : Phrases()) {
    if (phrase.id == without) continue;
    absl::StrAppend(&text, "phrase { id: \"", phrase.id, "\" text: \"Words");
    for (absl::string_view name : phrase.placeholders) {
      absl::StrAppend(&text, " {", name, "}");
    }
    absl::StrAppend(&text, "\" }\n");
  }
  return {absl::StrCat("phrases_", locale, ".textproto"),
          absl::StrCat(text, "}\n")};
}

// A folder's own files over the sound ones.
std::vector<NamedText> Overlaid(const Folder& sound, const Folder& folder) {
  Folder all = folder;
  all.insert(sound.begin(), sound.end());
  all.erase(std::string(kExpected));
  std::vector<NamedText> texts;
  for (const auto& file : all) texts.push_back({file.first, file.second});
  texts.push_back(PhrasesIn("en", /*without=*/""));
  if (folder.count("spanish.textproto") > 0) {
    texts.push_back(PhrasesIn("es", /*without=*/""));
  }
  return texts;
}

std::string Found(const LoadedContent& loaded) {
  std::string found;
  for (const Issue& issue : loaded.issues) {
    absl::StrAppend(&found, Format(issue), "\n");
  }
  return found;
}

class BadContentTest : public testing::TestWithParam<std::string> {};

TEST_P(BadContentTest, EveryFaultIsFoundAtItsPlace) {
  std::map<std::string, Folder> corpus = ReadCorpus();
  const Folder& folder = corpus[GetParam()];
  ASSERT_EQ(folder.count(std::string(kExpected)), 1u);
  const LoadedContent loaded =
      LoadContent(Overlaid(corpus[std::string(kSound)], folder));
  EXPECT_EQ(Found(loaded), folder.at(std::string(kExpected)));
  EXPECT_EQ(loaded.content == nullptr,
            absl::StrContains(folder.at(std::string(kExpected)), ": error: "));
}

std::vector<std::string> BrokenFolders() {
  std::vector<std::string> names;
  for (const auto& folder : ReadCorpus()) {
    if (folder.first != kSound) names.push_back(folder.first);
  }
  return names;
}

INSTANTIATE_TEST_SUITE_P(Corpus, BadContentTest,
                         testing::ValuesIn(BrokenFolders()),
                         [](const testing::TestParamInfo<std::string>& info) {
                           return info.param;
                         });

TEST(SoundContentTest, HasNoIssues) {
  std::map<std::string, Folder> corpus = ReadCorpus();
  const LoadedContent loaded =
      LoadContent(Overlaid(corpus[std::string(kSound)], {}));
  EXPECT_EQ(Found(loaded), "");
  EXPECT_NE(loaded.content, nullptr);
}

TEST(SoundContentTest, APhraseThatIsMissingIsNamed) {
  std::map<std::string, Folder> corpus = ReadCorpus();
  std::vector<NamedText> texts =
      Overlaid(corpus[std::string(kSound)], /*folder=*/{});
  texts.back() = PhrasesIn("en", /*without=*/"greeting");
  EXPECT_EQ(Found(LoadContent(texts)),
            "phrases_en.textproto:1:11: error: no wording for phrase "
            "`greeting` in `en`\n");
}

// A text cut off anywhere, or with any one byte spoilt, is refused or accepted;
// nothing else happens.
TEST(SoundContentTest, TruncatedAndSpoiltTextsAreSurvived) {
  std::map<std::string, Folder> corpus = ReadCorpus();
  const Folder& sound = corpus[std::string(kSound)];
  for (const char* name :
       {"protocol.textproto", "questions.textproto", "rules.textproto"}) {
    const std::string text = sound.at(name);
    for (size_t i = 0; i < text.size(); i += 7) {
      const Folder cut = {{name, text.substr(0, i)}};
      const LoadedContent truncated = LoadContent(Overlaid(sound, cut));
      EXPECT_TRUE(truncated.content != nullptr || !truncated.issues.empty());
      std::string spoilt = text;
      spoilt[i] = static_cast<char>(spoilt[i] ^ (1 << (i % 8)));
      const LoadedContent changed =
          LoadContent(Overlaid(sound, {{name, spoilt}}));
      EXPECT_TRUE(changed.content != nullptr || !changed.issues.empty());
    }
  }
}

}  // namespace
}  // namespace firstvisit
