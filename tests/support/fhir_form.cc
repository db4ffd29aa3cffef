#include "tests/support/fhir_form.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

using fhir::v1::Coding;
using fhir::v1::EnableWhen;
using fhir::v1::Extension;
using fhir::v1::QuestionnaireItem;
using fhir::v1::QuestionnaireResponseItem;
using fhir::v1::ResponseAnswer;

bool Same(const Coding& a, const Coding& b) {
  return a.system() == b.system() && a.code() == b.code();
}

const Extension* Find(const QuestionnaireItem& item, const std::string& name) {
  for (const Extension& extension : item.extension()) {
    if (absl::EndsWith(extension.url(), "/" + name)) return &extension;
  }
  return nullptr;
}

}  // namespace

FhirForm::FhirForm(const fhir::v1::Questionnaire& questionnaire,
                   const fhir::v1::QuestionnaireResponse& response) {
  for (const Item& item : questionnaire.item()) Place(item, "");
  for (const Response& item : response.item()) Collect(item, "");
}

void FhirForm::Place(const Item& item, const std::string& around) {
  if (!items_.emplace(item.link_id(), Placed{&item, around}).second) {
    misplaced_.push_back(item.link_id() + ": stands twice");
  }
  for (const Item& below : item.item()) Place(below, item.link_id());
}

void FhirForm::Collect(const Response& response, const std::string& around) {
  const std::string& link = response.link_id();
  const auto found = items_.find(link);
  if (found == items_.end() || found->second.around != around) {
    misplaced_.push_back(link + ": no such item there");
  }
  if (!responses_.emplace(link, &response).second) {
    misplaced_.push_back(link + ": answered twice");
  }
  for (const Response& below : response.item()) Collect(below, link);
}

const ResponseAnswer* FhirForm::Answer(const std::string& link_id) const {
  const auto found = responses_.find(link_id);
  return found == responses_.end() || found->second->answer().empty()
             ? nullptr
             : &found->second->answer(0);
}

int FhirForm::AnswerCount() const {
  return static_cast<int>(absl::c_count_if(responses_, [](const auto& entry) {
    return !entry.second->answer().empty();
  }));
}

bool FhirForm::Holds(const EnableWhen& when) const {
  const ResponseAnswer* answer = Answer(when.question());
  if (when.operator_() == "exists") {
    return (answer != nullptr) == when.answer_boolean();
  }
  if (when.has_answer_coding()) {
    const bool same = answer != nullptr && answer->has_value_coding() &&
                      Same(answer->value_coding(), when.answer_coding());
    return same == (when.operator_() == "=");
  }
  if (answer == nullptr || !answer->has_value_decimal()) return false;
  const double value = answer->value_decimal();
  const double bound = when.answer_decimal();
  return when.operator_() == "<"    ? value < bound
         : when.operator_() == "<=" ? value <= bound
         : when.operator_() == ">"  ? value > bound
                                    : value >= bound;
}

bool FhirForm::Enabled(const std::string& link_id) const {
  for (std::string link = link_id; !link.empty();) {
    const Placed& placed = items_.at(link);
    const auto& whens = placed.item->enable_when();
    const auto holds = [this](const EnableWhen& when) { return Holds(when); };
    if (Find(*placed.item, "questionnaire-hidden") != nullptr) return false;
    if (!whens.empty() && !(placed.item->enable_behavior() == "any"
                                ? absl::c_any_of(whens, holds)
                                : absl::c_all_of(whens, holds))) {
      return false;
    }
    link = placed.around;
  }
  return true;
}

void FhirForm::CheckAnswer(const Item& item, const ResponseAnswer& answer,
                           std::vector<std::string>& problems) const {
  const std::string& type = item.type();
  if (answer.has_value_coding() &&
      (type == "choice" || type == "open-choice")) {
    if (!absl::c_any_of(item.answer_option(), [&](const auto& option) {
          return Same(option.value_coding(), answer.value_coding());
        })) {
      problems.push_back(item.link_id() + ": not one of the options");
    }
    return;
  }
  if (answer.has_value_string() && type == "open-choice") return;
  if (!answer.has_value_decimal() || type != "decimal") {
    problems.push_back(item.link_id() + ": an answer of another type");
    return;
  }
  const Extension* min = Find(item, "minValue");
  const Extension* max = Find(item, "maxValue");
  if ((min != nullptr && answer.value_decimal() < min->value_decimal()) ||
      (max != nullptr && answer.value_decimal() > max->value_decimal())) {
    problems.push_back(item.link_id() + ": outside the range");
  }
}

std::vector<std::string> FhirForm::Problems() const {
  std::vector<std::string> problems = misplaced_;
  for (const auto& entry : items_) {
    const Item& item = *entry.second.item;
    for (const EnableWhen& when : item.enable_when()) {
      if (items_.count(when.question()) == 0) {
        problems.push_back(item.link_id() + ": enabled by no item");
      }
    }
    if (item.enable_when_size() > 1 && item.enable_behavior().empty()) {
      problems.push_back(item.link_id() + ": neither all nor any");
    }
    if ((item.type() == "group") != (item.item_size() > 0)) {
      problems.push_back(item.link_id() + ": a group has items, alone");
    }
  }
  for (const auto& entry : responses_) {
    const auto placed = items_.find(entry.first);
    if (placed == items_.end()) continue;  // reported as misplaced
    const Response& response = *entry.second;
    if (response.answer_size() > 1 ||
        response.answer().empty() == response.item().empty()) {
      problems.push_back(entry.first + ": one answer, or items");
    }
    for (const ResponseAnswer& answer : response.answer()) {
      CheckAnswer(*placed->second.item, answer, problems);
    }
    const bool hidden =
        Find(*placed->second.item, "questionnaire-hidden") != nullptr;
    if (!hidden && !Enabled(entry.first)) {
      problems.push_back(entry.first + ": answered, but not enabled");
    }
  }
  return problems;
}

}  // namespace firstvisit
