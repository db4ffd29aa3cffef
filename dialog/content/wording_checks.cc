#include "dialog/content/wording_checks.h"

#include <map>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "dialog/content/names.h"
#include "dialog/content/phrases.h"
#include "dialog/content/sentence_checks.h"
#include "dialog/util/utf8.h"

namespace firstvisit {
namespace {

constexpr int kLongestLabel = 20;  // characters on a button
constexpr int kReprompts = 2;

const std::vector<absl::string_view>& EmergencyNumber() {
  static const auto* names =
      new std::vector<absl::string_view>{"emergency_number"};
  return *names;
}

// The answers that a question's statements must be able to say back.
std::vector<std::string> AnswersOf(const Question& question) {
  std::vector<std::string> answers = question.choices;
  const content::v1::Kind kind = question.spec.kind();
  if (kind == content::v1::NUMBER || kind == content::v1::DURATION) {
    answers.push_back("value");
  }
  answers.push_back("unsure");
  answers.push_back("declined");
  return answers;
}

// Whatever a locale has no words for: in the default locale an error where the
// entry stands, in another one warning a sort.
class Gaps {
 public:
  Gaps(const LocaleEntries& locale, bool is_default, Issues& issues)
      : locale_(locale), is_default_(is_default), issues_(issues) {}

  // `place`: of what lacks its words.
  void Note(absl::string_view sort, const std::string& id, const Place& place) {
    // An entry without an id was reported as such.
    if (id.empty()) return;
    if (is_default_) {
      issues_.Error(place, absl::StrCat("no wording for ", sort, " `", id,
                                        "` in `", locale_.locale, "`"));
    } else {
      missing_[std::string(sort)].push_back(id);
    }
  }

  void Report() const {
    for (const auto& sort : missing_) {
      issues_.Warning(
          locale_.place,
          absl::StrCat("`", locale_.locale, "` has no wording for ", sort.first,
                       " ", absl::StrJoin(sort.second, ", "),
                       "; the default locale's is used"));
    }
  }

 private:
  const LocaleEntries& locale_;
  const bool is_default_;
  Issues& issues_;
  std::map<std::string, std::vector<std::string>> missing_;  // by sort
};

// What of `wanted` is not in `found`.
std::vector<std::string> Lacking(const std::vector<std::string>& wanted,
                                 const std::vector<std::string>& found) {
  std::vector<std::string> lacking;
  for (const std::string& one : wanted) {
    if (!absl::c_linear_search(found, one)) lacking.push_back(one);
  }
  return lacking;
}

class WordingChecker {
 public:
  WordingChecker(const Entries& entries, const Content& content,
                 const LocaleEntries& locale, bool is_default, Issues& issues)
      : entries_(entries),
        content_(content),
        locale_(locale),
        gaps_(locale, is_default, issues),
        issues_(issues) {}

  void CheckAll() {
    CheckQuestions();
    CheckGroups();
    Each(entries_.precautions, locale_.precaution, "precaution",
         [this](const auto& words, size_t) { CheckPrecaution(words); });
    Each(entries_.limits, locale_.limit, "limit",
         [this](const auto& words, size_t) { CheckLine(words, {}); });
    Each(entries_.causes, locale_.cause, "cause",
         [this](const auto& words, size_t i) {
           CheckCause(words, content_.causes()[i]);
         });
    Each(entries_.techniques, locale_.technique, "technique",
         [this](const auto& words, size_t) { CheckAdvice(words, false); });
    Each(entries_.areas, locale_.area, "area",
         [this](const auto& words, size_t) { CheckAdvice(words, false); });
    Each(entries_.tips, locale_.tip, "tip",
         [this](const auto& words, size_t) { CheckAdvice(words, true); });
    CheckLevels();
    CheckLines();
    gaps_.Report();
  }

 private:
  // Calls `check` with each wording that is there, reports the others.
  template <typename Spec, typename Words, typename Check>
  void Each(const std::vector<Entry<Spec>>& entries,
            const std::vector<Entry<Words>>& words, absl::string_view sort,
            Check check) {
    for (size_t i = 0; i < entries.size(); ++i) {
      if (i < words.size() && words[i].spec != nullptr) {
        check(words[i], i);
      } else {
        gaps_.Note(sort, entries[i]->id(), entries[i].spot.place());
      }
    }
  }

  void CheckQuestions() {
    Each(entries_.questions, locale_.question, "question",
         [this](const auto& words, size_t i) {
           const Question& question = content_.questions()[i];
           CheckPrompts(words, question);
           CheckStatements(words, question);
           CheckChoices(words, question);
         });
  }

