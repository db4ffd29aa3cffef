// Method: a pattern is written out into all word sequences that it stands for,
// and these share one tree. Matching walks the tree from every word; what a
// walk may do at one word is bounded by the content (gaps are three words), so
// the whole is linear in the answer. Tests: pattern_test.cc.

#include "dialog/understanding/pattern.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

// Steps that are no words. Symbols start above them.
enum Special : std::int32_t {
  kAny = 1,      // _
  kGapStep = 2,  // ...
  kBreakOk = 3,  // ,
  kBegin = 4,    // ^
  kEnd = 5,      // $
};

constexpr std::uint8_t Bit(std::int32_t special) {
  return static_cast<std::uint8_t>(1U << special);
}

bool IsSpecialCharacter(char c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '|' || c == '^' ||
         c == '$' || c == ',';
}

}  // namespace

// Recursive descent; each part yields all its sequences.
class PatternSet::Parser {
 public:
  using Sequences = std::vector<Sequence>;

  Parser(absl::string_view text, Vocabulary& words)
      : text_(text), words_(words) {}

  absl::Status Parse(Sequences& out) {
    out = Choice();
    Skip();
    if (!error_.empty()) return Error(error_);
    if (at_ != text_.size()) {
      return Error(absl::StrCat("there is nothing for \"", text_.substr(at_, 1),
                                "\" to close"));
    }
    for (const Sequence& sequence : out) {
      bool has_word = false;
      for (const Step step : sequence) has_word |= step > kEnd;
      if (!has_word) return Error("it matches without a single word");
    }
    return absl::OkStatus();
  }

 private:
  absl::Status Error(absl::string_view what) const {
    return absl::InvalidArgumentError(
        absl::StrCat("phrase \"", text_, "\": ", what));
  }

  void Skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  Sequences Choice() {
    Sequences all = Row();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      Sequences more = Row();
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

  Sequences Row() {
    Sequences row(1);
    for (;;) {
      Skip();
      if (!error_.empty() || at_ == text_.size()) return row;
      const char c = text_[at_];
      if (c == '|' || c == ')' || c == ']') return row;
      const Sequences part = Part(c);
      if (row.size() * part.size() > kMostSequences) {
        error_ = "it stands for too many word sequences; use a class";
        return row;
      }
      Sequences longer;
      longer.reserve(row.size() * part.size());
      for (const Sequence& head : row) {
        for (const Sequence& tail : part) {
          longer.push_back(head);
          longer.back().insert(longer.back().end(), tail.begin(), tail.end());
        }
      }
      row = std::move(longer);
    }
  }

  Sequences Part(char c) {
    if (c == '(' || c == '[') {
      ++at_;
      Sequences inner = Choice();
      const char close = c == '(' ? ')' : ']';
      if (at_ == text_.size() || text_[at_] != close) {
        if (error_.empty()) {
          error_ = absl::StrCat("a \"", std::string(1, close), "\" is missing");
        }
        return inner;
      }
      ++at_;
      if (c == '[') inner.push_back({});
      return inner;
    }
    if (IsSpecialCharacter(c)) {
      ++at_;
      return {{c == '^' ? kBegin : c == '$' ? kEnd : kBreakOk}};
    }
    return {{Word()}};
  }

  Step Word() {
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ' ' &&
           !IsSpecialCharacter(text_[at_])) {
      ++at_;
    }
    absl::string_view word = text_.substr(begin, at_ - begin);
    if (word == "_") return kAny;
    if (word == "...") return kGapStep;
    if (word.front() == '@') {
      const Symbol symbol = words_.FindClass(word.substr(1));
      if (symbol == Vocabulary::kNoSymbol) {
        error_ = absl::StrCat("there is no word class \"", word, "\"");
      }
      return symbol;
    }
    if (word.back() == '*') {
      word.remove_suffix(1);
      if (word.size() < Vocabulary::kShortestStem) {
        error_ = absl::StrCat("the stem \"", word, "*\" is too short");
      }
      return words_.Stem(word);
    }
    for (const char c : word) {
      if (absl::ascii_isupper(c)) {
        error_ = absl::StrCat("\"", word, "\" must be in lower case");
      }
    }
    return words_.Word(word);
  }

  absl::string_view text_;
  Vocabulary& words_;
  size_t at_ = 0;
  std::string error_;
};

absl::Status PatternSet::Add(absl::string_view pattern, int rule) {
  const size_t split = pattern.find(" & ");
  if (split == absl::string_view::npos) return AddPart(pattern, rule);
  const int pair = static_cast<int>(pairs_.size());
  pairs_.push_back(rule);
  absl::Status first = AddPart(pattern.substr(0, split), -1 - 2 * pair);
  if (!first.ok()) return first;
  return AddPart(pattern.substr(split + 3), -2 - 2 * pair);
}

absl::Status PatternSet::AddPart(absl::string_view pattern, int rule) {
  Parser::Sequences sequences;
  absl::Status parsed = Parser(pattern, *words_).Parse(sequences);
  if (!parsed.ok()) return parsed;
  for (const Sequence& sequence : sequences) Insert(sequence, rule);
  return absl::OkStatus();
}

