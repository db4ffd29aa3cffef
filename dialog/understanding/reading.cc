// Method: match all phrases once; keep of the cues the leftmost and longest, of
// each question's phrases those that no longer one holds; then look at the
// clause around each for negation, person, time and doubt. Tests:
// understander_test.cc, tests/utterances.

#include "dialog/understanding/reading.h"

#include <algorithm>
#include <utility>

#include "dialog/understanding/tokens.h"

namespace firstvisit {
namespace {

using content::v1::CueKind;
using Kind = Phrase::Kind;

// A negation reaches this many words to the right within its clause.
constexpr int kReach = 9;

bool Negates(CueKind kind) {
  return kind == content::v1::NEGATION || kind == content::v1::DENY ||
         kind == content::v1::SELDOM || kind == content::v1::NONE;
}

bool IsPhrase(Kind kind) { return kind != Kind::kCue && kind != Kind::kTime; }

// Says something about its question, and does not merely touch on it.
bool Tells(Kind kind) {
  switch (kind) {
    case Kind::kPresent:
    case Kind::kImplied:
    case Kind::kPresentHere:
    case Kind::kAbsent:
    case Kind::kAbsentHere:
    case Kind::kValue:
    case Kind::kValueHere:
      return true;
    default:
      return false;
  }
}

// Of a question, or of the alarms: what may hide a shorter phrase.
int Family(const Phrase& rule) {
  switch (rule.kind) {
    case Kind::kAlarm:
    case Kind::kAlarmPossible:
    case Kind::kAlarmHarmless:
      return -2;
    case Kind::kCommand:
    case Kind::kCommandAlone:
      return -3;
    default:
      return rule.question;
  }
}

bool Harmless(Kind kind) {
  return kind == Kind::kHarmless || kind == Kind::kAlarmHarmless;
}

class Reader {
 public:
  Reader(absl::string_view text, const Language& language, bool on_behalf,
         const std::vector<QuestionIndex>& open)
      : language_(language), open_(open) {
    out_.language = &language;
    out_.text = Normalise(text);
    out_.on_behalf = on_behalf;
  }

  Reading Read(absl::CivilDay today) {
    if (out_.text.odd) return std::move(out_);
    out_.tokens = Tokenise(out_.text.text, language_, today);
    language_.patterns().Match(out_.tokens, matches_);
    out_.times =
        FindTimes(out_.tokens, matches_, language_, today, out_.text.text);
    SplitClauses();
    PickPhrases();
    PickCues();
    MarkClauses();
    for (Mention& mention : out_.mentions) Surroundings(mention);
    CarryNegation();
    Correct();
    Cover();
    return std::move(out_);
  }

 private:
  const Phrase& RuleOf(const PatternMatch& match) const {
    return language_.rule(match.rule);
  }
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

  void PickPhrases() {
    std::vector<PatternMatch> phrases;
    for (const PatternMatch& match : matches_) {
      const Phrase& phrase = RuleOf(match);
      if (IsPhrase(phrase.kind) && Counts(phrase)) phrases.push_back(match);
    }
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const PatternMatch& a, const PatternMatch& b) {
                       return a.begin != b.begin ? a.begin < b.begin
                                                 : a.end > b.end;
                     });
    for (size_t i = 0; i < phrases.size(); ++i) {
      if (!Hidden(phrases, i)) AddMention(phrases[i]);
    }
  }

  // What means something only in an answer to its own question counts there
  // alone.
  bool Counts(const Phrase& phrase) const {
    switch (phrase.kind) {
      case Kind::kPresentHere:
      case Kind::kAbsentHere:
      case Kind::kValueHere:
      case Kind::kNumber:
      case Kind::kUnsure:
        return std::find(open_.begin(), open_.end(), phrase.question) !=
               open_.end();
      default:
        return true;
    }
  }

