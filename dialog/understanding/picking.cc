// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/picking.h"

#include <algorithm>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

bool IsPhrase(Kind kind) { return kind != Kind::kCue && kind != Kind::kTime; }

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

bool OnlyHere(Kind kind) {
  return kind == Kind::kPresentHere || kind == Kind::kAbsentHere;
}

// Two phrases of one question that cannot both be meant.
bool Differ(const Phrase& a, const Phrase& b) {
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
      case Kind::kValueDenied:
        return 4;
      default:
        return 0;
    }
  };
  if (side(a.kind) == 0 || side(b.kind) == 0) return false;
  return side(a.kind) != side(b.kind) ||
         (side(a.kind) == 3 && a.part != b.part);
}

// What means something only in an answer to its own question counts there
// alone.
bool Counts(const Phrase& phrase, const std::vector<QuestionIndex>& open) {
  switch (phrase.kind) {
    case Kind::kPresentHere:
    case Kind::kAbsentHere:
    case Kind::kValueHere:
    case Kind::kValueDenied:
    case Kind::kOpposite:
    case Kind::kNumber:
    case Kind::kUnsure:
      return std::find(open.begin(), open.end(), phrase.question) != open.end();
    default:
      return true;
  }
}

int Length(const PatternMatch& match) { return match.end - match.begin; }

// Phrases by place, longer ones first, and which of them another one hides.
class Phrases {
 public:
  Phrases(const std::vector<PatternMatch>& matches,
          const std::vector<QuestionIndex>& open, const Language& language)
      : language_(language), told_(open.empty()) {
    for (const PatternMatch& match : matches) {
      const Phrase& phrase = language_.rule(match.rule);
      if (!IsPhrase(phrase.kind) || !Counts(phrase, open)) continue;
      phrases_.push_back(match);
      longest_ = std::max(longest_, Length(match));
    }
    std::stable_sort(phrases_.begin(), phrases_.end(),
                     [](const PatternMatch& a, const PatternMatch& b) {
                       return a.begin != b.begin ? a.begin < b.begin
                                                 : a.end > b.end;
                     });
  }

  template <typename Take>
  void ForEachVisible(Take take) {
    size_t near = 0;  // the first that may reach to the current one
    for (size_t i = 0; i < phrases_.size(); ++i) {
      while (phrases_[near].begin + longest_ <= phrases_[i].begin) ++near;
      if (!Hidden(near, i)) take(phrases_[i]);
    }
  }

 private:
  // Whether a longer phrase of the same question, or an equal one before it,
  // holds phrase `at`.
  bool Hidden(size_t near, size_t at) const {
    const PatternMatch& inner = phrases_[at];
    const Kind kind = language_.rule(inner.rule).kind;
    if (kind == Kind::kTopic || kind == Kind::kElsewhere) return false;
    for (size_t i = near; i < phrases_.size(); ++i) {
      if (phrases_[i].begin >= inner.end) break;
      if (i != at && phrases_[i].end > inner.begin && Hides(i, at)) return true;
    }
    return false;
  }

  bool Hides(size_t i, size_t at) const {
    const PatternMatch& outer = phrases_[i];
    const PatternMatch& inner = phrases_[at];
    const Phrase& other = language_.rule(outer.rule);
    const Phrase& rule = language_.rule(inner.rule);
    if (Family(other) != Family(rule) || other.kind == Kind::kTopic) {
      return false;
    }
    // What denies an ability outright stands beside what denies it loosely.
    if (rule.unable && other.kind == Kind::kAbsent && !other.unable) {
      return false;
    }
    if (inner.later > 0 && Harmless(other.kind)) return true;
    const int longer = Length(outer) - Length(inner);
    const bool holds = outer.begin <= inner.begin && outer.end >= inner.end;
    if (longer >= 0 && Harmless(other.kind) && !Harmless(rule.kind)) {
      return true;
    }
    if (told_ && other.kind == Kind::kAbsent && Closer(outer, inner)) {
      return true;
    }
    // Two parts far apart never outweigh what stands between them.
    if (outer.later > 0) return false;
    // Where the question is one of a group, what is said outright must count.
    if (OnlyHere(other.kind) && !OnlyHere(rule.kind) && !Differ(other, rule)) {
      return false;
    }
    if (longer > 0 && (holds || Differ(other, rule))) return true;
    if (longer != 0 || !holds) return false;
    return other.kind == rule.kind && other.part == rule.part && i < at;
  }

