// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/evidence.h"

#include <algorithm>
#include <cstdint>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;
using content::v1::QuestionPhrases;

// What lies further back is no longer "now".
constexpr double kNowDays = 7;

bool IsPast(const TimeMention& time, const QuestionPhrases& phrases) {
  if (time.kind != TimeMention::Kind::kBefore || time.since) return false;
  switch (phrases.tense()) {
    case content::v1::EVER:
      return false;
    case content::v1::RECENT:
      return time.low > phrases.window_days();
    default:
      return time.low > kNowDays;
  }
}

// "Years ago, yes": a fragment before a comma frames the bare word after it.
void CarryFrames(const Reading& reading, std::vector<Frame>& frames) {
  for (size_t i = 1; i < frames.size(); ++i) {
    const Clause& before = reading.clauses[i - 1];
    const Clause& own = reading.clauses[i];
    if (frames[i] != Frame::kAsked || frames[i - 1] == Frame::kAsked ||
        before.after != Break::kComma || own.last_cue != own.first_cue + 1) {
      continue;
    }
    const CueMention& cue = reading.cues[own.first_cue];
    const bool fragment = before.first_cue == before.last_cue ||
                          !reading.cues[before.first_cue].leads;
    if (cue.leads && cue.end == own.end && fragment) frames[i] = frames[i - 1];
  }
}

// Nothing but a cue: "aye".
bool Bare(const Clause& clause) {
  return !clause.mentions && clause.last_cue == clause.first_cue + 1 &&
         clause.end - clause.begin <= 2;
}

// "I fell, but on the other knee": a place of its own clause, and nothing
// else in it, places what stands before it.
void PlaceBefore(const Reading& reading, const Mention& place,
                 std::vector<Frame>& frames) {
  const Clause& own = reading.clauses[place.clause];
  if (place.clause == 0 || own.mentions || own.end - place.end > 2) return;
  int at = place.clause - 1;
  if (at > 0 && reading.clauses[at].bridge) --at;
  // "I had a fall, aye, but it was my wrist": the "aye" goes with it.
  if (at > 0 && own.contrast && Bare(reading.clauses[at])) {
    frames[at] = Frame::kElsewhere;
    --at;
  }
  const Clause& before = reading.clauses[at];
  const bool set_apart =
      place.begin == own.begin || own.contrast || own.only || before.only;
  Frame& frame = frames[at];
  if (set_apart && before.after <= Break::kComma && before.mentions &&
      frame == Frame::kAsked) {
    frame = Frame::kElsewhere;
  }
}

// "hotter than the other one": what is compared with is no place of its own.
bool Compared(const Reading& reading, const Mention& place) {
  return place.begin > 0 &&
         reading.tokens[place.begin - 1].Is(reading.language->roles().compared);
}

// "I wrenched my knee and the foot is numb": after an "and" the place is
// that of another matter, and says nothing of where this one is.
bool OfAnother(const Reading& reading, const Mention& place) {
  const WordRoles& roles = reading.language->roles();
  if (place.begin == 0 ||
      !reading.tokens[place.begin - 1].Is(roles.number_and)) {
    return false;
  }
  const auto next = static_cast<size_t>(place.end);
  if (next < reading.tokens.size() && reading.tokens[next].Is(roles.pain)) {
    return true;
  }
  return std::any_of(reading.mentions.begin(), reading.mentions.end(),
                     [&](const Mention& other) {
                       const Kind kind = other.rule->kind;
                       return other.rule->question != kNoQuestion &&
                              other.rule->question != place.rule->question &&
                              (kind == Kind::kPresent ||
                               kind == Kind::kAbsent || kind == Kind::kTopic) &&
                              other.begin >= place.begin &&
                              other.begin <= place.end && other.end > place.end;
                     });
}

// `open`: see FindEvidence.
std::vector<Frame> FindFrames(const Reading& reading,
                              const QuestionPhrases& phrases,
                              QuestionIndex question, bool open) {
  std::vector<Frame> frames(reading.clauses.size(), Frame::kAsked);
  for (const TimeMention& time : reading.times) {
    if (IsPast(time, phrases)) {
      frames[reading.clause_of[time.begin]] = Frame::kPast;
    }
  }
  if (phrases.tense() != content::v1::EVER) {
    for (size_t i = 0; i < frames.size(); ++i) {
      if (reading.clauses[i].ended) frames[i] = Frame::kPast;
    }
  }
  for (const Mention& mention : reading.mentions) {
    if (mention.rule->kind == Kind::kElsewhere &&
        mention.rule->question == question && !mention.negated &&
        !Compared(reading, mention) && (open || !OfAnother(reading, mention))) {
      frames[mention.clause] = Frame::kElsewhere;
      PlaceBefore(reading, mention, frames);
    }
  }
  CarryFrames(reading, frames);
  return frames;
}

enum class Sense { kPresent, kDenied, kNone };

