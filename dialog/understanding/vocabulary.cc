// Method: hash maps, filled once. A word not found is tried with repeated
// letters shortened ("nooo"), then as a word one letter away (a letter left
// out, added, exchanged, or two swapped), by the words with one letter left
// out. Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/vocabulary.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace firstvisit {
namespace {

Symbol Intern(absl::flat_hash_map<std::string, Symbol>& map,
              absl::string_view key, Symbol& next) {
  const auto [at, added] = map.try_emplace(std::string(key), next);
  if (added) ++next;
  return at->second;
}

void AddOnce(Symbols& symbols, Symbol symbol) {
  if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) {
    symbols.push_back(symbol);
  }
}

// Runs of one letter cut to `longest`.
std::string Shorten(absl::string_view word, size_t longest) {
  std::string shorter;
  size_t run = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
    if (run <= longest) shorter += word[i];
  }
  return shorter;
}

std::string Without(absl::string_view word, size_t letter) {
  std::string shorter(word);
  shorter.erase(letter, 1);
  return shorter;
}

bool AllLetters(absl::string_view word) {
  return std::all_of(word.begin(), word.end(), absl::ascii_isalpha);
}

// Whether two words of the same length differ by one letter, or by two
// neighbours exchanged.
bool OneLetterApart(absl::string_view a, absl::string_view b) {
  size_t first = 0;
  while (first < a.size() && a[first] == b[first]) ++first;
  if (first == a.size()) return true;
  if (a.substr(first + 1) == b.substr(first + 1)) return true;
  return first + 1 < a.size() && a[first] == b[first + 1] &&
         a[first + 1] == b[first] && a.substr(first + 2) == b.substr(first + 2);
}

}  // namespace

Symbol Vocabulary::Word(absl::string_view word) {
  return Intern(word_symbols_, word, next_);
}

Symbol Vocabulary::Stem(absl::string_view stem) {
  return Intern(stem_symbols_, stem, next_);
}

Symbol Vocabulary::Class(absl::string_view name) {
  return Intern(class_symbols_, name, next_);
}

Symbol Vocabulary::FindClass(absl::string_view name) const {
  const auto at = class_symbols_.find(name);
  return at == class_symbols_.end() ? kNoSymbol : at->second;
}

void Vocabulary::AddToClass(absl::string_view name, absl::string_view word) {
  Class(name);
  Members& members = members_[name];
  if (!word.empty() && word.back() == '*') {
    word.remove_suffix(1);
    members.stems.emplace_back(word);
    Stem(word);
  } else {
    members.words.emplace_back(word);
    Word(word);
  }
}

void Vocabulary::AddClassToClass(absl::string_view name,
                                 absl::string_view other) {
  const Members from = members_[other];
  for (const std::string& word : from.words) AddToClass(name, word);
  for (const std::string& stem : from.stems) AddToClass(name, stem + "*");
}

void Vocabulary::Finish() {
  for (const auto& [word, symbol] : word_symbols_) words_[word] = {symbol};
  for (const auto& [stem, symbol] : stem_symbols_) {
    stems_[stem] = {symbol};
    longest_stem_ = std::max(longest_stem_, stem.size());
  }
  for (const auto& [name, members] : members_) {
    const Symbol symbol = class_symbols_[name];
    for (const std::string& word : members.words) {
      AddOnce(words_[word], symbol);
    }
    for (const std::string& stem : members.stems) {
      AddOnce(stems_[stem], symbol);
    }
  }
  for (auto& [word, symbols] : words_) {
    AddStems(word, symbols);
    std::sort(symbols.begin(), symbols.end());
    longest_word_ = std::max(longest_word_, word.size());
  }
  for (const auto& [word, symbols] : words_) {
    if (word.size() < kShortestGuess || !AllLetters(word)) continue;
    for (size_t i = 0; i < word.size(); ++i) {
      const auto [at, added] = misspelt_.try_emplace(Without(word, i), word);
      // The same word whatever the order of the map.
      if (!added && word < at->second) at->second = word;
    }
  }
}

void Vocabulary::AddStems(absl::string_view word, Symbols& symbols) const {
  const size_t longest = std::min(word.size(), longest_stem_);
  for (size_t size = kShortestStem; size <= longest; ++size) {
    const auto at = stems_.find(word.substr(0, size));
    if (at == stems_.end()) continue;
    for (const Symbol symbol : at->second) AddOnce(symbols, symbol);
  }
}

const Symbols* Vocabulary::FindExact(absl::string_view word) const {
  const auto at = words_.find(word);
  return at == words_.end() ? nullptr : &at->second;
}

bool Vocabulary::FindExact(absl::string_view word, Entry& entry) const {
  const Symbols* symbols = FindExact(word);
  if (symbols == nullptr) return false;
  entry.symbols = *symbols;
  entry.known = true;
  return true;
}

bool Vocabulary::FindStem(absl::string_view word, Entry& entry) const {
  AddStems(word, entry.symbols);
  entry.known = !entry.symbols.empty();
  return entry.known;
}

bool Vocabulary::FindShortened(absl::string_view word, Entry& entry) const {
  const bool repeats =
      std::adjacent_find(word.begin(), word.end()) != word.end();
  if (!repeats || !AllLetters(word)) return false;
  for (const size_t longest : {2, 1}) {
    if (FindExact(Shorten(word, longest), entry)) return true;
  }
  return false;
}

bool Vocabulary::FindMisspelt(absl::string_view word, Entry& entry) const {
  // Nothing longer lies one letter away from a word, and trying every letter
  // of a long one would cost its square.
  if (word.size() < kShortestGuess || word.size() > longest_word_ + 1 ||
      !AllLetters(word)) {
    return false;
  }
  const auto accept = [&](absl::string_view found) {
    // The first letter is seldom mistaken, and guards against other words.
    if (found.empty() || found[0] != word[0]) return false;
    entry.guessed = FindExact(found, entry);
    return entry.guessed;
  };
  const auto missing = misspelt_.find(word);
  if (missing != misspelt_.end() && accept(missing->second)) return true;
  for (size_t i = 1; i < word.size(); ++i) {
    const std::string shorter = Without(word, i);
    if (shorter.size() >= kShortestGuess && words_.contains(shorter) &&
        accept(shorter)) {
      return true;
    }
    const auto at = misspelt_.find(shorter);
    if (at != misspelt_.end() && at->second.size() == word.size() &&
        OneLetterApart(word, at->second) && accept(at->second)) {
      return true;
    }
  }
  return false;
}

Vocabulary::Entry Vocabulary::Find(absl::string_view word) const {
  Entry entry;
  if (FindExact(word, entry) || FindStem(word, entry) ||
      FindShortened(word, entry) || FindMisspelt(word, entry)) {
    return entry;
  }
  return entry;
}

}  // namespace firstvisit