  // Whether a longer phrase of the same question, or an equal one before it,
  // holds phrase `at`.
  bool Hidden(const std::vector<PatternMatch>& phrases, size_t at) const {
    const PatternMatch& inner = phrases[at];
    const Phrase& rule = RuleOf(inner);
    if (rule.kind == Kind::kTopic) return false;
    for (size_t i = 0; i < phrases.size(); ++i) {
      const PatternMatch& outer = phrases[i];
      if (outer.begin >= inner.end) break;
      if (i == at || outer.end <= inner.begin) continue;
      const Phrase& other = RuleOf(outer);
      if (Family(other) != Family(rule) || other.kind == Kind::kTopic) continue;
      const int longer = (outer.end - outer.begin) - (inner.end - inner.begin);
      const bool holds = outer.begin <= inner.begin && outer.end >= inner.end;
      if (longer > 0 && (holds || Differs(other, rule))) return true;
      if (longer != 0 || !holds) continue;
      if (Harmless(other.kind) && !Harmless(rule.kind)) return true;
      if (other.kind == rule.kind && other.part == rule.part && i < at) {
        return true;
      }
    }
    return false;
  }

  // Two phrases of one question that cannot both be meant.
  static bool Differs(const Phrase& a, const Phrase& b) {
    const auto side = [](Kind kind) {
      switch (kind) {
        case Kind::kPresent:
        case Kind::kPresentHere:
        case Kind::kImplied:
          return 1;
        case Kind::kAbsent:
        case Kind::kAbsentHere:
          return 2;
        case Kind::kValue:
        case Kind::kValueHere:
          return 3;
        default:
          return 0;
      }
    };
    if (side(a.kind) == 0 || side(b.kind) == 0) return false;
    return side(a.kind) != side(b.kind) ||
           (side(a.kind) == 3 && a.part != b.part);
  }

  void AddMention(const PatternMatch& match) {
    Mention mention;
    mention.rule = &RuleOf(match);
    mention.begin = match.begin;
    mention.end = match.end;
    mention.clause = out_.clause_of[match.begin];
    for (int i = match.begin; i < match.end; ++i) {
      mention.guessed |= out_.tokens[i].guessed;
    }
    out_.mentions.push_back(mention);
  }

  void PickCues() {
    std::vector<PatternMatch> cues;
    for (const PatternMatch& match : matches_) {
      if (RuleOf(match).kind == Kind::kCue) cues.push_back(match);
    }
    // The longest first; of two as long, the one that ends later: "I couldn't
    // say" rather than "I couldn't".
    std::stable_sort(cues.begin(), cues.end(),
                     [](const PatternMatch& a, const PatternMatch& b) {
                       const int longer = (b.end - b.begin) - (a.end - a.begin);
                       return longer != 0 ? longer < 0 : a.end > b.end;
                     });
    std::vector<bool> taken(Count());
    for (const PatternMatch& match : cues) {
      const auto begin = taken.begin() + match.begin;
      const auto end = taken.begin() + match.end;
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      const CueKind kind = RuleOf(match).cue;
      if (kind == content::v1::NO_CUE || InsidePhrase(match)) continue;
      CueMention cue;
      cue.kind = kind;
      cue.rule = match.rule;
      cue.begin = match.begin;
      cue.end = match.end;
      cue.clause = out_.clause_of[match.begin];
      cue.leads = Leads(match.begin);
      out_.cues.push_back(cue);
    }
    std::sort(out_.cues.begin(), out_.cues.end(),
              [](const CueMention& a, const CueMention& b) {
                return a.begin < b.begin;
              });
  }

  // A cue within a phrase is part of it: "no feeling in my foot".
  bool InsidePhrase(const PatternMatch& cue) const {
    return std::any_of(out_.mentions.begin(), out_.mentions.end(),
                       [&](const Mention& m) {
                         return m.begin <= cue.begin && m.end >= cue.end &&
                                m.end - m.begin > cue.end - cue.begin &&
                                m.rule->kind != Kind::kTopic &&
                                m.rule->kind != Kind::kCommandAlone;
                       });
  }

