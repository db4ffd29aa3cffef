// Method: a leading "yes" or "no" decides, unless what follows takes it back.
// Without one, the first phrase answers if it fits what is asked: "go ahead"
// where leave is asked, "every day" where a habit is. Then things that exclude
// each other, and the question's own verb said again. Everything else is asked
// again. Tests: free_yes_no_test.cc.

#include "dialog/understanding/free_yes_no.h"

#include "dialog/understanding/free_echo.h"
#include "dialog/understanding/free_marks.h"

namespace firstvisit {
namespace {

using content::v1::FreeKind;

Answer Signed(int sign) { return sign > 0 ? Answer::Yes() : Answer::No(); }

// What a kind says whatever is asked; 0: that depends.
int SignOf(FreeKind kind) {
  switch (kind) {
    case content::v1::FREE_YES:
    case content::v1::FREE_SURELY:
      return 1;
    case content::v1::FREE_NO:
    case content::v1::FREE_SURELY_NOT:
      return -1;
    default:
      return 0;
  }
}

class FreeDecider {
 public:
  FreeDecider(const Reading& reading, const Reading& prompt)
      : reading_(reading),
        answer_(reading),
        prompt_(prompt),
        echo_(reading, prompt),
        marks_(answer_.marks()) {}

  Verdict Decide() const {
    const int head = Head();
    if (head < 0) return Besides();
    if (SignOf(marks_[head].kind) != 0) return Leading(head);
    return Indirect(marks_[head]);
  }

 private:
  bool Asks(FreeKind kind) const { return prompt_.Has(kind); }
  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Is(size_t at, FreeKind kind) const {
    return at < marks_.size() && marks_[at].kind == kind;
  }
  bool Adjacent(int end, size_t at) const {
    return at < marks_.size() && reading_.Fills(end, marks_[at].begin);
  }
  bool Turns(size_t at) const {
    return Is(at, content::v1::FREE_TURNS) ||
           Is(at, content::v1::FREE_TAKES_BACK);
  }

  // The first thing said: nothing but fillers before it. -1: none.
  int Head() const {
    int end = 0;
    for (size_t i = 0; i < marks_.size(); ++i) {
      if (!reading_.Fills(end, marks_[i].begin)) return -1;
      if (!Turns(i)) return static_cast<int>(i);
      end = marks_[i].end;
    }
    return -1;
  }

  static Verdict At(const FreeMark& mark, int sign, const char* rule,
                    v1::Confidence confidence = v1::PROBABLE) {
    Verdict verdict = Verdict::Of(Signed(sign), confidence, rule);
    verdict.begin = mark.begin;
    verdict.end = mark.end;
    return verdict;
  }

  // "no" before a noun: "yes, no sugar".
  bool Determines(const FreeMark& mark) const {
    if (mark.end - mark.begin > 1 || mark.end == Count()) return false;
    const Token& next = reading_.tokens[mark.end];
    return next.before == Break::kNone && !next.begins &&
           !reading_.covered[mark.end];
  }

  // The words of "yes" and "no" said in one breath: [first, last].
  struct Chain {
    size_t last = 0;
    int sign = 0;
    bool turned = false;      // "yeah no"
    bool taken_back = false;  // and nothing put in its place
  };

  Chain FindChain(size_t first) const {
    Chain chain;
    chain.last = first;
    chain.sign = SignOf(marks_[first].kind);
    bool back = false;
    for (size_t i = first + 1; i < marks_.size(); ++i) {
      if (!Adjacent(marks_[i - 1].end, i)) break;
      const int sign = SignOf(marks_[i].kind);
      if (Turns(i)) {
        back |= Is(i, content::v1::FREE_TAKES_BACK);
        continue;
      }
      if (sign == 0 || (Is(i, content::v1::FREE_NO) && Determines(marks_[i]))) {
        break;
      }
      chain.turned |= sign != chain.sign;
      chain.sign = sign;
      chain.last = i;
      back = false;
    }
    chain.taken_back = back;
    return chain;
  }

