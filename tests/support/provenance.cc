#include "tests/support/provenance.h"

#include <set>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "dialog/content/condition.h"
#include "dialog/wording/value_text.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "tests/support/reasons.h"

namespace firstvisit {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Names = std::vector<std::string>;

// What a line must be.
struct Expected {
  std::string sentence_id;
  std::string text;
  std::string rule_id;
  Names because;
  Names sources;
};

Names ListOf(const google::protobuf::RepeatedPtrField<std::string>& names) {
  return Names(names.begin(), names.end());
}

// The entry with that id; null where there is none.
template <typename Entries>
auto FindById(const Entries& entries, absl::string_view id)
    -> decltype(&entries[0]) {
  const auto found = absl::c_find_if(
      entries, [&](const auto& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

// The part after the owner's id: "calf" of "dvt_suspected/calf".
std::string PartOf(const std::string& rule_id, const std::string& owner) {
  return absl::StartsWith(rule_id, owner + "/")
             ? rule_id.substr(owner.size() + 1)
             : "";
}

}  // namespace

// One walk through one assessment.
class Provenance::Walker {
 public:
  Walker(const Provenance& owner, const v1::Assessment& assessment,
         const Answers& answers)
      : content_(owner.content_),
        wording_(owner.wording_),
        catalogue_(owner.catalogue_),
        assessment_(assessment),
        answers_(answers) {}

  std::vector<std::string> Walk() {
    Visit(assessment_, "");
    CheckNothingHidden();
    return std::move(problems_);
  }

 private:
  void Visit(const Message& message, const std::string& path) {
    const google::protobuf::Reflection& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
      const int size =
          field->is_repeated() ? reflection.FieldSize(message, field) : 1;
      for (int i = 0; i < size; ++i) {
        const Message& below =
            field->is_repeated()
                ? reflection.GetRepeatedMessage(message, field, i)
                : reflection.GetMessage(message, field);
        path_ = absl::StrCat(path, "/", field->name(), "[", i, "]");
        if (below.GetDescriptor() == v1::Line::descriptor()) {
          CheckLine(message, field->name(),
                    static_cast<const v1::Line&>(below));
        } else {
          Visit(below, std::string(path_));
        }
      }
    }
  }

  void CheckLine(const Message& parent, const std::string& place,
                 const v1::Line& line) {
    if (const auto* precaution = dynamic_cast<const v1::Precaution*>(&parent)) {
      CheckPrecaution(*precaution, place, line);
    } else if (const auto* cause = dynamic_cast<const v1::Cause*>(&parent)) {
      CheckCause(*cause, place, line);
    } else if (const auto* advice = dynamic_cast<const v1::Advice*>(&parent)) {
      CheckAdvice(*advice, place, line);
    } else if (place == "limits" || place == "avoid") {
      CheckLimit(line);
    } else if (place == "agreement" || place == "ask") {
      CheckPlanLine(place, line);
    } else if (dynamic_cast<const v1::Referral*>(&parent) != nullptr) {
      CheckReferral(place, line);
    } else {
      Problem("a line where none is known");
    }
  }

  void CheckPrecaution(const v1::Precaution& precaution,
                       const std::string& place, const v1::Line& line) {
    const Precaution* entry = FindById(content_.precautions(), precaution.id());
    if (entry == nullptr) return Problem("no such precaution");
    const Rule* rule =
        FindById(entry->rules, PartOf(line.rule_id(), entry->id));
    if (rule == nullptr) return Problem("no such rule");
    if (!Stands(*rule, answers_)) Problem("a rule that does not hold");
    const std::vector<QuestionIndex> reasons = WhyJudged(rule->when, answers_);
    const Names because = Facts(reasons);
    if (because.empty()) Problem("a rule that rests on no answer");
    if (place != "reasons") {
      const std::string id = absl::StrCat("precaution.", entry->id, ".", place);
      return Compare(line, {id, catalogue_.Text(id), line.rule_id(), because,
                            entry->sources});
    }
    Names statements;
    for (QuestionIndex question : reasons) {
      const std::string said = Statement(question);
      if (!said.empty()) statements.push_back(said);
    }
    Compare(line, {"phrase.because_you_told_me",
                   catalogue_.Text("phrase.because_you_told_me",
                                   {{"reasons", catalogue_.List(statements)}}),
                   line.rule_id(), because,
                   rule->sources.empty() ? entry->sources : rule->sources});
  }

  void CheckCause(const v1::Cause& cause, const std::string& place,
                  const v1::Line& line) {
    const Cause* entry = FindById(content_.causes(), cause.id());
    if (entry == nullptr) return Problem("no such cause");
    const Evidence* evidence =
        FindById(entry->evidence, PartOf(line.rule_id(), entry->id));
    if (evidence == nullptr) return Problem("no such evidence");
    const Truth truth = evidence->when.Known(answers_);
    const bool against = place == "reasons_against";
    if (truth != (place == "not_known" ? Truth::kUnknown : Truth::kTrue) ||
        (truth == Truth::kTrue && (evidence->decibans < 0) != against)) {
      Problem("evidence that does not hold");
    }
    const std::vector<QuestionIndex> reasons =
        WhyKnown(content_, evidence->when, answers_);
    const Names because = Facts(reasons);
    const std::string own = absl::StrCat("cause.", entry->id, ".");
    const Names& sources =
        evidence->sources.empty() ? entry->sources : evidence->sources;
    if (place == "not_known") {
      Names labels;
      for (QuestionIndex question : reasons) {
        labels.push_back(catalogue_.Text(absl::StrCat(
            "question.", content_.questions()[question].id(), ".label")));
      }
      return Compare(line,
                     {"phrase.not_known",
                      catalogue_.Text("phrase.not_known",
                                      {{"label", catalogue_.List(labels)}}),
                      line.rule_id(), because, sources});
    }
    const bool reason = absl::StartsWith(place, "reasons_");
    const std::string id =
        own + (reason ? absl::StrCat("reason.", evidence->id) : place);
    Compare(line, {id, catalogue_.Text(id), line.rule_id(), because,
                   reason ? sources : entry->sources});
  }

  void CheckAdvice(const v1::Advice& advice, const std::string& place,
                   const v1::Line& line) {
    const Advice* entry = FindById(content_.advice(), advice.id());
    if (entry == nullptr) return Problem("no such advice");
    if (entry->when.Known(answers_) != Truth::kTrue) {
      Problem("advice whose condition is not known to hold");
    }
    if (absl::c_linear_search(assessment_.forbidden(), entry->id)) {
      Problem("advice that is forbidden");
    }
    const std::string id =
        absl::StrCat(entry->type == Advice::Type::kTip    ? "tip."
                     : entry->type == Advice::Type::kArea ? "area."
                                                          : "technique.",
                     entry->id, ".", place);
    Compare(line, {id, catalogue_.Text(id), entry->id,
                   Facts(WhyAdvised(*entry)), entry->sources});
  }

  // Its own condition, and the answers for the causes that it is given for.
  std::vector<QuestionIndex> WhyAdvised(const Advice& advice) const {
    const std::vector<QuestionIndex> own =
        WhyKnown(content_, advice.when, answers_);
    std::set<QuestionIndex> why(own.begin(), own.end());
    for (const v1::Cause& cause : assessment_.causes()) {
      const Cause* entry = FindById(content_.causes(), cause.id());
      if (entry == nullptr || cause.likelihood() == v1::UNLIKELY ||
          !absl::c_linear_search(advice.causes,
                                 entry - content_.causes().data())) {
        continue;
      }
      for (const Evidence& evidence : entry->evidence) {
        if (evidence.decibans <= 0 ||
            evidence.when.Known(answers_) != Truth::kTrue) {
          continue;
        }
        const auto because = WhyKnown(content_, evidence.when, answers_);
        why.insert(because.begin(), because.end());
      }
    }
    return {why.begin(), why.end()};
  }

  void CheckLimit(const v1::Line& line) {
    const std::string& id = line.sentence_id();
    const Limit* limit =
        absl::StartsWith(id, "limit.")
            ? FindById(content_.limits(), id.substr(sizeof "limit." - 1))
            : nullptr;
    if (limit == nullptr) return Problem("no such limit");
    const std::string precaution =
        line.rule_id().substr(0, line.rule_id().find('/'));
    const Precaution* entry = FindById(content_.precautions(), precaution);
    const Rule* rule =
        entry == nullptr
            ? nullptr
            : FindById(entry->rules, PartOf(line.rule_id(), entry->id));
    if (rule == nullptr) return Problem("no such rule");
    if (!Stands(*rule, answers_)) Problem("a rule that does not hold");
    const int position = static_cast<int>(limit - content_.limits().data());
    const bool brings = absl::c_linear_search(entry->limits, position) ||
                        (entry->forbids.empty() &&
                         limit->id == content_.protocol().default_limit());
    if (!brings) Problem("a precaution that brings no such limit");
    Compare(line, {id, catalogue_.Text(id), line.rule_id(),
                   Facts(WhyJudged(rule->when, answers_)), limit->sources});
  }

  void CheckPlanLine(const std::string& place, const v1::Line& line) {
    Names ids;
    if (place == "ask") {
      for (const std::string& id : content_.protocol().ask_at_table()) {
        ids.push_back("phrase." + id);
      }
    } else {
      for (const Precaution& precaution : content_.precautions()) {
        const bool stands = absl::c_any_of(
            precaution.rules,
            [this](const Rule& rule) { return Stands(rule, answers_); });
        if (stands) ids.push_back("agreement." + precaution.agreement);
      }
    }
    if (!absl::c_linear_search(ids, line.sentence_id())) {
      return Problem("a sentence that does not belong there");
    }
    Compare(
        line,
        {line.sentence_id(), catalogue_.Text(line.sentence_id()), "", {}, {}});
  }

  void CheckReferral(const std::string& place, const v1::Line& line) {
    if (place != "see") {
      const std::string id = absl::StrCat(
          "level.",
          absl::AsciiStrToLower(v1::Triage_Name(assessment_.triage())), ".",
          place);
      return Compare(line, {id, catalogue_.Text(id), "", {}, {}});
    }
    for (const v1::Precaution& precaution : assessment_.precautions()) {
      if (line.sentence_id() == precaution.see().sentence_id()) {
        return CheckPrecaution(precaution, "see", line);
      }
    }
    CheckDoctorSeen(line);
  }

  // What is said on top depends on whether a doctor has looked already.
  void CheckDoctorSeen(const v1::Line& line) {
    for (size_t i = 0; i < answers_.size(); ++i) {
      const Question& question = content_.questions()[i];
      if (!question.spec.for_referral() || line.because_size() != 1 ||
          line.because(0) != question.fact) {
        continue;
      }
      const std::string id = answers_[i].is(kYes)  ? "phrase.doctor_has_seen"
                             : answers_[i].is(kNo) ? "phrase.doctor_not_seen"
                                                   : "";
      return Compare(line, {id,
                            catalogue_.Text(id),
                            "",
                            {question.fact},
                            ListOf(question.spec.source())});
    }
    Problem("a sentence that does not belong there");
  }

  // Every rule that stands has its line.
  void CheckNothingHidden() {
    path_ = "/precautions";
    for (const Precaution& entry : content_.precautions()) {
      for (const Rule& rule : entry.rules) {
        const std::string id = absl::StrCat(entry.id, "/", rule.id);
        const auto reasons = absl::c_any_of(
            assessment_.precautions(), [&](const v1::Precaution& precaution) {
              return absl::c_any_of(
                  precaution.reasons(),
                  [&](const v1::Line& line) { return line.rule_id() == id; });
            });
        if (Stands(rule, answers_) && !reasons) Problem("not told: " + id);
      }
    }
  }

  void Compare(const v1::Line& line, const Expected& expected) {
    if (!catalogue_.Has(expected.sentence_id)) Problem("not in the catalogue");
    if (expected.text.empty()) Problem("no words");
    const auto equal = [this](const char* what, const std::string& is,
                              const std::string& should) {
      if (is != should) {
        Problem(absl::StrCat(what, " is `", is, "`, not `", should, "`"));
      }
    };
    equal("sentence_id", line.sentence_id(), expected.sentence_id);
    equal("text", line.text(), expected.text);
    equal("rule_id", line.rule_id(), expected.rule_id);
    equal("because", absl::StrJoin(line.because(), " "),
          absl::StrJoin(expected.because, " "));
    equal("sources", absl::StrJoin(line.sources(), " "),
          absl::StrJoin(expected.sources, " "));
    for (const std::string& source : line.sources()) {
      const bool known =
          absl::c_any_of(content_.facts(), [&](const content::v1::Fact& fact) {
            return fact.id() == source && !fact.statement().empty();
          });
      if (!known) Problem("not in the ledger: " + source);
    }
  }

  Names Facts(const std::vector<QuestionIndex>& questions) const {
    Names facts;
    for (QuestionIndex question : questions) {
      facts.push_back(content_.questions()[question].fact);
    }
    return facts;
  }

  // What was said, in the wording's own statement of it.
  std::string Statement(QuestionIndex index) const {
    const Question& question = content_.questions()[index];
    const Answer& answer = answers_[index];
    const std::string key =
        answer.kind == Answer::Kind::kChoice   ? question.choices[answer.choice]
        : answer.kind == Answer::Kind::kUnsure ? "unsure"
        : answer.kind == Answer::Kind::kDeclined ? "declined"
        : answer.kind == Answer::Kind::kInterval ? "value"
                                                 : "";
    for (const auto& statement : wording_.question[index].statement()) {
      if (statement.answer() != key) continue;
      return absl::StrReplaceAll(
          statement.text(),
          {{"{value}",
            key == "value" ? ValueText(wording_, question, answer) : ""}});
    }
    return "";
  }

  void Problem(const std::string& what) {
    problems_.push_back(absl::StrCat(path_, ": ", what));
  }

  const Content& content_;
  const LocaleWording& wording_;
  const Catalogue& catalogue_;
  const v1::Assessment& assessment_;
  const Answers& answers_;
  std::string path_;
  std::vector<std::string> problems_;
};

std::vector<std::string> Provenance::Problems(const v1::Assessment& assessment,
                                              const Answers& answers) const {
  return Walker(*this, assessment, answers).Walk();
}

}  // namespace firstvisit
