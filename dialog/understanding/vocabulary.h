// The words that phrases know, each with the symbols that it matches: itself,
// the stems that it begins with, the classes that it belongs to.
//
//   Vocabulary words;
//   Symbol hot = words.Word("hot");
//   Symbol swell = words.Stem("swell");
//   Symbol person = words.Class("person");
//   words.AddToClass("person", "wife");
//   words.Finish();
//   words.Find("swelling");       // {swell}, and more
//
// Built once, then const and safe to share between threads.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_VOCABULARY_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_VOCABULARY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"

namespace firstvisit {

// What one step of a phrase may ask of a word.
using Symbol = std::int32_t;
using Symbols = absl::InlinedVector<Symbol, 6>;

class Vocabulary {
 public:
  // A stem has this many bytes at least.
  static constexpr size_t kShortestStem = 3;
  // Words shorter than this are never guessed from a misspelling: too many
  // other words lie one letter away.
  static constexpr size_t kShortestGuess = 5;

  // While building. A word, stem or class is made on first mention.
  Symbol Word(absl::string_view word);
  Symbol Stem(absl::string_view stem);
  Symbol Class(absl::string_view name);
  // kNoSymbol: no such class.
  Symbol FindClass(absl::string_view name) const;
  // `word` may be a stem, written with a final "*".
  void AddToClass(absl::string_view name, absl::string_view word);
  // Adds the words of one class to another.
  void AddClassToClass(absl::string_view name, absl::string_view other);
  void Finish();

  static constexpr Symbol kNoSymbol = -1;

  struct Entry {
    Symbols symbols;
    bool known = false;  // the word itself, or a stem of it, stands in a phrase
    bool guessed = false;  // found by mending a misspelling
  };
  // The symbols of a word as it was written.
  Entry Find(absl::string_view word) const;
  // Those of a word that stands in it exactly; null: it does not.
  const Symbols* FindExact(absl::string_view word) const;

 private:
  struct Members {
    std::vector<std::string> words;
    std::vector<std::string> stems;
  };

  Symbol Next() { return next_++; }
  void AddStems(absl::string_view word, Symbols& symbols) const;
  bool FindExact(absl::string_view word, Entry& entry) const;
  bool FindStem(absl::string_view word, Entry& entry) const;
  bool FindShortened(absl::string_view word, Entry& entry) const;
  bool FindMisspelt(absl::string_view word, Entry& entry) const;

  Symbol next_ = 16;  // below: reserved for the steps of pattern.h
  absl::flat_hash_map<std::string, Symbol> word_symbols_;
  absl::flat_hash_map<std::string, Symbol> stem_symbols_;
  absl::flat_hash_map<std::string, Symbol> class_symbols_;
  absl::flat_hash_map<std::string, Members> members_;
  // After Finish: every symbol of a word, and of a stem.
  absl::flat_hash_map<std::string, Symbols> words_;
  absl::flat_hash_map<std::string, Symbols> stems_;
  // Words with one letter left out, to the first such word by spelling.
  absl::flat_hash_map<std::string, std::string> misspelt_;
  size_t longest_stem_ = 0;
  size_t longest_word_ = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_VOCABULARY_H_