  Verdict Leading(size_t first) const {
    const Chain chain = FindChain(first);
    const FreeMark& mark = marks_[chain.last];
    const size_t next = chain.last + 1;
    if (chain.taken_back) return Verdict::Doubtful("taken back");
    if (Questioned(mark)) return Verdict::Doubtful("asked back");
    if (const FreeMark* later = TurnedLater(next)) {
      return At(*later, SignOf(later->kind), "turned round");
    }
    if (Opposed(next, chain.sign)) return Verdict::Doubtful("yes and no");
    if (Adjacent(mark.end, next) && Is(next, content::v1::FREE_OPEN)) {
      return Verdict::Doubtful("left open");
    }
    const int echoed = EchoAfter(mark.end, next);
    if (echoed != 0 && echoed != chain.sign) {
      return At(marks_[next], echoed, "the verb decides");
    }
    const Verdict verdict = chain.sign > 0 ? Yes(marks_[first], mark, next)
                                           : No(mark, next, chain.turned);
    return verdict;
  }

  bool Questioned(const FreeMark& mark) const {
    if (mark.end < Count()) {
      return reading_.tokens[mark.end].before == Break::kQuestion;
    }
    return reading_.clauses.back().after == Break::kQuestion;
  }

  // "no. I was there on … wait, yes"
  const FreeMark* TurnedLater(size_t from) const {
    for (size_t i = from; i + 1 < marks_.size(); ++i) {
      if (Turns(i) && Adjacent(marks_[i].end, i + 1) &&
          SignOf(marks_[i + 1].kind) != 0 && !Determines(marks_[i + 1])) {
        return &marks_[i + 1];
      }
    }
    return nullptr;
  }

  // A plain "no" after a "yes", or the other way, as a reply of its own.
  bool Opposed(size_t from, int sign) const {
    for (size_t i = from; i < marks_.size(); ++i) {
      const FreeMark& mark = marks_[i];
      const bool plain = Is(i, content::v1::FREE_YES) ||
                         (Is(i, content::v1::FREE_NO) && !Determines(mark));
      if (!plain || mark.end - mark.begin > 1 || SignOf(mark.kind) == sign) {
        continue;
      }
      const bool leads = reading_.tokens[mark.begin].before != Break::kNone;
      if (leads || reading_.Fills(mark.end, Count())) return true;
    }
    return false;
  }

  // "no, I do", "yeah, I don't": what the verb right after it says.
  int EchoAfter(int end, size_t next) const {
    return Adjacent(end, next) ? echo_.SignOf(marks_[next]) : 0;
  }

  Verdict Yes(const FreeMark& first, const FreeMark& mark, size_t next) const {
    if (Asks(content::v1::FREE_ASKS_MIND)) {
      const bool leave = answer_.Has(content::v1::FREE_GOES_AHEAD) ||
                         answer_.Has(content::v1::FREE_SUFFICES);
      // "sure, go ahead"
      if (leave) {
        return first.kind == content::v1::FREE_SURELY
                   ? At(mark, -1, "does not mind")
                   : Verdict::Doubtful("a yes that gives leave");
      }
      if (first.kind == content::v1::FREE_SURELY && mark.end == Count()) {
        return At(mark, -1, "does not mind");
      }
    }
    const bool past = Asks(content::v1::FREE_ASKS_DONE) &&
                      !Asks(content::v1::FREE_ASKS_HAVING);
    for (size_t i = next; i < marks_.size() && !past; ++i) {
      if (Is(i, content::v1::FREE_OVER) &&
          (Adjacent(mark.end, i) || SetAgainst(mark.end, marks_[i].begin))) {
        return Verdict::Doubtful("yes, but over");
      }
    }
    return At(mark, 1, "leading yes", v1::CERTAIN);
  }

  // A "but" stands right after the first word.
  bool SetAgainst(int begin, int end) const {
    return begin < end &&
           reading_.tokens[begin].Is(reading_.language->roles().joint);
  }

