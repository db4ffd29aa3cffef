// Tests: spoken_forms_test.cc.

#include "dialog/proof/spoken_forms.h"

#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "dialog/wording/sentence.h"

namespace firstvisit {
namespace {

// The keys 1 to 9, of which one is left for "not sure" or "none".
constexpr size_t kKeys = 9;
constexpr char kNumber[] = "{emergency_number}";

// The {placeholders} and the numbers of a sentence.
std::set<std::string> Particulars(const std::string& text) {
  std::set<std::string> found;
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    if (text[i] == '{') {
      end = text.find('}', i);
      end = end == std::string::npos ? text.size() : end + 1;
      found.insert(text.substr(i, end - i));
    } else if (absl::ascii_isdigit(text[i])) {
      while (end < text.size() && absl::ascii_isdigit(text[end])) ++end;
      found.insert(text.substr(i, end - i));
    }
    i = end;
  }
  return found;
}

class Listener {
 public:
  Listener(const Content& content, const LocaleWording& wording,
           std::vector<std::string>& lost)
      : content_(content), wording_(wording), lost_(lost) {}

  void Listen() {
    for (int level = content::v1::OK; level <= content::v1::Level_MAX;
         ++level) {
      ListenToLevel(static_cast<Level>(level));
    }
    for (size_t i = 0; i < content_.precautions().size(); ++i) {
      const auto& words = wording_.precaution[i];
      Present(absl::StrCat("precaution ", content_.precautions()[i].id),
              {words.client(), words.therapist()});
    }
    for (size_t i = 0; i < content_.limits().size(); ++i) {
      ListenToLine(absl::StrCat("limit ", content_.limits()[i].id),
                   wording_.limit[i]);
    }
    for (const Precaution& precaution : content_.precautions()) {
      if (precaution.agreement.empty()) continue;
      const auto words = wording_.agreement.find(precaution.agreement);
      const std::string name = absl::StrCat("agreement ", precaution.agreement);
      if (words == wording_.agreement.end()) {
        Lose(name, "has no words");
      } else {
        ListenToLine(name, words->second);
      }
    }
    ListenToQuestions();
    ListenToKeys();
  }

 private:
  void Lose(const std::string& name, const std::string& what) {
    lost_.push_back(absl::StrCat(wording_.locale, ": ", name, " ", what));
  }

  void Present(const std::string& name, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      if (text.empty()) Lose(name, "has no words");
    }
  }

  // The short form of a message is its spoken one; so is what SSML says.
  void Compare(const std::string& name, const std::string& written,
               const std::string& spoken) {
    for (const std::string& particular : Particulars(written)) {
      if (!absl::StrContains(spoken, particular)) {
        Lose(name, absl::StrCat("loses ", particular, " when spoken"));
      }
    }
    for (const std::string& particular : Particulars(spoken)) {
      if (!absl::StrContains(Ssml(spoken), particular)) {
        Lose(name, absl::StrCat("loses ", particular, " in SSML"));
      }
    }
  }

  void ListenToLine(const std::string& name,
                    const content::v1::LineWording& line) {
    Present(name, {line.text()});
    Compare(name, line.text(),
            line.voice().empty() ? line.text() : line.voice());
  }

  void ListenToLevel(Level level) {
    const content::v1::LevelWording& words = wording_.level[level];
    const std::string name = absl::StrCat("level ", Level_Name(level));
    Present(name, {words.headline(), words.action(), words.doctor(),
                   words.safety_net()});
    const std::string all =
        absl::StrCat(words.headline(), words.action(), words.safety_net());
    if (level >= content::v1::URGENT && !absl::StrContains(all, kNumber)) {
      Lose(name, "does not name the emergency number");
    }
    if (level == content::v1::EMERGENCY_NOW &&
        !absl::StrContains(words.headline() + words.action(), kNumber)) {
      Lose(name, "does not say at once whom to call");
    }
    for (const std::string& text :
         {words.headline(), words.action(), words.safety_net()}) {
      Compare(name, text, text);
    }
  }

  // Questions differ in length by design; the numbers that draw a line (four
  // steps, six weeks) may be spelt out when spoken, placeholders may not go.
  void ListenToQuestions() {
    for (size_t i = 0; i < content_.questions().size(); ++i) {
      if (!content_.questions()[i].spec.safety()) continue;
      const auto& words = wording_.question[i];
      const std::string name =
          absl::StrCat("question ", content_.questions()[i].id());
      Present(name, {words.prompt(), words.voice_prompt()});
      if (words.reprompt_size() < 2) Lose(name, "lacks a reprompt");
    }
  }

  // By keys alone a person can give every answer, doubt and "none" included,
  // and is told which keys those are.
  void ListenToKeys() {
    for (const char* id : {"keys_yes_no", "keys_choice", "keys_group",
                           "keys_number", "keys_duration"}) {
      const content::v1::LineWording& line = wording_.Phrase(id);
      ListenToLine(absl::StrCat("phrase ", id), line);
    }
    const std::set<std::string> named =
        Particulars(wording_.Phrase("keys_yes_no").text());
    for (const char* key : {"1", "2", "3"}) {
      if (named.count(key) == 0) {
        Lose("phrase keys_yes_no", absl::StrCat("does not name the key ", key));
      }
    }
    for (const Question& question : content_.questions()) {
      if (question.choices.size() >= kKeys) {
        Lose(absl::StrCat("question ", question.id()), "has too many choices");
      }
    }
    for (const Group& group : content_.groups()) {
      if (group.members.size() >= kKeys) {
        Lose(absl::StrCat("group ", group.id), "has too many members");
      }
    }
  }

  const Content& content_;
  const LocaleWording& wording_;
  std::vector<std::string>& lost_;
};

}  // namespace

std::vector<std::string> LostWarnings(const Content& content) {
  std::vector<std::string> lost;
  for (const LocaleWording& wording : content.locales()) {
    Listener(content, wording, lost).Listen();
  }
  return lost;
}

}  // namespace firstvisit
