// Method: gather what is named of the choices, leave out what does not stand
// (over, supposed, seen from the other side), and where several remain let one
// of a few rules decide; else it is asked again. Tests: choice_test.cc.

#include "dialog/understanding/choice.h"

#include <algorithm>
#include <vector>

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;

// So many choices named are all of them: "top, bottom, both sides".
constexpr int kMostNamed = 3;

class Choices {
 public:
  Choices(const Reading& reading, const Matter& matter, bool open)
      : reading_(reading),
        matter_(matter),
        roles_(reading.language->roles()),
        whole_(reading.language->hearing(matter.index).whole_choice),
        open_(open) {}

  Verdict Decide() {
    Gather();
    Turn();
    Lasting();
    if (said_.empty()) return Nothing();
    if (Parts(said_) > 1) {
      settled_ = true;
      if (!Settle()) return Verdict::Doubtful("several choices");
    }
    return Of(*said_.front());
  }

 private:
  using Mentions = std::vector<const Mention*>;

  bool Counts(const Mention& mention) const {
    if (mention.rule->question != matter_.index ||
        (mention.other && !Suffered(mention)) ||
        mention.begin < reading_.corrected_at) {
      return false;
    }
    const Kind kind = mention.rule->kind;
    return kind == Kind::kValue ||
           (open_ && (kind == Kind::kValueHere || kind == Kind::kValueDenied));
  }

