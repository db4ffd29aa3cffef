// Method: the texts are read as ContentFiles, one field is made milder, and the
// file is written again. What mild means for each field stands in Mutator.
// Tests: mutation_test.cc.

#include "dialog/proof/mutation.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "dialog/content/loader.h"
#include "dialog/proof/equivalence.h"
#include "dialog/proof/floor.h"
#include "dialog/proof/prover.h"
#include "google/protobuf/text_format.h"

namespace firstvisit {
namespace {

using content::v1::ContentFile;

// The condition with one comparison moved or made strict, once for each that
// can be. `relief`: a wider condition is the milder one; else a narrower one.
std::vector<std::string> Milder(const std::string& condition, bool relief) {
  std::vector<std::string> milder;
  for (size_t at = 0; at < condition.size(); ++at) {
    if (condition[at] != '<' && condition[at] != '>') continue;
    const bool less = condition[at] == '<';
    const bool equal = condition[at + 1] == '=';
    size_t begin = at + (equal ? 2 : 1);
    while (begin < condition.size() && absl::ascii_isspace(condition[begin])) {
      ++begin;
    }
    size_t end = begin;
    while (end < condition.size() &&
           (absl::ascii_isdigit(condition[end]) || condition[end] == '.')) {
      ++end;
    }
    double number = 0;
    if (!absl::SimpleAtod(condition.substr(begin, end - begin), &number)) {
      continue;
    }
    const std::string before = condition.substr(0, at);
    const std::string sign = condition.substr(at, 1);
    const std::string after = condition.substr(end);
    const double moved = less == relief ? number + 1 : number - 1;
    milder.push_back(
        absl::StrCat(before, sign, equal ? "=" : "", " ", moved, after));
    if (equal != relief) {
      milder.push_back(
          absl::StrCat(before, sign, relief ? "=" : "", " ", number, after));
    }
  }
  return milder;
}

std::string Written(const ContentFile& file) {
  std::string text;
  google::protobuf::TextFormat::PrintToString(file, &text);
  return text;
}

// Takes a precaution out of a file, with its words; whether it was there.
bool RemovePrecaution(const std::string& id, ContentFile& file) {
  const auto remove = [&](auto& entries) {
    const int before = entries.size();
    entries.erase(
        std::remove_if(entries.begin(), entries.end(),
                       [&](const auto& entry) { return entry.id() == id; }),
        entries.end());
    return entries.size() != before;
  };
  bool removed = remove(*file.mutable_precaution());
  for (auto& wording : *file.mutable_wording()) {
    removed |= remove(*wording.mutable_precaution());
  }
  return removed;
}

Mutant WithoutPrecaution(const std::string& id,
                         const std::vector<ContentFile>& files) {
  Mutant mutant;
  mutant.name = absl::StrCat("precaution ", id, " deleted with its words");
  for (size_t i = 0; i < files.size(); ++i) {
    ContentFile file = files[i];
    if (RemovePrecaution(id, file)) {
      mutant.changed.emplace_back(i, Written(file));
    }
  }
  return mutant;
}

// Finds every gate of one file and writes the file once for each.
class Mutator {
 public:
  Mutator(size_t text, ContentFile& file, const std::set<std::string>& safety,
          std::vector<Mutant>& mutants)
      : text_(text), file_(file), safety_(safety), mutants_(mutants) {}

  void Run() {
    if (file_.has_protocol()) MutateProtocol();
    for (auto& question : *file_.mutable_question()) MutateQuestion(question);
    for (auto& limit : *file_.mutable_limit()) {
      RemoveEach(absl::StrCat("limit ", limit.id(), " forbids"),
                 *limit.mutable_forbids());
    }
    for (int i = 0; i < file_.precaution_size(); ++i) MutatePrecaution(i);
  }

 private:
  using Strings = google::protobuf::RepeatedPtrField<std::string>;

  // Applies a change, writes the file, and takes the change back.
  template <typename Message>
  void With(const std::string& name, Message& message,
            const std::function<void(Message&)>& change) {
    const Message before = message;
    change(message);
    mutants_.push_back({name, {{text_, Written(file_)}}});
    message = before;
  }

