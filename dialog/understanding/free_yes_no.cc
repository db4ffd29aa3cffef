// Method: a leading "yes" or "no" decides; without one, words of the prompt
// said again, with or without a negation, do. Tests: understander_test.cc,
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

Verdict At(const CueMention& cue, Verdict verdict) {
  verdict.begin = cue.begin;
  verdict.end = cue.end;
  return verdict;
}

// Whether nothing of content stands before the cue.
bool Leads(const Reading& reading, const CueMention& cue) {
  return reading.clauses[cue.clause].after != Break::kQuestion &&
         std::none_of(reading.cues.begin(), reading.cues.end(),
                      [&](const CueMention& other) {
                        return other.begin < cue.begin &&
                               (other.kind == content::v1::CONDITION ||
                                other.kind == content::v1::NEGATION);
                      }) &&
         reading.Unknown(reading.corrected_at, cue.begin) == 0;
}

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

// "I own a car", "I don't own one": the prompt's own words.
Verdict Echo(const Reading& reading, const Reading& prompt) {
  const std::vector<absl::string_view> words = Content(prompt);
  int sign = 0;
  int at = -1;
  for (int i = 0; i < static_cast<int>(reading.tokens.size()); ++i) {
    const absl::string_view word = WordAt(reading, i);
    const bool said = std::any_of(
        words.begin(), words.end(),
        [&](absl::string_view other) { return Alike(word, other); });
    if (!said) continue;
    const Clause& clause = reading.clauses[reading.clause_of[i]];
    if (clause.other || clause.conditional || clause.ended ||
        clause.after == Break::kQuestion) {
      return Verdict::Nothing("said of something else");
    }
    const int here = clause.negated ? -1 : 1;
    if (sign != 0 && here != sign) return Verdict::Doubtful("said both ways");
    sign = here;
    at = i;
  }
  if (sign == 0) return Verdict::Nothing("nothing said");
  Verdict verdict = Verdict::Of(Signed(sign), v1::TENTATIVE, "an echo");
  verdict.begin = at;
  verdict.end = at + 1;
  return verdict;
}

}  // namespace

Verdict DecideFreeYesNo(const Reading& reading, const Reading& prompt) {
  if (reading.Has(content::v1::NEITHER)) return Verdict::Doubtful("neither");
  const bool permission = prompt.Has(content::v1::ASKS_PERMISSION);
  const std::vector<Polarity> polarities =
      FindPolarities(reading, /*trouble=*/!permission);
  for (size_t i = 0; i < polarities.size(); ++i) {
    const Polarity& first = polarities[i];
    if (!Leads(reading, *first.cue)) continue;
    int sign = first.sign;
    // "yeah no": the last of several said in one breath.
    for (size_t next = i + 1; next < polarities.size(); ++next) {
      const CueMention& before = *polarities[next - 1].cue;
      if (polarities[next].cue->begin - before.end > 0) break;
      sign = polarities[next].sign;
    }
    const bool sure = !reading.Has(content::v1::HEDGE);
    return At(*first.cue,
              Verdict::Of(Signed(sign), sure ? v1::CERTAIN : v1::PROBABLE,
                          "leading word"));
  }
  if (reading.Has(content::v1::REFUSAL)) {
    return Verdict::Of(Answer::Declined(), v1::CERTAIN, "declined");
  }
  if (!polarities.empty()) {
    const int sign = polarities.front().sign;
    const bool agree =
        std::all_of(polarities.begin(), polarities.end(),
                    [sign](const Polarity& p) { return p.sign == sign; });
    if (!agree) return Verdict::Doubtful("yes and no");
    return At(*polarities.front().cue,
              Verdict::Of(Signed(sign), v1::PROBABLE, "yes or no within"));
  }
  if (reading.Has(content::v1::DONT_KNOW) || reading.Has(content::v1::MAYBE)) {
    return Verdict::Of(Answer::Unsure(), v1::CERTAIN, "unsure");
  }
  return Echo(reading, prompt);
}

}  // namespace firstvisit
