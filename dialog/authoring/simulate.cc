// Method: PlainHearing stands in the place of understanding, and a client
// replies in its notation: "fever=yes locking=no". Tests: simulate_test.cc,
// which also runs clients drawn evenly over all values.

#include "dialog/authoring/simulate.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "dialog/authoring/names.h"
#include "dialog/state/fact.h"
#include "dialog/state/session_state.h"

namespace firstvisit {
namespace {

using content::v1::CAUTION;
using content::v1::OK;

constexpr char kOneByOne[] = "one by one";
constexpr absl::Duration kIdle = absl::Hours(24);

class PlainHearing : public Understander {
 public:
  explicit PlainHearing(const Content& content) : content_(content) {}

  Hearing Read(absl::string_view text, const Context&) const override {
    Hearing hearing;
    if (text == kOneByOne) {
      hearing.outcome = Hearing::Outcome::kNamesSome;
      return hearing;
    }
    hearing.outcome = Hearing::Outcome::kFacts;
    for (absl::string_view word : absl::StrSplit(text, ' ')) {
      hearing.facts.push_back(FactOf(word));
    }
    return hearing;
  }
  Hearing ReadHypotheses(const v1::Hypotheses& hypotheses,
                         const Context& context) const override {
    return Read(hypotheses.hypotheses(0).text(), context);
  }
  Hearing ReadDigits(absl::string_view digits,
                     const Context& context) const override {
    return Read(digits, context);
  }
  Hearing ReadChoice(absl::string_view value,
                     const Context& context) const override {
    return Read(value, context);
  }
  std::vector<std::string> ExpectedPhrases(const std::vector<QuestionIndex>&,
                                           absl::string_view) const override {
    return {};
  }

  // "fever=yes"; a number in full, words as "=".
  std::string Say(QuestionIndex question, const Answer& answer) const {
    return absl::StrCat(
        content_.questions()[question].id(), "=",
        answer.kind == Answer::Kind::kInterval
            ? absl::StrFormat("%.17g", answer.low)
            : ValueName(content_.questions()[question], answer));
  }

 private:
  HeardFact FactOf(absl::string_view word) const {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(word, absl::MaxSplits('=', 1));
    HeardFact fact;
    fact.question = content_.FindQuestion(parts.first);
    fact.confidence = v1::CERTAIN;
    fact.answer =
        AnswerNamed(content_.questions()[fact.question], parts.second);
    double number = 0;
    if (!fact.answer.open()) return fact;
    fact.answer = absl::SimpleAtod(parts.second, &number)
                      ? Answer::Interval(number, number)
                      : Answer::Text();
    return fact;
  }