  void RemoveEach(const std::string& name, Strings& strings) {
    const Strings before = strings;
    for (int i = 0; i < before.size(); ++i) {
      With<Strings>(absl::StrCat(name, " without ", before[i]), strings,
                    [&](Strings& s) { s.DeleteSubrange(i, 1); });
    }
  }

  void SetEach(const std::string& name, std::string& field,
               const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      With<std::string>(absl::StrCat(name, " := ", value), field,
                        [&](std::string& f) { f = value; });
    }
  }

  void MutateProtocol() {
    content::v1::Protocol& protocol = *file_.mutable_protocol();
    for (std::string* field : {protocol.mutable_default_limit(),
                               protocol.mutable_default_agreement(),
                               protocol.mutable_alarm_question()}) {
      if (!field->empty())
        SetEach(absl::StrCat("protocol ", *field), *field, {""});
    }
  }

  void MutateQuestion(content::v1::Question& question) {
    const std::string name = absl::StrCat("question ", question.id());
    for (auto& implied : *question.mutable_implied()) {
      SetEach(absl::StrCat(name, " implied"), *implied.mutable_when(),
              Milder(implied.when(), true));
      if (implied.value() == "0..17") {
        SetEach(absl::StrCat(name, " implied value"), *implied.mutable_value(),
                {"18..120"});
      }
    }
    const bool follows = safety_.count(question.follow_up_of()) != 0;
    if (!question.safety() && !follows) return;
    using Question = content::v1::Question;
    With<Question>(name + " never asked", question,
                   [](Question& q) { q.set_ask_when("never"); });
    if (follows) {
      With<Question>(name + " no follow-up", question, [](Question& q) {
        if (q.ask_when().empty()) q.set_ask_when(q.follow_up_of() + " = yes");
        q.clear_follow_up_of();
      });
    }
    if (!question.safety()) return;
    With<Question>(name + " no safety question", question, [](Question& q) {
      q.clear_safety();
      q.clear_harmless();
    });
    std::vector<std::string> wider = Milder(question.harmless(), true);
    wider.push_back(
        absl::StrCat(question.harmless(), " or answered(", question.id(), ")"));
    SetEach(name + " harmless", *question.mutable_harmless(), wider);
    if (!question.caller_may_clear()) {
      With<Question>(name + " cleared by the caller", question,
                     [](Question& q) { q.set_caller_may_clear(true); });
    }
  }

  void MutatePrecaution(int index) {
    content::v1::Precaution& precaution = *file_.mutable_precaution(index);
    const std::string name = absl::StrCat("precaution ", precaution.id());
    for (int i = 0; i < precaution.rule_size(); ++i) {
      const std::string rule = absl::StrCat(name, "/", precaution.rule(i).id());
      using Precaution = content::v1::Precaution;
      With<Precaution>(rule + " deleted", precaution, [&](Precaution& p) {
        p.mutable_rule()->DeleteSubrange(i, 1);
      });
      MutateRule(rule, *precaution.mutable_rule(i));
    }
    RemoveEach(name + " limit", *precaution.mutable_limit());
    RemoveEach(name + " forbids", *precaution.mutable_forbids());
    if (precaution.agreement() != "none") {
      SetEach(name + " agreement", *precaution.mutable_agreement(), {"none"});
    }
  }

  void MutateRule(const std::string& name, content::v1::Rule& rule) {
    using Rule = content::v1::Rule;
    const auto lower = [](Level level) {
      return static_cast<Level>(std::max<int>(level - 1, content::v1::OK));
    };
    if (rule.level() > content::v1::OK) {
      With<Rule>(name + " level lowered", rule, [&](Rule& r) {
        r.set_level(lower(r.level()));
        // Doubt may not weigh more than "yes": the loader would refuse that.
        r.set_unsure_level(std::min<Level>(r.unsure_level(), r.level()));
      });
    }
    const bool joined = rule.when().find(" and ") != std::string::npos;
    Level unsure = rule.unsure_level();
    if (unsure == content::v1::LEVEL_UNSPECIFIED) {
      unsure = joined ? std::min<Level>(rule.level(), content::v1::URGENT)
                      : content::v1::DOCTOR_FIRST;
    }
    if (unsure > content::v1::OK) {
      With<Rule>(name + " unsure_level lowered", rule,
                 [&](Rule& r) { r.set_unsure_level(lower(unsure)); });
    }
    SetEach(name + " when", *rule.mutable_when(), Milder(rule.when(), false));
    SetEach(name + " unless", *rule.mutable_unless(),
            Milder(rule.unless(), true));
  }

