// A protocol's content, checked and compiled: what Load (loader.h) yields.
//
//   const Content& content = …;
//   QuestionIndex fever = content.FindQuestion("fever");
//   content.questions()[fever].safety;
//   content.locale("en").question[fever].prompt();
//
// Immutable; share one `std::shared_ptr<const Content>` between threads. All
// references between entries are positions, so that a turn looks nothing up by
// name.

#ifndef FIRSTVISIT_DIALOG_CONTENT_CONTENT_H_
#define FIRSTVISIT_DIALOG_CONTENT_CONTENT_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/content/condition.h"
#include "dialog/content/name_index.h"
#include "firstvisit/content/v1/content.pb.h"
#include "firstvisit/content/v1/lexicon.pb.h"
#include "firstvisit/content/v1/wording.pb.h"

namespace firstvisit {

// Levels in their order, as enum values of the content format.
using content::v1::Level;

// A value recorded without asking.
struct Implied {
  Condition when;
  Answer value;
};

// A question. `spec` is what the author wrote.
struct Question {
  content::v1::Question spec;
  std::string fact;                  // name of its fact in and out
  std::vector<std::string> choices;  // "yes", "no" for yes/no questions
  Condition ask_when;
  Condition harmless;
  std::vector<Implied> implied;
  QuestionIndex follow_up_of = kNoQuestion;
  // Questions whose ask_when, or implied values, look at this one.
  std::vector<QuestionIndex> opens;
  int group = -1;  // position in Content::groups()

  const std::string& id() const { return spec.id(); }
  bool yes_no() const { return spec.kind() == content::v1::YES_NO; }
  // Position of a choice's value; -1: none.
  int FindChoice(absl::string_view value) const;
};

// Questions that may be asked in one breath.
struct Group {
  std::string id;
  std::vector<QuestionIndex> members;  // in content order
};

// A technique, area or tip.
struct Advice {
  enum class Type { kTechnique, kArea, kTip };
  Type type;
  std::string id;
  content::v1::AdviceKind kind;  // tips only
  Condition when;
  std::vector<int> causes;  // positions in causes(); empty: any
  std::vector<std::string> sources;
  int wording = 0;  // position in LocaleWording::tip, technique or area
  // Counts as massage: everything but habits and information.
  bool massage() const {
    return type != Type::kTip ||
           (kind != content::v1::HABIT && kind != content::v1::INFORMATION);
  }
};

// One way for a precaution to stand.
struct Rule {
  std::string id;
  Condition when;
  Condition unless;  // always() where there is none
  bool has_unless = false;
  Level level;
  Level unsure_level;  // resolved: the default is filled in
  std::vector<std::string> sources;
};

// A red flag or contraindication.
struct Precaution {
  std::string id;
  std::vector<Rule> rules;
  std::vector<int> limits;   // positions in limits()
  std::vector<int> forbids;  // positions in advice(); limits included
  std::string agreement;     // resolved; empty: nobody's
  std::vector<std::string> sources;
};

// A named set of what is not done.
struct Limit {
  std::string id;
  std::vector<int> forbids;  // positions in advice()
  std::vector<std::string> sources;
};

// One line of evidence for or against a cause.
struct Evidence {
  std::string id;
  Condition when;
  int decibans;
  std::vector<std::string> sources;
};

// What may lie behind the complaint.
struct Cause {
  std::string id;
  std::vector<Evidence> evidence;
  std::vector<std::string> sources;
};

// The sentences of one locale, parallel to the content's entries. Where the
// locale lacks an entry, the default locale's stands.
struct LocaleWording {
  std::string locale;
  std::vector<content::v1::QuestionWording> question;
  std::vector<content::v1::GroupWording> group;
  std::vector<content::v1::PrecautionWording> precaution;
  std::vector<content::v1::LineWording> limit;
  std::vector<content::v1::CauseWording> cause;
  std::vector<content::v1::AdviceWording> tip;
  std::vector<content::v1::AdviceWording> technique;
  std::vector<content::v1::AdviceWording> area;
  std::vector<content::v1::LevelWording> level;  // by Level
  absl::flat_hash_map<std::string, content::v1::LineWording> agreement;
  absl::flat_hash_map<std::string, content::v1::LineWording> phrase;

  // A phrase by id; an empty one where there is none (the loader reports it).
  const content::v1::LineWording& Phrase(absl::string_view id) const;
};

class Content {
 public:
  const content::v1::Protocol& protocol() const { return protocol_; }
  const std::vector<Question>& questions() const { return questions_; }
  // Questions that an answer to another may settle: they have implied values,
  // or are asked under a condition.
  const std::vector<QuestionIndex>& settled() const { return settled_; }
  const std::vector<Group>& groups() const { return groups_; }
  const std::vector<Limit>& limits() const { return limits_; }
  const std::vector<Precaution>& precautions() const { return precautions_; }
  const std::vector<Cause>& causes() const { return causes_; }
  // Techniques, then areas, then tips, each in content order.
  const std::vector<Advice>& advice() const { return advice_; }
  const std::vector<content::v1::Fact>& facts() const { return facts_; }
  // The merged lexicons, one per locale, the default locale's first.
  const std::vector<content::v1::Lexicon>& lexicons() const {
    return lexicons_;
  }
  // The locales served, the default one first.
  const std::vector<LocaleWording>& locales() const { return locales_; }

  // kNoQuestion where there is none.
  QuestionIndex FindQuestion(absl::string_view id) const;
  // By the name of the fact ("duration_days") or the question's id.
  QuestionIndex FindFact(absl::string_view fact) const;
  // The best match for a BCP 47 tag: itself, its language, the default.
  const LocaleWording& locale(absl::string_view tag) const;
  // Hexadecimal SHA-256 over what was loaded.
  const std::string& hash() const { return hash_; }

 private:
  friend class ContentBuilder;  // builder.h, the only one who makes one

  content::v1::Protocol protocol_;
  std::vector<Question> questions_;
  std::vector<QuestionIndex> settled_;
  std::vector<Group> groups_;
  std::vector<Limit> limits_;
  std::vector<Precaution> precautions_;
  std::vector<Cause> causes_;
  std::vector<Advice> advice_;
  std::vector<content::v1::Fact> facts_;
  std::vector<content::v1::Lexicon> lexicons_;
  std::vector<LocaleWording> locales_;
  NameIndex by_id_;
  NameIndex by_fact_;
  std::string hash_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_CONTENT_H_