  const Content& content_;
};

// What the client says to what is asked. In a group one who is sure of every
// member names those that apply and that this is all; one who is not wants
// them one by one.
std::string Reply(const PlainHearing& words, const SessionState& state,
                  const Answers& truth) {
  if (state.open.confirm != kNoQuestion) {
    return words.Say(state.open.confirm, truth[state.open.confirm]);
  }
  const std::vector<QuestionIndex>& asked = state.open.questions;
  if (asked.size() > 1 && absl::c_any_of(asked, [&](QuestionIndex question) {
        return truth[question].doubtful();
      })) {
    return kOneByOne;
  }
  return absl::StrJoin(asked, " ", [&](std::string* out, QuestionIndex asks) {
    absl::StrAppend(out, words.Say(asks, truth[asks]));
  });
}

void Describe(const Conclusion& conclusion, SimulatedInterview& interview) {
  interview.level = conclusion.triage.level;
  for (const Raised& raised : conclusion.triage.raised) {
    if (!absl::c_linear_search(interview.precautions, raised.precaution)) {
      interview.precautions.push_back(raised.precaution);
    }
  }
  for (const JudgedCause& cause : conclusion.causes) {
    if (cause.band == Band::kLikely) interview.likely.push_back(cause.cause);
    if (cause.band == Band::kPossible) {
      interview.possible.push_back(cause.cause);
    }
  }
  interview.advice = conclusion.tips;
  if (conclusion.plan) {
    absl::c_copy(conclusion.plan->areas, std::back_inserter(interview.advice));
    absl::c_copy(conclusion.plan->techniques,
                 std::back_inserter(interview.advice));
  }
  const PositionSet& forbidden = conclusion.triage.forbidden;
  for (size_t i = 0; i < forbidden.size(); ++i) {
    if (forbidden[i]) interview.forbidden.push_back(static_cast<int>(i));
  }
}

std::vector<int> Sorted(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

int SimulatedInterview::top_cause() const {
  if (!likely.empty()) return likely.front();
  return possible.empty() ? -1 : possible.front();
}

bool SimulatedInterview::SameAdvice(const SimulatedInterview& other) const {
  return level == other.level && precautions == other.precautions &&
         Sorted(likely) == Sorted(other.likely) &&
         Sorted(possible) == Sorted(other.possible) && advice == other.advice &&
         forbidden == other.forbidden;
}

Simulation::Simulation(std::shared_ptr<const Content> content)
    : content_(content),
      assessor_(*content_),
      interview_(content, std::make_shared<PlainHearing>(*content),
                 content::v1::Clinic(), kIdle) {}

SimulatedClient Simulation::Run(const Answers& truth) const {
  return {RunOnce(truth, false), RunOnce(truth, true)};
}

SimulatedInterview Simulation::RunOnce(const Answers& truth,
                                       bool full_interview) const {
  const PlainHearing words(*content_);
  const absl::Time now = absl::UnixEpoch();
  v1::StartSessionRequest request;
  request.set_reference("booked");
  request.mutable_channel()->set_kind(v1::Channel::CHAT);
  request.set_full_interview(full_interview);
  session::v1::SessionLog log =
      std::move(interview_.Open(request, "simulated", "", now)->log);
  SessionState state = Fold(*content_, log);
  while (!state.over()) {
    v1::ReplyRequest reply;
    reply.set_text(Reply(words, state, truth));
    *log.add_events() = std::move(interview_.Take(log, reply, now)->event);
    Apply(*content_, log.events(log.events_size() - 1), state);
  }
  SimulatedInterview interview;
  interview.turns = log.events_size();
  for (size_t i = 0; i < state.put.size(); ++i) {
    if (state.put[i]) interview.put.push_back(static_cast<QuestionIndex>(i));
  }
  Describe(assessor_.Conclude(state.answers), interview);
  return interview;
}

SimulationFigures::SimulationFigures(const Content& content)
    : content_(content), red_flags_(content.questions().size(), 0) {}

void SimulationFigures::Add(const Answers& truth,
                            const SimulatedClient& client) {
  const SimulatedInterview& brief = client.short_form;
  const SimulatedInterview& full = client.full_form;
  rows_.push_back(
      {brief.level, brief.turns, full.turns, brief.level == full.level,
       brief.precautions == full.precautions,
       brief.top_cause() == full.top_cause(), brief.SameAdvice(full)});
  for (size_t i = 0; i < red_flags_.size(); ++i) {
    const Question& question = content_.questions()[i];
    const bool flagged = question.spec.safety() && !truth[i].open() &&
                         question.harmless.Known(truth) != Truth::kTrue;
    red_flags_[i] += flagged ? 1 : 0;
  }
}

int SimulationFigures::Turns(Level least, Level most, double share) const {
  std::vector<int> turns;
  for (const Row& row : rows_) {
    if (row.level >= least && row.level <= most) turns.push_back(row.turns);
  }
  if (turns.empty()) return 0;
  std::sort(turns.begin(), turns.end());
  // The least number that this share of them does not exceed.
  const double rank = share * static_cast<double>(turns.size());
  const size_t at = rank <= 1 ? 0 : static_cast<size_t>(std::ceil(rank)) - 1;
  return turns[std::min(at, turns.size() - 1)];
}

double SimulationFigures::ShareOf(bool Row::*same) const {
  const auto count =
      absl::c_count_if(rows_, [&](const Row& row) { return row.*same; });
  return rows_.empty() ? 0 : static_cast<double>(count) / clients();
}

double SimulationFigures::SameLevel() const {
  return ShareOf(&Row::same_level);
}
double SimulationFigures::SamePrecautions() const {
  return ShareOf(&Row::same_precautions);
}
double SimulationFigures::SameTopCause() const {
  return ShareOf(&Row::same_top_cause);
}
double SimulationFigures::SameAdvice() const {
  return ShareOf(&Row::same_advice);
}

double SimulationFigures::LargestRedFlag(std::string* question) const {
  const auto most = absl::c_max_element(red_flags_);
  if (most == red_flags_.end() || rows_.empty()) return 0;
  *question = content_.questions()[most - red_flags_.begin()].id();
  return static_cast<double>(*most) / clients();
}

std::string SimulationFigures::LevelLine(const std::string& name, Level least,
                                         Level most) const {
  const auto count = absl::c_count_if(rows_, [&](const Row& row) {
    return row.level >= least && row.level <= most;
  });
  return absl::StrFormat("%-16s %8d %8d %8d %8d\n", name, count,
                         Turns(least, most, 0.5), Turns(least, most, 0.95),
                         Turns(least, most, 1));
}

std::string SimulationFigures::Text() const {
  std::string text = absl::StrFormat("%-16s %8s %8s %8s %8s\n", "ended at",
                                     "clients", "median", "p95", "most");
  text += LevelLine("ok or caution", OK, CAUTION);
  for (int level = OK; level <= content::v1::EMERGENCY_NOW; ++level) {
    text += LevelLine(LevelName(static_cast<Level>(level)),
                      static_cast<Level>(level), static_cast<Level>(level));
  }
  std::string flag;
  const double largest = LargestRedFlag(&flag);
  absl::StrAppendFormat(
      &text,
      "turns, as replies in a text chat; the booking is brought by the caller\n"
      "\nas after the full interview\n"
      "  level           %7.2f %%\n"
      "  precautions     %7.2f %%\n"
      "  top cause       %7.2f %%\n"
      "  all of it       %7.2f %%  (likely and possible causes, tips, plan, "
      "limits)\n"
      "most frequent red flag: %s, in %.2f %% of clients\n",
      100 * SameLevel(), 100 * SamePrecautions(), 100 * SameTopCause(),
      100 * SameAdvice(), flag, 100 * largest);
  return text;
}

SimulationFigures Simulate(const std::shared_ptr<const Content>& content,
                           const Population& population, int count,
                           unsigned seed) {
  const Simulation simulation(content);
  SimulationFigures figures(*content);
  std::mt19937_64 random(seed);
  for (int i = 0; i < count; ++i) {
    const Answers truth = population.Draw(random);
    figures.Add(truth, simulation.Run(truth));
  }
  return figures;
}

}  // namespace firstvisit
