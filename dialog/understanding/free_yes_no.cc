// Method: a leading "yes" or "no" decides, unless what follows at once takes it
// back. Without one only few things answer: words that are nothing but "yes" or
// "no", how often or how many where a habit is asked for, what is over and done
// with, and the prompt's own words said again. Tests: claims_test.cc,
// tests/utterances.

#include "dialog/understanding/free_yes_no.h"

#include <algorithm>
#include <vector>

#include "dialog/understanding/evidence.h"

namespace firstvisit {
namespace {

// Words shorter than this, or alike in fewer letters, are not the same word.
constexpr size_t kAlike = 4;

Answer Signed(int sign) { return sign > 0 ? Answer::Yes() : Answer::No(); }

absl::string_view WordAt(const Reading& reading, int at) {
  const Token& token = reading.tokens[at];
  return absl::string_view(reading.text.text)
      .substr(token.begin, token.end - token.begin);
}

bool Alike(absl::string_view a, absl::string_view b) {
  if (a.size() < kAlike || b.size() < kAlike) return a == b;
  size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
  return same >= kAlike && same + 3 >= std::max(a.size(), b.size());
}

// Words of the prompt that carry its matter.
std::vector<absl::string_view> Content(const Reading& prompt) {
  std::vector<absl::string_view> words;
  const WordRoles& roles = prompt.language->roles();
  for (size_t i = 0; i < prompt.tokens.size(); ++i) {
    const Token& token = prompt.tokens[i];
    if (token.Is(roles.function) || token.Is(roles.filler) ||
        token.Is(roles.subject) || token.Is(roles.binder) || token.number) {
      continue;
    }
    words.push_back(WordAt(prompt, static_cast<int>(i)));
  }
  return words;
}

class FreeDecider {
 public:
  FreeDecider(const Reading& reading, const Reading& prompt)
      : reading_(reading),
        prompt_(prompt),
        polarities_(FindPolarities(
            reading, prompt.Asks(content::v1::ASKS_TROUBLE), /*frames=*/{})) {}

  Verdict Decide() const {
    if (reading_.Has(content::v1::NEITHER)) {
      return Verdict::Doubtful("neither yes nor no");
    }
    if (const CueMention* turned = Correction()) {
      return At(*turned, SignOf(*turned), v1::PROBABLE, "taken back");
    }
    if (!polarities_.empty() && Leads(*polarities_.front().cue) &&
        !IsFrequency(*polarities_.front().cue)) {
      return Leading();
    }
    if (reading_.Has(content::v1::REFUSAL)) {
      return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
    }
    return WithoutLead();
  }

 private:
  static bool Plain(const CueMention& cue) {
    return cue.kind == content::v1::AFFIRM || cue.kind == content::v1::DENY;
  }
  static bool IsFrequency(const CueMention& cue) {
    return cue.kind == content::v1::OFTEN || cue.kind == content::v1::SELDOM;
  }
  static int SignOf(const CueMention& cue) {
    return cue.kind == content::v1::DENY ? -1 : 1;
  }

  static Verdict At(const CueMention& cue, int sign, v1::Confidence confidence,
                    const char* rule) {
    Verdict verdict = Verdict::Of(Signed(sign), confidence, rule);
    verdict.begin = cue.begin;
    verdict.end = cue.end;
    return verdict;
  }

  int Count() const { return static_cast<int>(reading_.tokens.size()); }
  bool Asks(CueKind kind) const { return prompt_.Asks(kind); }

  // Whether nothing but fillers stands before the cue.
  bool Leads(const CueMention& cue) const {
    return reading_.clauses[cue.clause].after != Break::kQuestion &&
           reading_.Fills(0, cue.begin);
  }

  // "no, I mean yes": the word right after the correction.
  const CueMention* Correction() const {
    const CueMention* turned = nullptr;
    for (size_t i = 0; i + 1 < reading_.cues.size(); ++i) {
      const CueMention& next = reading_.cues[i + 1];
      if (reading_.cues[i].kind == content::v1::CORRECTION && Plain(next) &&
          reading_.Fills(reading_.cues[i].end, next.begin)) {
        turned = &next;
      }
    }
    return turned;
  }

