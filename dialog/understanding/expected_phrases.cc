// Method: the first plain phrases of each list, questions before shared cues.
// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/expected_phrases.h"

#include <algorithm>

#include "absl/strings/string_view.h"

namespace firstvisit {
namespace {

constexpr size_t kMost = 100;
// So many of the shared words of yes and no are enough to lean on.
constexpr int kPerCue = 8;

class Collector {
 public:
  // Adds up to `most` phrases of a list that are plain words.
  template <typename Phrases>
  void Add(const Phrases& phrases, int most) {
    for (const std::string& phrase : phrases) {
      if (most == 0 || found_.size() == kMost) return;
      const bool plain =
          phrase.find_first_of("()[]|*@^$,_.") == std::string::npos;
      if (!plain ||
          std::find(found_.begin(), found_.end(), phrase) != found_.end()) {
        continue;
      }
      found_.push_back(phrase);
      --most;
    }
  }

  std::vector<std::string> Take() { return std::move(found_); }

 private:
  std::vector<std::string> found_;
};

void AddQuestion(const content::v1::QuestionPhrases& phrases,
                 Collector& collector) {
  for (const auto& value : phrases.value()) {
    collector.Add(value.here(), kPerCue);
    collector.Add(value.phrase(), kPerCue);
  }
  for (const auto& aspect : phrases.aspect()) {
    collector.Add(aspect.phrase(), kPerCue);
    collector.Add(aspect.here(), kPerCue);
  }
  collector.Add(phrases.absent(), kPerCue);
  for (const auto& number : phrases.number()) {
    collector.Add(number.phrase(), kPerCue);
  }
}

}  // namespace

std::vector<std::string> ListExpected(const Language& language,
                                      const std::vector<const Matter*>& open) {
  Collector collector;
  const bool yes_no =
      std::any_of(open.begin(), open.end(),
                  [](const Matter* matter) { return matter->yes_no(); });
  for (const auto kind : {content::v1::AFFIRM, content::v1::DENY}) {
    for (const auto& cue : language.lexicon().cue()) {
      if (yes_no && cue.kind() == kind) collector.Add(cue.phrase(), kPerCue);
    }
  }
  for (const Matter* matter : open) {
    const auto* phrases = language.hearing(matter->index).phrases;
    if (phrases != nullptr) AddQuestion(*phrases, collector);
  }
  for (const auto& cue : language.lexicon().cue()) {
    if (cue.kind() == content::v1::DONT_KNOW) {
      collector.Add(cue.phrase(), kPerCue);
    }
  }
  for (const auto& command : language.lexicon().command()) {
    collector.Add(command.alone(), 1);
  }
  return collector.Take();
}

}  // namespace firstvisit
