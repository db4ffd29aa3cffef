// Method: clauses are marked by their cues; then each phrase looks at its own
// clause and its neighbours. Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/scope.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

// A negation reaches this many words to the right within its clause; to what
// is well, "not feeling very well", this many.
constexpr int kReach = 9;
constexpr int kReachToAbsence = 3;

bool Negates(CueKind kind) {
  return kind == content::v1::NEGATION || kind == content::v1::DENY ||
         kind == content::v1::SELDOM || kind == content::v1::NONE;
}

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

bool IsAbsence(Kind kind) {
  return kind == Kind::kAbsent || kind == Kind::kAbsentHere;
}

class Scope {
 public:
  explicit Scope(Reading& reading)
      : out_(reading), roles_(reading.language->roles()) {}

  void Resolve() {
    MarkClauses();
    MarkEnds();
    for (Mention& mention : out_.mentions) Surroundings(mention);
    CarryNegation();
  }

 private:
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
    for (size_t i = 0; i + 1 < out_.clauses.size(); ++i) {
      Clause& clause = out_.clauses[i];
      clause.bridge = clause.contrast &&
                      clause.last_cue == clause.first_cue + 1 &&
                      out_.cues[clause.first_cue].begin == clause.begin &&
                      out_.cues[clause.first_cue].end == clause.end;
      out_.clauses[i + 1].contrast |= clause.bridge;
    }
    for (const CueMention& cue : out_.cues) {
      if (cue.kind == content::v1::ONGOING) {
        out_.clauses[cue.clause].ended = false;
      }
    }
    says_present_.assign(out_.clauses.size(), false);
    for (const Mention& mention : out_.mentions) {
      const Kind kind = mention.rule->kind;
      if (!Tells(kind)) continue;
      out_.clauses[mention.clause].mentions = true;
      if (!IsAbsence(kind)) says_present_[mention.clause] = true;
    }
    NotePersons();
    speaks_of_client_ = SpeaksOfClient();
    for (size_t i = 0; i < out_.clauses.size(); ++i) {
      out_.clauses[i].other = OtherAt(static_cast<int>(i), out_.clauses[i].end);
    }
  }

  // After each cue, who was named in its clause so far.
  void NotePersons() {
    persons_.reserve(out_.cues.size());
    for (size_t i = 0; i < out_.cues.size(); ++i) {
      const CueMention& cue = out_.cues[i];
      const bool first = i == 0 || out_.cues[i - 1].clause != cue.clause;
      Person person = first ? Person::kNobody : persons_.back();
      if (cue.kind == content::v1::SELF) person = Person::kSelf;
      // "I got it from my wife" stays the speaker's.
      if (cue.kind == content::v1::OTHER_PERSON && person == Person::kNobody) {
        person = Person::kOther;
      }
      persons_.push_back(person);
    }
  }

  // "she slipped": with nobody named, and not a word of "I", she is the one
  // whom the answers are about.
  bool SpeaksOfClient() const {
    for (const CueMention& cue : out_.cues) {
      if (cue.kind == content::v1::SELF) return false;
      if (cue.kind == content::v1::OTHER_PERSON &&
          !out_.tokens[cue.begin].Is(roles_.third)) {
        return false;
      }
    }
    return true;
  }

  // Whether a clause after each one, before anything else is told, says that
  // it is over.
  void MarkEnds() {
    ended_after_.resize(out_.clauses.size());
    bool ended = false;
    for (size_t i = out_.clauses.size(); i-- > 0;) {
      ended_after_[i] = ended;
      const Clause& clause = out_.clauses[i];
      // "but it's all gone down now" tells of the matter, and that it is over.
      if (clause.ended && !says_present_[i]) {
        ended = true;
      } else if (clause.mentions) {
        ended = false;
      }
    }
  }

  // The first cue of a clause from which on `holds`; its end where none does.
  template <typename Holds>
  int FirstCue(const Clause& clause, Holds holds) const {
    const auto begin = out_.cues.begin();
    return static_cast<int>(
        std::partition_point(
            begin + clause.first_cue, begin + clause.last_cue,
            [&](const CueMention& cue) { return !holds(cue); }) -
        begin);
  }

  // Whose clause it is, judged by the last person named before word `at`.
  bool OtherAt(int clause, int at) const {
    if (out_.on_behalf || speaks_of_client_) return false;
    const Clause& own = out_.clauses[clause];
    const int cues =
        FirstCue(own, [&](const CueMention& cue) { return cue.begin >= at; });
    const Person person =
        cues == own.first_cue ? Person::kNobody : persons_[cues - 1];
    if (person != Person::kNobody || clause == 0) {
      return person == Person::kOther;
    }
    const Clause& previous = out_.clauses[clause - 1];
    const Token& first = out_.tokens[own.begin];
    const bool subject = first.Is(roles_.subject) || first.Is(roles_.joint);
    return previous.other && previous.after < Break::kStop && !subject &&
           !own.contrast && !own.negated;
  }

  void Surroundings(Mention& mention) {
    const Clause& clause = out_.clauses[mention.clause];
    mention.conditional = clause.conditional;
    mention.other = OtherAt(mention.clause, mention.begin);
    mention.ended = clause.ended || ended_after_[mention.clause];
    Before(mention);
    if (!mention.negated && TakesReply(mention)) Afterwards(mention);
  }

  // "im 19 lol no": a number is not turned round by a word after it.
  static bool TakesReply(const Mention& mention) {
    return mention.rule->kind != Kind::kSays &&
           mention.rule->kind != Kind::kNumber;
  }

  // "no bones are strong", "nothing like that my skin is clear", spoken: a
  // reply, and then what is well.
  bool Replies(const CueMention& cue, const Mention& mention) const {
    if (!IsAbsence(mention.rule->kind) || cue.kind != content::v1::DENY) {
      return false;
    }
    if (cue.end - cue.begin > 1) return true;
    // "no weight loss sleep like a log": it has denied something already.
    const bool used = cue.governs && cue.governed < mention.begin;
    return (cue.leads || used) && out_.tokens[cue.begin].Is(roles_.no_word);
  }

  // Whether words of their own stand in [begin, end): then a second negation
  // begins anew ("no cut and no rash") and turns nothing round twice.
  bool BeginsAnew(int begin, int end) const {
    for (int i = begin; i < end; ++i) {
      const Token& token = out_.tokens[i];
      if (!token.Is(roles_.filler) && !token.Is(roles_.function) &&
          !token.Is(roles_.subject)) {
        return true;
      }
    }
    return false;
  }

  // A plain "no" belongs to whatever it stands before; longer words of denial
  // only to what says something.
  void Govern(CueMention& cue, const Mention& mention) const {
    const Kind kind = mention.rule->kind;
    if (cue.governs || !TakesReply(mention) || kind == Kind::kElsewhere) return;
    if (cue.end - cue.begin > 1 && !Tells(kind)) return;
    cue.governs = true;
    cue.governed = mention.begin;
  }

  // What stands before a phrase in its clause: negation, supposition, past.
  void Before(Mention& mention) {
    const Clause& clause = out_.clauses[mention.clause];
    const int place = std::max(mention.begin, mention.later);
    bool bound = false;  // under a negation that is its own
    int bound_end = 0;
    bool reply = false;  // "no way can't even stand": it is, to the question
    // The cue before the first of the clause may reach into it.
    const int near = FirstCue(clause, [&](const CueMention& cue) {
      return mention.begin - cue.end <= kReach;
    });
    const int first = near == clause.first_cue ? std::max(0, near - 1) : near;
    for (int i = first; i < clause.last_cue; ++i) {
      CueMention& cue = out_.cues[i];
      if (cue.begin >= place) break;
      // "never had it done": a cue may reach into the phrase that it denies.
      // Words of an emergency deny by themselves: "I don't want to be here".
      if (cue.end > place && !(Negates(cue.kind) && cue.begin < mention.begin &&
                               mention.rule->question != kNoQuestion)) {
        break;
      }
      if (out_.clause_of[cue.end - 1] != mention.clause ||
          place - cue.end > kReach) {
        continue;
      }
      // "can't … straight": the words of the phrase itself.
      if (mention.later > 0 &&
          (cue.begin == mention.begin || cue.begin == mention.later)) {
        continue;
      }
      // "no swelling, just sore under the knee" denies a phrase whose other
      // part stands behind the "just".
      if (cue.kind == content::v1::ONLY && mention.negated &&
          cue.begin > mention.begin) {
        continue;
      }
      if (Negates(cue.kind)) {
        if (Replies(cue, mention)) continue;
        if (IsAbsence(mention.rule->kind) &&
            mention.begin - cue.end > kReachToAbsence) {
          continue;
        }
        mention.tangled |= bound && !reply && !BeginsAnew(bound_end, cue.begin);
        mention.negated = true;
        bound = !cue.governs || cue.governed == mention.begin;
        bound_end = cue.end;
        reply = cue.kind == content::v1::DENY && cue.leads;
        Govern(cue, mention);
      } else if (cue.kind == content::v1::CONTRAST ||
                 cue.kind == content::v1::ONLY ||
                 cue.kind == content::v1::DOUBLE_NEGATION) {
        mention.negated = false;
        mention.tangled = false;
        bound = false;
      } else if (cue.kind == content::v1::SUPPOSED) {
        mention.supposed = true;
      } else if (cue.kind == content::v1::PAST) {
        mention.was = true;
      } else if (cue.kind == content::v1::ONGOING) {
        mention.was = false;
      }
    }
  }

  // "the clot test came back negative"
  bool Refuted(const Mention& mention) const {
    const Clause& clause = out_.clauses[mention.clause];
    for (int i = clause.first_cue; i < clause.last_cue; ++i) {
      const CueMention& cue = out_.cues[i];
      if (cue.kind == content::v1::REFUTED && cue.begin >= mention.end) {
        return true;
      }
    }
    return false;
  }

  // "swelling none", "Warm? Not really.", "swollen?"
  void Afterwards(Mention& mention) {
    if (Refuted(mention)) {
      mention.negated = true;
      return;
    }
    const Clause& clause = out_.clauses[mention.clause];
    const bool last = Rest(mention.end, clause.end);
    const bool asked = clause.after == Break::kQuestion;
    // "no falls, touch wood" agrees; only "steady? no" turns round.
    if (IsAbsence(mention.rule->kind) && !asked) return;
    const size_t following = mention.clause + 1;
    const int end = last && following < out_.clauses.size()
                        ? out_.clauses[following].last_cue
                        : clause.last_cue;
    // In its own clause only the last one can stand right after it.
    const int begin = std::max(clause.first_cue, clause.last_cue - 1);
    for (int i = begin; i < end; ++i) {
      CueMention& cue = out_.cues[i];
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
      if (!token.Is(roles_.filler) && !token.Is(roles_.function)) return false;
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
    const std::vector<bool> lists = Lists();
    size_t at = 0;
    bool carried = false;  // from the clause before
    for (size_t i = 0; i < out_.clauses.size(); ++i) {
      const Clause& clause = out_.clauses[i];
      carried &= lists[i] && !clause.contrast && !clause.only &&
                 !clause.negated &&
                 out_.tokens[clause.begin].before <= Break::kComma;
      bool negated = false;
      for (; Within(at, i); ++at) {
        Mention& mention = out_.mentions[at];
        if (carried && !mention.questioned) mention.negated = true;
        if (mention.negated) negated = Rest(mention.end, clause.end);
      }
      carried = negated;
    }
  }

  bool Within(size_t mention, size_t clause) const {
    return mention < out_.mentions.size() &&
           out_.mentions[mention].clause == static_cast<int>(clause);
  }

  // Of each clause, whether a list runs from it to an "or".
  std::vector<bool> Lists() const {
    std::vector<bool> mentions(out_.clauses.size());
    std::vector<bool> runs_on(out_.clauses.size());  // "twisted | it or …"
    for (const Mention& mention : out_.mentions) {
      mentions[mention.clause] = true;
      const int last = out_.clause_of[mention.end - 1];
      if (last > mention.clause) runs_on[last] = true;
    }
    std::vector<bool> lists(out_.clauses.size());
    bool goes_on = false;
    for (size_t i = out_.clauses.size(); i-- > 0;) {
      const int ending =
          mentions[i] ? EndsList(static_cast<int>(i), runs_on[i]) : -1;
      lists[i] = ending > 0 || (ending == 0 && goes_on);
      goes_on = lists[i];
    }
    return lists;
  }

  // 1: it holds an "or"; -1: it says something of its own; 0: neither.
  int EndsList(int at, bool runs_on) const {
    const Clause& clause = out_.clauses[at];
    if (!runs_on && out_.tokens[clause.begin].Is(roles_.subject)) return -1;
    for (int i = clause.begin; i < clause.end; ++i) {
      if (out_.tokens[i].Is(roles_.number_or)) return 1;
    }
    return 0;
  }

  enum class Person : std::uint8_t { kNobody, kSelf, kOther };

  Reading& out_;
  const WordRoles& roles_;
  std::vector<Person> persons_;     // by cue
  std::vector<bool> says_present_;  // by clause: something, not its absence
  std::vector<bool> ended_after_;
  bool speaks_of_client_ = false;
};

}  // namespace

void ResolveScope(Reading& reading) { Scope(reading).Resolve(); }

}  // namespace firstvisit
