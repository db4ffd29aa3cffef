#include "tests/vignettes/cases.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "absl/strings/str_cat.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace firstvisit {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

// Numb after an injury whose day nobody asked for: what is open makes no
// emergency, and days that are not known, once asked, make it urgent.
constexpr char kOtherLevel[] = "bv-013";
// Its cause is a thigh that has shrunk, which no question asks for.
constexpr char kCausesInTextAlone[] = "vig-38";

[[noreturn]] void Die(const std::string& what) {
  std::cerr << what << std::endl;
  std::abort();
}

const Value& Field(const Struct& object, const std::string& name) {
  const auto found = object.fields().find(name);
  if (found == object.fields().end()) Die("a case without " + name);
  return found->second;
}

std::vector<std::string> Strings(const Value& list) {
  std::vector<std::string> strings;
  for (const Value& value : list.list_value().values()) {
    strings.push_back(value.string_value());
  }
  return strings;
}

// "yes", "7", or "2..6" for a pair of numbers.
std::string Told(const Value& value) {
  switch (value.kind_case()) {
    case Value::kNumberValue:
      return absl::StrCat(value.number_value());
    case Value::kListValue:
      return absl::StrCat(value.list_value().values(0).number_value(), "..",
                          value.list_value().values(1).number_value());
    default:
      return value.string_value();
  }
}

// The cases have names of their own for the levels.
Level LevelNamed(const std::string& name) {
  if (name == "emergency_now") return content::v1::EMERGENCY_NOW;
  if (name == "urgent_same_day") return content::v1::URGENT;
  if (name == "see_doctor_first") return content::v1::DOCTOR_FIRST;
  if (name == "massage_ok_with_caution") return content::v1::CAUTION;
  if (name == "massage_ok") return content::v1::OK;
  Die("no level " + name);
}

Case Parse(const Struct& line) {
  Case one;
  one.id = Field(line, "id").string_value();
  one.title = Field(line, "title").string_value();
  for (const auto& field : Field(line, "structured").struct_value().fields()) {
    one.said.push_back({field.first, Told(field.second)});
  }
  const auto open = line.fields().find("not_asked");
  if (open != line.fields().end()) one.not_asked = Strings(open->second);
  for (const Value& text : Field(line, "free_text").list_value().values()) {
    one.texts.push_back(Field(text.struct_value(), "text").string_value());
  }
  const Struct& expect = Field(line, "expect").struct_value();
  one.least = LevelNamed(Field(expect, "min_safe").string_value());
  for (const std::string& name : Strings(Field(expect, "acceptable"))) {
    one.acceptable.push_back(LevelNamed(name));
  }
  one.precautions = Strings(Field(expect, "precautions"));
  one.causes = Strings(Field(expect, "causes"));
  one.other_level = one.id == kOtherLevel;
  one.in_words_alone = line.fields().contains("in_words_alone");
  one.causes_in_text_alone = one.id == kCausesInTextAlone;
  return one;
}

}  // namespace

std::vector<Case> Cases(const std::string& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    Struct parsed;
    if (!google::protobuf::util::JsonStringToMessage(line, &parsed).ok()) {
      Die(path + ": not JSON: " + line);
    }
    cases.push_back(Parse(parsed));
  }
  if (cases.empty()) Die(path + ": no cases");
  return cases;
}

}  // namespace firstvisit
