// Method: the words about the matter (evidence.h) and the bare words of yes and
// no are weighed by a short list of cases; what no case takes is not answered.
// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/yes_no.h"

#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
#include "dialog/understanding/evidence.h"

namespace firstvisit {
namespace {

using content::v1::CueKind;

// What was so within these days is not over enough to clear a grave question.
constexpr double kFreshDays = 14;

Answer Signed(int sign) { return sign > 0 ? Answer::Yes() : Answer::No(); }

class Decider {
 public:
  Decider(const Reading& reading, const Matter& matter)
      : reading_(reading),
        matter_(matter),
        phrases_(reading.language->hearing(matter.index).phrases),
        ability_(phrases_ != nullptr && phrases_->ability()),
        evidence_(FindEvidence(reading, matter, /*open=*/true)),
        polarities_(FindPolarities(reading, /*trouble=*/!ability_, AsksOfNow(),
                                   evidence_.frames)) {}

  Verdict Decide() {
    Verdict verdict = Weigh();
    if (verdict.answered()) {
      Place(verdict);
      if (reading_.Has(content::v1::HEDGE)) Lower(verdict);
      if (evidence_.guessed) Lower(verdict);
      if (!MayStand(verdict)) return Verdict::Doubtful("too little to clear");
    }
    return verdict;
  }

 private:
  bool AsksOfNow() const {
    return phrases_ != nullptr && phrases_->tense() != content::v1::EVER &&
           phrases_->tense() != content::v1::RECENT;
  }

  bool Clears(int sign) const {
    if (!matter_.grave) return false;
    return matter_.clearing < 0 || (matter_.clearing == kYes) == (sign > 0);
  }

  static void Lower(Verdict& verdict) {
    if (verdict.confidence == v1::CERTAIN) verdict.confidence = v1::PROBABLE;
  }

  // A grave question is not cleared through a mended misspelling.
  bool MayStand(const Verdict& verdict) const {
    if (verdict.answer.kind != Answer::Kind::kChoice) return true;
    return !evidence_.guessed || !polarities_.empty() ||
           !Clears(verdict.answer.is(kYes) ? 1 : -1);
  }

  void Place(Verdict& verdict) const {
    const int count = static_cast<int>(reading_.tokens.size());
    verdict.begin = 0;
    verdict.end = count;
    if (!polarities_.empty()) {
      verdict.begin = polarities_.front().cue->begin;
      verdict.end = polarities_.front().cue->end;
    }
    if (evidence_.first != nullptr) {
      verdict.begin = evidence_.first->begin;
      verdict.end = evidence_.first->end;
    }
  }

  Verdict Weigh() {
    if (evidence_.inapplicable != nullptr && evidence_.present.empty()) {
      Verdict verdict = Verdict::Of(Answer::No(), v1::CERTAIN, "cannot apply");
      verdict.inapplicable = true;
      return verdict;
    }
    if (reading_.Has(content::v1::NEITHER)) {
      return matter_.grave && evidence_.absent.empty()
                 ? Verdict::Of(Answer::Unsure(), v1::PROBABLE,
                               "neither yes nor no")
                 : Verdict::Doubtful("neither yes nor no");
    }
    const int sign = Bare();
    if (sign == kMixed) return Mixed();
    if (sign < 0 && DeniesOnlyAPart()) return Both();
    if (sign != 0) return WithBare(sign);
    return WithoutBare();
  }

  // "Not swollen, no. Sore though": the "no" repeats what stands before it.
  bool DeniesOnlyAPart() const {
    const CueMention& cue = *polarities_.front().cue;
    if (polarities_.size() > 1 || cue.clause == 0 ||
        evidence_.present.empty()) {
      return false;
    }
    return std::any_of(evidence_.denied.begin(), evidence_.denied.end(),
                       [&](const Mention* mention) {
                         return mention->clause == cue.clause - 1;
                       });
  }

  static constexpr int kMixed = 2;

