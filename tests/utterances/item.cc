// Tests: judge_test.cc.

#include "tests/utterances/item.h"

#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"

namespace firstvisit {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

// The day on which the corpora were written.
constexpr absl::CivilDay kToday(2026, 11, 20);

const Value* Find(const Struct& from, const std::string& key) {
  const auto at = from.fields().find(key);
  return at == from.fields().end() ? nullptr : &at->second;
}

std::string Text(const Struct& from, const std::string& key) {
  const Value* value = Find(from, key);
  return value == nullptr ? "" : value->string_value();
}

bool Flag(const Struct& from, const std::string& key) {
  const Value* value = Find(from, key);
  return value != nullptr && value->bool_value();
}

Struct Object(const Struct& from, const std::string& key) {
  const Value* value = Find(from, key);
  return value == nullptr ? Struct() : value->struct_value();
}

absl::StatusOr<Way> ParseWay(const Struct& from, const Struct& ranges) {
  const Value* expect = Find(from, "expect");
  Way way;
  way.ranges =
      Find(from, "ranges") == nullptr ? ranges : Object(from, "ranges");
  if (expect != nullptr && expect->string_value() == "unclear") return way;
  if (expect == nullptr || !expect->has_struct_value()) {
    return absl::InvalidArgumentError(
        "expect: give {\"fact\": value}, {\"command\": name} or \"unclear\"");
  }
  way.command = Text(expect->struct_value(), "command");
  way.kind = way.command.empty() ? Way::Kind::kFacts : Way::Kind::kCommand;
  way.facts = expect->struct_value();
  return way;
}

}  // namespace

const Value* Way::Find(const std::string& fact) const {
  return kind == Kind::kFacts ? firstvisit::Find(facts, fact) : nullptr;
}

absl::StatusOr<Item> ParseItem(absl::string_view json) {
  Struct line;
  const auto parsed =
      google::protobuf::util::JsonStringToMessage(std::string(json), &line);
  if (!parsed.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("not a JSON object: ", std::string(parsed.message())));
  }
  Item item;
  item.id = Text(line, "id");
  item.question_id = Text(line, "question_id");
  item.kind = Text(line, "kind");
  item.prompt = Text(line, "prompt");
  item.answer = Text(line, "answer");
  item.claim = Text(line, "claim");
  item.today = kToday;
  if (Find(line, "locale") != nullptr) item.locale = Text(line, "locale");
  if (Find(line, "now") != nullptr &&
      !absl::ParseCivilTime(Text(line, "now"), &item.today)) {
    return absl::InvalidArgumentError(
        absl::StrCat(item.id, ": now: give a day such as 2026-11-20"));
  }
  item.adversarial = Flag(line, "adversarial");
  item.starts_with_yes_no = Flag(line, "starts_with_yes_no");
  item.unmended = Flag(line, "unmended");
  item.must_not = Object(line, "must_not");
  std::vector<Struct> ways = {line};
  if (const Value* accept = Find(line, "accept")) {
    for (const Value& other : accept->list_value().values()) {
      ways.push_back(other.struct_value());
    }
  }
  for (const Struct& from : ways) {
    auto way = ParseWay(from, Object(line, "ranges"));
    if (!way.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(item.id, ": ", way.status().message()));
    }
    item.ways.push_back(*std::move(way));
  }
  return item;
}

absl::StatusOr<std::vector<Item>> ReadItems(const std::string& path) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat(path, ": cannot be read"));
  std::vector<Item> items;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    auto item = ParseItem(line);
    if (!item.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": ", item.status().message()));
    }
    items.push_back(*std::move(item));
  }
  return items;
}

}  // namespace firstvisit