// "it was swollen this morning": as good as now.
bool IsFresh(const Reading& reading, const Mention& mention) {
  const TimeMention* time = TimeOf(reading, mention);
  return time != nullptr && time->high <= kNowDays &&
         !reading.Has(content::v1::CONTRAST);
}

// A mention of the matter itself: does it speak for or against it?
// "it's gone after five minutes": what wears off is there; only what stands
// before it ("used to be") says that it is over.
bool IsOver(const Reading& reading, const Mention& mention, bool wears_off) {
  if (!wears_off || !mention.ended) return mention.ended;
  const Clause& clause = reading.clauses[mention.clause];
  for (int i = clause.first_cue; i < clause.last_cue; ++i) {
    const CueMention& cue = reading.cues[i];
    if (cue.kind == content::v1::ENDED && cue.begin < mention.begin)
      return true;
  }
  return false;
}

Sense SenseOf(const Reading& reading, const Mention& mention,
              const QuestionPhrases& phrases, bool wears_off, bool& past) {
  if (mention.other || mention.questioned || mention.supposed) {
    return Sense::kNone;
  }
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
  } else if (phrases.tense() != content::v1::EVER &&
             (IsOver(reading, mention, wears_off) ||
              (mention.was && !IsFresh(reading, mention)))) {
    past = true;
    return Sense::kDenied;
  }
  return Sense::kPresent;
}

