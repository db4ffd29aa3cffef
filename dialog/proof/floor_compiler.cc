// From a floor as written to a Floor: names become positions; whatever does not
// fit the content is reported, all of it at once. Tests: prover_test.cc.

#include <memory>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "dialog/proof/floor.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"

namespace firstvisit {
namespace {

// The words of a part: names, operators, brackets and commas.
std::vector<std::string> Words(absl::string_view text) {
  std::vector<std::string> words;
  const absl::string_view operators = "<>=";
  for (size_t i = 0; i < text.size();) {
    if (absl::ascii_isspace(text[i]) || absl::StrContains("(),", text[i])) {
      ++i;
      continue;
    }
    const bool symbol = absl::StrContains(operators, text[i]);
    size_t end = i;
    while (end < text.size() && !absl::ascii_isspace(text[end]) &&
           !absl::StrContains("(),", text[end]) &&
           absl::StrContains(operators, text[end]) == symbol) {
      ++end;
    }
    words.emplace_back(text.substr(i, end - i));
    i = end;
  }
  return words;
}

class Collector : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    lines_.push_back(
        absl::StrCat("floor:", line + 1, ":", column + 1, ": ", message));
  }
  std::string Text() const { return absl::StrJoin(lines_, "\n"); }

 private:
  std::vector<std::string> lines_;
};

}  // namespace

class FloorCompiler {
 public:
  FloorCompiler(const content::v1::Floor& written, const Content& content)
      : written_(written), content_(content) {}

  absl::StatusOr<Floor> Compile() {
    if (written_.protocol() != content_.protocol().id()) {
      Complain(
          "protocol",
          absl::StrCat("it is the floor of `", written_.protocol(),
                       "`, the content is `", content_.protocol().id(), "`"));
    }
    if (written_.alarm_question() != content_.protocol().alarm_question()) {
      Complain("alarm_question",
               absl::StrCat("words of an emergency are confirmed by `",
                            written_.alarm_question(), "`, in the content by `",
                            content_.protocol().alarm_question(), "`"));
    }
    CompilePermits();
    for (const content::v1::Required& required : written_.required()) {
      CompileRequired(required);
    }
    for (const content::v1::FollowUp& follow_up : written_.follow_up()) {
      const std::string at = absl::StrCat("follow_up ", follow_up.question());
      floor_.follow_ups_.push_back({Find(at, follow_up.question()),
                                    Parts(at, follow_up.flag()),
                                    follow_up.may_stay_open()});
    }
    for (const content::v1::Line& line : written_.line()) CompileLine(line);
    for (const content::v1::Order& order : written_.order()) {
      const std::string at = absl::StrCat("order ", order.question());
      floor_.orders_.push_back({Find(at, order.question()),
                                Parts(at, order.mild()), Parts(at, order.bad()),
                                order.number()});
    }
    if (!issues_.empty()) {
      return absl::InvalidArgumentError(absl::StrJoin(issues_, "\n"));
    }
    return std::move(floor_);
  }

 private:
  using Strings = google::protobuf::RepeatedPtrField<std::string>;

  void Complain(absl::string_view where, absl::string_view what) {
    issues_.push_back(absl::StrCat("floor, ", where, ": ", what));
  }

  QuestionIndex Find(absl::string_view where, absl::string_view id) {
    const QuestionIndex question = content_.FindQuestion(id);
    if (question == kNoQuestion) {
      Complain(where, absl::StrCat("the content has no question `", id, "`"));
    }
    return question;
  }

  std::vector<FloorPart> Parts(absl::string_view where, const Strings& texts) {
    std::vector<FloorPart> parts;
    for (const std::string& text : texts) parts.push_back(Part(where, text));
    return parts;
  }

  FloorPart Part(absl::string_view where, const std::string& text) {
    FloorPart part;
    part.text = text;
    const std::vector<std::string> words = Words(text);
    if (words.size() < 3) {
      Complain(where, absl::StrCat("`", text, "` is no comparison"));
      return part;
    }
    part.question = Find(where, words[0]);
    if (part.question == kNoQuestion) return part;
    if (words[1] == "=" || words[1] == "in") {
      for (size_t i = 2; i < words.size(); ++i) {
        AddValue(where, words[i], part);
      }
      return part;
    }
    static constexpr std::pair<absl::string_view, FloorPart::Op> kOps[] = {
        {"<", FloorPart::Op::kLess},
        {"<=", FloorPart::Op::kLessOrEqual},
        {">", FloorPart::Op::kGreater},
        {">=", FloorPart::Op::kGreaterOrEqual}};
    const auto op = absl::c_find_if(
        kOps, [&](const auto& entry) { return entry.first == words[1]; });
    if (op == std::end(kOps) || words.size() != 3 ||
        !absl::SimpleAtod(words[2], &part.number)) {
      Complain(where, absl::StrCat("`", text, "` is no comparison"));
      return part;
    }
    part.op = op->second;
    return part;
  }

  void AddValue(absl::string_view where, const std::string& value,
                FloorPart& part) {
    part.unsure |= value == "unsure";
    part.declined |= value == "declined";
    if (value == "unsure" || value == "declined") return;
    const int choice = content_.questions()[part.question].FindChoice(value);
    if (choice < 0) {
      Complain(where, absl::StrCat("`", part.text, "`: the content has no ",
                                   "value `", value, "` there"));
      return;
    }
    part.choices |= 1u << choice;
  }

