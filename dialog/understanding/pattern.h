// Phrases, as lexicon.proto describes their language, all looked for in one
// pass over the words of an answer.
//
//   Vocabulary words;
//   PatternSet set(&words);
//   absl::Status added = set.Add("(hot|warm) to [the] touch", rule);
//   words.Finish();
//   set.Finish();
//   std::vector<PatternMatch> found;
//   set.Match(tokens, found);
//
// Why not regular expressions: the phrases of a locale are some thousands of
// short word sequences. A tree over words matches them all in time linear in
// the answer and independent of their number, knows word and clause ends
// without escapes, and has no memory limit to hit, which RE2::Set reports as
// "no match".
//
// Built once, then const and safe to share between threads; the vocabulary must
// outlive it.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_PATTERN_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_PATTERN_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "dialog/understanding/token.h"
#include "dialog/understanding/vocabulary.h"

namespace firstvisit {

// Pattern `rule` stands at words [begin, end).
struct PatternMatch {
  int rule = 0;
  int begin = 0;
  int end = 0;
  // Of a pattern in two parts, where the later of them begins; elsewhere 0.
  int later = 0;
};

class PatternSet {
 public:
  // A pattern that stands for more word sequences than this is refused.
  static constexpr size_t kMostSequences = 4000;
  // `...` passes over this many words at most.
  static constexpr int kGap = 3;
  // The two parts of `a & b` stand at most this many words apart.
  static constexpr int kApart = 7;

  explicit PatternSet(Vocabulary* words)
      : words_(words), nodes_(1), growing_rules_(1) {}

  // INVALID_ARGUMENT says what is wrong with the pattern.
  absl::Status Add(absl::string_view pattern, int rule);

  // After the last Add, before the first Match.
  void Finish();

  // Appends every match, by begin; overlapping ones too.
  void Match(const std::vector<Token>& tokens,
             std::vector<PatternMatch>& found) const;

 private:
  using Step = std::int32_t;  // a Symbol, or one of the values in pattern.cc
  using Sequence = std::vector<Step>;
  struct Node {
    std::uint8_t special = 0;  // which special steps lead on
    int first_edge = 0;        // its edges: [first_edge, last_edge)
    int last_edge = 0;
    int first_rule = 0;  // the rules that end here: [first_rule, last_rule)
    int last_rule = 0;
  };
  struct Edge {
    Step step;
    int to;
  };
  class Parser;
  struct Walk;

  absl::Status AddPart(absl::string_view pattern, int rule);
  int Child(int node, Step step) const;
  void Insert(const Sequence& sequence, int rule);
  void Join(const std::vector<Token>& tokens,
            const std::vector<PatternMatch>& parts,
            std::vector<PatternMatch>& found) const;

  Vocabulary* words_;
  std::vector<Node> nodes_;
  // While building: node and step to node; and node to the rules that end
  // there.
  absl::flat_hash_map<std::uint64_t, int> growing_;
  std::vector<std::vector<int>> growing_rules_;
  std::vector<int> rules_;  // after Finish, by node
  // After Finish: by node, then step; and from the root by step, -1: none.
  std::vector<Edge> edges_;
  std::vector<int> from_root_;
  // Rules of patterns in two parts. In `nodes_` the parts of the pattern at i
  // are -1 - 2i and -2 - 2i.
  std::vector<int> pairs_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_PATTERN_H_
