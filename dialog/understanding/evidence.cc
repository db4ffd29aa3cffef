// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/evidence.h"

#include <algorithm>
#include <cstdint>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

enum class Sense { kPresent, kDenied, kNone };

// A mention of the matter itself: does it speak for or against it?
Sense SenseOf(const Reading& reading, const Mention& mention,
              const content::v1::QuestionPhrases& phrases, bool& past) {
  if (mention.other || mention.questioned) return Sense::kNone;
  if (mention.negated) {
    // "not any more" and "it isn't over": only plain denial counts.
    return Sense::kDenied;
  }
  if (phrases.tense() == content::v1::RECENT) {
    const TimeMention* time = TimeOf(reading, mention);
    if (time != nullptr && !time->since && time->low > phrases.window_days()) {
      past = true;
      return Sense::kDenied;
    }
  } else if (phrases.tense() != content::v1::EVER && mention.ended) {
    past = true;
    return Sense::kDenied;
  }
  return Sense::kPresent;
}

bool Covers(const content::v1::QuestionPhrases& phrases,
            const std::vector<const Mention*>& denied) {
  std::uint64_t parts = 0;
  for (const Mention* mention : denied) {
    const int part = mention->rule->part;
    if (part < 0 || phrases.aspect(part).whole()) return true;
    parts |= std::uint64_t{1} << part;
  }
  for (int i = 0; i < phrases.aspect_size(); ++i) {
    const auto& aspect = phrases.aspect(i);
    const bool needed = aspect.phrase_size() > 0 && !aspect.whole();
    if (needed && (parts >> i & 1) == 0) return false;
  }
  return parts != 0;
}

void AddMatter(const Reading& reading, const Mention& mention,
               const content::v1::QuestionPhrases& phrases,
               MatterEvidence& out) {
  bool past = false;
  switch (SenseOf(reading, mention, phrases, past)) {
    case Sense::kNone:
      return;
    case Sense::kPresent:
      out.present.push_back(&mention);
      out.implied_only &= mention.rule->kind == Kind::kImplied;
      out.conditional |= mention.conditional;
      break;
    case Sense::kDenied:
      // What is only implied is not denied by its opposite.
      if (mention.rule->kind == Kind::kImplied && !past) return;
      out.denied.push_back(&mention);
      out.past_only &= past;
      break;
  }
  out.guessed |= mention.guessed;
  if (out.first == nullptr) out.first = &mention;
}

void AddMention(const Reading& reading, const Mention& mention, bool open,
                const content::v1::QuestionPhrases& phrases,
                MatterEvidence& out) {
  switch (mention.rule->kind) {
    case Kind::kPresentHere:
      if (!open) return;
      AddMatter(reading, mention, phrases, out);
      return;
    case Kind::kPresent:
    case Kind::kImplied:
      AddMatter(reading, mention, phrases, out);
      return;
    case Kind::kAbsentHere:
    case Kind::kAbsent:
      if (mention.rule->kind == Kind::kAbsentHere && !open) return;
      if (mention.other || mention.negated || mention.questioned) return;
      out.absent.push_back(&mention);
      out.guessed |= mention.guessed;
      if (out.first == nullptr) out.first = &mention;
      return;
    case Kind::kUnsure:
      out.unsure |= open && !mention.other;
      return;
    case Kind::kHint:
      if (!mention.negated && !mention.other) out.hints.push_back(&mention);
      return;
    case Kind::kInapplicable:
      if (!mention.negated && !mention.other) out.inapplicable = &mention;
      return;
    default:
      return;
  }
}

// "every day" answers only where nothing else is being talked about.
bool FrequencyCounts(const Reading& reading, const CueMention& cue) {
  const Clause& clause = reading.clauses[cue.clause];
  return !clause.mentions && reading.Unknown(clause.begin, clause.end) == 0;
}

// "no" before a noun nobody knows ("I have no car") is no answer unless it
// leads its clause or ends it.
bool Replies(const Reading& reading, const CueMention& cue) {
  const Clause& clause = reading.clauses[cue.clause];
  if (cue.leads || cue.end == clause.end) return true;
  if (cue.end - cue.begin > 1) return true;
  return reading.Unknown(cue.end, clause.end) == 0;
}

}  // namespace

MatterEvidence FindEvidence(const Reading& reading, const Matter& matter,
                            bool open) {
  MatterEvidence out;
  const auto* phrases = reading.language->hearing(matter.index).phrases;
  if (phrases == nullptr) return out;
  out.past_only = true;
  for (const Mention& mention : reading.mentions) {
    if (mention.rule->question != matter.index) continue;
    if (mention.begin < reading.corrected_at) continue;
    AddMention(reading, mention, open, *phrases, out);
  }
  out.covers_all = !out.denied.empty() && Covers(*phrases, out.denied);
  out.past_only &= !out.denied.empty();
  out.implied_only &= !out.present.empty();
  return out;
}

const TimeMention* TimeOf(const Reading& reading, const Mention& mention) {
  const TimeMention* nearest = nullptr;
  for (const TimeMention& time : reading.times) {
    if (time.kind != TimeMention::Kind::kBefore) continue;
    const int apart = reading.clause_of[time.begin] - mention.clause;
    if (apart == 0) return &time;
    if (std::abs(apart) == 1 && nearest == nullptr) nearest = &time;
  }
  return nearest;
}

std::vector<Polarity> FindPolarities(const Reading& reading, bool trouble) {
  std::vector<Polarity> out;
  for (const CueMention& cue : reading.cues) {
    if (cue.begin < reading.corrected_at || cue.governs) continue;
    int sign = 0;
    switch (cue.kind) {
      case content::v1::AFFIRM:
      case content::v1::ALL:
      case content::v1::DOUBLE_NEGATION:
        sign = 1;
        break;
      case content::v1::DENY:
      case content::v1::NONE:
        sign = Replies(reading, cue) ? -1 : 0;
        break;
      case content::v1::OFTEN:
        sign = FrequencyCounts(reading, cue) ? 1 : 0;
        break;
      case content::v1::SELDOM:
        sign = FrequencyCounts(reading, cue) ? -1 : 0;
        break;
      case content::v1::AGREE:
        sign = trouble ? 0 : 1;
        break;
      case content::v1::NO_TROUBLE:
        sign = trouble ? -1 : 1;
        break;
      default:
        break;
    }
    if (sign == 0) continue;
    const Clause& clause = reading.clauses[cue.clause];
    if (clause.after == Break::kQuestion && cue.kind != content::v1::DENY &&
        cue.kind != content::v1::AFFIRM) {
      continue;
    }
    // "my wife does": hers. A leading "yes" or "no" is always the speaker's.
    if (clause.other && !cue.leads) continue;
    out.push_back({sign, &cue});
  }
  return out;
}

}  // namespace firstvisit
