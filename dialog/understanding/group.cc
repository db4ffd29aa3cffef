// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/group.h"

#include <utility>
#include <vector>

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

// What is said of each member. `open`: also in words that mean a member only in
// an answer to it.
struct Heard {
  std::vector<Verdict> members;
  int named = 0;
  int denied = 0;
  bool hinted = false;  // something is said of a member, and not understood
};

Heard Hear(const Reading& reading, const std::vector<const Matter*>& members,
           bool open) {
  Heard heard;
  for (const Matter* member : members) {
    const MatterEvidence evidence = FindEvidence(reading, *member, open);
    const Verdict verdict = OverhearYesNo(reading, *member, open);
    const bool said =
        !evidence.silent() || evidence.elsewhere || evidence.tangled;
    heard.hinted |= !evidence.hints.empty() || (said && !verdict.answered());
    heard.named += verdict.answered() && verdict.answer.is(kYes);
    heard.denied += verdict.answered() && verdict.answer.is(kNo);
    heard.members.push_back(verdict);
  }
  return heard;
}

// "hot", said to a group: counts where it can mean one member alone.
Heard HearMembers(const Reading& reading,
                  const std::vector<const Matter*>& members) {
  Heard plain = Hear(reading, members, /*open=*/false);
  if (plain.named + plain.denied > 0) return plain;
  Heard loose = Hear(reading, members, /*open=*/true);
  if (loose.named == 1 && loose.denied == 0 && !loose.hinted) {
    for (Verdict& verdict : loose.members) verdict.confidence = v1::PROBABLE;
    return loose;
  }
  plain.hinted |= loose.hinted || loose.named + loose.denied > 0;
  return plain;
}

}  // namespace

GroupVerdict DecideGroup(const Reading& reading,
                         const std::vector<const Matter*>& members) {
  Heard heard = HearMembers(reading, members);
  const bool named = heard.named > 0;
  GroupVerdict group;
  group.members = std::move(heard.members);
  const int sign = SignOf(
      FindPolarities(reading, /*trouble=*/true, /*now=*/true, /*frames=*/{}));
  const bool doubtful = heard.hinted || Strange(reading) ||
                        reading.Has(content::v1::DONT_KNOW) ||
                        reading.Has(content::v1::MAYBE);
  if (named || heard.denied > 0) {
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