int PatternSet::Child(int node, Step step) const {
  if (node == 0) {
    return step < static_cast<Step>(from_root_.size()) ? from_root_[step] : -1;
  }
  const auto begin = edges_.begin() + nodes_[node].first_edge;
  const auto end = edges_.begin() + nodes_[node].last_edge;
  const auto at = std::lower_bound(
      begin, end, step,
      [](const Edge& edge, Step wanted) { return edge.step < wanted; });
  return at == end || at->step != step ? -1 : at->to;
}

void PatternSet::Finish() {
  std::vector<std::pair<std::uint64_t, int>> sorted(growing_.begin(),
                                                    growing_.end());
  std::sort(sorted.begin(), sorted.end());
  growing_.clear();
  edges_.reserve(sorted.size());
  for (const auto& [key, to] : sorted) {
    const auto step = static_cast<Step>(key & 0xFFFFFFFF);
    Node& from = nodes_[key >> 32];
    if (from.first_edge == from.last_edge) {
      from.first_edge = static_cast<int>(edges_.size());
    }
    edges_.push_back({step, to});
    from.last_edge = static_cast<int>(edges_.size());
    if (key >> 32 != 0) continue;
    from_root_.resize(std::max<size_t>(from_root_.size(), step + 1), -1);
    from_root_[step] = to;
  }
}

void PatternSet::Insert(const Sequence& sequence, int rule) {
  int node = 0;
  for (const Step step : sequence) {
    const auto key = static_cast<std::uint64_t>(node) << 32 |
                     static_cast<std::uint32_t>(step);
    const auto [at, added] =
        growing_.try_emplace(key, static_cast<int>(nodes_.size()));
    if (step <= kEnd) nodes_[node].special |= Bit(step);
    node = at->second;
    if (added) nodes_.emplace_back();
  }
  std::vector<int>& rules = nodes_[node].rules;
  if (rules.empty() || rules.back() != rule) rules.push_back(rule);
}

// One walk from one word.
struct PatternSet::Walk {
  const PatternSet& set;
  const std::vector<Token>& tokens;
  std::vector<PatternMatch>& found;
  std::vector<PatternMatch>& parts;
  int start;

  bool BeginsAt(int at) const {
    return at < static_cast<int>(tokens.size()) && tokens[at].begins;
  }
  bool EndsBefore(int at) const { return at > 0 && tokens[at - 1].ends; }

  void From(int node, int at, bool break_ok) const {
    const Node& here = set.nodes_[node];
    for (const int rule : here.rules) {
      (rule < 0 ? parts : found).push_back({rule, start, at});
    }
    if (here.special != 0) Special(node, at, break_ok);
    if (at == static_cast<int>(tokens.size())) return;
    if (!MayEnter(at, break_ok)) return;
    for (const Symbol symbol : tokens[at].symbols) {
      const int next = set.Child(node, symbol);
      if (next >= 0) From(next, at + 1, false);
    }
  }

  bool MayEnter(int at, bool break_ok) const {
    return at == start || break_ok || tokens[at].before == Break::kNone;
  }

  void Special(int node, int at, bool break_ok) const {
    const std::uint8_t special = set.nodes_[node].special;
    if (special & Bit(kBegin) && BeginsAt(at)) {
      From(set.Child(node, kBegin), at, break_ok);
    }
    if (special & Bit(kEnd) && EndsBefore(at)) {
      From(set.Child(node, kEnd), at, break_ok);
    }
    if (special & Bit(kBreakOk)) {
      From(set.Child(node, kBreakOk), at, true);
    }
    const int count = static_cast<int>(tokens.size());
    if (special & Bit(kAny) && at < count && !tokens[at].turns &&
        MayEnter(at, break_ok)) {
      From(set.Child(node, kAny), at + 1, false);
    }
    if (special & Bit(kGapStep)) {
      const int next = set.Child(node, kGapStep);
      for (int skip = 0; skip <= kGap; ++skip) {
        if (skip > 0) {
          const int passed = at + skip - 1;
          if (passed >= count || tokens[passed].bars ||
              !MayEnter(passed, break_ok && skip == 1)) {
            break;
          }
        }
        From(next, at + skip, false);
      }
    }
  }
};

void PatternSet::Match(const std::vector<Token>& tokens,
                       std::vector<PatternMatch>& found) const {
  std::vector<PatternMatch> parts;
  for (int start = 0; start < static_cast<int>(tokens.size()); ++start) {
    Walk{*this, tokens, found, parts, start}.From(0, start, false);
  }
  if (!parts.empty()) Join(tokens, parts, found);
}

// Each part with the last of its other half before it, in the same clause.
void PatternSet::Join(const std::vector<Token>& tokens,
                      const std::vector<PatternMatch>& parts,
                      std::vector<PatternMatch>& found) const {
  const auto near = [&](const PatternMatch& a, const PatternMatch& b) {
    if (b.begin < a.end || b.begin - a.end > kApart) return false;
    for (int i = a.end; i <= b.begin; ++i) {
      if (tokens[i].begins) return false;
    }
    return true;
  };
  absl::flat_hash_map<int, PatternMatch> last;
  for (const PatternMatch& part : parts) {
    const int key = -1 - part.rule;
    const auto other = last.find(key ^ 1);
    if (other != last.end() && near(other->second, part)) {
      found.push_back(
          {pairs_[key / 2], other->second.begin, part.end, part.begin});
    }
    last[key] = part;
  }
}

}  // namespace firstvisit