  // The sign of all bare words; a speaker who turns round at once ("yeah no")
  // means the last of them.
  int Bare() const {
    int sign = 0;
    for (size_t i = 0; i < polarities_.size(); ++i) {
      const Polarity& polarity = polarities_[i];
      if (sign != 0 && polarity.sign != sign) {
        const CueMention& before = *polarities_[i - 1].cue;
        // "no, no trouble at all"
        const bool agrees = polarity.cue->kind == content::v1::NO_TROUBLE &&
                            before.kind == content::v1::DENY;
        if (agrees && before.end == polarity.cue->begin) {
          sign = polarity.sign;
          continue;
        }
        if (polarity.cue->kind == content::v1::ALL ||
            !reading_.Fills(before.end, polarity.cue->begin) ||
            Clears(polarity.sign)) {
          return kMixed;
        }
      }
      sign = polarity.sign;
    }
    return sign;
  }

  Verdict Mixed() const {
    if (matter_.grave || matter_.consent) {
      return Verdict::Doubtful("yes and no");
    }
    const int matter = MatterSign();
    if (matter != polarities_.back().sign) {
      return Verdict::Doubtful("yes and no");
    }
    return Verdict::Of(Signed(matter), v1::PROBABLE, "the matter decides");
  }

  // What the words about the matter say by themselves; 0: both or nothing.
  int MatterSign() const {
    const bool yes = !evidence_.present.empty();
    const bool no = !evidence_.absent.empty() || evidence_.covers_all;
    return yes == no ? 0 : yes ? 1 : -1;
  }

  Verdict WithBare(int sign) const {
    const CueMention& bare = *polarities_.front().cue;
    if (matter_.grave && OnlyFrequencies() && evidence_.silent() &&
        !(bare.leads && bare.clause == 0) && reading_.Unknown(0, Count()) > 0) {
      return Verdict::Doubtful("how often, but not what");
    }
    if (sign < 0 && reading_.Has(content::v1::MAYBE)) {
      return Verdict::Of(Answer::Unsure(), v1::PROBABLE, "maybe not");
    }
    if (reading_.Has(content::v1::DONT_KNOW) && Clears(sign)) {
      return Verdict::Doubtful("does not know, and clears");
    }
    if (evidence_.unsure && (Clears(sign) || !polarities_.front().cue->leads)) {
      return Verdict::Of(Answer::Unsure(), v1::PROBABLE, "unsure, all told");
    }
    if (Doubts() &&
        (OnlyFrequencies() || reading_.Has(content::v1::DOUBLE_NEGATION))) {
      return Verdict::Of(Answer::Unsure(), v1::PROBABLE, "unsure");
    }
    return sign > 0 ? Yes() : No();
  }

  bool OnlyFrequencies() const {
    return std::all_of(polarities_.begin(), polarities_.end(),
                       [](const Polarity& polarity) {
                         return polarity.cue->kind == content::v1::OFTEN ||
                                polarity.cue->kind == content::v1::SELDOM;
                       });
  }

  Verdict Yes() const {
    if (matter_.grave && phrases_->tense() == content::v1::RECENT &&
        LongAgo()) {
      return Verdict::Doubtful("yes, long ago");
    }
    if (matter_.grave && evidence_.present.empty() && SaidElsewhere()) {
      return Verdict::Doubtful("yes, elsewhere");
    }
    if (AsksOfNow() && PlacedInThePast()) {
      return Verdict::Doubtful("yes, but long ago");
    }
    const CueMention& first = *polarities_.front().cue;
    const bool strange = reading_.Unknown(0, Count()) > 1;
    if (!reading_.Fills(0, first.begin) && strange &&
        evidence_.present.empty()) {
      return Verdict::Doubtful("yes to something");
    }
    if (matter_.consent && reading_.Has(content::v1::CONTRAST) && strange) {
      return Verdict::Doubtful("consent, with a but");
    }
    const bool against = !evidence_.absent.empty() ||
                         (evidence_.covers_all && evidence_.present.empty());
    if (against && !evidence_.past_only) {
      return Verdict::Doubtful("yes, but the matter is denied");
    }
    if (against && matter_.grave) return Verdict::Doubtful("yes, but over");
    if (Clears(1) && SpeaksAgainst(evidence_.denied)) {
      return Verdict::Doubtful("yes, with something against it");
    }
    const bool maybe = reading_.Has(content::v1::MAYBE) ||
                       reading_.Has(content::v1::DONT_KNOW);
    return Verdict::Of(Answer::Yes(), maybe ? v1::PROBABLE : v1::CERTAIN,
                       "yes");
  }