  Verdict Leading() const {
    const Polarity& first = polarities_.front();
    const size_t last = LastInOneBreath();
    int sign = polarities_[last].sign;
    if (DoesNotKnow() && reading_.Unknown(0, Count()) == 0) {
      return Verdict::Of(Answer::Unsure(), v1::PROBABLE, "unsure");
    }
    if (sign < 0 && EndsInYes()) {
      return At(*first.cue, 1, v1::PROBABLE, "a yes at the end");
    }
    // "no, it's fine", when asked whether it is.
    if (sign < 0 && Agrees() && Asks(content::v1::ASKS_WELL) &&
        !Asks(content::v1::ASKS_OFFER)) {
      return At(*first.cue, 1, v1::PROBABLE, "no, it is well");
    }
    if (sign < 0 && Asks(content::v1::ASKS_TURNED) && !IsNo(*first.cue)) {
      return Verdict::Doubtful("never the first");
    }
    return At(*first.cue, sign,
              reading_.Has(content::v1::HEDGE) ? v1::PROBABLE : v1::CERTAIN,
              "leading word");
  }

  // "I forgot it" is no ignorance of what was asked.
  bool DoesNotKnow() const {
    return std::any_of(reading_.cues.begin(), reading_.cues.end(),
                       [&](const CueMention& cue) {
                         return cue.kind == content::v1::DONT_KNOW &&
                                !reading_.tokens[cue.begin].Is(
                                    reading_.language->roles().subject);
                       });
  }

  // The word "no" itself, not "never" or "not at all".
  bool IsNo(const CueMention& cue) const {
    const Token& token = reading_.tokens[cue.begin];
    return token.Is(reading_.language->roles().no_word) ||
           token.Is(reading_.language->roles().opener);
  }

  // "yeah no": the last of several said in one breath. What merely agrees
  // ("no, that's fine") is none of them.
  size_t LastInOneBreath() const {
    size_t last = 0;
    while (last + 1 < polarities_.size()) {
      const CueMention& next = *polarities_[last + 1].cue;
      if (!Plain(next) || next.begin != polarities_[last].cue->end) break;
      ++last;
    }
    return last;
  }

  // "no, I'm alone, yes"
  bool EndsInYes() const {
    const CueMention& last = *polarities_.back().cue;
    return polarities_.size() > 1 && last.kind == content::v1::AFFIRM &&
           last.end - last.begin == 1 && reading_.Fills(last.end, Count()) &&
           !reading_.Has(content::v1::CONTRAST);
  }

  bool Agrees() const {
    return reading_.Has(content::v1::AGREE) ||
           reading_.Has(content::v1::NO_TROUBLE);
  }

  Verdict WithoutLead() const {
    if (Doubts()) {
      return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure");
    }
    if (Elsewhere()) return Verdict::Doubtful("said of something else");
    for (const auto rule : {&FreeDecider::Alone, &FreeDecider::Over,
                            &FreeDecider::Habit, &FreeDecider::Echo}) {
      const Verdict verdict = (this->*rule)();
      if (verdict.answered() || verdict.doubtful) return verdict;
    }
    return Verdict::Nothing("nothing said");
  }

  bool Doubts() const {
    const bool doubt = reading_.Has(content::v1::DONT_KNOW) ||
                       reading_.Has(content::v1::MAYBE);
    return doubt && polarities_.empty() && reading_.Unknown(0, Count()) <= 1;
  }

  // Of somebody else, under a condition, or with an exception.
  bool Elsewhere() const {
    return reading_.Has(content::v1::OTHER_PERSON) ||
           reading_.Has(content::v1::CONDITION) ||
           reading_.Has(content::v1::CONTRAST) ||
           reading_.Has(content::v1::SUPPOSED) ||
           reading_.clauses.back().after == Break::kQuestion;
  }

