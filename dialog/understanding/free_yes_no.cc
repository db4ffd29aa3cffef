// Method: a leading "yes" or "no" decides (free_leading.h). Without one, the
// first phrase answers if it fits what is asked (free_fit.h): "go ahead" where
// leave is asked, "every day" where a habit is. Then things that exclude each
// other, how many, the question's own verb said again, and phrases farther on,
// if all of them say one thing. Everything else is asked again. Tests:
// free_yes_no_test.cc.

#include "dialog/understanding/free_yes_no.h"

#include "dialog/understanding/free_echo.h"
#include "dialog/understanding/free_fit.h"
#include "dialog/understanding/free_leading.h"
#include "dialog/understanding/free_marks.h"

namespace firstvisit {
namespace {

Verdict Guess(int sign, const char* rule) {
  return Verdict::Of(sign > 0 ? Answer::Yes() : Answer::No(), v1::PROBABLE,
                     rule);
}

class FreeDecider {
 public:
  FreeDecider(const Reading& reading, const Reading& prompt)
      : reading_(reading),
        answer_(reading),
        prompt_(prompt),
        echo_(reading, answer_, prompt, prompt_),
        fit_(prompt_, echo_),
        leading_(reading, answer_, prompt_, echo_, fit_),
        marks_(answer_.marks()) {
    answer_.Settle([this](const FreeMark& mark) {
      return !Topical(mark.kind) || fit_.Of(mark) != 0;
    });
  }

  Verdict Decide() const {
    const int head = Head();
    if (head >= 0 && FreeSign(marks_[head].kind) != 0) {
      return leading_.Decide(head);
    }
    if (reading_.Has(content::v1::REFUSAL)) return Refusal();
    if (head >= 0 && marks_[head].kind == content::v1::FREE_OPEN) {
      // "yes and no, but really no"
      const FreeMark* later = leading_.TurnedLater(head + 1, /*sign=*/0);
      if (later != nullptr) {
        return FreeVerdict(*later, FreeSign(later->kind), "turned round");
      }
    }
    if (answer_.Has(content::v1::FREE_UNSURE)) return Unsure(head);
    if (LeftOpen()) return Verdict::Doubtful("left open");
    return head < 0 ? Besides() : Indirect(marks_[head]);
  }

 private:
  bool Asks(FreeKind kind) const { return prompt_.Has(kind); }

  // Kinds that mean nothing where they do not fit, and hide nothing there.
  static bool Topical(FreeKind kind) {
    switch (kind) {
      case content::v1::FREE_DECLINES:
      case content::v1::FREE_LIKES:
      case content::v1::FREE_DISLIKES:
      case content::v1::FREE_OFTEN:
      case content::v1::FREE_SELDOM:
      case content::v1::FREE_DONE:
      case content::v1::FREE_NOT_DONE:
      case content::v1::FREE_HAS:
      case content::v1::FREE_LASTS:
      case content::v1::FREE_SOMEWHAT:
        return true;
      default:
        return kind >= content::v1::FREE_PREVENTED &&
               kind <= content::v1::FREE_PAST;
    }
  }

  // The first thing said: nothing but fillers before it. -1: none.
  int Head() const {
    int end = 0;
    for (size_t i = 0; i < marks_.size(); ++i) {
      if (!leading_.Leads(end, i)) return -1;
      if (!leading_.Turns(i) && marks_[i].kind != content::v1::FREE_LEADS) {
        return static_cast<int>(i);
      }
      end = marks_[i].end;
    }
    return -1;
  }

  bool LeftOpen() const {
    return answer_.Has(content::v1::FREE_OPEN) || reading_.clauses.empty() ||
           reading_.clauses.back().after == Break::kQuestion;
  }

  // "I'd rather not": to an offer that is a "no".
  Verdict Refusal() const {
    const bool offered = fit_.AsksFavour() ||
                         Asks(content::v1::FREE_ASKS_COMING) ||
                         Asks(content::v1::FREE_ASKS_LIKING);
    return offered ? Guess(-1, "would rather not")
                   : Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
  }

  // "No idea": to "do you know" that is a "no".
  Verdict Unsure(int head) const {
    const bool leads =
        head >= 0 && marks_[head].kind == content::v1::FREE_UNSURE;
    for (const FreeMark& mark : marks_) {
      const bool says = mark.kind != content::v1::FREE_UNSURE &&
                        mark.kind != content::v1::FREE_OPEN &&
                        (leads ? FreeSign(mark.kind) : fit_.Of(mark)) != 0;
      if (says) return Verdict::Doubtful("says it, and does not know");
    }
    if (Asks(content::v1::FREE_ASKS_KNOWING)) {
      return Guess(-1, "does not know");
    }
    if (reading_.Has(content::v1::CONTRAST)) {
      return Verdict::Doubtful("does not know, but");
    }
    return Verdict::Of(Answer::Unsure(), v1::PROBABLE, "does not know");
  }