  Verdict No() const {
    if (evidence_.tangled) return Verdict::Doubtful("no, and two negations");
    if (!evidence_.present.empty()) {
      if (Singled(evidence_.present)) {
        return Verdict::Of(Answer::Yes(), v1::PROBABLE, "no, but this");
      }
      return Verdict::Doubtful("no, but the matter is said");
    }
    if (Clears(-1) && SpeaksAgainst({})) {
      return Verdict::Doubtful("no, with something against it");
    }
    const CueMention& first = *polarities_.front().cue;
    const int after = reading_.clauses[first.clause].end;
    if (!first.leads && reading_.Unknown(after, Count()) > 0) {
      return Verdict::Doubtful("no to a part, and more");
    }
    const bool bare = reading_.Unknown(0, Count()) == 0;
    return Verdict::Of(Answer::No(),
                       bare || !matter_.grave ? v1::CERTAIN : v1::PROBABLE,
                       "no");
  }

  // "yes, but that's fifty years back"
  bool PlacedInThePast() const {
    for (int i = polarities_.back().cue->clause + 1;
         i < static_cast<int>(evidence_.frames.size()); ++i) {
      if (reading_.clauses[i].contrast && !reading_.clauses[i].mentions &&
          evidence_.frames[i] == Frame::kPast) {
        return true;
      }
    }
    return false;
  }

  // "yes, my ankle": the place belongs to the "yes".
  bool SaidElsewhere() const {
    if (!evidence_.elsewhere) return false;
    const size_t own = polarities_.front().cue->clause;
    if (evidence_.frames[own] == Frame::kElsewhere ||
        (own > 0 && evidence_.frames[own - 1] == Frame::kElsewhere)) {
      return true;
    }
    return own + 1 < evidence_.frames.size() &&
           evidence_.frames[own + 1] == Frame::kElsewhere &&
           !reading_.clauses[own + 1].mentions;
  }

  // Every time that is said lies before the time that counts.
  bool LongAgo() const {
    if (phrases_ == nullptr || phrases_->tense() == content::v1::EVER) {
      return false;
    }
    const double window = phrases_->tense() == content::v1::RECENT
                              ? phrases_->window_days()
                              : kFreshDays;
    bool said = false;
    int end = 0;
    for (const TimeMention& time : reading_.times) {
      if (time.kind != TimeMention::Kind::kBefore || time.begin < end) continue;
      end = time.end;
      if (time.since || time.low <= window) return false;
      said = true;
    }
    return said;
  }

  int Count() const { return static_cast<int>(reading_.tokens.size()); }

  // "no, just chills": set apart as the exception.
  bool Singled(const std::vector<const Mention*>& mentions) const {
    for (const Mention* mention : mentions) {
      const Clause& clause = reading_.clauses[mention->clause];
      if (clause.contrast || clause.only) return true;
    }
    return false;
  }

  // Whether anything beside a bare word makes it unsafe to clear on it.
  bool SpeaksAgainst(const std::vector<const Mention*>& opposed) const {
    if (!opposed.empty() || !evidence_.hints.empty() || evidence_.tangled) {
      return true;
    }
    for (int i = 1; i < static_cast<int>(reading_.clauses.size()); ++i) {
      const Clause& clause = reading_.clauses[i];
      if (SetsApart(i) && reading_.Unknown(clause.begin, clause.end) > 0 &&
          !TellsOfAnother(i)) {
        return true;
      }
    }
    return false;
  }

  // "no, but I take warfarin": the exception is another question's matter.
  bool TellsOfAnother(int at) const {
    const auto tells = [&](const Mention& mention) {
      return mention.clause == at && mention.rule->question != kNoQuestion &&
             mention.rule->question != matter_.index &&
             mention.rule->kind == Phrase::Kind::kPresent;
    };
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       tells);
  }

