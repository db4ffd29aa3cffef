// What speaks for "yes" and for "no" to one question in a reading.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_EVIDENCE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_EVIDENCE_H_

#include <cstdint>
#include <vector>

#include "dialog/understanding/matter.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

// Whether a clause speaks of what the question asks: this person's matter, in
// this place, at this time.
enum class Frame : std::uint8_t {
  kAsked,
  kElsewhere,  // "my ankle", "the other knee"
  kPast,       // before the time that counts
};

// The words about the matter itself.
struct MatterEvidence {
  std::vector<const Mention*> present;  // asserted of the client, now
  std::vector<const Mention*> denied;   // negated, over, or out of the window
  std::vector<const Mention*> absent;   // said to be absent without "not"
  std::vector<const Mention*> hints;
  bool covers_all = false;  // `denied` leaves no part open
  bool unsure = false;
  bool tangled = false;      // it is said under two negations, or only supposed
  bool implied_only = true;  // nothing in `present` says it outright
  bool conditional = false;
  bool guessed = false;       // through a mended misspelling
  bool past_only = false;     // `denied` holds only what is over
  bool wears_off = false;     // it is asked how long it lasts
  bool elsewhere = false;     // it is said of another place
  bool unable = false;        // an ability is denied outright
  std::vector<Frame> frames;  // of each clause
  const Mention* inapplicable = nullptr;
  const Mention* first = nullptr;

  bool silent() const {
    return present.empty() && denied.empty() && absent.empty();
  }
};

// `open`: the answer was given to this very question, so that phrases that
// mean it only there count as well.
MatterEvidence FindEvidence(const Reading& reading, const Matter& matter,
                            bool open);

// The days between the matter of a mention and today, where it is said; null:
// it is not.
const TimeMention* TimeOf(const Reading& reading, const Mention& mention);

// Words of "yes" and "no" that belong to no phrase.
struct Polarity {
  int sign = 0;  // +1 yes, -1 no
  const CueMention* cue = nullptr;
};
// `frames`: of each clause, or none; a "yes" or "no" outside of what is asked
// is none. `trouble`: a trouble is asked for, so that "no problem" is "no".
// `now`: it is asked how things are, so that "it was" is no "yes".
std::vector<Polarity> FindPolarities(const Reading& reading, bool trouble,
                                     bool now,
                                     const std::vector<Frame>& frames);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_EVIDENCE_H_
