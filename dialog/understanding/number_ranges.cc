// Method: from each number look at what joins it to the next one; take that in
// while the two can be guesses at one quantity. Tests: numbers_test.cc.

#include "dialog/understanding/number_ranges.h"

#include <algorithm>
#include <utility>

namespace firstvisit {
namespace {

// The end of the scale that "6/10" names.
constexpr double kScale = 10;

class Ranges {
 public:
  Ranges(std::vector<Token> in, absl::string_view text, const WordRoles& roles)
      : in_(std::move(in)), text_(text), roles_(roles) {}

  std::vector<Token> Join() {
    std::vector<Token> out;
    for (size_t i = 0; i < in_.size(); ++i) {
      Token token = in_[i];
      const bool between = !out.empty() && out.back().Is(roles_.number_between);
      bool wider = false;
      for (size_t took = Take(i, between, token); took > 0;
           took = Take(i, between, token)) {
        i += took;
        wider = true;
      }
      if (wider && between) {
        token.begin = out.back().begin;
        token.before = out.back().before;
        out.pop_back();
      }
      out.push_back(std::move(token));
    }
    return out;
  }

 private:
  bool Is(size_t at, Symbol role) const {
    return at < in_.size() && in_[at].Is(role);
  }
  bool Slash(size_t at) const {
    return at < in_.size() && !in_[at].number && in_[at].end > in_[at].begin &&
           text_.substr(in_[at].begin, in_[at].end - in_[at].begin) == "/";
  }

  // Widens `token`, which ends with token `at`, by the next number; how many
  // tokens it took.
  size_t Take(size_t at, bool between, Token& token) const {
    if (!token.number || token.year || token.decade) return 0;
    size_t next = at + 1;
    const bool maybe = Is(next, roles_.number_maybe);
    const bool either = Is(next, roles_.number_or);
    const bool to =
        Is(next, roles_.number_to) || (between && Is(next, roles_.number_and));
    const bool slash = Slash(next);
    if (maybe || either || to || slash) ++next;
    // "3 or maybe 4".
    if (either && Is(next, roles_.number_maybe)) ++next;
    if (next >= in_.size() || !in_[next].number || in_[next].year) return 0;
    const Token& second = in_[next];
    const bool comma = in_[at + 1].before != Break::kNone;
    if (second.before != Break::kNone && next > at + 1) return 0;
    // "Two, three weeks".
    const bool listed =
        Is(next + 1, roles_.unit) && second.low == token.high + 1;
    if (comma && !maybe && !either && !listed) return 0;
    bool joins = false;
    if (slash) {
      joins = token.digits && second.low == token.low + 1 && token.low > 1 &&
              second.low != kScale;
    } else if (to) {
      joins = second.low > token.low;
    } else if (maybe || either) {
      joins = Near(token, second);
    } else {
      joins = Narrows(token, second) && !Is(next + 1, roles_.number_ahead);
    }
    if (!joins) return 0;
    token.low = std::min(token.low, second.low);
    token.high = std::max(token.high, second.high);
    token.end = second.end;
    return next - at;
  }

  // Either of them may be meant.
  static bool Near(const Token& a, const Token& b) {
    const double reach = std::max(2.0, a.high);
    return b.low <= a.high + reach && b.high >= a.low - reach;
  }

  // "eight eight and a half", "two three": a speaker narrowing it down.
  static bool Narrows(const Token& a, const Token& b) {
    if (a.digits || b.digits) {
      return a.digits && b.digits && b.low == a.low + 1;
    }
    return b.low >= a.high && b.low <= a.high + std::max(1.0, a.high / 2);
  }

  std::vector<Token> in_;
  absl::string_view text_;
  const WordRoles& roles_;
};

}  // namespace

std::vector<Token> JoinRanges(std::vector<Token> tokens, absl::string_view text,
                              const WordRoles& roles) {
  return Ranges(std::move(tokens), text, roles).Join();
}

}  // namespace firstvisit