  // "no … but", "no … I suppose there is": an exception may follow, unless the
  // clause says itself that all is well.
  bool SetsApart(int at) const {
    const Clause& clause = reading_.clauses[at];
    if (reading_.Has(content::v1::CORRECTION, at)) return true;
    return !DeniedIn(at) && (clause.contrast || clause.only ||
                             reading_.Has(content::v1::HEDGE, at) ||
                             reading_.Has(content::v1::MAYBE, at));
  }

  bool DeniedIn(int clause) const {
    const auto in_clause = [&](const Mention* mention) {
      return mention->clause == clause;
    };
    return absl::c_any_of(evidence_.absent, in_clause) ||
           absl::c_any_of(evidence_.denied, in_clause);
  }

  Verdict WithoutBare() const {
    const bool yes = !evidence_.present.empty();
    if (evidence_.tangled) return Verdict::Doubtful("two negations");
    const bool denied = !evidence_.denied.empty();
    const bool absent = !evidence_.absent.empty();
    if (reading_.Has(content::v1::REFUSAL)) {
      return matter_.consent
                 ? Verdict::Of(Answer::No(), v1::CERTAIN, "no consent")
                 : Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
    }
    if (yes && (denied || absent)) return Both();
    if (yes) return Present();
    if (evidence_.unsure) {
      return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure of the matter");
    }
    if (Doubts()) return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure");
    if (denied || absent) return Absent();
    if (evidence_.elsewhere) return Elsewhere();
    const bool past =
        std::find(evidence_.frames.begin(), evidence_.frames.end(),
                  Frame::kPast) != evidence_.frames.end();
    if (past && reading_.Has(content::v1::ENDED)) return Over();
    return Timed();
  }

  // "only my ankle"
  Verdict Elsewhere() const {
    if (reading_.Unknown(0, Count()) > 1) {
      return Verdict::Doubtful("elsewhere, and more");
    }
    const bool apart =
        reading_.Has(content::v1::ONLY) || reading_.Has(content::v1::CONTRAST);
    if (matter_.grave && (!apart || !evidence_.hints.empty())) {
      return Verdict::Doubtful("elsewhere");
    }
    return Verdict::Of(Answer::No(), v1::PROBABLE, "elsewhere");
  }

  // "it was, but it's gone"
  Verdict Over() const {
    if (reading_.Has(content::v1::ONGOING) ||
        reading_.Unknown(0, Count()) > (matter_.grave ? 0 : 1) ||
        (matter_.grave && !evidence_.hints.empty()) || Clears(1)) {
      return Verdict::Doubtful("over, and more");
    }
    for (const TimeMention& time : reading_.times) {
      if (matter_.grave && time.low <= kFreshDays) {
        return Verdict::Doubtful("over of late");
      }
    }
    return Verdict::Of(Answer::No(), v1::PROBABLE, "over");
  }

  bool Doubts() const {
    for (const CueMention& cue : reading_.cues) {
      const bool doubt =
          cue.kind == content::v1::DONT_KNOW || cue.kind == content::v1::MAYBE;
      if (doubt && cue.begin >= reading_.corrected_at &&
          reading_.clauses[cue.clause].after != Break::kQuestion) {
        return true;
      }
    }
    return false;
  }

  // "hard to say if it's swollen": the matter is under the doubt. "Maybe a
  // bite, maybe not, I don't know": under a "maybe", and doubted once more;
  // after a single "maybe" the "yes" is confirmed.
  bool MayOnlyBe() const {
    const auto doubt = [](const CueMention& cue) {
      return cue.kind == content::v1::DONT_KNOW;
    };
    const auto maybe = [](const CueMention& cue) {
      return cue.kind == content::v1::MAYBE;
    };
    const bool twice = absl::c_count_if(reading_.cues, maybe) > 1 ||
                       absl::c_any_of(reading_.cues, doubt);
    return absl::c_all_of(evidence_.present, [&](const Mention* mention) {
      return absl::c_any_of(reading_.cues, [&](const CueMention& cue) {
        return (doubt(cue) || (twice && maybe(cue))) &&
               cue.clause == mention->clause && cue.end <= mention->begin;
      });
    });
  }