  // "Somebody tackled me".
  bool Suffered(const Mention& mention) const {
    for (int i = mention.begin; i < mention.end; ++i) {
      if (reading_.tokens[i].Is(roles_.sufferer)) return true;
    }
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.kind == content::v1::SELF && mention.begin < cue.end &&
                 cue.begin <= mention.end;
        });
  }

  // "I typed right by accident": what was wrong is no answer.
  bool TakenBack(const Mention& mention) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& back) {
                         return back.rule->kind == Kind::kCommand &&
                                back.rule->command == v1::BACK &&
                                back.begin <= mention.begin &&
                                mention.end <= back.end;
                       });
  }

  void Gather() {
    for (const Mention& mention : reading_.mentions) {
      if (!Counts(mention) || TakenBack(mention)) continue;
      const bool denies = mention.rule->kind == Kind::kValueDenied;
      if (denies || mention.negated) {
        denied_.push_back(&mention);
      } else if (!mention.questioned) {
        said_.push_back(&mention);
      }
    }
  }

  // "Not the front, more round the back": the second is what is meant.
  void Turn() {
    for (size_t i = 1; i < denied_.size(); ++i) {
      const Mention* before = denied_[i - 1];
      const Mention* after = denied_[i];
      if (after->rule->kind == Kind::kValueDenied ||
          before->rule->part == after->rule->part ||
          !Between(*before, *after, roles_.leaning)) {
        continue;
      }
      said_.push_back(after);
      denied_.erase(denied_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  bool Between(const Mention& a, const Mention& b, Symbol role) const {
    for (int i = a.end; i < b.begin; ++i) {
      if (reading_.tokens[i].Is(role)) return true;
    }
    return false;
  }

  // "it used to be the right, now it's the left"; "I thought it was the fall".
  void Lasting() {
    Keep([](const Mention& m) { return !m.ended && !m.supposed; });
  }

  // Of what is said, that which `holds`; all of it where none does.
  template <typename Holds>
  void Keep(Holds holds) {
    Mentions kept;
    for (const Mention* mention : said_) {
      if (holds(*mention)) kept.push_back(mention);
    }
    if (!kept.empty()) said_ = std::move(kept);
  }

  static int Parts(const Mentions& mentions) {
    std::vector<int> parts;
    for (const Mention* mention : mentions) {
      parts.push_back(mention->rule->part);
    }
    std::sort(parts.begin(), parts.end());
    return static_cast<int>(std::unique(parts.begin(), parts.end()) -
                            parts.begin());
  }

  // Several choices are named: the one that is meant, if one is.
  bool Settle() {
    if (One([&](const Mention& m) { return !DeniedToo(m); }) ||
        One([&](const Mention& m) { return !Aside(m); }) ||
        One([&](const Mention& m) { return OnlyOne(m); }) ||
        One([&](const Mention& m) { return m.rule->part == whole_; }) ||
        One([&](const Mention& m) { return Now(m); }) ||
        One([&](const Mention& m) { return !Shades(m); }) || Late()) {
      return true;
    }
    if (!Two() && One([&](const Mention& m) { return Mainly(m); })) return true;
    // Of ways something began, the fuller phrase says more than one word.
    if (whole_ < 0) {
      return One([](const Mention& m) {
               return m.rule->kind == Kind::kValue;
             }) ||
             One([](const Mention& m) { return m.end - m.begin > 1; });
    }
    return AllNamed();
  }

  // Whether just one choice is named by mentions that `hold`; it is then taken.
  template <typename Holds>
  bool One(Holds holds) {
    Mentions kept;
    for (const Mention* mention : said_) {
      if (holds(*mention)) kept.push_back(mention);
    }
    if (Parts(kept) != 1) return false;
    said_ = std::move(kept);
    return true;
  }

  // "Now it's only the left".
  bool OnlyOne(const Mention& mention) const {
    return std::any_of(
        reading_.cues.begin(), reading_.cues.end(), [&](const CueMention& cue) {
          return cue.kind == content::v1::ONLY &&
                 cue.clause == mention.clause && cue.end <= mention.begin &&
                 cue.end + 2 >= mention.begin;
        });
  }

  // "It was the right, it's the left now".
  bool Now(const Mention& mention) const {
    const Clause& clause = reading_.clauses[mention.clause];
    for (int i = clause.begin; i < clause.end; ++i) {
      if (reading_.tokens[i].Is(roles_.present)) return true;
    }
    return false;
  }

  // "Mainly the front".
  bool Mainly(const Mention& mention) const {
    const int least = std::max(0, mention.begin - 3);
    for (int i = mention.begin - 1; i >= least; --i) {
      if (reading_.tokens[i].Is(roles_.leaning)) return true;
      if (!reading_.tokens[i].Is(roles_.function)) return false;
    }
    return false;
  }

  // Words that tell of something else follow it, or stand before it where no
  // other choice does: "the right was replaced".
  bool Aside(const Mention& mention) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& other) {
                         return other.rule->kind == Kind::kElsewhere &&
                                other.rule->question == matter_.index &&
                                Owner(other) == &mention;
                       });
  }

  const Mention* Owner(const Mention& aside) const {
    const Mention* owner = said_.front();
    for (const Mention* mention : said_) {
      if (mention->begin < aside.end) owner = mention;
    }
    return owner;
  }

  bool DeniedToo(const Mention& mention) const {
    return std::any_of(denied_.begin(), denied_.end(), [&](const Mention* m) {
      return m->rule->kind == Kind::kValueDenied &&
             m->rule->part == mention.rule->part;
    });
  }

  // "The inner side, towards the front".
  bool Shades(const Mention& mention) const {
    const int least = std::max(0, mention.begin - 3);
    for (int i = mention.begin - 1; i >= least; --i) {
      if (reading_.tokens[i].Is(roles_.toward)) return true;
      if (!reading_.tokens[i].Is(roles_.function)) return false;
    }
    return false;
  }

  // What is set against the rest: "I thought suddenly, but it was building up".
  bool Late() {
    const Mention* last = said_.back();
    const Mention& before = *said_[said_.size() - 2];
    const bool set_against = reading_.clauses[last->clause].correction ||
                             Between(before, *last, roles_.moved);
    if (set_against) said_ = {last};
    return set_against;
  }

  // Both of two, or so many that the whole is meant.
  bool AllNamed() {
    if (whole_ < 0 || reading_.Has(content::v1::DONT_KNOW) ||
        reading_.Has(content::v1::PAST) || reading_.Has(content::v1::ENDED)) {
      return false;
    }
    const int others = static_cast<int>(matter_.choices.size()) - 1;
    const int parts = Parts(said_);
    if (parts < std::min(others, kMostNamed)) return false;
    bool joined = parts >= kMostNamed ||
                  std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                              [&](const Token& t) { return t.Is(roles_.too); });
    for (size_t i = 1; i < said_.size(); ++i) {
      joined |= Between(*said_[i - 1], *said_[i], roles_.number_and) ||
                Between(*said_[i - 1], *said_[i], roles_.sum);
      if (Between(*said_[i - 1], *said_[i], roles_.number_or) ||
          Between(*said_[i - 1], *said_[i], roles_.instead)) {
        return false;
      }
    }
    if (joined) part_ = whole_;
    return joined;
  }

  // Two choices and the whole of them: a side.
  bool Two() const { return whole_ >= 0 && matter_.choices.size() == 3; }

  // The one of two that was not named.
  int Opposite(const Mentions& named) const {
    if (!Two() || Parts(named) != 1) return -1;
    const int part = named.front()->rule->part;
    if (part == whole_) return -1;
    for (int other = 0; other < 3; ++other) {
      if (other != part && other != whole_) return other;
    }
    return -1;
  }

  bool TheOther() const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.rule->kind == Kind::kOpposite &&
                                mention.rule->question == matter_.index &&
                                !mention.negated;
                       });
  }

  Verdict Nothing() {
    if (!open_) return Verdict::Nothing("not mentioned");
    if (!denied_.empty()) {
      part_ = Opposite(denied_);
      if (part_ < 0) return Verdict::Doubtful("only what it is not");
      settled_ = true;
      return Of(*denied_.front());
    }
    if (reading_.Has(content::v1::REFUSAL)) {
      return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
    }
    if (reading_.Has(content::v1::DONT_KNOW)) {
      return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure");
    }
    return Key();
  }

  Verdict Of(const Mention& mention) {
    if (open_ && denied_.empty() && part_ < 0 && TheOther()) {
      part_ = Opposite(said_);
      settled_ = part_ >= 0;
    }
    const bool guessed =
        std::any_of(said_.begin(), said_.end(),
                    [](const Mention* m) { return m->guessed; });
    const bool sure = open_ && !settled_ && !guessed &&
                      !reading_.Has(content::v1::HEDGE) &&
                      !reading_.Has(content::v1::MAYBE) &&
                      !reading_.Has(content::v1::DONT_KNOW);
    const int part = part_ >= 0 ? part_ : mention.rule->part;
    Verdict verdict = Verdict::Of(
        Answer::Choice(part), sure ? v1::CERTAIN : v1::PROBABLE, "a choice");
    verdict.begin = mention.begin;
    verdict.end = mention.end;
    return verdict;
  }

  // A key typed as text: "2".
  Verdict Key() const {
    if (reading_.tokens.size() != 1 || !reading_.tokens[0].digits) {
      return Verdict::Nothing("no choice");
    }
    const double key = reading_.tokens[0].low;
    const auto count = static_cast<double>(matter_.choices.size());
    if (key < 1 || key > count || key != static_cast<int>(key)) {
      return Verdict::Nothing("no choice");
    }
    Verdict verdict = Verdict::Of(Answer::Choice(static_cast<int>(key) - 1),
                                  v1::PROBABLE, "its key");
    verdict.end = 1;
    return verdict;
  }

  const Reading& reading_;
  const Matter& matter_;
  const WordRoles& roles_;
  int whole_;
  bool open_;
  bool settled_ = false;  // by a rule, not by plain words
  int part_ = -1;         // a choice that no mention names by itself
  Mentions said_;
  Mentions denied_;
};

}  // namespace

Verdict DecideChoice(const Reading& reading, const Matter& matter, bool open) {
  return Choices(reading, matter, open).Decide();
}

}  // namespace firstvisit
