// Tests: //tests/load:smoke_test.

#include "tests/load/understanding_cost.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/time/civil_time.h"
#include "tests/load/cpu_clock.h"
#include "tests/utterances/mutation.h"

namespace firstvisit {
namespace {

using Context = Understander::Context;

constexpr int kWarmUpReadings = 500;
constexpr int kRepetitions = 5;

Context ContextOf(const Hearer& hearer, const Item& item) {
  Context context;
  context.locale = item.locale;
  context.now = absl::FromCivil(item.today, absl::UTCTimeZone());
  const QuestionIndex question =
      hearer.content().FindQuestion(item.question_id);
  if (question != kNoQuestion) context.open = {question};
  return context;
}

// Answers that differ from each other and from the corpora.
std::vector<Item> FreshItems(const std::vector<Item>& items, size_t count,
                             unsigned seed) {
  Mutator mutator(items, seed);
  std::set<std::string> seen;
  for (const Item& item : items) seen.insert(item.answer);
  std::vector<Item> fresh;
  while (fresh.size() < count) {
    Item item = items[fresh.size() % items.size()];
    do {
      item.answer = mutator.OneOf(item.answer);
    } while (!seen.insert(item.answer).second);
    fresh.push_back(std::move(item));
  }
  return fresh;
}

std::string Filled(const std::string& words, int length) {
  std::string text;
  while (static_cast<int>(text.size()) < length) text += words;
  text.resize(length);
  return text;
}

absl::Duration Cost(const Hearer& hearer, const std::string& text,
                    const Context& context) {
  absl::Duration least = absl::InfiniteDuration();
  for (int i = 0; i < kRepetitions; ++i) {
    const absl::Duration before = ThreadCpu();
    hearer.understander().Read(text, context);
    least = std::min(least, ThreadCpu() - before);
  }
  return least;
}

}  // namespace

std::vector<absl::Duration> MeasureAnswers(const Hearer& hearer,
                                           const std::vector<Item>& items,
                                           int count, unsigned seed) {
  const std::vector<Item> fresh =
      FreshItems(items, kWarmUpReadings + count, seed);
  std::vector<absl::Duration> costs;
  costs.reserve(count);
  for (size_t i = 0; i < fresh.size(); ++i) {
    const Context context = ContextOf(hearer, fresh[i]);
    const absl::Duration before = ThreadCpu();
    hearer.understander().Read(fresh[i].answer, context);
    const absl::Duration cost = ThreadCpu() - before;
    if (i >= kWarmUpReadings) costs.push_back(cost);
  }
  return costs;
}

std::vector<LongText> MeasureLongTexts(const Hearer& hearer) {
  Item item;
  item.question_id = "swelling_heat";
  item.today = absl::CivilDay(2026, 11, 20);
  const Context context = ContextOf(hearer, item);
  const std::pair<const char*, const char*> texts[] = {
      {"numbers", "12 3 and a half 40 since two weeks 7 "},
      {"number words", "twenty one hundred and five six "},
      {"negations", "no not never don't isn't hardly "},
      {"mentions", "swollen hot red fever chills numb locked calf "},
      {"mentions and negations", "not swollen, no fever but my wife is hot, "},
      {"clauses", "i think, it is, but then, and so, "},
      {"unknown words", "qwop zxqj blorft vlimmer grunsh "},
      {"no spaces", "abcdefghijklmnopqrstuvwxyz"},
      {"one letter", "n"},
      {"other letters", "\xC3\xA9\xC3\xB1 \xF0\x9F\x91\x8D "},
      {"times", "since last monday until 3 weeks ago "},
  };
  std::vector<LongText> measured;
  for (const auto& [name, words] : texts) {
    LongText text;
    text.name = name;
    for (size_t i = 0; i < LongText::kLengths.size(); ++i) {
      text.costs[i] =
          Cost(hearer, Filled(words, LongText::kLengths[i]), context);
    }
    measured.push_back(std::move(text));
  }
  return measured;
}

}  // namespace firstvisit