  Verdict No(const FreeMark& mark, size_t next, bool turned) const {
    const bool near = Adjacent(mark.end, next);
    const bool asks_leave =
        Asks(content::v1::FREE_ASKS_LEAVE) || Asks(content::v1::FREE_ASKS_WELL);
    const bool disturbs =
        Asks(content::v1::FREE_ASKS_MIND) || Asks(content::v1::FREE_ASKS_TAKEN);
    if (near && asks_leave && !disturbs &&
        !Asks(content::v1::FREE_ASKS_OFFER) && GivesLeave(next)) {
      return At(marks_[next], 1, "no, it is well");
    }
    if (near && Asks(content::v1::FREE_ASKS_NEGATED) &&
        Is(next, content::v1::FREE_LIKES)) {
      return At(marks_[next], 1, "no, to the contrary");
    }
    // "yeah no, she's great"
    if (turned && answer_.Has(content::v1::FREE_LIKES)) {
      return At(mark, 1, "a yes that hesitates");
    }
    if (near && Is(next, content::v1::FREE_TURNS) && Hesitates(next)) {
      return Verdict::Doubtful("no, well");
    }
    return At(mark, -1, "leading no", v1::CERTAIN);
  }

  bool GivesLeave(size_t at) const {
    return Is(at, content::v1::FREE_GOES_AHEAD) ||
           (Is(at, content::v1::FREE_SUFFICES) &&
            Asks(content::v1::FREE_ASKS_WELL));
  }

  // "no, well, the end bit": something follows that is no denial.
  bool Hesitates(size_t at) const {
    const FreeMark& mark = marks_[at];
    if (mark.end == Count() || !echo_.IsHesitation(mark)) return false;
    if (at + 1 < marks_.size() && SignOf(marks_[at + 1].kind) < 0) return false;
    return !echo_.DeniesFrom(mark.end);
  }

  // Something that is no "yes" or "no" by itself.
  Verdict Indirect(const FreeMark& mark) const {
    if (answer_.Has(content::v1::FREE_OPEN) ||
        reading_.clauses.back().after == Break::kQuestion) {
      return Verdict::Doubtful("left open");
    }
    // "I can't afford it" may well be a "yes" to "Will you cancel it?".
    const bool unclear = mark.kind == content::v1::FREE_DENIES &&
                         Asks(content::v1::FREE_ASKS_TURNED);
    const int echoed = unclear ? 0 : echo_.SignOf(mark);
    const int sign = echoed != 0 ? echoed : Fits(mark);
    if (sign == 0) return Verdict::Doubtful("may mean either");
    for (const FreeMark& other : marks_) {
      if (SignOf(other.kind) == -sign && other.begin > mark.begin &&
          !Determines(other)) {
        return Verdict::Doubtful("yes and no");
      }
    }
    return At(mark, sign, "fits what is asked");
  }

  // What a phrase says to a question of this sort; 0: nothing sure.
  int Fits(const FreeMark& mark) const {
    const bool turned = Asks(content::v1::FREE_ASKS_TURNED);
    switch (mark.kind) {
      case content::v1::FREE_SOMEWHAT:
        return turned ? 0 : 1;
      case content::v1::FREE_NEVER:
        return turned ? 0 : -1;
      case content::v1::FREE_GOES_AHEAD:
      case content::v1::FREE_SUFFICES:
      case content::v1::FREE_WELCOMES:
      case content::v1::FREE_DECLINES:
        return Courtesy(mark);
      case content::v1::FREE_LIKES:
      case content::v1::FREE_DISLIKES:
        return turned ? 0 : Taste(mark.kind);
      case content::v1::FREE_DONE:
        return Completion() && !turned ? 1 : 0;
      case content::v1::FREE_NOT_DONE:
        return Completion() && !turned ? -1 : 0;
      default:
        return turned ? 0 : Custom(mark);
    }
  }

  int Courtesy(const FreeMark& mark) const {
    const bool mind = Asks(content::v1::FREE_ASKS_MIND);
    const bool offer = Asks(content::v1::FREE_ASKS_OFFER);
    const bool leave = Asks(content::v1::FREE_ASKS_LEAVE);
    const bool well = Asks(content::v1::FREE_ASKS_WELL);
    switch (mark.kind) {
      case content::v1::FREE_GOES_AHEAD:
        if (mind || Asks(content::v1::FREE_ASKS_TAKEN)) return -1;
        return leave || offer || well ? 1 : 0;
      case content::v1::FREE_SUFFICES:
        if (mind) return -1;
        if (offer) return echo_.OfSpeaker(mark) ? -1 : 0;
        return well || (leave && !echo_.OfSpeaker(mark)) ? 1 : 0;
      case content::v1::FREE_WELCOMES:
        return (offer || leave) && !mind ? 1 : 0;
      default:
        return offer || leave || Asks(content::v1::FREE_ASKS_LIKING) ? -1 : 0;
    }
  }

