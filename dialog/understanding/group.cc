// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/group.h"

#include <algorithm>

#include "dialog/understanding/evidence.h"
#include "dialog/understanding/yes_no.h"

namespace firstvisit {
namespace {

using Outcome = Hearing::Outcome;

// "only that", "nothing else": the members not named are answered too.
bool OnlyThese(const Reading& reading) {
  return reading.Has(content::v1::ONLY) || reading.Has(content::v1::NONE);
}

// Something is said that no phrase knows, set against the rest or alone.
bool Strange(const Reading& reading) {
  bool first = true;
  for (const Clause& clause : reading.clauses) {
    const bool apart = !first && (clause.contrast || clause.only);
    if (apart && reading.Unknown(clause.begin, clause.end) > 0) return true;
    first = false;
  }
  return false;
}

int SignOf(const std::vector<Polarity>& polarities) {
  int sign = 0;
  for (const Polarity& polarity : polarities) {
    if (sign != 0 && sign != polarity.sign) return 0;
    sign = polarity.sign;
  }
  return sign;
}

Verdict Doubt(const Reading& reading) {
  if (reading.Has(content::v1::REFUSAL)) {
    return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
  }
  return Verdict::Nothing("not named");
}

}  // namespace

GroupVerdict DecideGroup(const Reading& reading,
                         const std::vector<const Matter*>& members) {
  GroupVerdict group;
  bool named = false;
  bool hinted = false;
  bool denied = false;
  for (const Matter* member : members) {
    const MatterEvidence evidence =
        FindEvidence(reading, *member, /*open=*/false);
    hinted |= !evidence.hints.empty();
    Verdict verdict = OverhearYesNo(reading, *member);
    denied |= verdict.answered() && verdict.answer.is(kNo);
    // Said and yet not understood: that member stays open.
    hinted |= !verdict.answered() && !evidence.silent();
    named |= verdict.answered() && verdict.answer.is(kYes);
    group.members.push_back(verdict);
  }
  const int sign = SignOf(FindPolarities(reading, /*trouble=*/true));
  const bool doubtful = hinted || Strange(reading) ||
                        reading.Has(content::v1::DONT_KNOW) ||
                        reading.Has(content::v1::MAYBE);
  if (named || denied) {
    group.outcome = Outcome::kFacts;
    const bool rest = named ? OnlyThese(reading) : sign < 0;
    if (rest && !doubtful) {
      for (Verdict& verdict : group.members) {
        if (!verdict.answered()) {
          verdict = Verdict::Of(Answer::No(), v1::PROBABLE, "nothing else");
        }
      }
    }
    return group;
  }
  if (sign < 0 && !doubtful) {
    group.outcome = Outcome::kNamesNone;
    return group;
  }
  if (sign < 0) return group;  // asked again, or one by one
  for (Verdict& verdict : group.members) verdict = Doubt(reading);
  if (group.members.front().answered()) {
    group.outcome = Outcome::kFacts;
  } else if (sign > 0 || reading.Has(content::v1::DONT_KNOW) ||
             reading.Has(content::v1::MAYBE)) {
    group.outcome = Outcome::kNamesSome;
  }
  return group;
}

}  // namespace firstvisit
