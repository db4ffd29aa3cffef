// Tests: free_yes_no_test.cc.

#include "dialog/understanding/free_fit.h"

namespace firstvisit {

int FreeSign(FreeKind kind) {
  switch (kind) {
    case content::v1::FREE_YES:
    case content::v1::FREE_SURELY:
    case content::v1::FREE_CONFIRMS:
      return 1;
    case content::v1::FREE_NO:
    case content::v1::FREE_SURELY_NOT:
      return -1;
    default:
      return 0;
  }
}

bool FreeFit::AsksHabit() const {
  return Asks(content::v1::FREE_ASKS_HABIT) &&
         !Asks(content::v1::FREE_ASKS_WELL) &&
         !Asks(content::v1::FREE_ASKS_OPINION) &&
         !Asks(content::v1::FREE_ASKS_KNOWING) &&
         !Asks(content::v1::FREE_ASKS_MIND);
}

// Whether something has been done, once, by now.
bool FreeFit::AsksDone() const {
  return Asks(content::v1::FREE_ASKS_DONE) &&
         !Asks(content::v1::FREE_ASKS_HAVING) &&
         !Asks(content::v1::FREE_ASKS_LIKING);
}

bool FreeFit::AsksFavour() const {
  return (Asks(content::v1::FREE_ASKS_OFFER) ||
          Asks(content::v1::FREE_ASKS_LEAVE)) &&
         !Asks(content::v1::FREE_ASKS_MIND);
}

int FreeFit::Of(const FreeMark& mark) const {
  if (const int sign = FreeSign(mark.kind); sign != 0) return sign;
  const bool turned = Asks(content::v1::FREE_ASKS_TURNED);
  switch (mark.kind) {
    case content::v1::FREE_ECHOES:
    case content::v1::FREE_ECHOES_NOT:
      return echo_.SignOf(mark);
    case content::v1::FREE_DENIES:
      // "I can't afford it" may well be a "yes" to "Will you cancel it?".
      return turned ? 0 : echo_.SignOf(mark);
    case content::v1::FREE_SOMEWHAT:
      return turned ? 0 : 1;
    case content::v1::FREE_NEVER:
      return turned ? 0 : -1;
    case content::v1::FREE_GOES_AHEAD:
    case content::v1::FREE_SUFFICES:
    case content::v1::FREE_WELCOMES:
    case content::v1::FREE_DECLINES:
    case content::v1::FREE_PREVENTED:
    case content::v1::FREE_WILLING:
      return Courtesy(mark);
    default:
      break;
  }
  if (turned) return 0;
  switch (mark.kind) {
    case content::v1::FREE_LIKES:
    case content::v1::FREE_DISLIKES:
      return Taste(mark.kind);
    case content::v1::FREE_SKILLED:
    case content::v1::FREE_UNSKILLED:
      return Ability(mark.kind);
    case content::v1::FREE_DONE:
    case content::v1::FREE_NOT_DONE:
    case content::v1::FREE_STILL:
    case content::v1::FREE_PAST:
      return Course(mark.kind);
    default:
      return Custom(mark);
  }
}

// Leave and favours, offers and invitations.
int FreeFit::Courtesy(const FreeMark& mark) const {
  const bool mind = Asks(content::v1::FREE_ASKS_MIND);
  const bool offer = Asks(content::v1::FREE_ASKS_OFFER);
  const bool leave = Asks(content::v1::FREE_ASKS_LEAVE);
  const bool well = Asks(content::v1::FREE_ASKS_WELL);
  const bool coming = Asks(content::v1::FREE_ASKS_COMING);
  switch (mark.kind) {
    case content::v1::FREE_GOES_AHEAD:
      if (mind || Asks(content::v1::FREE_ASKS_TAKEN)) return -1;
      return leave || offer || well ? 1 : 0;
    case content::v1::FREE_SUFFICES:
      if (mind) return -1;
      if (offer) return echo_.OfSpeaker(mark) ? -1 : 0;
      return well || (leave && !echo_.OfSpeaker(mark)) ? 1 : 0;
    case content::v1::FREE_WELCOMES:
      return (offer || leave || coming) && !mind ? 1 : 0;
    case content::v1::FREE_WILLING:
      return AsksFavour() || coming ? 1 : 0;
    case content::v1::FREE_PREVENTED:
      return AsksFavour() || coming ? -1 : 0;
    default:
      return (offer || leave || coming) && !mind ? -1 : 0;
  }
}

int FreeFit::Taste(FreeKind kind) const {
  const bool offered = AsksFavour() || Asks(content::v1::FREE_ASKS_COMING);
  if (kind == content::v1::FREE_DISLIKES && offered) return -1;
  if (!Asks(content::v1::FREE_ASKS_LIKING) && !AsksHabit()) return 0;
  return kind == content::v1::FREE_LIKES ? 1 : -1;
}

int FreeFit::Ability(FreeKind kind) const {
  if (!Asks(content::v1::FREE_ASKS_ABLE)) return 0;
  return kind == content::v1::FREE_SKILLED ? 1 : -1;
}

// Whether it was done, is still to be done, or was done once.
int FreeFit::Course(FreeKind kind) const {
  switch (kind) {
    case content::v1::FREE_DONE:
      return AsksDone() ? 1 : 0;
    case content::v1::FREE_NOT_DONE:
      return AsksDone() ? -1 : 0;
    case content::v1::FREE_STILL:
      return AsksDone() && !Asks(content::v1::FREE_ASKS_EVER) ? -1 : 0;
    default:
      return Asks(content::v1::FREE_ASKS_EVER) ? 1 : 0;
  }
}

// How often, how many, since when, no more.
int FreeFit::Custom(const FreeMark& mark) const {
  const bool habit = AsksHabit();
  const bool having = Asks(content::v1::FREE_ASKS_HAVING);
  const bool lasting = Asks(content::v1::FREE_ASKS_LASTING);
  switch (mark.kind) {
    case content::v1::FREE_OFTEN:
      return habit || Asks(content::v1::FREE_ASKS_DONE) ? 1 : 0;
    case content::v1::FREE_SELDOM:
      return habit ? -1 : 0;
    case content::v1::FREE_OVER:
      return habit || having || lasting ? -1 : 0;
    case content::v1::FREE_NOT_ANY_MORE:
      return -1;
    case content::v1::FREE_HAS:
      return having ? 1 : 0;
    case content::v1::FREE_PLACE:
      return having || Asks(content::v1::FREE_ASKS_PLACE) ? 1 : 0;
    case content::v1::FREE_OTHERS:
      return habit || Asks(content::v1::FREE_ASKS_ABLE) ? -1 : 0;
    case content::v1::FREE_LASTS:
      return (lasting || habit) && !Asks(content::v1::FREE_ASKS_LIKING) ? 1 : 0;
    default:
      return 0;
  }
}

}  // namespace firstvisit