  int Taste(FreeKind kind) const {
    const bool asks = Asks(content::v1::FREE_ASKS_LIKING) ||
                      Asks(content::v1::FREE_ASKS_HABIT);
    if (!asks) return 0;
    return kind == content::v1::FREE_LIKES ? 1 : -1;
  }

  bool Completion() const {
    return Asks(content::v1::FREE_ASKS_DONE) &&
           !Asks(content::v1::FREE_ASKS_HAVING) &&
           !Asks(content::v1::FREE_ASKS_LIKING);
  }

  // How often, how many, since when, no more.
  int Custom(const FreeMark& mark) const {
    const bool well = Asks(content::v1::FREE_ASKS_WELL);
    const bool habit = Asks(content::v1::FREE_ASKS_HABIT) && !well;
    const bool having = Asks(content::v1::FREE_ASKS_HAVING);
    const bool lasting = Asks(content::v1::FREE_ASKS_LASTING);
    switch (mark.kind) {
      case content::v1::FREE_OFTEN:
        return habit || Asks(content::v1::FREE_ASKS_DONE) ? 1 : 0;
      case content::v1::FREE_SELDOM:
        return habit ? -1 : 0;
      case content::v1::FREE_OVER:
        return habit || having || lasting ? -1 : 0;
      case content::v1::FREE_HAS:
        return having ? 1 : 0;
      case content::v1::FREE_LASTS:
        return (lasting || habit) && !Asks(content::v1::FREE_ASKS_LIKING) ? 1
                                                                          : 0;
      default:
        return 0;
    }
  }

  // No phrase stands first: what excludes what is asked, how many, and the
  // question's own verb.
  Verdict Besides() const {
    if (answer_.Has(content::v1::FREE_OPEN) || reading_.clauses.empty() ||
        reading_.clauses.back().after == Break::kQuestion ||
        reading_.Has(content::v1::CONDITION)) {
      return Verdict::Doubtful("left open");
    }
    if (const int sign = Excludes(); sign != 0) {
      return Verdict::Of(Signed(sign), v1::PROBABLE, "it excludes the other");
    }
    const bool turned = Asks(content::v1::FREE_ASKS_TURNED) ||
                        Asks(content::v1::FREE_ASKS_WELL) ||
                        Asks(content::v1::FREE_ASKS_LIKING);
    const bool counts = Asks(content::v1::FREE_ASKS_HAVING) ||
                        Asks(content::v1::FREE_ASKS_HABIT);
    if (counts && !turned && echo_.Numbers()) {
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "how many");
    }
    if (!turned && marks_.empty() && echo_.SaysVerb()) {
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "the verb again");
    }
    return Verdict::Nothing("nothing said");
  }

  // "Monday, actually", when asked about Sunday.
  int Excludes() const {
    const FreeMember* other = nullptr;
    for (const FreeMember& said : answer_.members()) {
      for (const FreeMember& asked : prompt_.members()) {
        if (said.series != asked.series) continue;
        if (said.member == asked.member) return 0;
        other = &said;
      }
    }
    if (other == nullptr || Asks(content::v1::FREE_ASKS_NEGATED)) return 0;
    const Clause& clause = reading_.clauses[reading_.clause_of[other->begin]];
    const bool plain = !clause.negated && !clause.conditional &&
                       !echo_.DeniesFrom(0) && other->begin < kNear;
    return plain ? -1 : 0;
  }

  // What excludes the thing asked for stands this near to the beginning.
  static constexpr int kNear = 6;

  const Reading& reading_;
  const FreeMarks answer_;
  const FreeMarks prompt_;
  const FreeEcho echo_;
  const std::vector<FreeMark>& marks_;
};

}  // namespace

Verdict DecideFreeYesNo(const Reading& reading, const Reading& prompt) {
  if (reading.Has(content::v1::REFUSAL)) {
    return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
  }
  return FreeDecider(reading, prompt).Decide();
}

}  // namespace firstvisit