  void CheckPrompts(const Entry<content::v1::QuestionWording>& words,
                    const Question& question) {
    SentenceChecks checks(words.spot, issues_);
    checks.Required("prompt", words->prompt());
    checks.Required("voice_prompt", words->voice_prompt());
    checks.Required("help", words->help());
    checks.Required("why", words->why());
    checks.Required("label", words->label());
    if (question.yes_no() && question.spec.safety()) {
      checks.Required("confirm", words->confirm());
    } else {
      checks.Optional("confirm", words->confirm(), {});
    }
    if (words->reprompt_size() != kReprompts) {
      issues_.Error(words.spot.place(),
                    absl::StrCat("a question has exactly ", kReprompts,
                                 " reprompts, not ", words->reprompt_size()));
    }
    for (int i = 0; i < words->reprompt_size(); ++i) {
      checks.Optional("reprompt", words->reprompt(i), {}, i);
    }
    CheckReadable(locale_.locale,
                  {words->prompt(), words->voice_prompt(), words->help(),
                   words->why(), absl::StrJoin(words->reprompt(), "\n")},
                  words.spot.place(), issues_);
  }

  void CheckStatements(const Entry<content::v1::QuestionWording>& words,
                       const Question& question) {
    const std::vector<std::string> wanted = AnswersOf(question);
    const bool text = question.spec.kind() == content::v1::TEXT;
    std::vector<std::string> said;
    for (int i = 0; i < words->statement_size(); ++i) {
      const content::v1::Statement& statement = words->statement(i);
      const Spot spot = words.spot.child("statement", i);
      const std::string& answer = statement.answer();
      const bool value = answer == "value";
      if (!absl::c_linear_search(wanted, answer) && !(text && value)) {
        issues_.Error(
            spot.at("answer"),
            absl::StrCat("`", answer, "` is no answer to `", question.id(),
                         "`; say back ", absl::StrJoin(wanted, ", ")));
      } else if (absl::c_linear_search(said, answer)) {
        issues_.Error(spot.at("answer"),
                      absl::StrCat("`", answer, "` is said back twice"));
      }
      said.push_back(answer);
      const std::vector<absl::string_view> filled =
          value ? std::vector<absl::string_view>{"value"}
                : std::vector<absl::string_view>{};
      SentenceChecks(spot, issues_).Required("text", statement.text(), filled);
    }
    const std::vector<std::string> lacking = Lacking(wanted, said);
    if (lacking.empty()) return;
    issues_.Error(
        words.spot.place(),
        absl::StrCat("no statement says back ", absl::StrJoin(lacking, ", ")));
  }

  void CheckChoices(const Entry<content::v1::QuestionWording>& words,
                    const Question& question) {
    std::vector<std::string> labelled;
    for (int i = 0; i < words->choice_size(); ++i) {
      const content::v1::ChoiceWording& choice = words->choice(i);
      const Spot spot = words.spot.child("choice", i);
      if (question.yes_no() || question.FindChoice(choice.value()) < 0) {
        issues_.Error(spot.at("value"),
                      absl::StrCat("`", choice.value(), "` is no choice of `",
                                   question.id(), "`"));
      }
      SentenceChecks(spot, issues_).Required("label", choice.label());
      const int length = Utf8Length(choice.label());
      if (length > kLongestLabel) {
        issues_.Error(spot.at("label"),
                      absl::StrCat("the label has ", length, " characters; ",
                                   "a button takes ", kLongestLabel));
      }
      labelled.push_back(choice.value());
    }
    if (question.yes_no()) return;
    const std::vector<std::string> lacking =
        Lacking(question.choices, labelled);
    if (lacking.empty()) return;
    issues_.Error(words.spot.place(),
                  absl::StrCat("no label for ", absl::StrJoin(lacking, ", ")));
  }

  void CheckGroups() {
    for (size_t i = 0; i < content_.groups().size(); ++i) {
      const Group& group = content_.groups()[i];
      if (i >= locale_.group.size() || locale_.group[i].spec == nullptr) {
        gaps_.Note("group", group.id,
                   entries_.questions[group.members.front()].spot.at("group"));
        continue;
      }
      const Entry<content::v1::GroupWording>& words = locale_.group[i];
      SentenceChecks checks(words.spot, issues_);
      checks.Required("prompt", words->prompt());
      checks.Required("voice_prompt", words->voice_prompt());
      checks.Required("none", words->none());
    }
  }