  // Something that is no "yes" or "no" by itself.
  Verdict Indirect(const FreeMark& mark) const {
    const int sign = fit_.Of(mark);
    if (sign == 0) return Besides();
    for (const FreeMark& other : marks_) {
      const int says = other.begin > mark.begin ? FreeSign(other.kind) : 0;
      if (says == -sign && !leading_.Determines(other)) {
        return Verdict::Doubtful("yes and no");
      }
    }
    return FreeVerdict(mark, sign, "fits what is asked");
  }

  // No phrase that fits stands first.
  Verdict Besides() const {
    if (reading_.Has(content::v1::CONDITION)) {
      return Verdict::Doubtful("left open");
    }
    if (const int sign = Excludes(); sign != 0) {
      return Guess(sign, "things that exclude each other");
    }
    const bool turned = Asks(content::v1::FREE_ASKS_TURNED) ||
                        Asks(content::v1::FREE_ASKS_WELL) ||
                        Asks(content::v1::FREE_ASKS_LIKING);
    const bool counts = Asks(content::v1::FREE_ASKS_HAVING) ||
                        fit_.AsksHabit() ||
                        (fit_.AsksDone() && echo_.AsksListener());
    if (counts && !turned && echo_.Numbers()) return Guess(1, "how many");
    if (Asks(content::v1::FREE_ASKS_ANY) && !turned && marks_.empty() &&
        echo_.IsFragment()) {
      return Guess(1, "names one");
    }
    const int along = Along();
    if (!turned && along >= 0 && echo_.SaysVerb()) {
      return Guess(1, "the verb again");
    }
    return along == 0 ? Verdict::Nothing("nothing said")
                      : Guess(along, "fits, farther on");
  }

  // What the phrases anywhere say, if all say one thing; 0: nothing sure.
  int Along() const {
    int sign = 0;
    for (const FreeMark& mark : marks_) {
      const int says = FarOn(mark.kind) && mark.begin < kNear && !Negated(mark)
                           ? fit_.Of(mark)
                           : 0;
      if (says == 0) continue;
      if (sign == -says) return 0;
      sign = says;
    }
    return reading_.Has(content::v1::CONTRAST) ? 0 : sign;
  }

  // A negation stands before it in its clause.
  bool Negated(const FreeMark& mark) const {
    const Clause& clause = reading_.clauses[reading_.clause_of[mark.begin]];
    for (int i = clause.first_cue; i < clause.last_cue; ++i) {
      const CueMention& cue = reading_.cues[i];
      if (cue.kind == content::v1::NEGATION && cue.begin < mark.begin) {
        return true;
      }
    }
    return false;
  }

  // Kinds that are plain wherever they stand.
  static bool FarOn(FreeKind kind) {
    switch (kind) {
      case content::v1::FREE_WELCOMES:
      case content::v1::FREE_DECLINES:
      case content::v1::FREE_PREVENTED:
      case content::v1::FREE_LIKES:
      case content::v1::FREE_DISLIKES:
      case content::v1::FREE_SKILLED:
      case content::v1::FREE_UNSKILLED:
      case content::v1::FREE_SELDOM:
      case content::v1::FREE_OFTEN:
      case content::v1::FREE_NEVER:
      case content::v1::FREE_NOT_DONE:
      case content::v1::FREE_STILL:
        return true;
      default:
        return false;
    }
  }

  // "Monday, actually", when asked about Sunday; "freezing", about cold.
  int Excludes() const {
    int sign = 0;
    for (const FreeMember& said : answer_.members()) {
      for (const FreeMember& asked : prompt_.members()) {
        if (said.series != asked.series) continue;
        const int says =
            said.member == asked.member ? Agrees(said) : Contradicts(said);
        if (says == 0 || sign == -says) return 0;
        sign = says;
      }
    }
    return Asks(content::v1::FREE_ASKS_NEGATED) ? 0 : sign;
  }

  bool Plain(const FreeMember& said) const {
    const Clause& clause = reading_.clauses[reading_.clause_of[said.begin]];
    return !clause.conditional && !clause.other &&
           !reading_.Has(content::v1::CONTRAST) && said.begin < kNear;
  }

  int Contradicts(const FreeMember& said) const {
    return Plain(said) && !echo_.DeniesFrom(0) ? -1 : 0;
  }

  // "It's not cold", "freezing".
  int Agrees(const FreeMember& said) const {
    if (!Plain(said) || Asks(content::v1::FREE_ASKS_LASTING)) return 0;
    const bool predicate = echo_.IsPredicate(said.begin);
    if (!predicate) return 0;
    return echo_.DeniesFrom(0) ? -1 : 1;
  }

  // What is no first phrase stands this near to the beginning.
  static constexpr int kNear = 6;

  const Reading& reading_;
  FreeMarks answer_;
  const FreeMarks prompt_;
  const FreeEcho echo_;
  const FreeFit fit_;
  const FreeLeading leading_;
  const std::vector<FreeMark>& marks_;
};

}  // namespace

Verdict DecideFreeYesNo(const Reading& reading, const Reading& prompt) {
  return FreeDecider(reading, prompt).Decide();
}

}  // namespace firstvisit