  // "knees ache calves ok", a list with no commas: the word that both share
  // belongs to what stands right behind it.
  static bool Closer(const PatternMatch& outer, const PatternMatch& inner) {
    constexpr int kTogether = 2;
    return inner.later > 0 && outer.begin >= inner.later &&
           outer.begin < inner.end && outer.end > inner.end &&
           Length(outer) <= kTogether;
  }

  const Language& language_;
  bool told_;  // it answers no question
  std::vector<PatternMatch> phrases_;
  int longest_ = 1;
};

// Whether only fillers stand before word `at` in its clause.
bool Leads(const Reading& reading, int at) {
  const WordRoles& roles = reading.language->roles();
  for (int i = reading.clauses[reading.clause_of[at]].begin; i < at; ++i) {
    const Token& token = reading.tokens[i];
    if (!token.Is(roles.filler) && !token.Is(roles.opener)) return false;
  }
  return true;
}

// Bounds a number, whatever phrase holds both: "late sixties".
bool OfNumber(CueKind kind) {
  return kind == content::v1::EARLY || kind == content::v1::MIDDLE ||
         kind == content::v1::LATE || kind == content::v1::NOT_YET;
}

// Says nothing where no number is: "not even puffed" is denied.
bool OnlyOfNumber(CueKind kind) {
  return kind == content::v1::UNDER || kind == content::v1::OVER;
}

// Whether a number stands close enough for the cue to bound it: the "46" of
// "it doesn't even look swollen. 46" does not.
bool NearNumber(const Reading& reading, const PatternMatch& cue) {
  constexpr int kBefore = 3;
  constexpr int kAfter = 4;
  const int count = static_cast<int>(reading.tokens.size());
  for (int i = std::max(0, cue.begin - kBefore); i < cue.begin; ++i) {
    if (reading.tokens[i].number) return true;
  }
  for (int i = cue.end; i < std::min(count, cue.end + kAfter); ++i) {
    if (reading.tokens[i].before >= Break::kStop) return false;
    if (reading.tokens[i].number) return true;
  }
  return false;
}

// Whether a cue within a phrase of this kind is a part of it.
bool Owns(Kind kind) {
  switch (kind) {
    case Kind::kTopic:
    case Kind::kHint:
    case Kind::kElsewhere:
    case Kind::kSays:
    case Kind::kUnsure:
    case Kind::kCommandAlone:
      return false;
    default:
      return true;
  }
}

bool Denies(CueKind kind) {
  return kind == content::v1::NEGATION || kind == content::v1::DENY;
}

bool Absence(Kind kind) {
  return kind == Kind::kAbsent || kind == Kind::kAbsentHere;
}

// What a phrase around a cue makes of it.
enum class Holds {
  kNone,
  kUsed,   // another question's: it is no reply to what was asked
  kWhole,  // it is part of the phrase: "no feeling in my foot"
};

// What stands between the two parts of a phrase is not within it.
// "never had an op in my life": a denial denies beyond the absence it makes.
Holds HoldsCue(const Reading& reading, const PatternMatch& cue, bool denies,
               int longest, const std::vector<QuestionIndex>& open) {
  Holds holds = Holds::kNone;
  auto mention = std::partition_point(
      reading.mentions.begin(), reading.mentions.end(),
      [&](const Mention& m) { return m.begin + longest <= cue.begin; });
  for (; mention != reading.mentions.end() && mention->begin <= cue.begin;
       ++mention) {
    const Phrase& rule = *mention->rule;
    if (mention->end < cue.end || mention->later != 0 || !Owns(rule.kind) ||
        mention->end - mention->begin <= cue.end - cue.begin) {
      continue;
    }
    const bool asked =
        rule.question == kNoQuestion ||
        std::find(open.begin(), open.end(), rule.question) != open.end();
    if (asked && !(denies && Absence(rule.kind))) return Holds::kWhole;
    if (!Harmless(rule.kind)) holds = Holds::kUsed;
  }
  return holds;
}

