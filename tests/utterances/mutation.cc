// Tests: stress_test.cc.

#include "tests/utterances/mutation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace firstvisit {
namespace {

using Words = std::vector<std::string>;

constexpr size_t kShortestSlip = 4;  // letters of a word that a slip may hit

constexpr std::array<absl::string_view, 3> kRows = {"qwertyuiop", "asdfghjkl",
                                                    "zxcvbnm"};

constexpr std::array<absl::string_view, 16> kLight = {
    "the", "a",      "an",  "my",   "really", "quite",   "just",  "actually",
    "so",  "please", "too", "well", "some",   "totally", "right", "honestly"};

// What a recogniser writes for another word of the same sound.
constexpr std::array<std::pair<absl::string_view, absl::string_view>, 16>
    kHomophones = {{{"know", "no"},
                    {"two", "to"},
                    {"too", "two"},
                    {"four", "for"},
                    {"eight", "ate"},
                    {"weeks", "weaks"},
                    {"week", "weak"},
                    {"heel", "heal"},
                    {"heels", "heals"},
                    {"hour", "our"},
                    {"their", "there"},
                    {"not", "knot"},
                    {"one", "won"},
                    {"been", "bin"},
                    {"pain", "pane"},
                    {"wear", "where"}}};

constexpr std::array<absl::string_view, 7> kTemplates = {
    "well, %",        "um % thanks",      "ok so %",          "to be honest, %",
    "like I said, %", "%, if that helps", "hmm let me see, %"};

// A plain statement to its opposite, each as whole words.
constexpr std::array<std::pair<absl::string_view, absl::string_view>, 14>
    kOpposites = {{{"i have", "i don't have"},
                   {"i've got", "i haven't got"},
                   {"i've had", "i haven't had"},
                   {"i had", "i didn't have"},
                   {"i do", "i don't"},
                   {"i did", "i didn't"},
                   {"i am", "i am not"},
                   {"i'm", "i'm not"},
                   {"it is", "it isn't"},
                   {"it's", "it's not"},
                   {"it does", "it doesn't"},
                   {"there is", "there isn't"},
                   {"i can", "i can't"},
                   {"i take", "i don't take"}}};

// Anything that makes the opposite of a statement more than one step away.
constexpr std::array<absl::string_view, 24> kUnplain = {
    "no",     "not", "never", "none",    "nothing", "nope", "yes",    "yeah",
    "yep",    "but", "and",   "or",      "if",      "only", "hardly", "used",
    "except", "nor", "why",   "without", "cannot",  "gone", "barely", "rarely"};

Words Split(absl::string_view text) {
  return absl::StrSplit(text, ' ', absl::SkipEmpty());
}

std::string Bare(absl::string_view word) {
  std::string bare = absl::AsciiStrToLower(word);
  absl::StripAsciiWhitespace(&bare);
  const auto letter = [](char c) { return absl::ascii_isalnum(c); };
  while (!bare.empty() && !letter(bare.back())) bare.pop_back();
  while (!bare.empty() && !letter(bare.front())) bare.erase(0, 1);
  return bare;
}

bool AllLetters(const std::string& word) {
  return absl::c_all_of(word, absl::ascii_isalpha);
}

// "No, swelling …" is another sentence without its comma.
bool Guards(absl::string_view word) {
  static constexpr std::array<absl::string_view, 8> kGuards = {
      "no", "nope", "nah", "not", "yes", "yeah", "yep", "never"};
  return absl::c_linear_search(kGuards, Bare(word));
}

std::string Unpunctuated(const std::string& answer) {
  Words words = Split(answer);
  for (std::string& word : words) {
    if (Guards(word)) continue;
    while (word.size() > 1 && absl::StrContains(".,;:!", word.back())) {
      word.pop_back();
    }
  }
  return absl::StrJoin(words, " ");
}

// The opposite of one plain statement of a few words; empty: it is not one.
std::string Negated(const std::string& answer) {
  constexpr size_t kMostWords = 8;
  const std::string plain = absl::StrReplaceAll(absl::AsciiStrToLower(answer),
                                                {{"\xE2\x80\x99", "'"}});
  const Words words = Split(plain);
  if (words.size() > kMostWords ||
      plain.find_first_of(",;:?-(") != std::string::npos ||
      absl::c_count(plain, '.') > 1 || absl::StrContains(plain, "n't")) {
    return "";
  }
  for (const std::string& word : words) {
    if (absl::c_linear_search(kUnplain, Bare(word))) return "";
  }
  for (const auto& [statement, opposite] : kOpposites) {
    if (absl::StartsWith(plain, absl::StrCat(statement, " "))) {
      return absl::StrCat(opposite, plain.substr(statement.size()));
    }
  }
  return "";
}

bool SaysYes(const Item& item) {
  const google::protobuf::Value* said = item.expect().Find(item.question_id);
  return said != nullptr && said->string_value() == "yes";
}

}  // namespace