  Verdict Present() const {
    if (reading_.Has(content::v1::SELDOM) && !matter_.grave) {
      return Verdict::Of(Answer::No(), v1::PROBABLE, "hardly ever");
    }
    if (Clears(1)) {
      const bool able =
          matter_.clearing == kYes || (matter_.clearing < 0 && ability_);
      if (able && (!evidence_.hints.empty() || evidence_.conditional)) {
        return Verdict::Doubtful("able, with a doubt");
      }
      if (evidence_.implied_only) return Verdict::Doubtful("only implied");
    }
    if (MayOnlyBe()) {
      return Verdict::Of(Answer::Unsure(), v1::PROBABLE, "it may be so");
    }
    const bool sure =
        !evidence_.implied_only && !evidence_.conditional && !Doubts();
    return Verdict::Of(Answer::Yes(), sure ? v1::CERTAIN : v1::PROBABLE,
                       "the matter is said");
  }

  // "I said I'd a temperature, but it's normal": the whole of what is said is
  // denied in what follows.
  bool TakenBack() const {
    if (phrases_ == nullptr || !OnlyWholes(evidence_.present)) return false;
    const int said = evidence_.present.back()->clause;
    return absl::c_any_of(evidence_.absent, [&](const Mention* mention) {
      return mention->clause > said &&
             reading_.clauses[mention->clause].contrast;
    });
  }

  bool OnlyWholes(const std::vector<const Mention*>& mentions) const {
    return absl::c_all_of(mentions, [&](const Mention* mention) {
      const int part = mention->rule->part;
      return part >= 0 && part < phrases_->aspect_size() &&
             phrases_->aspect(part).whole();
    });
  }

  // Part of it is so, part of it is not.
  Verdict Both() const {
    if (matter_.grave && TakenBack()) {
      return Verdict::Doubtful("said, and then denied");
    }
    if (!evidence_.absent.empty() && !OutweighsAbsent() &&
        (evidence_.conditional || !Singled(evidence_.present))) {
      return Verdict::Doubtful("said and denied");
    }
    if (matter_.grave && matter_.clearing == kNo) {
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "one part of it");
    }
    if (matter_.grave && matter_.clearing == kYes) {
      return Verdict::Of(Answer::No(), v1::PROBABLE, "one part of it not");
    }
    if (Singled(evidence_.present)) {
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "one part of it");
    }
    return Verdict::Doubtful("said and denied");
  }

  // Said outright, against words that only mean its absence as an answer:
  // "thicker than the other, and tight".
  bool OutweighsAbsent() const {
    const auto of = [](Phrase::Kind kind) {
      return [kind](const Mention* mention) {
        return mention->rule->kind == kind;
      };
    };
    return !evidence_.conditional && !Clears(1) &&
           std::any_of(evidence_.present.begin(), evidence_.present.end(),
                       of(Phrase::Kind::kPresent)) &&
           std::all_of(evidence_.absent.begin(), evidence_.absent.end(),
                       of(Phrase::Kind::kAbsentHere));
  }

  Verdict Absent() const {
    if (!evidence_.hints.empty() && Clears(-1)) {
      return Verdict::Doubtful("denied, with something against it");
    }
    if (evidence_.absent.empty() && !evidence_.covers_all) {
      return Verdict::Doubtful("denied in part");
    }
    if (SpeaksAgainst({}) && (Clears(-1) || evidence_.absent.empty())) {
      return Verdict::Doubtful("denied, with something against it");
    }
    if (Clears(-1) && evidence_.past_only && evidence_.absent.empty() &&
        !reading_.Has(content::v1::ENDED) && !LongAgo()) {
      return Verdict::Doubtful("was so, and may be still");
    }
    const bool sure = evidence_.covers_all && !evidence_.past_only;
    return Verdict::Of(Answer::No(), sure ? v1::CERTAIN : v1::PROBABLE,
                       "the matter is denied");
  }

  // Only a time, or how often: "last month", "every 20 minutes".
  Verdict Timed() const {
    if (reading_.times.empty() || !reading_.mentions.empty() ||
        phrases_ == nullptr || reading_.Unknown(0, Count()) > 0 ||
        reading_.Has(content::v1::NEGATION) ||
        (reading_.Has(content::v1::ENDED) &&
         matter_.minutes_question == kNoQuestion)) {
      return Verdict::Nothing("nothing said");
    }
    const TimeMention& time = reading_.times.front();
    if (time.kind == TimeMention::Kind::kEvery || time.since) {
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "a time");
    }
    if (time.kind == TimeMention::Kind::kLength) {
      if (matter_.minutes_question == kNoQuestion) {
        return Verdict::Nothing("a length alone");
      }
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "a time");
    }
    if (phrases_->tense() == content::v1::EVER) {
      return Verdict::Of(Answer::Yes(), v1::PROBABLE, "a time");
    }
    if (phrases_->tense() != content::v1::RECENT) {
      return Verdict::Doubtful("a time alone");
    }
    const bool within = time.high <= phrases_->window_days();
    if (!within && !LongAgo()) return Verdict::Doubtful("an old time alone");
    return Verdict::Of(Signed(within ? 1 : -1), v1::PROBABLE, "a time");
  }

  const Reading& reading_;
  const Matter& matter_;
  const content::v1::QuestionPhrases* phrases_;
  bool ability_;
  MatterEvidence evidence_;
  std::vector<Polarity> polarities_;
};

