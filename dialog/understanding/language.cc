// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/language.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dialog/understanding/normalise.h"

namespace firstvisit {
namespace {

using content::v1::CueKind_Name;
using content::v1::QuestionPhrases;
using Kind = Phrase::Kind;

absl::Status In(absl::string_view where, const absl::Status& status) {
  return absl::InvalidArgumentError(
      absl::StrCat(where, ": ", status.message()));
}

v1::Command CommandByName(absl::string_view name) {
  v1::Command command = v1::COMMAND_UNSPECIFIED;
  v1::Command_Parse(absl::AsciiStrToUpper(name), &command);
  return command;
}

}  // namespace

absl::StatusOr<std::unique_ptr<const Language>> Language::Create(
    const content::v1::Lexicon& lexicon, const std::vector<Matter>& matters) {
  auto language = absl::WrapUnique(new Language);
  language->lexicon_ = lexicon;
  const absl::Status built = language->Build(matters);
  if (!built.ok()) {
    return In(absl::StrCat("lexicon \"", lexicon.locale(), "\""), built);
  }
  return std::unique_ptr<const Language>(std::move(language));
}

absl::Status Language::Build(const std::vector<Matter>& matters) {
  if (absl::Status classes = BuildClasses(); !classes.ok()) return classes;
  BuildWords();
  if (absl::Status shared = BuildShared(); !shared.ok()) return shared;
  if (absl::Status free = BuildFree(); !free.ok()) return free;
  hearings_.resize(matters.size());
  for (const QuestionPhrases& phrases : lexicon_.question()) {
    const auto matter =
        std::find_if(matters.begin(), matters.end(),
                     [&](const Matter& m) { return m.id == phrases.id(); });
    if (matter == matters.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat("phrases for \"", phrases.id(),
                       "\", which is no question of the protocol"));
    }
    Hearing& hearing = hearings_[matter->index];
    if (hearing.phrases != nullptr) {
      return absl::InvalidArgumentError(absl::StrCat(
          "phrases for \"", phrases.id(), "\" are given twice; join them"));
    }
    hearing.phrases = &phrases;
    for (const auto& aspect : phrases.aspect()) {
      hearing.any_whole |= aspect.whole();
    }
    const absl::Status built = BuildQuestion(phrases, *matter);
    if (!built.ok()) return In(phrases.id(), built);
  }
  words_.Finish();
  patterns_.Finish();
  free_patterns_.Finish();
  return absl::OkStatus();
}

absl::Status Language::BuildClasses() {
  // The roles stand even where a locale leaves one empty.
  roles_.subject = words_.Class("subject");
  roles_.binder = words_.Class("binder");
  roles_.joint = words_.Class("joint");
  roles_.opener = words_.Class("opener");
  roles_.linker = words_.Class("linker");
  roles_.no_word = words_.Class("no_word");
  roles_.after_no = words_.Class("after_no");
  roles_.filler = words_.Class("filler");
  roles_.function = words_.Class("function");
  roles_.third = words_.Class("third");
  roles_.article = words_.Class("article");
  roles_.number = words_.Class("number");
  roles_.number_and = words_.Class("number_and");
  roles_.number_to = words_.Class("number_to");
  roles_.number_or = words_.Class("number_or");
  roles_.number_between = words_.Class("number_between");
  roles_.number_of = words_.Class("number_of");
  roles_.out_of = words_.Class("out_of");
  roles_.per = words_.Class("per");
  roles_.this_one = words_.Class("this_one");
  roles_.minus = words_.Class("minus");
  roles_.number_ahead = words_.Class("number_ahead");
  roles_.unit = words_.Class("unit");
  roles_.unit_gap = words_.Class("unit_gap");
  roles_.year_in = words_.Class("year_in");
  roles_.barrier = words_.Class("barrier");
  roles_.born = words_.Class("born");
  roles_.number_point = words_.Class("number_point");
  roles_.number_nought = words_.Class("number_nought");
  roles_.number_maybe = words_.Class("number_maybe");
  roles_.number_again = words_.Class("number_again");
  roles_.number_odd = words_.Class("number_odd");
  roles_.ordinal_mark = words_.Class("ordinal_mark");
  roles_.stretch = words_.Class("stretch");
  roles_.to_come = words_.Class("to_come");
  roles_.last_one = words_.Class("last_one");
  roles_.this_same = words_.Class("this_same");
  roles_.morning = words_.Class("morning");
  roles_.evening = words_.Class("evening");
  roles_.upright = words_.Class("upright");
  roles_.away = words_.Class("away");
  roles_.present = words_.Class("present");
  roles_.apart = words_.Class("apart");
  roles_.ago = words_.Class("ago");
  roles_.own = words_.Class("own");
  roles_.instead = words_.Class("instead");
  roles_.during = words_.Class("during");
  roles_.earlier = words_.Class("earlier");
  roles_.past = words_.Class("past");
  roles_.number_half = words_.Class("number_half");
  roles_.sum = words_.Class("sum");
  roles_.alternative = words_.Class("alternative");
  roles_.conclusion = words_.Class("conclusion");
  roles_.seeming = words_.Class("seeming");
  roles_.older = words_.Class("older");
  roles_.younger = words_.Class("younger");
  roles_.aged = words_.Class("aged");
  roles_.when_then = words_.Class("when_then");
  roles_.reached = words_.Class("reached");
  roles_.repeats = words_.Class("repeats");
  roles_.leaning = words_.Class("leaning");
  roles_.toward = words_.Class("toward");
  roles_.percent = words_.Class("percent");
  roles_.pastime = words_.Class("pastime");
  roles_.later = words_.Class("later");
  roles_.moved = words_.Class("moved");
  roles_.at_point = words_.Class("at_point");
  roles_.too = words_.Class("too");
  roles_.sufferer = words_.Class("sufferer");
  for (const auto& word_class : lexicon_.word_class()) {
    words_.Class(word_class.name());
    for (const std::string& word : word_class.word()) {
      if (word.empty() || word.front() != '@') {
        words_.AddToClass(word_class.name(), Normalise(word).text);
      } else if (words_.FindClass(word.substr(1)) != Vocabulary::kNoSymbol) {
        words_.AddClassToClass(word_class.name(), word.substr(1));
      } else {
        return absl::InvalidArgumentError(
            absl::StrCat("class \"", word_class.name(),
                         "\": there is no class \"", word, "\" before it"));
      }
    }
  }
  return absl::OkStatus();
}

