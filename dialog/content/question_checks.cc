#include "dialog/content/question_checks.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/content/condition_checks.h"
#include "dialog/content/names.h"
#include "dialog/content/reach.h"

namespace firstvisit {
namespace {

using content::v1::CHOICE;
using content::v1::DURATION;
using content::v1::KIND_UNSPECIFIED;
using content::v1::NUMBER;
using content::v1::SECTION_UNSPECIFIED;

using QuestionEntry = Entry<content::v1::Question>;

// A phone has the digits 1 to 9 for choices; 0 is a person.
constexpr int kMostChoices = 9;

// Words of the condition language, and of answers.
constexpr absl::string_view kReserved[] = {
    "and",  "answered", "declined", "in",     "never",
    "none", "not",      "or",       "unsure", "value"};

constexpr absl::string_view kUnits[] = {"years", "days", "minutes",
                                        "hours_per_day", "points"};

void CheckReserved(const std::string& word, const Place& place,
                   Issues& issues) {
  if (!absl::c_linear_search(kReserved, word)) return;
  issues.Error(place,
               absl::StrCat("`", word, "` means something else in ",
                            "conditions and answers; choose another ", "name"));
}

void CheckChoices(const QuestionEntry& entry, Issues& issues) {
  if (entry->kind() != CHOICE) {
    if (entry->choice_size() > 0) {
      issues.Error(entry.spot.at("choice", 0),
                   "only a CHOICE question lists choices");
    }
    return;
  }
  if (entry->choice_size() < 2) {
    issues.Error(entry.spot.at("kind"),
                 "a CHOICE question lists at least two choices");
  }
  if (entry->choice_size() > kMostChoices) {
    issues.Error(entry.spot.at("choice", kMostChoices),
                 absl::StrCat("a phone has keys for ", kMostChoices,
                              " choices; merge some, or ask in two steps"));
  }
  Names choices("choice");
  for (int i = 0; i < entry->choice_size(); ++i) {
    const Place place = entry.spot.at("choice", i);
    choices.Add(entry->choice(i), place, issues);
    CheckReserved(entry->choice(i), place, issues);
  }
}

void CheckRange(const QuestionEntry& entry, Issues& issues) {
  const bool number = entry->kind() == NUMBER || entry->kind() == DURATION;
  if (!number || !entry->has_range()) {
    if (number) {
      issues.Error(entry.spot.place(), "a number needs a `range`");
    } else if (entry->has_range()) {
      issues.Error(entry.spot.at("range"),
                   "only a NUMBER or DURATION question has a range");
    }
    return;
  }
  const content::v1::Range& range = entry->range();
  const Spot spot = entry.spot.child("range");
  if (!std::isfinite(range.min()) || !std::isfinite(range.max()) ||
      range.min() < 0 || range.min() >= range.max()) {
    issues.Error(spot.at("min"),
                 "the range must begin at 0 or above and end above its "
                 "beginning");
  }
  if (!absl::c_linear_search(kUnits, range.unit())) {
    issues.Error(spot.at("unit"),
                 absl::StrCat("unknown unit `", range.unit(), "`; one of ",
                              absl::StrJoin(kUnits, ", ")));
  } else if (entry->kind() == DURATION && range.unit() != "days") {
    issues.Error(spot.at("unit"), "a DURATION is counted in days");
  }
}

void CheckSafety(const QuestionEntry& entry, QuestionIndex index,
                 const Content& content, Issues& issues) {
  if (!entry->safety()) {
    if (!entry->harmless().empty()) {
      issues.Error(entry.spot.at("harmless"),
                   "only a safety question says which answers are harmless; "
                   "add `safety: true`, or take it out");
    }
    return;
  }
  const std::vector<Question>& questions = content.questions();
  const Condition& harmless = questions[index].harmless;
  const WrittenCondition written = {harmless, entry->harmless(), entry.spot,
                                    "harmless"};
  CheckRequiredCondition(written, questions, issues);
  if (harmless.always()) return;
  CheckPositive(written, issues);
  if (!absl::c_binary_search(harmless.mentions(), index)) {
    issues.Error(written.place(), absl::StrCat("`harmless` does not look at `",
                                               entry->id(), "` itself"));
  }
  if (!AnyAnswers({&harmless}, questions, Doubt::kWithout,
                  [&](const Answers& answers) {
                    return harmless.Known(answers) != Truth::kTrue;
                  })) {
    issues.Error(written.place(),
                 "every answer is harmless here, so it is no safety question");
  }
}

void CheckFollowUp(const QuestionEntry& entry, QuestionIndex index,
                   const Content& content, Issues& issues) {
  const QuestionIndex flag = content.questions()[index].follow_up_of;
  if (flag == kNoQuestion) return;
  const Place place = entry.spot.at("follow_up_of");
  const Question& opener = content.questions()[flag];
  if (!opener.yes_no()) {
    issues.Error(place, absl::StrCat("`", opener.id(),
                                     "` is no yes/no question; use "
                                     "`ask_when` instead"));
  }
  if (flag >= index) {
    issues.Error(place, absl::StrCat("it must stand after `", opener.id(),
                                     "`, which it follows"));
  }
  // Only followers of a safety question itself are kept open like one.
  if (!opener.spec.follow_up_of().empty()) {
    issues.Error(place, absl::StrCat("`", opener.id(),
                                     "` follows another question itself; "
                                     "follow that one, with an `ask_when`"));
  }
}

void CheckAsked(const QuestionEntry& entry, QuestionIndex index,
                const Content& content, Issues& issues) {
  const Question& question = content.questions()[index];
  if (entry->ask_when() != "never") {
    CheckCondition(
        {question.ask_when, entry->ask_when(), entry.spot, "ask_when"},
        content.questions(), issues);
  }
  // Values that could not be read are left out of `implied`, and reported.
  if (static_cast<size_t>(entry->implied_size()) != question.implied.size()) {
    return;
  }
  for (int i = 0; i < entry->implied_size(); ++i) {
    const Spot spot = entry.spot.child("implied", i);
    CheckRequiredCondition(
        {question.implied[i].when, entry->implied(i).when(), spot, "when"},
        content.questions(), issues);
  }
}

// A fact's name is a way to bring its answer in: one name, one question.
void CheckFacts(const Entries& entries, const Content& content,
                Issues& issues) {
  std::set<std::string> facts;
  for (size_t i = 0; i < entries.questions.size(); ++i) {
    const QuestionEntry& entry = entries.questions[i];
    const std::string& fact = content.questions()[i].fact;
    const QuestionIndex same = content.FindQuestion(fact);
    if (!facts.insert(fact).second ||
        (same != kNoQuestion && same != static_cast<QuestionIndex>(i) &&
         fact != entry->id())) {
      if (!entry->fact().empty()) {
        issues.Error(entry.spot.at("fact"),
                     absl::StrCat("`", fact,
                                  "` names another question's "
                                  "answer already"));
      }
    }
  }
}

}  // namespace

void CheckQuestions(const Entries& entries, const Content& content,
                    Issues& issues) {
  for (size_t i = 0; i < entries.questions.size(); ++i) {
    const QuestionEntry& entry = entries.questions[i];
    const QuestionIndex index = static_cast<QuestionIndex>(i);
    CheckReserved(entry->id(), entry.spot.at("id"), issues);
    if (entry->section() == SECTION_UNSPECIFIED) {
      issues.Error(entry.spot.place(), "`section` is missing");
    }
    if (entry->kind() == KIND_UNSPECIFIED) {
      issues.Error(entry.spot.place(), "`kind` is missing");
      continue;
    }
    CheckChoices(entry, issues);
    CheckRange(entry, issues);
    CheckSafety(entry, index, content, issues);
    CheckFollowUp(entry, index, content, issues);
    CheckAsked(entry, index, content, issues);
  }
  CheckFacts(entries, content, issues);
}

}  // namespace firstvisit
