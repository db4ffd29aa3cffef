// Tests: judge_test.cc.

#include "tests/utterances/judge.h"

#include <algorithm>

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

using authoring::v1::InterpretResult;
using google::protobuf::Value;
using Verdict = Judgement::Verdict;

constexpr char kSide[] = "knee_side";
constexpr char kFreeFact[] = "answer";

struct Bounds {
  double low;
  double high;
};

Bounds BoundsOf(const Value& value) {
  if (!value.has_list_value()) {
    return {value.number_value(), value.number_value()};
  }
  const auto& ends = value.list_value().values();
  return {ends.Get(0).number_value(), ends.Get(1).number_value()};
}

bool IsNumber(const Value& value) {
  return value.has_number_value() || value.list_value().values_size() == 2;
}

const Value* RangeOf(const Way& way, const std::string& fact) {
  const auto at = way.ranges.fields().find(fact);
  return at == way.ranges.fields().end() ? nullptr : &at->second;
}

// Whether some way to be right names this value for the fact.
bool Allows(const Item& item, const std::string& fact, const Value& heard) {
  return absl::c_any_of(item.ways, [&](const Way& way) {
    const Value* named = way.Find(fact);
    return named != nullptr && SameValue(heard, *named, RangeOf(way, fact));
  });
}

bool Names(const Item& item, const std::string& fact) {
  return absl::c_any_of(
      item.ways, [&](const Way& way) { return way.Find(fact) != nullptr; });
}

// "Unsure" says less than "yes", but nothing against it.
bool Contradicts(const Item& item, const std::string& fact,
                 const Value& heard) {
  const bool says =
      heard.string_value() != "unsure" && heard.string_value() != "declined";
  return says && Names(item, fact) && !Allows(item, fact, heard);
}

bool Forbidden(const Item& item, const std::string& fact, const Value& heard) {
  const auto at = item.must_not.fields().find(fact);
  return at != item.must_not.fields().end() &&
         absl::c_any_of(at->second.list_value().values(),
                        [&](const Value& value) {
                          return SameValue(heard, value, nullptr);
                        });
}

// Nothing was taken for the open question. That is right where a way to be
// right leaves it open and what it does name was heard.
bool RightWithout(const Item& item, const std::string& fact,
                  const InterpretResult& heard) {
  return absl::c_any_of(item.ways, [&](const Way& way) {
    if (way.kind != Way::Kind::kFacts || way.Find(fact) != nullptr) {
      return false;
    }
    return absl::c_all_of(way.facts.fields(), [&](const auto& named) {
      const auto at = heard.facts().fields().find(named.first);
      return at != heard.facts().fields().end() &&
             SameValue(at->second, named.second, RangeOf(way, named.first));
    });
  });
}

}  // namespace

bool SameValue(const Value& heard, const Value& named, const Value* range) {
  if (!IsNumber(named)) {
    return heard.kind_case() == named.kind_case() &&
           heard.string_value() == named.string_value();
  }
  if (!IsNumber(heard)) return false;
  const Bounds got = BoundsOf(heard);
  if (range != nullptr) {
    const Bounds may = BoundsOf(*range);
    const double middle = (got.low + got.high) / 2;
    return may.low <= middle && middle <= may.high;
  }
  const Bounds want = BoundsOf(named);
  return got.low <= want.low && want.high <= got.high;
}

std::string Judge::FactOf(const Item& item) const {
  const QuestionIndex question = content_.FindQuestion(item.question_id);
  return question == kNoQuestion ? kFreeFact
                                 : content_.questions()[question].fact;
}

const Question* Judge::FindByFact(const std::string& fact) const {
  const auto at = absl::c_find_if(
      content_.questions(),
      [&](const Question& question) { return question.fact == fact; });
  return at == content_.questions().end() ? nullptr : &*at;
}

ItemClass Judge::ClassOf(const Item& item) const {
  const QuestionIndex index = content_.FindQuestion(item.question_id);
  const Question* question =
      index == kNoQuestion ? nullptr : &content_.questions()[index];
  const Way& expect = item.expect();
  if (expect.kind == Way::Kind::kCommand) return ItemClass::kCommand;
  if (question != nullptr && question->spec.kind() == content::v1::TEXT) {
    return ItemClass::kText;
  }
  if (expect.kind == Way::Kind::kUnclear || expect.facts.fields().empty()) {
    return ItemClass::kUnanswerable;
  }
  if (question == nullptr) {
    return item.starts_with_yes_no ? ItemClass::kLeading
                                   : ItemClass::kNotLeading;
  }
  if (question->yes_no()) {
    return item.adversarial ? ItemClass::kAdversarial : ItemClass::kYesNo;
  }
  const bool choice =
      question->spec.kind() == content::v1::CHOICE && question->id() != kSide;
  return choice ? ItemClass::kChoice : ItemClass::kMeasure;
}

Verdict Judge::OfOpen(const Item& item, const std::string& fact,
                      const InterpretResult& heard) const {
  if (heard.outcome() == "command") {
    const bool named = absl::c_any_of(item.ways, [&](const Way& way) {
      return way.kind == Way::Kind::kCommand && way.command == heard.command();
    });
    return named ? Verdict::kRight : Verdict::kWrong;
  }
  const auto at = heard.facts().fields().find(fact);
  // A text question takes whatever is said; what counts is what else it tells.
  const bool text = ClassOf(item) == ItemClass::kText && !Names(item, fact) &&
                    !item.must_not.fields().contains(fact);
  if (at != heard.facts().fields().end() && !text) {
    return Allows(item, fact, at->second) ? Verdict::kRight : Verdict::kWrong;
  }
  if (RightWithout(item, fact, heard)) return Verdict::kRight;
  const bool nothing = item.expect().kind == Way::Kind::kUnclear;
  return nothing ? Verdict::kRight : Verdict::kAsked;
}

bool Judge::Turned(const Item& item, const std::string& fact,
                   const Value& heard) const {
  const Question* question = FindByFact(fact);
  const Value* named = item.expect().Find(fact);
  if (question == nullptr || !question->yes_no() || !question->spec.safety() ||
      named == nullptr) {
    return false;
  }
  const auto plain = [](const Value& value) {
    return value.string_value() == "yes" || value.string_value() == "no";
  };
  return plain(heard) && plain(*named) && !Allows(item, fact, heard);
}

Judgement Judge::Of(const Item& item, const InterpretResult& heard) const {
  const std::string own = FactOf(item);
  Judgement judgement;
  judgement.item_class = ClassOf(item);
  judgement.verdict = OfOpen(item, own, heard);
  judgement.taken_for_command = heard.outcome() == "command" &&
                                item.expect().kind != Way::Kind::kCommand &&
                                judgement.verdict == Verdict::kWrong;
  for (const auto& [fact, value] : heard.facts().fields()) {
    if (Turned(item, fact, value)) judgement.turned.push_back(fact);
    if (Forbidden(item, fact, value)) judgement.forbidden.push_back(fact);
    if (fact != own && Contradicts(item, fact, value)) {
      judgement.contradicted.push_back(fact);
    }
  }
  for (auto* facts :
       {&judgement.turned, &judgement.forbidden, &judgement.contradicted}) {
    absl::c_sort(*facts);
  }
  // An answer that tells two things, one of them wrong, is wrong.
  if (!judgement.contradicted.empty() || !judgement.forbidden.empty()) {
    judgement.verdict = Verdict::kWrong;
  }
  return judgement;
}

}  // namespace firstvisit
