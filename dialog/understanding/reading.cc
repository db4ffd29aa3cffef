// Method: match all phrases once; then picking.h and scope.h, each one pass.
// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/reading.h"

#include <algorithm>
#include <utility>

#include "dialog/understanding/picking.h"
#include "dialog/understanding/scope.h"
#include "dialog/understanding/tokens.h"

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = Phrase::Kind;

class Reader {
 public:
  Reader(absl::string_view text, const Language& language, bool on_behalf)
      : language_(language) {
    out_.language = &language;
    out_.text = Normalise(text);
    out_.on_behalf = on_behalf;
  }

  Reading Read(absl::CivilDay today, const std::vector<QuestionIndex>& open) {
    if (out_.text.odd) return std::move(out_);
    out_.tokens = Tokenise(out_.text.text, language_, today);
    std::vector<PatternMatch> matches;
    language_.patterns().Match(out_.tokens, matches);
    out_.times = FindTimes(out_.tokens, matches, language_, today);
    SplitClauses();
    PickPhrases(matches, open, out_);
    PickCues(matches, open, out_);
    ResolveScope(out_);
    Correct();
    Cover();
    return std::move(out_);
  }

 private:
  int Count() const { return static_cast<int>(out_.tokens.size()); }

  void SplitClauses() {
    out_.clause_of.resize(Count());
    for (int i = 0; i < Count(); ++i) {
      const Token& token = out_.tokens[i];
      if (i == 0 || token.begins) {
        if (!out_.clauses.empty()) {
          out_.clauses.back().end = i;
          out_.clauses.back().after = token.before;
        }
        out_.clauses.emplace_back();
        out_.clauses.back().begin = i;
      }
      out_.clause_of[i] = static_cast<int>(out_.clauses.size()) - 1;
    }
    if (out_.clauses.empty()) return;
    out_.clauses.back().end = Count();
    // A question mark at the very end stands before no word.
    const absl::string_view text = out_.text.text;
    const bool asks =
        text.find('?', out_.tokens.back().end) != absl::string_view::npos;
    out_.clauses.back().after = asks ? Break::kQuestion : Break::kStop;
  }

  void Correct() {
    for (CueMention& cue : out_.cues) {
      if (cue.kind == content::v1::RESTATES && AnswersAt(cue.end)) {
        cue.kind = content::v1::CORRECTION;
        out_.kinds |= std::uint64_t{1} << cue.kind;
      }
      if (cue.kind == content::v1::CORRECTION && SaysSomething(cue.end)) {
        out_.corrected_at = cue.begin;
      }
    }
  }

  // "I mean, yes", "I mean 6": an answer begins right there.
  bool AnswersAt(int from) const {
    const WordRoles& roles = language_.roles();
    while (from < Count() && out_.tokens[from].Is(roles.filler)) ++from;
    if (from == Count()) return false;
    if (out_.tokens[from].number) return true;
    const auto replies = [&](const CueMention& cue) {
      return cue.begin == from &&
             (cue.kind == content::v1::AFFIRM || cue.kind == content::v1::DENY);
    };
    const auto chooses = [&](const Mention& mention) {
      return mention.begin == from && (mention.rule->kind == Kind::kValue ||
                                       mention.rule->kind == Kind::kValueHere);
    };
    return std::any_of(out_.cues.begin(), out_.cues.end(), replies) ||
           std::any_of(out_.mentions.begin(), out_.mentions.end(), chooses);
  }

  bool SaysSomething(int from) const {
    for (int i = from; i < Count(); ++i) {
      if (out_.tokens[i].number) return true;
    }
    for (const CueMention& cue : out_.cues) {
      if (cue.begin >= from &&
          (cue.kind == content::v1::AFFIRM || cue.kind == content::v1::DENY ||
           cue.kind == content::v1::WAS_SO)) {
        return true;
      }
    }
    return std::any_of(
        out_.mentions.begin(), out_.mentions.end(), [&](const Mention& m) {
          return m.begin >= from && m.rule->question != kNoQuestion &&
                 m.rule->kind != Kind::kTopic;
        });
  }

  void Cover() {
    out_.covered.assign(Count(), false);
    const auto cover = [&](int begin, int end) {
      for (int i = begin; i < end; ++i) out_.covered[i] = true;
    };
    for (const CueMention& cue : out_.cues) cover(cue.begin, cue.end);
    for (const Mention& mention : out_.mentions) {
      if (mention.rule->kind != Kind::kTopic) cover(mention.begin, mention.end);
    }
    for (const TimeMention& time : out_.times) cover(time.begin, time.end);
    const WordRoles& roles = language_.roles();
    for (int i = 0; i < Count(); ++i) {
      const Token& token = out_.tokens[i];
      if (token.number || token.Is(roles.filler) || token.Is(roles.function) ||
          token.Is(roles.opener) || token.Is(roles.subject) ||
          token.Is(roles.joint) || token.Is(roles.linker)) {
        out_.covered[i] = true;
      }
    }
  }

  const Language& language_;
  Reading out_;
};

}  // namespace

bool Reading::Has(CueKind kind, int clause) const {
  for (int i = clauses[clause].first_cue; i < clauses[clause].last_cue; ++i) {
    if (cues[i].kind == kind) return true;
  }
  return false;
}

int Reading::Unknown(int begin, int end) const {
  return static_cast<int>(
      std::count(covered.begin() + begin, covered.begin() + end, false));
}

bool Reading::Fills(int begin, int end) const {
  for (int i = begin; i < end; ++i) {
    if (!tokens[i].Is(language->roles().filler)) return false;
  }
  return true;
}

int Reading::InputBegin(int token) const {
  return text.Origin(tokens[token].begin);
}

int Reading::InputEnd(int token) const {
  return text.Origin(tokens[token].end);
}

Reading ReadWords(absl::string_view text, const Language& language,
                  absl::CivilDay today, bool on_behalf,
                  const std::vector<QuestionIndex>& open) {
  return Reader(text, language, on_behalf).Read(today, open);
}

}  // namespace firstvisit