  void CheckPrecaution(const Entry<content::v1::PrecautionWording>& words) {
    SentenceChecks checks(words.spot, issues_);
    checks.Required("title", words->title());
    checks.Required("client", words->client());
    checks.Required("therapist", words->therapist());
    checks.Required("until", words->until());
    checks.Required("see", words->see());
    CheckReadable(locale_.locale, {words->client()}, words.spot.place(),
                  issues_);
  }

  void CheckCause(const Entry<content::v1::CauseWording>& words,
                  const Cause& cause) {
    SentenceChecks checks(words.spot, issues_);
    checks.Required("title", words->title());
    checks.Required("client", words->client());
    checks.Required("therapist", words->therapist());
    std::vector<std::string> sentences = {words->client()};
    Names evidence("line of evidence");
    Issues known;
    for (const Evidence& line : cause.evidence) {
      evidence.Add(line.id, {}, known);
    }
    std::vector<bool> reasoned(cause.evidence.size(), false);
    for (int i = 0; i < words->reason_size(); ++i) {
      const Spot spot = words.spot.child("reason", i);
      const int line =
          evidence.Resolve(words->reason(i).id(), spot.at("id"), issues_);
      if (line >= 0) reasoned[line] = true;
      CheckLine({&words->reason(i), spot}, {});
      sentences.push_back(words->reason(i).text());
    }
    for (size_t i = 0; i < reasoned.size(); ++i) {
      if (reasoned[i]) continue;
      issues_.Error(words.spot.place(),
                    absl::StrCat("no reason for the line of evidence `",
                                 cause.evidence[i].id, "`"));
    }
    CheckReadable(locale_.locale, sentences, words.spot.place(), issues_);
  }

  void CheckAdvice(const Entry<content::v1::AdviceWording>& words,
                   bool for_client) {
    SentenceChecks checks(words.spot, issues_);
    checks.Required("text", words->text());
    checks.Required("reason", words->reason());
    if (for_client) {
      CheckReadable(locale_.locale, {words->text(), words->reason()},
                    words.spot.place(), issues_);
    }
  }

  void CheckLevels() {
    for (int level = content::v1::OK; level <= content::v1::EMERGENCY_NOW;
         ++level) {
      const absl::string_view name = LevelName(static_cast<Level>(level));
      if (locale_.level.empty() || locale_.level[level].spec == nullptr) {
        gaps_.Note("level", std::string(name), locale_.place);
        continue;
      }
      const Entry<content::v1::LevelWording>& words = locale_.level[level];
      SentenceChecks checks(words.spot, issues_);
      checks.Required("headline", words->headline(), EmergencyNumber());
      checks.Required("action", words->action(), EmergencyNumber());
      checks.Required("doctor", words->doctor(), EmergencyNumber());
      checks.Required("safety_net", words->safety_net(), EmergencyNumber());
      checks.Required("therapist", words->therapist());
      CheckReadable(locale_.locale,
                    {words->headline(), words->action(), words->doctor(),
                     words->safety_net()},
                    words.spot.place(), issues_);
    }
  }

  void CheckLine(const Entry<content::v1::LineWording>& line,
                 const std::vector<absl::string_view>& placeholders) {
    SentenceChecks checks(line.spot, issues_);
    checks.Required("text", line->text(), placeholders);
    checks.Optional("voice", line->voice(), placeholders);
  }

  void CheckLines() {
    for (const auto& agreement : locale_.agreement) {
      CheckLine(agreement.second, {});
    }
    for (const PhraseShape& phrase : Phrases()) {
      const auto line = locale_.phrase.find(std::string(phrase.id));
      if (line == locale_.phrase.end()) {
        gaps_.Note("phrase", std::string(phrase.id), locale_.place);
      } else {
        CheckLine(line->second, phrase.placeholders);
      }
    }
    for (const auto& line : locale_.phrase) {
      if (FindPhrase(line.first) != nullptr) continue;
      if (absl::c_linear_search(content_.protocol().ask_at_table(),
                                line.first)) {
        CheckLine(line.second, {});
      } else {
        issues_.Warning(line.second.spot.at("id"),
                        absl::StrCat("nothing says the phrase `", line.first,
                                     "`; take it out"));
      }
    }
  }

  const Entries& entries_;
  const Content& content_;
  const LocaleEntries& locale_;
  Gaps gaps_;
  Issues& issues_;
};

}  // namespace

void CheckWordings(const Entries& entries, const Content& content,
                   const std::vector<LocaleEntries>& locales, Issues& issues) {
  for (size_t i = 0; i < locales.size(); ++i) {
    if (!IsLocale(locales[i].locale)) continue;  // reported with its name
    WordingChecker(entries, content, locales[i], i == 0, issues).CheckAll();
  }
}

}  // namespace firstvisit