  bool Leads(int at) const {
    const int begin = out_.clauses[out_.clause_of[at]].begin;
    for (int i = begin; i < at; ++i) {
      const Token& token = out_.tokens[i];
      if (!token.Is(language_.roles().filler) &&
          !token.Is(language_.roles().opener)) {
        return false;
      }
    }
    return true;
  }

  void MarkClauses() {
    for (const CueMention& cue : out_.cues) {
      Clause& clause = out_.clauses[cue.clause];
      clause.contrast |= cue.kind == content::v1::CONTRAST;
      clause.only |= cue.kind == content::v1::ONLY;
      clause.conditional |= cue.kind == content::v1::CONDITION;
      clause.ended |= cue.kind == content::v1::ENDED;
      clause.negated |= Negates(cue.kind);
      out_.on_behalf |= cue.kind == content::v1::ON_BEHALF;
    }
    for (const CueMention& cue : out_.cues) {
      if (cue.kind == content::v1::ONGOING) {
        out_.clauses[cue.clause].ended = false;
      }
    }
    for (const Mention& mention : out_.mentions) {
      out_.clauses[mention.clause].mentions |= Tells(mention.rule->kind);
    }
    for (size_t i = 0; i < out_.clauses.size(); ++i) {
      out_.clauses[i].other = OtherAt(static_cast<int>(i), out_.clauses[i].end);
    }
  }

  // Whose clause it is, judged by the last person named before word `at`.
  bool OtherAt(int clause, int at) const {
    if (out_.on_behalf) return false;
    bool named = false;
    bool other = false;
    for (const CueMention& cue : out_.cues) {
      if (cue.clause != clause || cue.begin >= at) continue;
      if (cue.kind == content::v1::OTHER_PERSON) {
        // "I got it from my wife" stays the speaker's.
        if (!named) other = true;
        named = true;
      } else if (cue.kind == content::v1::SELF) {
        named = true;
        other = false;
      }
    }
    if (named || clause == 0) return other;
    const Clause& own = out_.clauses[clause];
    const Clause& previous = out_.clauses[clause - 1];
    const bool subject = out_.tokens[own.begin].Is(language_.roles().subject);
    return previous.other && previous.after < Break::kStop && !subject &&
           !own.contrast && !own.negated;
  }

  void Surroundings(Mention& mention) {
    const Clause& clause = out_.clauses[mention.clause];
    mention.conditional = clause.conditional;
    mention.other = OtherAt(mention.clause, mention.begin);
    mention.ended = EndedAt(mention);
    mention.negated = NegatedAt(mention);
    if (!mention.negated) Afterwards(mention);
  }

  bool EndedAt(const Mention& mention) const {
    if (out_.clauses[mention.clause].ended) return true;
    for (size_t i = mention.clause + 1; i < out_.clauses.size(); ++i) {
      const Clause& later = out_.clauses[i];
      if (later.mentions) return false;
      if (later.ended) return true;
    }
    return false;
  }

  bool NegatedAt(const Mention& mention) {
    bool negated = false;
    for (CueMention& cue : out_.cues) {
      if (out_.clause_of[cue.end - 1] != mention.clause ||
          cue.end > mention.begin) {
        continue;
      }
      if (mention.begin - cue.end > kReach) continue;
      if (Negates(cue.kind)) {
        negated = true;
        cue.governs = true;
      } else if (cue.kind == content::v1::CONTRAST ||
                 cue.kind == content::v1::ONLY ||
                 cue.kind == content::v1::DOUBLE_NEGATION) {
        negated = false;
      }
    }
    return negated;
  }

