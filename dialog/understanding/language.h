// The lexicons of one locale, compiled: vocabulary, phrases, number and time
// words, and what each phrase means.
//
//   absl::StatusOr<std::unique_ptr<const Language>> en =
//       Language::Create(lexicon, matters);
//   (*en)->rule(match.rule).kind
//
// Immutable and safe to share between threads.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_LANGUAGE_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_LANGUAGE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/understanding/by_symbol.h"
#include "dialog/understanding/matter.h"
#include "dialog/understanding/pattern.h"
#include "dialog/understanding/vocabulary.h"
#include "firstvisit/content/v1/lexicon.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

using content::v1::CueKind;

// What a phrase means.
struct Phrase {
  enum class Kind {
    kCue,
    kTime,          // `part`: position in the lexicon's time words
    kCommand,       // in a short answer
    kCommandAlone,  // as the whole answer
    kAlarm,         // `part`: position in the lexicon's alarms
    kAlarmPossible,
    kAlarmHarmless,
    kPresent,  // `part`: the aspect
    kImplied,
    kPresentHere,
    kAbsent,
    kAbsentHere,
    kUnsure,
    kHarmless,
    kValue,  // `part`: the choice
    kValueHere,
    kValueDenied,
    kOpposite,  // the choice of two that was not named
    kNumber,    // `part`: position in the question's number phrases
    kSays,
    kTopic,
    kHint,
    kElsewhere,
    kInapplicable,
  };
  Kind kind = Kind::kCue;
  CueKind cue = content::v1::CUE_KIND_UNSPECIFIED;
  v1::Command command = v1::COMMAND_UNSPECIFIED;
  QuestionIndex question = kNoQuestion;
  int part = 0;
  bool unable = false;  // kAbsent: denies an ability in any answer
  std::string name;  // for the trace: "cue/DENY", "fever/chills"
};

// The word classes that the code itself asks for, by lexicon.proto's names.
struct WordRoles {
  Symbol subject, binder, joint, opener, linker, no_word, after_no, filler;
  Symbol function, third;
  Symbol article, number, number_and, number_to, number_or, number_between;
  Symbol number_of, out_of, per, this_one, minus, number_ahead, unit, born,
      barrier, unit_gap, year_in;
  Symbol number_point, number_nought, number_maybe, number_again, number_odd;
  Symbol ordinal_mark, stretch, to_come, last_one, this_same, morning, evening;
  Symbol upright, away, present, apart, ago, own, instead, during, sum,
      alternative, number_half, earlier, past, compared, turner;
  Symbol conclusion, seeming, older, younger, aged, when_then, reached, repeats;
  Symbol leaning, toward, percent, pastime, later, moved,
      at_point, too, sufferer;
  Symbol measure, temperature, pain, whether, asks_when;
};

class Language {
 public:
  // INVALID_ARGUMENT names the phrase at fault.
  static absl::StatusOr<std::unique_ptr<const Language>> Create(
      const content::v1::Lexicon& lexicon, const std::vector<Matter>& matters);

  struct Numeral {
    double value = 0;
    double high = 0;
    bool multiplier = false;
    bool fraction = false;
    bool decade = false;
    bool ordinal = false;
    bool needs_number = false;
  };
  // A number that a word only sounds like.
  struct Sound {
    double value = 0;
    bool ago = false;  // only before a unit with "ago"
  };
  struct Unit {
    double days = 0;
    bool plural = false;
  };
  // How a question is heard in this locale.
  struct Hearing {
    const content::v1::QuestionPhrases* phrases = nullptr;  // null: none
    bool any_whole = false;  // denying one of its aspects denies it
    int whole_choice = -1;   // the choice that takes in the others
  };

  const std::string& locale() const { return lexicon_.locale(); }
  const content::v1::Lexicon& lexicon() const { return lexicon_; }
  const Vocabulary& words() const { return words_; }
  const PatternSet& patterns() const { return patterns_; }
  const Phrase& rule(int at) const { return rules_[at]; }
  const WordRoles& roles() const { return roles_; }
  const Hearing& hearing(QuestionIndex question) const {
    return hearings_[question];
  }
  // What is looked for in free yes/no questions and their answers alone.
  struct FreePhrase {
    content::v1::FreeKind kind = content::v1::FREE_KIND_UNSPECIFIED;
    int series = -1;  // of a member of one
    int member = 0;
    int forms = -1;  // of a form of a word
  };
  const PatternSet& free_patterns() const { return free_patterns_; }
  const FreePhrase& free_phrase(int at) const { return free_phrases_[at]; }
  // Null where a word with these symbols is none.
  const Numeral* FindNumeral(const Symbols& word) const {
    return numerals_.Find(word);
  }
  const Sound* FindSound(const Symbols& word) const {
    return sounds_.Find(word);
  }
  const Unit* FindUnit(const Symbols& word) const { return units_.Find(word); }
  // What a word stands for; null: itself.
  const std::vector<std::string>* FindSpelling(absl::string_view word) const;
  const std::vector<content::v1::Ending>& endings() const { return endings_; }

 private:
  Language() : patterns_(&words_), free_patterns_(&words_) {}
  absl::Status Build(const std::vector<Matter>& matters);
  absl::Status BuildClasses();
  void BuildWords();
  void BuildNumbers();
  void AddUnit(const std::string& word, Unit unit);
  absl::Status BuildShared();
  absl::Status BuildFree();
  absl::Status BuildQuestion(const content::v1::QuestionPhrases& phrases,
                             const Matter& matter);
  template <typename Phrases>
  absl::Status Add(const Phrases& phrases, Phrase rule);

  content::v1::Lexicon lexicon_;
  Vocabulary words_;
  PatternSet patterns_;
  PatternSet free_patterns_;
  std::vector<Phrase> rules_;
  std::vector<FreePhrase> free_phrases_;
  WordRoles roles_;
  std::vector<Hearing> hearings_;
  BySymbol<Numeral> numerals_;
  BySymbol<Sound> sounds_;
  BySymbol<Unit> units_;
  absl::flat_hash_map<std::string, std::vector<std::string>> spellings_;
  std::vector<content::v1::Ending> endings_;  // longest first
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_LANGUAGE_H_