// What was not asked is denied only by a negation that stands with it, and with
// no "but": "no fever", not "I haven't been able to since the fall".
bool DeniedOutright(const Reading& reading, const MatterEvidence& evidence) {
  constexpr int kWordsBetween = 2;  // "haven't had any surgery"
  if (reading.Has(content::v1::CONTRAST)) return false;
  const auto outright = [&](const Mention* mention) {
    return std::any_of(reading.cues.begin(), reading.cues.end(),
                       [&](const CueMention& cue) {
                         return cue.governs && cue.clause == mention->clause &&
                                cue.end <= mention->begin &&
                                mention->begin - cue.end <= kWordsBetween;
                       });
  };
  return std::all_of(evidence.denied.begin(), evidence.denied.end(), outright);
}

}  // namespace

Verdict DecideYesNo(const Reading& reading, const Matter& matter) {
  return Decider(reading, matter).Decide();
}

Verdict OverhearYesNo(const Reading& reading, const Matter& matter, bool open) {
  const MatterEvidence evidence = FindEvidence(reading, matter, open);
  Verdict verdict = Verdict::Nothing("not mentioned");
  const Mention* first = evidence.first;
  if (evidence.inapplicable != nullptr && evidence.present.empty()) {
    verdict = Verdict::Of(Answer::No(), v1::CERTAIN, "cannot apply");
    verdict.inapplicable = true;
    first = evidence.inapplicable;
  } else if (evidence.unable && matter.clearing == kYes) {
    verdict = Verdict::Of(Answer::No(), v1::PROBABLE, "unable, in passing");
    first = evidence.absent.front();
  } else if (evidence.silent() || evidence.guessed) {
    return verdict;
  } else if (!evidence.present.empty()) {
    const bool sure = !evidence.implied_only && !evidence.conditional &&
                      evidence.denied.empty() && evidence.absent.empty() &&
                      !reading.Has(content::v1::HEDGE) &&
                      !reading.Has(content::v1::MAYBE);
    verdict = Verdict::Of(Answer::Yes(), sure ? v1::CERTAIN : v1::PROBABLE,
                          "said in passing");
    first = evidence.present.front();
  } else if ((evidence.covers_all && !evidence.past_only) &&
             evidence.hints.empty() &&
             (!matter.grave || DeniedOutright(reading, evidence))) {
    verdict = Verdict::Of(Answer::No(), v1::PROBABLE, "denied in passing");
    first = evidence.denied.front();
  } else {
    return verdict;
  }
  verdict.begin = first->begin;
  verdict.end = first->end;
  return verdict;
}

}  // namespace firstvisit