void Language::BuildWords() {
  for (const auto& spelling : lexicon_.spelling()) {
    std::vector<std::string> means = absl::StrSplit(
        Normalise(spelling.means()).text, ' ', absl::SkipEmpty());
    for (const std::string& word : spelling.word()) {
      spellings_[Normalise(word).text] = means;
    }
  }
  endings_.assign(lexicon_.ending().begin(), lexicon_.ending().end());
  std::stable_sort(endings_.begin(), endings_.end(),
                   [](const auto& a, const auto& b) {
                     return a.ending().size() > b.ending().size();
                   });
  BuildNumbers();
}

void Language::BuildNumbers() {
  for (const auto& numeral : lexicon_.numeral()) {
    for (const std::string& word : numeral.word()) {
      numerals_[words_.Word(Normalise(word).text)] = {
          numeral.value(),       std::max(numeral.value(), numeral.high()),
          numeral.multiplier(),  numeral.fraction(),
          numeral.decade(),      numeral.ordinal(),
          numeral.needs_number()};
    }
    for (const std::string& word : numeral.sound()) {
      sounds_[words_.Word(Normalise(word).text)] = {numeral.value(), false};
    }
    for (const std::string& word : numeral.sound_ago()) {
      sounds_[words_.Word(Normalise(word).text)] = {numeral.value(), true};
    }
  }
  for (const auto& unit : lexicon_.unit()) {
    for (const std::string& word : unit.word()) {
      AddUnit(Normalise(word).text, {unit.days(), false});
    }
    for (const std::string& word : unit.plural()) {
      AddUnit(Normalise(word).text, {unit.days(), true});
    }
  }
}

void Language::AddUnit(const std::string& word, Unit unit) {
  units_[words_.Word(word)] = unit;
  words_.AddToClass("unit", word);
}

template <typename Phrases>
absl::Status Language::Add(const Phrases& phrases, Phrase rule) {
  if (phrases.empty()) return absl::OkStatus();
  const int at = static_cast<int>(rules_.size());
  rules_.push_back(std::move(rule));
  for (const std::string& phrase : phrases) {
    absl::Status added = patterns_.Add(Normalise(phrase).text, at);
    if (!added.ok()) return added;
  }
  return absl::OkStatus();
}

absl::Status Language::BuildShared() {
  absl::Status status;
  for (const auto& cue : lexicon_.cue()) {
    Phrase rule;
    rule.cue = cue.kind();
    rule.name = absl::StrCat("cue/", CueKind_Name(cue.kind()));
    status.Update(Add(cue.phrase(), std::move(rule)));
  }
  for (int i = 0; i < lexicon_.time_word_size(); ++i) {
    Phrase rule;
    rule.kind = Kind::kTime;
    rule.part = i;
    rule.name = "time";
    status.Update(Add(lexicon_.time_word(i).phrase(), std::move(rule)));
  }
  for (const auto& command : lexicon_.command()) {
    Phrase rule;
    rule.kind = Kind::kCommand;
    rule.command = CommandByName(command.command());
    rule.name = absl::StrCat("command/", command.command());
    if (rule.command == v1::COMMAND_UNSPECIFIED) {
      return absl::InvalidArgumentError(
          absl::StrCat("there is no command \"", command.command(), "\""));
    }
    status.Update(Add(command.phrase(), rule));
    rule.kind = Kind::kCommandAlone;
    status.Update(Add(command.alone(), rule));
  }
  for (int i = 0; i < lexicon_.alarm_size(); ++i) {
    const auto& alarm = lexicon_.alarm(i);
    Phrase rule;
    rule.part = i;
    rule.name = absl::StrCat("alarm/", alarm.id());
    rule.kind = Kind::kAlarm;
    status.Update(Add(alarm.phrase(), rule));
    rule.kind = Kind::kAlarmPossible;
    status.Update(Add(alarm.possible(), rule));
    rule.kind = Kind::kAlarmHarmless;
    status.Update(Add(alarm.harmless(), rule));
  }
  return status;
}