  // Nothing but one "yes" or "no": "not yet, I'm afraid".
  Verdict Alone() const {
    if (polarities_.empty() || reading_.Unknown(0, Count()) > 0) {
      return Verdict::Nothing("no word alone");
    }
    const int sign = polarities_.front().sign;
    for (const Polarity& polarity : polarities_) {
      if (polarity.sign != sign) return Verdict::Doubtful("yes and no");
    }
    const CueMention& cue = *polarities_.front().cue;
    if (Asks(content::v1::ASKS_TURNED) || reading_.Has(content::v1::ENDED) ||
        (IsFrequency(cue) && !Asks(content::v1::ASKS_HABIT))) {
      return Verdict::Doubtful("may mean either");
    }
    return At(cue, sign, v1::PROBABLE, "yes or no alone");
  }

  bool AsksHabit() const {
    return Asks(content::v1::ASKS_HABIT) && !Asks(content::v1::ASKS_TURNED);
  }

  // "used to", "gave it up"
  Verdict Over() const {
    if (!AsksHabit() || reading_.cues.empty()) {
      return Verdict::Nothing("no habit asked");
    }
    for (const CueMention& cue : reading_.cues) {
      if (cue.kind == content::v1::SELF) continue;
      if (cue.kind != content::v1::ENDED || cue.clause > 0 ||
          reading_.Unknown(0, cue.begin) > 0 ||
          reading_.Has(content::v1::ONGOING)) {
        break;
      }
      return At(cue, -1, v1::PROBABLE, "over");
    }
    return Verdict::Nothing("nothing over");
  }

  // "every day to work", "two of them", "since I was six"
  Verdict Habit() const {
    if (!AsksHabit() || reading_.Has(content::v1::NEGATION) ||
        reading_.Has(content::v1::DENY) || reading_.Has(content::v1::ENDED)) {
      return Verdict::Nothing("no habit asked");
    }
    for (const CueMention& cue : reading_.cues) {
      const bool says =
          cue.kind == content::v1::OFTEN || cue.kind == content::v1::SINCE;
      if (says && cue.clause == 0 && reading_.Fills(0, cue.begin)) {
        return At(cue, 1, v1::PROBABLE, "how often");
      }
    }
    for (int i = 0; i < Count(); ++i) {
      const Token& token = reading_.tokens[i];
      if (token.number) return HowMany(i);
      if (!token.Is(reading_.language->roles().filler) &&
          !token.Is(reading_.language->roles().function)) {
        break;
      }
    }
    return Verdict::Nothing("no habit said");
  }

  Verdict HowMany(int at) const {
    if (reading_.tokens[at].low <= 0) return Verdict::Doubtful("none");
    Verdict verdict = Verdict::Of(Answer::Yes(), v1::PROBABLE, "how many");
    verdict.begin = at;
    verdict.end = at + 1;
    return verdict;
  }

  // "I own a car", "I don't own one": the prompt's own words, all of them, and
  // nothing else in that clause.
  Verdict Echo() const {
    const std::vector<absl::string_view> words = Content(prompt_);
    std::vector<bool> said(words.size());
    int at = -1;
    for (int i = 0; i < Count(); ++i) {
      bool echoes = false;
      for (size_t w = 0; w < words.size(); ++w) {
        if (!Alike(WordAt(reading_, i), words[w])) continue;
        said[w] = true;
        echoes = true;
      }
      if (echoes && at < 0) at = i;
      const bool own =
          at < 0 || reading_.clause_of[i] != reading_.clause_of[at];
      if (!own && !echoes && !reading_.covered[i]) {
        return Verdict::Doubtful("an echo, and more");
      }
    }
    if (at < 0 || std::find(said.begin(), said.end(), false) != said.end()) {
      return Verdict::Nothing("no echo");
    }
    const Clause& clause = reading_.clauses[reading_.clause_of[at]];
    if (clause.ended || clause.only || Asks(content::v1::ASKS_TURNED)) {
      return Verdict::Doubtful("an echo, and a doubt");
    }
    Verdict verdict =
        Verdict::Of(Signed(clause.negated ? -1 : 1), v1::TENTATIVE, "an echo");
    verdict.begin = at;
    verdict.end = at + 1;
    return verdict;
  }

  const Reading& reading_;
  const Reading& prompt_;
  std::vector<Polarity> polarities_;
};

}  // namespace

Verdict DecideFreeYesNo(const Reading& reading, const Reading& prompt) {
  return FreeDecider(reading, prompt).Decide();
}

}  // namespace firstvisit