  // "swelling none", "Warm? Not really.", "swollen?"
  void Afterwards(Mention& mention) {
    const Clause& clause = out_.clauses[mention.clause];
    const bool last = Rest(mention.end, clause.end);
    const bool asked = clause.after == Break::kQuestion;
    for (CueMention& cue : out_.cues) {
      if (cue.kind != content::v1::DENY && cue.kind != content::v1::AFFIRM) {
        continue;
      }
      const bool right_after =
          cue.begin == mention.end && cue.clause == mention.clause &&
          cue.end == clause.end && clause.begin == mention.begin;
      const bool next = last && cue.clause == mention.clause + 1 && cue.leads &&
                        (asked || (Fragment(mention) &&
                                   cue.end == out_.clauses[cue.clause].end));
      if (!right_after && !next) continue;
      mention.negated = cue.kind == content::v1::DENY;
      cue.governs |= mention.negated;
      return;
    }
    mention.questioned = asked;
  }

  // Only words without content in [begin, end).
  bool Rest(int begin, int end) const {
    for (int i = begin; i < end; ++i) {
      const Token& token = out_.tokens[i];
      if (!token.Is(language_.roles().filler) &&
          !token.Is(language_.roles().function)) {
        return false;
      }
    }
    return true;
  }

  bool Fragment(const Mention& mention) const {
    return out_.clauses[mention.clause].begin == mention.begin &&
           mention.end - mention.begin <= 3;
  }

  // "no swelling, heat or redness": a list goes on behind commas as long as
  // nothing but phrases stands in it, and an "or" ends it.
  void CarryNegation() {
    for (size_t i = 1; i < out_.mentions.size(); ++i) {
      Mention& mention = out_.mentions[i];
      const Mention& before = out_.mentions[i - 1];
      const Clause& clause = out_.clauses[mention.clause];
      if (mention.negated || !before.negated || mention.questioned) continue;
      if (mention.clause != before.clause + 1 || clause.contrast ||
          clause.only || clause.negated) {
        continue;
      }
      if (out_.tokens[clause.begin].before > Break::kComma) continue;
      if (!Rest(before.end, out_.clauses[before.clause].end)) continue;
      if (ListFrom(i)) mention.negated = true;
    }
  }

  bool ListFrom(size_t at) const {
    const Mention& mention = out_.mentions[at];
    const Clause& clause = out_.clauses[mention.clause];
    bool or_seen = false;
    for (int i = clause.begin; i < clause.end; ++i) {
      const Token& token = out_.tokens[i];
      or_seen |= token.Is(language_.roles().number_or);
      if (token.Is(language_.roles().subject)) return false;
    }
    if (or_seen) return true;
    return at + 1 < out_.mentions.size() &&
           out_.mentions[at + 1].clause == mention.clause + 1 &&
           ListFrom(at + 1);
  }

  void Correct() {
    for (const CueMention& cue : out_.cues) {
      if (cue.kind == content::v1::CORRECTION && SaysSomething(cue.end)) {
        out_.corrected_at = cue.begin;
      }
    }
  }

  bool SaysSomething(int from) const {
    for (int i = from; i < Count(); ++i) {
      if (out_.tokens[i].number) return true;
    }
    for (const CueMention& cue : out_.cues) {
      if (cue.begin >= from &&
          (cue.kind == content::v1::AFFIRM || cue.kind == content::v1::DENY)) {
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
  const std::vector<QuestionIndex>& open_;
  Reading out_;
  std::vector<PatternMatch> matches_;
};

}  // namespace

bool Reading::Has(CueKind kind) const {
  return std::any_of(cues.begin(), cues.end(), [kind](const CueMention& cue) {
    return cue.kind == kind;
  });
}

bool Reading::Has(CueKind kind, int clause) const {
  return std::any_of(cues.begin(), cues.end(), [&](const CueMention& cue) {
    return cue.kind == kind && cue.clause == clause;
  });
}

int Reading::Unknown(int begin, int end) const {
  return static_cast<int>(
      std::count(covered.begin() + begin, covered.begin() + end, false));
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
  return Reader(text, language, on_behalf, open).Read(today);
}

}  // namespace firstvisit