  void CompilePermits() {
    floor_.permits_.resize(content::v1::Level_MAX + 1);
    std::set<Level> seen;
    for (const content::v1::Permission& permission : written_.permits()) {
      Floor::Permission& entry = floor_.permits_[permission.level()];
      entry.plan = permission.plan();
      entry.ends = permission.ends();
      for (int kind : permission.tip()) {
        entry.tips.insert(static_cast<content::v1::AdviceKind>(kind));
      }
      seen.insert(permission.level());
    }
    if (seen.size() != content::v1::Level_MAX ||
        seen.count(content::v1::LEVEL_UNSPECIFIED) != 0) {
      Complain("permits", "name every level once");
    }
  }

  void CompileRequired(const content::v1::Required& required) {
    const std::string at = absl::StrCat("required ", required.question());
    const QuestionIndex question = content_.FindQuestion(required.question());
    if (question != kNoQuestion && !required.caller_may_clear() &&
        content_.questions()[question].spec.caller_may_clear()) {
      Complain(at,
               "a calling program may not clear it, and the content has "
               "`caller_may_clear`");
    }
    floor_.required_.push_back(
        {Find(at, required.question()), Parts(at, required.harmless()),
         Parts(at, required.recorded_no_when()),
         Parts(at, required.only_when()), Parts(at, required.answered_by()),
         required.caller_may_clear()});
  }

  void CompileLine(const content::v1::Line& line) {
    const std::string at = absl::StrCat("line ", line.id());
    if (!lines_.insert(line.id()).second) Complain(at, "its id is taken");
    if (line.level() == content::v1::LEVEL_UNSPECIFIED ||
        line.in_doubt() == content::v1::LEVEL_UNSPECIFIED) {
      Complain(at, "`level` and `in_doubt` must both be said");
    }
    Floor::Line entry;
    entry.id = line.id();
    entry.row = line.row();
    entry.all = Parts(at, line.all());
    entry.unless = Parts(at, line.unless());
    entry.level = line.level();
    entry.in_doubt = line.in_doubt();
    entry.agreement = line.agreement();
    std::set<int> forbidden;
    for (const std::string& id : line.forbid()) Forbid(at, id, forbidden);
    entry.forbid.assign(forbidden.begin(), forbidden.end());
    for (const std::string& id : line.limit()) {
      const auto limit = absl::c_find_if(
          content_.limits(), [&](const Limit& l) { return l.id == id; });
      if (limit == content_.limits().end()) {
        Complain(at, absl::StrCat("the content has no limit `", id, "`"));
        continue;
      }
      entry.limits.push_back(
          static_cast<int>(limit - content_.limits().begin()));
    }
    floor_.lines_.push_back(std::move(entry));
  }

  // Adds what an id stands for: a set, or one piece of advice.
  void Forbid(absl::string_view where, const std::string& id,
              std::set<int>& forbidden) {
    for (const content::v1::AdviceSet& set : written_.advice_set()) {
      if (set.id() != id) continue;
      std::set<int> except;
      for (const std::string& name : set.except()) Name(where, name, except);
      for (const std::string& name : set.advice()) Name(where, name, forbidden);
      for (size_t i = 0; i < content_.advice().size(); ++i) {
        if (except.count(static_cast<int>(i)) == 0 &&
            FallsUnder(content_.advice()[i], set)) {
          forbidden.insert(static_cast<int>(i));
        }
      }
      return;
    }
    Name(where, id, forbidden);
  }

  static bool FallsUnder(const Advice& advice,
                         const content::v1::AdviceSet& set) {
    if (advice.type == Advice::Type::kTechnique && set.every_technique()) {
      return true;
    }
    if (advice.type == Advice::Type::kArea && set.every_area()) return true;
    if (advice.type == Advice::Type::kTip &&
        absl::c_linear_search(set.every_tip(), advice.kind)) {
      return true;
    }
    return absl::c_any_of(set.citing(), [&](const std::string& fact) {
      return absl::c_linear_search(advice.sources, fact);
    });
  }

  void Name(absl::string_view where, const std::string& id,
            std::set<int>& into) {
    const auto advice = absl::c_find_if(
        content_.advice(), [&](const Advice& a) { return a.id == id; });
    if (advice == content_.advice().end()) {
      Complain(where, absl::StrCat("the content has no technique, area or tip",
                                   " `", id, "`, and the floor no such set"));
      return;
    }
    into.insert(static_cast<int>(advice - content_.advice().begin()));
  }

  const content::v1::Floor& written_;
  const Content& content_;
  Floor floor_;
  std::set<std::string> lines_;
  std::vector<std::string> issues_;
};

absl::StatusOr<Floor> Floor::Compile(const content::v1::Floor& floor,
                                     const Content& content) {
  return FloorCompiler(floor, content).Compile();
}

absl::StatusOr<content::v1::Floor> ParseFloor(absl::string_view text) {
  content::v1::Floor floor;
  Collector collector;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  if (!parser.ParseFromString(std::string(text), &floor)) {
    return absl::InvalidArgumentError(collector.Text());
  }
  return floor;
}

}  // namespace firstvisit