absl::Status Language::BuildFree() {
  absl::Status status;
  const auto add = [&](const std::string& phrase, FreePhrase rule) {
    const int at = static_cast<int>(free_phrases_.size());
    free_phrases_.push_back(rule);
    status.Update(free_patterns_.Add(Normalise(phrase).text, at));
  };
  for (const auto& free : lexicon_.free()) {
    for (const std::string& phrase : free.phrase()) add(phrase, {free.kind()});
  }
  for (int i = 0; i < lexicon_.free_series_size(); ++i) {
    const auto& series = lexicon_.free_series(i);
    for (int k = 0; k < series.member_size(); ++k) {
      add(series.member(k), {content::v1::FREE_KIND_UNSPECIFIED, i, k});
    }
  }
  return status;
}

absl::Status Language::BuildQuestion(const QuestionPhrases& phrases,
                                     const Matter& matter) {
  absl::Status status;
  const auto add = [&](const auto& list, Kind kind, int part,
                       absl::string_view name) {
    Phrase rule;
    rule.kind = kind;
    rule.question = matter.index;
    rule.part = part;
    rule.name = absl::StrCat(matter.id, "/", name);
    status.Update(Add(list, std::move(rule)));
  };
  for (int i = 0; i < phrases.aspect_size(); ++i) {
    const auto& aspect = phrases.aspect(i);
    add(aspect.phrase(), Kind::kPresent, i, aspect.id());
    add(aspect.implied(), Kind::kImplied, i, aspect.id());
    add(aspect.here(), Kind::kPresentHere, i, aspect.id());
  }
  add(phrases.present_here(), Kind::kPresentHere, -1, "yes");
  add(phrases.absent(), Kind::kAbsent, 0, "absent");
  add(phrases.absent_here(), Kind::kAbsentHere, 0, "absent");
  add(phrases.unsure(), Kind::kUnsure, 0, "unsure");
  add(phrases.harmless(), Kind::kHarmless, 0, "harmless");
  for (const auto& value : phrases.value()) {
    const auto choice =
        std::find(matter.choices.begin(), matter.choices.end(), value.value());
    if (choice == matter.choices.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", value.value(), "\" is none of its choices"));
    }
    const int part = static_cast<int>(choice - matter.choices.begin());
    add(value.phrase(), Kind::kValue, part, value.value());
    add(value.here(), Kind::kValueHere, part, value.value());
    add(value.denied(), Kind::kValueDenied, part, value.value());
    if (value.whole()) hearings_[matter.index].whole_choice = part;
  }
  for (int i = 0; i < phrases.number_size(); ++i) {
    add(phrases.number(i).phrase(), Kind::kNumber, i, "number");
  }
  add(phrases.says(), Kind::kSays, 0, "says");
  add(phrases.topic(), Kind::kTopic, 0, "topic");
  add(phrases.hint(), Kind::kHint, 0, "hint");
  add(phrases.elsewhere(), Kind::kElsewhere, 0, "elsewhere");
  add(phrases.inapplicable(), Kind::kInapplicable, 0, "inapplicable");
  add(phrases.opposite(), Kind::kOpposite, 0, "opposite");
  return status;
}

namespace {

// The first of a word's symbols that stands for a value; null: none does.
template <typename Values>
auto FindValue(const Values& values, const Symbols& word) {
  for (const Symbol symbol : word) {
    const auto at = values.find(symbol);
    if (at != values.end()) return &at->second;
  }
  return static_cast<decltype(&values.begin()->second)>(nullptr);
}

}  // namespace

const Language::Numeral* Language::FindNumeral(const Symbols& word) const {
  return FindValue(numerals_, word);
}

const Language::Sound* Language::FindSound(const Symbols& word) const {
  return FindValue(sounds_, word);
}

const Language::Unit* Language::FindUnit(const Symbols& word) const {
  return FindValue(units_, word);
}

const std::vector<std::string>* Language::FindSpelling(
    absl::string_view word) const {
  const auto at = spellings_.find(word);
  return at == spellings_.end() ? nullptr : &at->second;
}

}  // namespace firstvisit
