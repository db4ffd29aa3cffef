// The public answers: other people's words, with what they must and must not
// yield. Coverage and precision are those of the specification; the thresholds
// are its own.

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "dialog/authoring/interpret.h"
#include "dialog/content/texts.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using authoring::v1::InterpretLine;
using authoring::v1::InterpretResult;
using google::protobuf::Struct;
using google::protobuf::Value;

constexpr char kCorpus[] = "tests/utterances/public.jsonl";

std::string Text(const Struct& item, const std::string& key) {
  const auto at = item.fields().find(key);
  return at == item.fields().end() ? "" : at->second.string_value();
}

// Whether a heard value is one that a corpus names, within its range.
bool Same(const Value& heard, const Value& named, const Struct* ranges,
          const std::string& fact) {
  if (!named.has_number_value()) {
    return heard.string_value() == named.string_value() &&
           heard.kind_case() == named.kind_case();
  }
  double low = named.number_value();
  double high = low;
  if (ranges != nullptr && ranges->fields().contains(fact)) {
    const auto& range = ranges->fields().at(fact).list_value();
    low = range.values(0).number_value();
    high = range.values(1).number_value();
  }
  double value = heard.number_value();
  if (heard.has_list_value()) {
    value = (heard.list_value().values(0).number_value() +
             heard.list_value().values(1).number_value()) /
            2;
  } else if (!heard.has_number_value()) {
    return false;
  }
  return low <= value && value <= high;
}

// One way to be right: the open question's fact, a command, or nothing.
bool Fits(const Value& expect, const Struct* ranges, const std::string& fact,
          const InterpretResult& heard) {
  const auto& facts = heard.facts().fields();
  if (!expect.has_struct_value()) {
    return heard.outcome() != "command" && !facts.contains(fact);
  }
  const auto& named = expect.struct_value().fields();
  if (named.contains("command")) {
    return heard.command() == named.at("command").string_value();
  }
  if (!named.contains(fact)) return !facts.contains(fact);
  return facts.contains(fact) &&
         Same(facts.at(fact), named.at(fact), ranges, fact);
}

class PublicAnswersTest : public ::testing::Test {
 protected:
  PublicAnswersTest() : content_(LoadProtocol(KneePainTexts()).content) {
    understander_ = *Understander::Create(*content_);
    std::ifstream file(kCorpus);
    std::string line;
    while (std::getline(file, line)) {
      Struct item;
      const auto parsed =
          google::protobuf::util::JsonStringToMessage(line, &item);
      EXPECT_TRUE(parsed.ok()) << line;
      items_.push_back(item);
    }
  }

  InterpretResult Interpret(const Struct& item) const {
    InterpretLine line;
    line.set_question_id(Text(item, "question_id"));
    line.set_answer(Text(item, "answer"));
    const InterpretLines lines(*content_, *understander_);
    const auto result = lines.Interpret(
        line, "en",
        absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone()));
    EXPECT_TRUE(result.ok()) << result.status();
    return result.ok() ? *result : InterpretResult();
  }

  std::string FactOf(const Struct& item) const {
    const QuestionIndex question =
        content_->FindQuestion(Text(item, "question_id"));
    return content_->questions()[question].fact;
  }

  static const Struct* Ranges(const Struct& from) {
    const auto at = from.fields().find("ranges");
    return at == from.fields().end() ? nullptr : &at->second.struct_value();
  }

  bool Right(const Struct& item, const InterpretResult& heard) const {
    const std::string fact = FactOf(item);
    if (Fits(item.fields().at("expect"), Ranges(item), fact, heard)) {
      return true;
    }
    const auto accept = item.fields().find("accept");
    if (accept == item.fields().end()) return false;
    for (const Value& other : accept->second.list_value().values()) {
      const Struct& way = other.struct_value();
      const Struct* ranges = Ranges(way) ? Ranges(way) : Ranges(item);
      if (Fits(way.fields().at("expect"), ranges, fact, heard)) return true;
    }
    return false;
  }

  std::shared_ptr<const Content> content_;
  std::unique_ptr<const Understander> understander_;
  std::vector<Struct> items_;
};

TEST_F(PublicAnswersTest, NoValueThatMustNotBeHeardIs) {
  ASSERT_EQ(items_.size(), 200u);
  for (const Struct& item : items_) {
    const auto must_not = item.fields().find("must_not");
    if (must_not == item.fields().end()) continue;
    const InterpretResult heard = Interpret(item);
    for (const auto& [fact, values] :
         must_not->second.struct_value().fields()) {
      if (!heard.facts().fields().contains(fact)) continue;
      for (const Value& value : values.list_value().values()) {
        EXPECT_FALSE(
            Same(heard.facts().fields().at(fact), value, nullptr, fact))
            << Text(item, "id") << ": " << Text(item, "answer");
      }
    }
  }
}

TEST_F(PublicAnswersTest, YesIsNeverHeardAsNoNorNoAsYes) {
  for (const Struct& item : items_) {
    const Value& expect = item.fields().at("expect");
    if (!expect.has_struct_value()) continue;
    const InterpretResult heard = Interpret(item);
    for (const auto& [fact, value] : expect.struct_value().fields()) {
      const auto at = heard.facts().fields().find(fact);
      if (at == heard.facts().fields().end()) continue;
      const std::string& said = value.string_value();
      const std::string& taken = at->second.string_value();
      const bool turned =
          (said == "yes" && taken == "no") || (said == "no" && taken == "yes");
      EXPECT_FALSE(turned) << Text(item, "id") << ": " << Text(item, "answer");
    }
  }
}

TEST_F(PublicAnswersTest, MostAnswersAreTakenAndTheseRightly) {
  int answerable = 0;
  int covered = 0;
  int answered = 0;
  int right = 0;
  for (const Struct& item : items_) {
    const InterpretResult heard = Interpret(item);
    const bool taken = heard.outcome() == "command" ||
                       heard.facts().fields().contains(FactOf(item));
    const bool can = item.fields().at("expect").has_struct_value();
    answerable += can;
    covered += can && taken;
    answered += taken;
    const bool fits = Right(item, heard);
    right += taken && fits;
    if (taken && !fits) {
      ADD_FAILURE() << Text(item, "id") << ": " << Text(item, "answer") << "\n"
                    << heard.ShortDebugString();
    }
  }
  RecordProperty("covered", covered);
  RecordProperty("right", right);
  EXPECT_GE(covered, 0.90 * answerable);
  EXPECT_GE(right, 0.985 * answered);
}

}  // namespace
}  // namespace firstvisit
