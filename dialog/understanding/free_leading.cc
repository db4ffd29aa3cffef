// Method: the "yes" and "no" words said in one breath; the last of them counts,
// unless the verb right after it, or a later word, takes it back. Tests:
// free_yes_no_test.cc.

#include "dialog/understanding/free_leading.h"

namespace firstvisit {
namespace {

// Subject and verb may stand before what puts a "yes" in doubt.
constexpr int kNear = 2;

}  // namespace

Verdict FreeVerdict(const FreeMark& mark, int sign, const char* rule,
                    v1::Confidence confidence) {
  Verdict verdict =
      Verdict::Of(sign > 0 ? Answer::Yes() : Answer::No(), confidence, rule);
  verdict.begin = mark.begin;
  verdict.end = mark.end;
  return verdict;
}

FreeLeading::FreeLeading(const Reading& reading, const FreeMarks& answer,
                         const FreeMarks& prompt, const FreeEcho& echo,
                         const FreeFit& fit)
    : reading_(reading),
      answer_(answer),
      prompt_(prompt),
      echo_(echo),
      fit_(fit),
      marks_(answer.marks()),
      concludes_(reading.language->words().FindClass("free_concludes")),
      pronoun_(reading.language->words().FindClass("pronoun")) {}

bool FreeLeading::Determines(const FreeMark& mark) const {
  if (mark.end - mark.begin > 1 || mark.end == Count()) return false;
  const Token& next = reading_.tokens[mark.end];
  return next.before == Break::kNone && !next.begins &&
         !reading_.covered[mark.end];
}

bool FreeLeading::Turns(size_t at) const {
  return Is(at, content::v1::FREE_TURNS) ||
         Is(at, content::v1::FREE_TAKES_BACK);
}

// "I, uh, yeah, I do": a subject that goes nowhere.
bool FreeLeading::Leads(int end, size_t at) const {
  for (int i = end; i < marks_[at].begin; ++i) {
    const bool broken_off = reading_.tokens[i].Is(pronoun_) &&
                            reading_.tokens[i + 1].before != Break::kNone;
    if (!broken_off && !reading_.Fills(i, i + 1)) return false;
  }
  return true;
}

FreeLeading::Chain FreeLeading::FindChain(size_t first) const {
  Chain chain;
  chain.last = first;
  chain.sign = FreeSign(marks_[first].kind);
  bool back = false;
  for (size_t i = first + 1; i < marks_.size(); ++i) {
    if (!Adjacent(marks_[i - 1].end, i)) break;
    const int sign = FreeSign(marks_[i].kind);
    if (Turns(i) || Is(i, content::v1::FREE_LEADS)) {
      back |= Is(i, content::v1::FREE_TAKES_BACK);
      continue;
    }
    if (sign == 0 || (Is(i, content::v1::FREE_NO) && Determines(marks_[i]))) {
      break;
    }
    // "no, right, exactly": that agrees, with whatever was said.
    if (!Is(i, content::v1::FREE_CONFIRMS)) {
      chain.turned |= sign != chain.sign;
      chain.sign = sign;
    }
    chain.last = i;
    back = false;
  }
  chain.taken_back = back;
  return chain;
}

Verdict FreeLeading::Decide(size_t first) const {
  const Chain chain = FindChain(first);
  const FreeMark& mark = marks_[chain.last];
  const size_t next = chain.last + 1;
  if (chain.taken_back) {
    // "yes. No, wait, I didn't."
    const int echoed = EchoAfter(mark.end, next);
    if (echoed == 0) return Verdict::Doubtful("taken back");
    return Verdict::Of(echoed > 0 ? Answer::Yes() : Answer::No(), v1::PROBABLE,
                       "turned round");
  }
  if (Questioned(mark)) return Verdict::Doubtful("asked back");
  if (const FreeMark* later = TurnedLater(next, chain.sign)) {
    return FreeVerdict(*later, FreeSign(later->kind), "turned round");
  }
  if (Opposed(next, chain.sign)) return Verdict::Doubtful("yes and no");
  if (Adjacent(mark.end, next) && Is(next, content::v1::FREE_OPEN)) {
    return Verdict::Doubtful("left open");
  }
  const bool hesitates = chain.turned || Turns(next);
  if (DoesNotKnow(mark.end, next)) return Unsure(next, hesitates);
  if (Is(first, content::v1::FREE_CONFIRMS) && chain.last == first &&
      Asks(content::v1::FREE_ASKS_NEGATED)) {
    return Verdict::Doubtful("agrees, with either");
  }
  const int echoed = EchoAfter(mark.end, next);
  if (echoed != 0 && echoed != chain.sign) {
    return echo_.Past(marks_[next])
               ? NoMore(mark)
               : FreeVerdict(marks_[next], echoed, "the verb decides");
  }
  if (echoed == 0 && HeldBack(mark.end, next, chain.sign)) {
    return Verdict::Doubtful("yes or no, but");
  }
  if (Disagrees(next, chain.sign)) return Verdict::Doubtful("yes and no");
  return chain.sign > 0 ? Yes(marks_[first], mark, next)
                        : No(mark, next, chain.turned);
}

bool FreeLeading::Questioned(const FreeMark& mark) const {
  if (mark.end < Count()) {
    return reading_.tokens[mark.end].before == Break::kQuestion;
  }
  return reading_.clauses.back().after == Break::kQuestion;
}

// "so no", "but really yes": a word that concludes stands before it, and
// nothing after it in its clause.
bool FreeLeading::Concludes(size_t at) const {
  int before = marks_[at].begin - 1;
  if (before >= 0 && reading_.Fills(before, before + 1) &&
      !reading_.tokens[before].Is(concludes_)) {
    --before;
  }
  return before >= 0 && reading_.tokens[before].Is(concludes_) &&
         reading_.tokens[marks_[at].end - 1].ends;
}

// "Yeah, me. No, we don't.": a reply of its own, and the verb says the same.
bool FreeLeading::Affirmed(size_t at, int sign) const {
  return reading_.tokens[marks_[at].begin].before != Break::kNone &&
         EchoAfter(marks_[at].end, at + 1) == sign;
}

// "no. I was there on … wait, yes"
const FreeMark* FreeLeading::TurnedLater(size_t from, int sign) const {
  for (size_t i = from; i < marks_.size(); ++i) {
    if (FreeSign(marks_[i].kind) == 0 || Determines(marks_[i])) continue;
    if (i > from && Turns(i - 1) && Adjacent(marks_[i - 1].end, i)) {
      return &marks_[i];
    }
    const bool plain =
        Is(i, content::v1::FREE_YES) || Is(i, content::v1::FREE_NO);
    const int own = FreeSign(marks_[i].kind);
    if (plain && own != sign && (Concludes(i) || Affirmed(i, own))) {
      return &marks_[i];
    }
  }
  return nullptr;
}

// A plain "no" after a "yes", or the other way, as a reply of its own.
bool FreeLeading::Opposed(size_t from, int sign) const {
  for (size_t i = from; i < marks_.size(); ++i) {
    const FreeMark& mark = marks_[i];
    const bool plain = Is(i, content::v1::FREE_YES) ||
                       (Is(i, content::v1::FREE_NO) && !Determines(mark));
    if (!plain || mark.end - mark.begin > 1 || FreeSign(mark.kind) == sign) {
      continue;
    }
    const bool leads = reading_.tokens[mark.begin].before != Break::kNone;
    if (leads || reading_.Fills(mark.end, Count())) return true;
  }
  return false;
}

// "no, not at first, but after a month it did"
bool FreeLeading::Disagrees(size_t from, int sign) const {
  for (size_t i = from; i < marks_.size(); ++i) {
    const bool plain =
        Is(i, content::v1::FREE_ECHOES) || Is(i, content::v1::FREE_ECHOES_NOT);
    if (plain && echo_.Repeats(marks_[i]) && echo_.SignOf(marks_[i]) == -sign) {
      return true;
    }
  }
  return false;
}

// "no, I do", "yeah, I don't": what the verb right after it says.
int FreeLeading::EchoAfter(int end, size_t next) const {
  while (Is(next, content::v1::FREE_LEADS) || Turns(next)) {
    if (!Adjacent(end, next)) return 0;
    end = marks_[next++].end;
  }
  return next < marks_.size() && Leads(end, next)
             ? echo_.StrictSignOf(marks_[next])
             : 0;
}

// "yeah, I don't know"; not "do you know him?" – "no, I don't know him".
bool FreeLeading::DoesNotKnow(int end, size_t next) const {
  if (Asks(content::v1::FREE_ASKS_KNOWING)) return false;
  while (Turns(next) && Adjacent(end, next)) end = marks_[next++].end;
  // "no, it's too soon to tell"
  bool unsure =
      Is(next, content::v1::FREE_UNSURE) && marks_[next].begin <= end + kNear;
  for (size_t i = next; i < marks_.size() && !unsure; ++i) {
    // "yes, I think, or maybe not"
    unsure = Is(i, content::v1::FREE_OPEN) &&
             reading_.tokens[marks_[i].begin].Is(concludes_);
  }
  return unsure;
}

// One such word may be a mere turn of phrase: "yeah, I don't know, I like it".
Verdict FreeLeading::Unsure(size_t next, bool hesitates) const {
  int count = hesitates ? 1 : 0;
  for (size_t i = next; i < marks_.size(); ++i) {
    count += Is(i, content::v1::FREE_UNSURE) ? 1 : 0;
  }
  return count > 1
             ? Verdict::Of(Answer::Unsure(), v1::PROBABLE, "does not know")
             : Verdict::Doubtful("does not know");
}

// "yes, I'd love to, but I'm working", "no, well, sometimes": what follows, or
// what stands behind the "but", says the opposite.
bool FreeLeading::HeldBack(int end, size_t next, int sign) const {
  for (size_t i = next; i < marks_.size(); ++i) {
    const FreeMark& mark = marks_[i];
    const bool against =
        mark.begin > end &&
        reading_.tokens[mark.begin - 1].Is(reading_.language->roles().joint);
    if (!against && !(i == next && Adjacent(end, i))) continue;
    switch (mark.kind) {
      case content::v1::FREE_NOT_DONE:
      case content::v1::FREE_PREVENTED:
      case content::v1::FREE_DECLINES:
      case content::v1::FREE_DISLIKES:
      case content::v1::FREE_NEVER:
      case content::v1::FREE_OFTEN:
        if (fit_.Of(mark) == -sign) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

Verdict FreeLeading::Yes(const FreeMark& first, const FreeMark& mark,
                         size_t next) const {
  if (Asks(content::v1::FREE_ASKS_MIND)) {
    const bool sure = mark.kind == content::v1::FREE_SURELY;
    // "sure, go ahead", "yeah, that's fine"
    if (answer_.Has(content::v1::FREE_GOES_AHEAD) ||
        answer_.Has(content::v1::FREE_SUFFICES) ||
        (sure && first.kind == mark.kind && mark.end == Count())) {
      return FreeVerdict(mark, -1, "does not mind");
    }
    if (sure) return Verdict::Doubtful("surely does, or does not");
  }
  // "Is this seat taken?" – "Yeah, help yourself."
  if (Asks(content::v1::FREE_ASKS_TAKEN) &&
      answer_.Has(content::v1::FREE_GOES_AHEAD)) {
    return Verdict::Doubtful("a yes that gives leave");
  }
  // "You don't smoke?" – "Yes."
  if (next >= marks_.size() && echo_.StatesNegative()) {
    return Verdict::Doubtful("agrees, or objects");
  }
  if (Over(mark, next)) return NoMore(mark);
  return FreeVerdict(mark, 1, "leading yes", v1::CERTAIN);
}

// "yeah, we had one, but not any more"
Verdict FreeLeading::NoMore(const FreeMark& mark) const {
  return answer_.Has(content::v1::FREE_NOT_ANY_MORE) && echo_.SaysWas(mark.end)
             ? FreeVerdict(mark, -1, "no more")
             : Verdict::Doubtful("yes, but over");
}

bool FreeLeading::Over(const FreeMark& mark, size_t next) const {
  if (Asks(content::v1::FREE_ASKS_DONE) &&
      !Asks(content::v1::FREE_ASKS_HAVING)) {
    return false;
  }
  // "yeah, I sure do, I used to …"
  if (EchoAfter(mark.end, next) > 0) return false;
  for (size_t i = next; i < marks_.size(); ++i) {
    if (Is(i, content::v1::FREE_NOT_ANY_MORE)) return true;
    if (Is(i, content::v1::FREE_OVER) &&
        (Adjacent(mark.end, i) || SetAgainst(mark.end, marks_[i].begin))) {
      return true;
    }
  }
  return false;
}

// A "but" stands right after the first word.
bool FreeLeading::SetAgainst(int begin, int end) const {
  return begin < end &&
         reading_.tokens[begin].Is(reading_.language->roles().joint);
}

Verdict FreeLeading::No(const FreeMark& mark, size_t next, bool turned) const {
  const bool near = Adjacent(mark.end, next);
  const bool asks_leave =
      Asks(content::v1::FREE_ASKS_LEAVE) || Asks(content::v1::FREE_ASKS_WELL);
  const bool disturbs =
      Asks(content::v1::FREE_ASKS_MIND) || Asks(content::v1::FREE_ASKS_TAKEN);
  if (near && asks_leave && !disturbs && !Asks(content::v1::FREE_ASKS_OFFER) &&
      GivesLeave(next)) {
    return FreeVerdict(marks_[next], 1, "no, it is well");
  }
  // "Did you like it?" – "No, it was great."
  if (near && Is(next, content::v1::FREE_LIKES) &&
      (Asks(content::v1::FREE_ASKS_NEGATED) ||
       Asks(content::v1::FREE_ASKS_LIKING))) {
    return FreeVerdict(marks_[next], 1, "no, to the contrary");
  }
  // "yeah no, she's great"
  if (turned && answer_.Has(content::v1::FREE_LIKES)) {
    return FreeVerdict(mark, 1, "a yes that hesitates");
  }
  if (near && Is(next, content::v1::FREE_TURNS) && Hesitates(next)) {
    return Verdict::Doubtful("no, well");
  }
  return FreeVerdict(mark, -1, "leading no", v1::CERTAIN);
}

bool FreeLeading::GivesLeave(size_t at) const {
  return Is(at, content::v1::FREE_GOES_AHEAD) ||
         (Is(at, content::v1::FREE_SUFFICES) &&
          Asks(content::v1::FREE_ASKS_WELL));
}

// "no, well, the end bit": something follows that is no denial.
bool FreeLeading::Hesitates(size_t at) const {
  const FreeMark& mark = marks_[at];
  if (mark.end == Count() || !echo_.IsHesitation(mark)) return false;
  if (at + 1 < marks_.size() && FreeSign(marks_[at + 1].kind) < 0) return false;
  return !echo_.DeniesFrom(mark.end);
}

}  // namespace firstvisit