  const size_t text_;
  ContentFile& file_;
  const std::set<std::string>& safety_;
  std::vector<Mutant>& mutants_;
};

enum class Verdict { kRefused, kBroken, kNeverMilder, kSurvives };

absl::StatusOr<Verdict> Try(const Content& original,
                            const content::v1::Floor& written,
                            const std::vector<NamedText>& texts) {
  const LoadedContent loaded = LoadContent(texts);
  if (loaded.content == nullptr) return Verdict::kRefused;
  const absl::StatusOr<Floor> floor = Floor::Compile(written, *loaded.content);
  if (!floor.ok()) return Verdict::kRefused;
  Prover prover(*loaded.content, *floor);
  absl::StatusOr<bool> breaks = prover.Breaks();
  if (!breaks.ok()) return breaks.status();
  if (*breaks) return Verdict::kBroken;
  const absl::StatusOr<absl::optional<Answers>> milder =
      Milder(original, *loaded.content);
  if (!milder.ok()) return milder.status();
  if (!*milder) return Verdict::kNeverMilder;
  breaks = prover.BreaksBetweenTwo();
  if (!breaks.ok()) return breaks.status();
  return *breaks ? Verdict::kBroken : Verdict::kSurvives;
}

}  // namespace

std::vector<NamedText> Mutant::Apply(std::vector<NamedText> texts) const {
  for (const auto& [text, instead] : changed) texts[text].text = instead;
  return texts;
}

std::vector<Mutant> MutantsOf(const std::vector<NamedText>& texts) {
  std::vector<ContentFile> files(texts.size());
  std::set<std::string> safety;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (!google::protobuf::TextFormat::ParseFromString(texts[i].text,
                                                       &files[i])) {
      return {};
    }
    for (const auto& question : files[i].question()) {
      if (question.safety()) safety.insert(question.id());
    }
  }
  std::vector<Mutant> mutants;
  for (size_t i = 0; i < texts.size(); ++i) {
    Mutator(i, files[i], safety, mutants).Run();
    for (const auto& precaution : files[i].precaution()) {
      mutants.push_back(WithoutPrecaution(precaution.id(), files));
    }
  }
  return mutants;
}

absl::StatusOr<MutationReport> TryMutations(const std::vector<NamedText>& texts,
                                            const content::v1::Floor& floor) {
  const LoadedContent original = LoadContent(texts);
  if (original.content == nullptr) {
    return absl::InvalidArgumentError("the content does not load; see `check`");
  }
  const absl::StatusOr<Floor> compiled =
      Floor::Compile(floor, *original.content);
  if (!compiled.ok()) return compiled.status();
  const absl::StatusOr<bool> broken =
      Prover(*original.content, *compiled).BreaksBetweenTwo();
  if (!broken.ok()) return broken.status();
  if (*broken) {
    // Every weakened content would then count as caught.
    return absl::FailedPreconditionError(
        "the content breaks its floor as it is; gates can only be tried where "
        "the proof holds");
  }
  MutationReport report;
  for (const Mutant& mutant : MutantsOf(texts)) {
    const absl::StatusOr<Verdict> verdict =
        Try(*original.content, floor, mutant.Apply(texts));
    if (!verdict.ok()) return verdict.status();
    ++report.mutants;
    if (*verdict == Verdict::kRefused) ++report.refused;
    if (*verdict == Verdict::kBroken) ++report.broken;
    if (*verdict == Verdict::kNeverMilder) {
      report.never_milder.push_back(mutant.name);
    }
    if (*verdict == Verdict::kSurvives) report.survivors.push_back(mutant.name);
  }
  return report;
}

}  // namespace firstvisit