// The longest first; of two as long, the one that ends later: "I couldn't
// say" rather than "I couldn't"; of two in one place, the one written first.
std::vector<PatternMatch> CuesByLength(const std::vector<PatternMatch>& matches,
                                       const Language& language) {
  std::vector<PatternMatch> cues;
  for (const PatternMatch& match : matches) {
    const Phrase& rule = language.rule(match.rule);
    if (rule.kind == Kind::kCue) cues.push_back(match);
  }
  std::stable_sort(cues.begin(), cues.end(),
                   [](const PatternMatch& a, const PatternMatch& b) {
                     const int longer = Length(b) - Length(a);
                     if (longer != 0) return longer < 0;
                     return a.end != b.end ? a.end > b.end : a.rule < b.rule;
                   });
  return cues;
}

// Tells each clause which cues are its own.
void Divide(Reading& reading) {
  int at = 0;
  const int count = static_cast<int>(reading.cues.size());
  for (size_t i = 0; i < reading.clauses.size(); ++i) {
    Clause& clause = reading.clauses[i];
    clause.first_cue = at;
    while (at < count && reading.cues[at].clause == static_cast<int>(i)) ++at;
    clause.last_cue = at;
  }
}

}  // namespace

void PickPhrases(const std::vector<PatternMatch>& matches,
                 const std::vector<QuestionIndex>& open, Reading& reading) {
  const Language& language = *reading.language;
  Phrases(matches, open, language)
      .ForEachVisible([&](const PatternMatch& match) {
        Mention mention;
        mention.rule = &language.rule(match.rule);
        mention.begin = match.begin;
        mention.end = match.end;
        mention.later = match.later;
        mention.clause = reading.clause_of[match.begin];
        for (int i = match.begin; i < match.end; ++i) {
          mention.guessed |= reading.tokens[i].guessed;
        }
        reading.mentions.push_back(mention);
      });
}

void PickCues(const std::vector<PatternMatch>& matches,
              const std::vector<QuestionIndex>& open, Reading& reading) {
  const Language& language = *reading.language;
  int longest = 1;
  for (const Mention& mention : reading.mentions) {
    longest = std::max(longest, mention.end - mention.begin);
  }
  std::vector<bool> taken(reading.tokens.size());
  for (const PatternMatch& match : CuesByLength(matches, language)) {
    const CueKind kind = language.rule(match.rule).cue;
    if (OnlyOfNumber(kind) && !NearNumber(reading, match)) continue;
    const auto begin = taken.begin() + match.begin;
    const auto end = taken.begin() + match.end;
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    // What refutes a phrase before it does so within a longer one, too.
    const bool apart = OfNumber(kind) || kind == content::v1::REFUTED;
    const Holds holds =
        apart ? Holds::kNone
              : HoldsCue(reading, match, Denies(kind), longest, open);
    if (kind == content::v1::NO_CUE || holds == Holds::kWhole) continue;
    CueMention cue;
    cue.kind = kind;
    cue.rule = match.rule;
    cue.begin = match.begin;
    cue.end = match.end;
    cue.clause = reading.clause_of[match.begin];
    cue.leads = Leads(reading, match.begin);
    cue.governs = holds == Holds::kUsed;
    reading.cues.push_back(cue);
    reading.kinds |= std::uint64_t{1} << kind;
  }
  std::sort(reading.cues.begin(), reading.cues.end(),
            [](const CueMention& a, const CueMention& b) {
              return a.begin < b.begin;
            });
  Divide(reading);
}

}  // namespace firstvisit
