// Other ways in which the same answer may arrive: typed in haste, heard by a
// recogniser, wrapped in courtesies, or turned into its opposite.
//
//   Mutator mutator(corpus, /*seed=*/1);
//   for (const Mutant& mutant : mutator.Of(item)) …
//
// All but one kind keep the meaning that a reader would take from the words:
//
// - A slip of the fingers that happens to make another word of the corpora
//   ("never" to "ever") is not made: nobody could tell what was meant.
// - Only words that carry no meaning of their own (the, my, really) are
//   dropped. What is meant once a "not" is lost cannot be known, so no such
//   mutant is judged.
// - Punctuation stays where it follows a yes, a no or their like, because "no
//   swelling" without its comma is another sentence.
// - kNegated turns one plain statement round ("I have" to "I don't have").
//   Whether the opposite answers the question cannot be known ("it isn't
//   swollen" leaves heat open): all that is asked of it is that it is not
//   heard as the "yes" that it was. A "no" said without a negation speaks of
//   the past or of somebody else, and its opposite may mean the same; it is not
//   turned.
//
// The same seed makes the same mutants on every machine. Not thread-safe.

#ifndef FIRSTVISIT_TESTS_UTTERANCES_MUTATION_H_
#define FIRSTVISIT_TESTS_UTTERANCES_MUTATION_H_

#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tests/utterances/item.h"

namespace firstvisit {

enum class MutationKind {
  kNeighbourKey,
  kLetterLost,
  kLettersSwapped,
  kWordLost,
  kHomophone,
  kUnpunctuated,
  kCapitals,
  kLowerCase,
  kParaphrase,
  kNegated,
};
constexpr int kMutationKinds = 10;

const char* NameOf(MutationKind kind);

struct Mutant {
  MutationKind kind = MutationKind::kLowerCase;
  Item item;  // with the mutated answer
};

class Mutator {
 public:
  Mutator(const std::vector<Item>& corpus, unsigned seed);

  // One mutant of each kind that the words allow, paraphrases one a template.
  std::vector<Mutant> Of(const Item& item);
  // One mutant that keeps the meaning; the words as they are where none can.
  std::string OneOf(const std::string& answer);

 private:
  size_t Below(size_t count);
  // Empty: the words do not allow it.
  std::string Apply(MutationKind kind, const std::string& answer);
  std::string Slip(MutationKind kind, const std::string& answer);
  std::string SlipIn(MutationKind kind, std::string word);
  std::string LoseWord(const std::string& answer);
  std::string Homophone(const std::string& answer);

  std::set<std::string> words_;  // of the corpora, in lower case
  std::mt19937_64 random_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_UTTERANCES_MUTATION_H_