const char* NameOf(MutationKind kind) {
  switch (kind) {
    case MutationKind::kNeighbourKey:
      return "neighbour key";
    case MutationKind::kLetterLost:
      return "letter lost";
    case MutationKind::kLettersSwapped:
      return "letters swapped";
    case MutationKind::kWordLost:
      return "light word lost";
    case MutationKind::kHomophone:
      return "homophone";
    case MutationKind::kUnpunctuated:
      return "no punctuation";
    case MutationKind::kCapitals:
      return "capitals";
    case MutationKind::kLowerCase:
      return "lower case";
    case MutationKind::kParaphrase:
      return "paraphrase";
    case MutationKind::kNegated:
      return "negated";
  }
  return "";
}

Mutator::Mutator(const std::vector<Item>& corpus, unsigned seed)
    : random_(seed) {
  for (const Item& item : corpus) {
    for (const std::string& word : Split(item.answer)) {
      words_.insert(Bare(word));
    }
  }
}

size_t Mutator::Below(size_t count) { return random_() % count; }

std::string Mutator::SlipIn(MutationKind kind, std::string word) {
  // The first letter is seldom mistaken.
  const size_t at = 1 + Below(word.size() - 2);
  if (kind == MutationKind::kLetterLost) return word.erase(at, 1);
  if (kind == MutationKind::kLettersSwapped) {
    std::swap(word[at], word[at + 1]);
    return word;
  }
  for (const absl::string_view row : kRows) {
    const size_t key = row.find(absl::ascii_tolower(word[at]));
    if (key == absl::string_view::npos) continue;
    word[at] = key + 1 < row.size() ? row[key + 1] : row[key - 1];
  }
  return word;
}

std::string Mutator::Slip(MutationKind kind, const std::string& answer) {
  Words words = Split(answer);
  std::vector<size_t> may;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() >= kShortestSlip && AllLetters(words[i])) {
      may.push_back(i);
    }
  }
  constexpr int kTries = 4;
  for (int i = 0; i < kTries && !may.empty(); ++i) {
    const size_t at = may[Below(may.size())];
    const std::string slipped = SlipIn(kind, words[at]);
    if (slipped == words[at] || words_.count(Bare(slipped)) > 0) continue;
    words[at] = slipped;
    return absl::StrJoin(words, " ");
  }
  return "";
}

std::string Mutator::LoseWord(const std::string& answer) {
  Words words = Split(answer);
  std::vector<size_t> may;
  for (size_t i = 0; i < words.size(); ++i) {
    if (absl::c_linear_search(kLight, absl::AsciiStrToLower(words[i]))) {
      may.push_back(i);
    }
  }
  if (may.empty() || words.size() < 3) return "";
  words.erase(words.begin() + static_cast<int>(may[Below(may.size())]));
  return absl::StrJoin(words, " ");
}

std::string Mutator::Homophone(const std::string& answer) {
  Words words = Split(answer);
  for (std::string& word : words) {
    for (const auto& [said, written] : kHomophones) {
      if (absl::AsciiStrToLower(word) != said) continue;
      word = std::string(written);
      return absl::StrJoin(words, " ");
    }
  }
  return "";
}

std::string Mutator::Apply(MutationKind kind, const std::string& answer) {
  switch (kind) {
    case MutationKind::kWordLost:
      return LoseWord(answer);
    case MutationKind::kHomophone:
      return Homophone(answer);
    case MutationKind::kUnpunctuated:
      return Unpunctuated(answer);
    case MutationKind::kCapitals:
      return absl::AsciiStrToUpper(answer);
    case MutationKind::kLowerCase:
      return absl::AsciiStrToLower(answer);
    case MutationKind::kParaphrase:
      return absl::StrReplaceAll(kTemplates[Below(kTemplates.size())],
                                 {{"%", answer}});
    case MutationKind::kNegated:
      return Negated(answer);
    default:
      return Slip(kind, answer);
  }
}

std::vector<Mutant> Mutator::Of(const Item& item) {
  std::vector<Mutant> mutants;
  const auto add = [&](MutationKind kind, std::string answer) {
    if (answer.empty() || answer == item.answer) return;
    if (kind == MutationKind::kNegated && !SaysYes(item)) return;
    mutants.push_back({kind, item});
    mutants.back().item.answer = std::move(answer);
  };
  for (int i = 0; i < kMutationKinds; ++i) {
    const auto kind = static_cast<MutationKind>(i);
    if (kind != MutationKind::kParaphrase) {
      add(kind, Apply(kind, item.answer));
      continue;
    }
    // English wrappers around English words.
    if (item.locale != "en") continue;
    for (const absl::string_view wrapper : kTemplates) {
      add(kind, absl::StrReplaceAll(wrapper, {{"%", item.answer}}));
    }
  }
  return mutants;
}

std::string Mutator::OneOf(const std::string& answer) {
  constexpr int kKept = static_cast<int>(MutationKind::kNegated);
  constexpr int kTries = 4;
  for (int i = 0; i < kTries; ++i) {
    const std::string mutant =
        Apply(static_cast<MutationKind>(Below(kKept)), answer);
    if (!mutant.empty() && mutant != answer) return mutant;
  }
  return answer;
}

}  // namespace firstvisit