bool Covers(const QuestionPhrases& phrases,
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

// "shocks from the bum down and my foot's numb": a phrase behind an "and" that
// names its own place is in none that stands before.
bool PlacesItself(const Reading& reading, const Mention& mention) {
  if (mention.end - mention.begin < 2) return false;
  const WordRoles& roles = reading.language->roles();
  for (const Mention& place : reading.mentions) {
    if (place.rule->kind != Kind::kElsewhere ||
        place.rule->question != mention.rule->question ||
        place.clause != mention.clause) {
      continue;
    }
    bool apart = false;
    for (int i = place.end; i < mention.begin; ++i) {
      apart |= reading.tokens[i].Is(roles.number_and);
    }
    if (!apart) return false;
  }
  return true;
}

void AddMatter(const Reading& reading, const Mention& mention, bool open,
               const QuestionPhrases& phrases, MatterEvidence& out) {
  bool past = false;
  if (mention.tangled || mention.supposed) {
    out.tangled = true;
    return;
  }
  if (out.frames[mention.clause] == Frame::kElsewhere &&
      (open || !PlacesItself(reading, mention))) {
    return;
  }
  switch (SenseOf(reading, mention, phrases, out.wears_off, past)) {
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
                const QuestionPhrases& phrases, MatterEvidence& out) {
  switch (mention.rule->kind) {
    case Kind::kPresentHere:
      if (!open) return;
      AddMatter(reading, mention, open, phrases, out);
      return;
    case Kind::kPresent:
    case Kind::kImplied:
      AddMatter(reading, mention, open, phrases, out);
      return;
    case Kind::kAbsentHere:
    case Kind::kAbsent:
      if (mention.rule->kind == Kind::kAbsentHere && !open) return;
      if (mention.other || mention.questioned ||
          out.frames[mention.clause] == Frame::kElsewhere) {
        return;
      }
      if (mention.negated) {
        out.tangled = true;  // "not untucked"
        return;
      }
      out.absent.push_back(&mention);
      out.unable |= mention.rule->unable;
      out.guessed |= mention.guessed;
      if (out.first == nullptr) out.first = &mention;
      return;
    case Kind::kUnsure:
      out.unsure |= open && !mention.other;
      return;
    case Kind::kElsewhere:
      out.elsewhere |= !mention.negated && !Compared(reading, mention);
      return;
    case Kind::kHint:
      if (!mention.negated && !mention.other &&
          out.frames[mention.clause] == Frame::kAsked) {
        out.hints.push_back(&mention);
      }
      return;
    case Kind::kInapplicable:
      if (!mention.negated && !mention.other) out.inapplicable = &mention;
      return;
    default:
      return;
  }
}

// "both" answers, "both legs are normal" does not.
bool Closes(const Reading& reading, const CueMention& cue) {
  const Clause& clause = reading.clauses[cue.clause];
  return !clause.mentions && reading.Fills(cue.end, clause.end);
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

// "nobody's told me I have", "I don't know if I do": words of "yes" that hang
// on something said before them, in their clause or in the one that runs into
// it.
bool Embedded(const Reading& reading, const CueMention& cue) {
  const Clause& clause = reading.clauses[cue.clause];
  const bool runs_on =
      cue.clause > 0 && reading.tokens[clause.begin].before == Break::kNone;
  const int first =
      runs_on ? reading.clauses[cue.clause - 1].first_cue : clause.first_cue;
  for (int i = first; i < clause.last_cue; ++i) {
    const CueMention& before = reading.cues[i];
    if (before.begin >= cue.begin) return false;
    switch (before.kind) {
      case content::v1::NEGATION:
      case content::v1::DONT_KNOW:
      case content::v1::CONDITION:
      case content::v1::SUPPOSED:
        return true;
      case content::v1::DENY:
      case content::v1::SELDOM:
        if (before.clause == cue.clause) return true;
        // "nobody's told me I have": a sentence that goes on in the next.
        if (before.end - before.begin > 1 && before.end == cue.begin) {
          return true;
        }
        break;
      default:
        break;
    }
  }
  return false;
}

// "chest's fine", "no swelling": a hint in words that deny the matter is none.
// To a question of being able, neither is one in words that say so.
void DropAnswered(bool ability, MatterEvidence& out) {
  const auto within = [](const Mention* hint,
                         const std::vector<const Mention*>& said) {
    return std::any_of(said.begin(), said.end(), [&](const Mention* mention) {
      return mention->begin <= hint->begin && hint->end <= mention->end;
    });
  };
  const auto answered = [&](const Mention* hint) {
    return within(hint, out.absent) || within(hint, out.denied) ||
           (ability && within(hint, out.present));
  };
  out.hints.erase(std::remove_if(out.hints.begin(), out.hints.end(), answered),
                  out.hints.end());
}

// "it aches whatever I do": a short sentence of agreement is one only where
// nothing of its clause stands before it.
bool Trails(const Reading& reading, const CueMention& cue) {
  const Clause& clause = reading.clauses[cue.clause];
  return !cue.leads && cue.end - cue.begin > 1 &&
         (clause.mentions || reading.Unknown(clause.begin, cue.begin) > 0);
}

}  // namespace

MatterEvidence FindEvidence(const Reading& reading, const Matter& matter,
                            bool open) {
  MatterEvidence out;
  const auto* phrases = reading.language->hearing(matter.index).phrases;
  if (phrases == nullptr) return out;
  out.past_only = true;
  out.frames = FindFrames(reading, *phrases, matter.index, open);
  out.wears_off = matter.minutes_question != kNoQuestion;
  for (const Mention& mention : reading.mentions) {
    if (mention.rule->question != matter.index) continue;
    if (mention.begin < reading.corrected_at) continue;
    AddMention(reading, mention, open, *phrases, out);
  }
  DropAnswered(phrases->ability(), out);
  out.covers_all = !out.denied.empty() && Covers(*phrases, out.denied);
  out.past_only &= !out.denied.empty();
  out.implied_only &= !out.present.empty();
  return out;
}

const TimeMention* TimeOf(const Reading& reading, const Mention& mention) {
  const TimeMention* nearest = nullptr;
  for (const TimeMention& time : reading.times) {
    if (time.kind != TimeMention::Kind::kBefore) continue;
    const int own = reading.clause_of[time.begin];
    int apart = own - mention.clause;
    if (apart == 0) return &time;
    // "My knee is hot. I had it replaced in 2019": another matter's.
    const Break between = reading.clauses[std::min(own, mention.clause)].after;
    if (between >= Break::kStop && reading.clauses[own].mentions) continue;
    // "a crash, but that was 2019"
    if (apart == 2 && reading.clauses[mention.clause + 1].bridge) apart = 1;
    if (std::abs(apart) == 1 && nearest == nullptr) nearest = &time;
  }
  if (nearest != nullptr) return nearest;
  // "a temperature, soaked the sheets, but that was back in August": a "but"
  // that only says when dates all that stands before it.
  for (const TimeMention& time : reading.times) {
    const int own = reading.clause_of[time.begin];
    const Clause& clause = reading.clauses[own];
    if (time.kind == TimeMention::Kind::kBefore && own > mention.clause &&
        clause.contrast && !clause.mentions) {
      return &time;
    }
  }
  return nullptr;
}

std::vector<Polarity> FindPolarities(const Reading& reading, bool trouble,
                                     bool now,
                                     const std::vector<Frame>& frames) {
  std::vector<Polarity> out;
  for (const CueMention& cue : reading.cues) {
    if (cue.begin < reading.corrected_at || cue.governs) continue;
    int sign = 0;
    switch (cue.kind) {
      case content::v1::ALL:
        sign = Closes(reading, cue) ? 1 : 0;
        break;
      case content::v1::AFFIRM:
        sign = Trails(reading, cue) ? 0 : 1;
        break;
      case content::v1::WAS_SO:
        sign = now || Trails(reading, cue) ? 0 : 1;
        break;
      case content::v1::DOUBLE_NEGATION:
        sign = 1;
        break;
      case content::v1::REFUTED:
        sign = -1;
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
    const Frame frame = frames.empty() ? Frame::kAsked : frames[cue.clause];
    const bool first = cue.leads && cue.clause == 0;
    if (frame == Frame::kElsewhere && !first) continue;
    if (frame == Frame::kPast && sign > 0 && !first) continue;
    if (sign > 0 && (!cue.leads || cue.clause > 0) && Embedded(reading, cue)) {
      continue;
    }
    // "my wife does": hers. A leading "yes" or "no" is always the speaker's.
    if (clause.other && !cue.leads) continue;
    out.push_back({sign, &cue});
  }
  return out;
}

}  // namespace firstvisit
