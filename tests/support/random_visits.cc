#include "tests/support/random_visits.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "dialog/state/fact.h"
#include "dialog/state/settle.h"
#include "tests/support/answers.h"

namespace firstvisit {
namespace {

using session::v1::SessionLog;
using session::v1::TurnEvent;

// 2026-11-20T09:00:00.250Z
constexpr std::int64_t kBegan = 1795165200250;

// What people write, and what breaks careless writers of JSON and of FHIR.
constexpr const char* kWords[] = {
    "Rosa Niño, 14:30",
    "B-2207",
    "it's \"fine\" <b>&amp;</b> \\ 100 %",
    "two\nlines\tand\a bell",
    "дядя Ваня 🦵",
    "  ",
};

}  // namespace

struct RandomVisits::Manner {
  unsigned harm;        // one answer in so many is drawn at large; 1: each
  bool breaks_off;      // ends before its last question
  unsigned taken_back;  // one answer in so many is changed afterwards
};

RandomVisits::RandomVisits(const Content& content, unsigned seed)
    : content_(content), harmless_(HarmlessAnswers(content)), random_(seed) {}

SessionLog RandomVisits::Draw() {
  constexpr unsigned kHarm[] = {1, 4, 12, 40};
  const Manner manner = {kHarm[random_() % 4], OneIn(5), 10};
  SessionLog log;
  log.set_id(absl::StrCat("visit-", ++drawn_));
  session::v1::Opening& opening = *log.mutable_opening();
  opening.set_time_ms(kBegan);
  opening.set_protocol(content_.protocol().id());
  opening.set_content_hash(content_.hash());
  opening.set_locale(content_.locales().front().locale);
  if (OneIn(2)) opening.set_reference(absl::StrCat("booking ", drawn_));
  const size_t count = content_.questions().size();
  const size_t until = manner.breaks_off ? 1 + random_() % count : count;
  Answers given(count);
  for (size_t i = 0; i < until; ++i) {
    const Question& question = content_.questions()[i];
    const Answers settled = Settle(content_, given);
    if (!settled[i].open() ||
        question.ask_when.Known(settled) != Truth::kTrue || OneIn(25)) {
      continue;
    }
    const QuestionIndex index = static_cast<QuestionIndex>(i);
    given[i] = DrawAnswer(index, manner);
    // Taken back at once: no question has been opened by it yet.
    if (OneIn(manner.taken_back)) {
      Record(index, given[i], log);
      given[i] = DrawAnswer(index, manner);
    }
    Record(index, given[i], log);
  }
  constexpr v1::State kBrokenOff[] = {v1::ASKING, v1::STOPPED, v1::HANDED_OFF};
  if (log.events().empty()) return log;
  TurnEvent& last = *log.mutable_events(log.events_size() - 1);
  last.set_state(manner.breaks_off ? kBrokenOff[random_() % 3]
                 : OneIn(4)        ? v1::REFERRED
                                   : v1::DONE);
  return log;
}

Answer RandomVisits::DrawAnswer(QuestionIndex index, const Manner& manner) {
  const Question& question = content_.questions()[index];
  if (!harmless_[index].open() && !OneIn(manner.harm)) return harmless_[index];
  if (OneIn(10)) return OneIn(2) ? Answer::Unsure() : Answer::Declined();
  if (!question.choices.empty()) {
    return Answer::Choice(
        static_cast<int>(random_() % question.choices.size()));
  }
  return question.spec.kind() == content::v1::TEXT ? Answer::Text()
                                                   : DrawInterval(question);
}

// Half of them exact; short ones as often as long ones.
Answer RandomVisits::DrawInterval(const Question& question) {
  const content::v1::Range& range = question.spec.range();
  const auto draw = [&] {
    const double share = (random_() % 1000) / 999.0;
    return std::round(range.min() +
                      (range.max() - range.min()) * std::pow(share, 3));
  };
  const double low = draw();
  const double high = OneIn(2) ? low : draw();
  return Answer::Interval(std::min(low, high), std::max(low, high));
}

void RandomVisits::Record(QuestionIndex question, const Answer& answer,
                          SessionLog& log) {
  TurnEvent& event = *log.add_events();
  event.set_time_ms(kBegan + 4000 * log.events_size());
  event.set_words(kWords[random_() % (sizeof kWords / sizeof *kWords)]);
  event.set_match(v1::ANSWERED);
  event.set_state(v1::ASKING);
  *event.add_facts() = ToFact(content_, question, answer, v1::CERTAIN);
}

}  // namespace firstvisit
