#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/content/condition.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

const std::vector<QuestionShape>& Questions() {
  static const auto* questions =
      new std::vector<QuestionShape>{{"fever", false, {"yes", "no"}},
                                     {"severity", true, {}},
                                     {"onset", false, {"sudden", "gradual"}},
                                     {"remarks", false, {}}};
  return *questions;
}

// "12: message", or "ok".
std::string Verdict(absl::string_view text) {
  int column = -1;
  const absl::StatusOr<Condition> condition =
      Condition::Parse(text, Questions(), &column);
  if (condition.ok()) return "ok";
  EXPECT_EQ(condition.status().code(), absl::StatusCode::kInvalidArgument);
  return absl::StrCat(column, ": ", condition.status().message());
}

Truth Known(absl::string_view text, Answer fever, Answer severity) {
  const absl::StatusOr<Condition> condition =
      Condition::Parse(text, Questions());
  EXPECT_TRUE(condition.ok()) << condition.status();
  return condition->Known({fever, severity, Answer(), Answer()});
}

TEST(ConditionParserTest, AndBindsCloserThanOr) {
  const char* text = "severity < 2 or severity > 8 and fever = yes";
  EXPECT_EQ(Known(text, Answer::No(), Answer::Interval(1, 1)), Truth::kTrue);
  EXPECT_EQ(Known(text, Answer::No(), Answer::Interval(9, 9)), Truth::kFalse);
  const char* grouped = "(severity < 2 or severity > 8) and fever = yes";
  EXPECT_EQ(Known(grouped, Answer::No(), Answer::Interval(1, 1)),
            Truth::kFalse);
}

TEST(ConditionParserTest, NotTakesTheNextPartAlone) {
  const char* text = "not fever = yes and severity < 2";
  EXPECT_EQ(Known(text, Answer::No(), Answer::Interval(1, 1)), Truth::kTrue);
  EXPECT_EQ(Known(text, Answer::No(), Answer::Interval(5, 5)), Truth::kFalse);
  EXPECT_EQ(Known("not not fever = yes", Answer::Yes(), Answer()),
            Truth::kTrue);
}

TEST(ConditionParserTest, BlanksAndLineBreaksSeparateOnlyWords) {
  EXPECT_EQ(Verdict("fever=yes"), "ok");
  EXPECT_EQ(Verdict("  fever\n = yes\tand(severity>=8)"), "ok");
  EXPECT_EQ(Verdict("onset in(sudden,gradual)"), "ok");
}

TEST(ConditionParserTest, AMisspeltQuestionIsNamedWithASuggestion) {
  EXPECT_EQ(Verdict("severity > 3 and fevr = yes"),
            "18: unknown question `fevr`; did you mean `fever`?");
  EXPECT_EQ(Verdict("headache = yes"), "1: unknown question `headache`");
  EXPECT_EQ(Verdict("answered(fevr)"),
            "10: unknown question `fevr`; did you mean `fever`?");
}

TEST(ConditionParserTest, AChoiceMustBelongToItsQuestion) {
  EXPECT_EQ(Verdict("onset = yes"),
            "9: `yes` is no value of `onset`; it takes sudden, gradual");
  EXPECT_EQ(Verdict("onset in (sudden, slow)"),
            "19: `slow` is no value of `onset`; it takes sudden, gradual");
  EXPECT_EQ(Verdict("fever = unsure"),
            "9: `unsure` is no value of `fever`; it takes yes, no");
}

TEST(ConditionParserTest, KindsAreNotMixed) {
  EXPECT_EQ(Verdict("fever > 3"),
            "7: `fever` is no number; compare it with = and one of yes, no");
  EXPECT_EQ(Verdict("severity = 3"),
            "10: `severity` is a number; compare it with <, <=, > or >=");
  EXPECT_EQ(Verdict("severity > yes"), "12: expected a number, found `yes`");
  EXPECT_EQ(Verdict("remarks = yes"),
            "9: `remarks` takes free text, which is never judged; only "
            "answered(remarks) can be asked of it");
  EXPECT_EQ(Verdict("remarks > 3"),
            "9: `remarks` is no number; it takes free text, which is never "
            "judged");
  EXPECT_EQ(Verdict("answered(remarks)"), "ok");
}

TEST(ConditionParserTest, OnlyPlainDecimalsAreNumbers) {
  EXPECT_EQ(Verdict("severity > 3.5"), "ok");
  EXPECT_EQ(Verdict("severity > -3"), "ok");
  for (const char* number : {"inf", "nan", "0x1", "1e3", "1.2.3", "3days"}) {
    EXPECT_EQ(Verdict(absl::StrCat("severity > ", number)),
              absl::StrCat("12: expected a number, found `", number, "`"));
  }
}

TEST(ConditionParserTest, WhatIsMissingIsNamedAtItsPlace) {
  EXPECT_EQ(Verdict("fever"),
            "6: the condition ends after `fever`; =, !=, in and a value are "
            "missing");
  EXPECT_EQ(Verdict("fever ="), "8: the value of `fever` is missing");
  EXPECT_EQ(Verdict("severity <"), "11: the number is missing");
  EXPECT_EQ(Verdict("(fever = yes"), "13: `)` is missing at the end");
  EXPECT_EQ(Verdict("fever = yes and"),
            "16: the condition ends where a question should stand");
  EXPECT_EQ(Verdict("fever yes"),
            "7: expected one of =, !=, in after `fever`, found `yes`");
  EXPECT_EQ(Verdict("fever = yes fever = no"),
            "13: expected `and`, `or` or the end, found `fever`");
  EXPECT_EQ(Verdict("and fever = yes"), "1: unknown question `and`");
  EXPECT_EQ(Verdict("= yes"), "1: expected a question, found `=`");
}

TEST(ConditionParserTest, NestingIsBounded) {
  std::string deep(500, '(');
  EXPECT_EQ(Verdict(deep), "22: nested too deeply; split the condition");
  std::string nots;
  for (int i = 0; i < 300; ++i) nots += "not ";
  EXPECT_NE(Verdict(nots + "fever = yes"), "ok");
}

TEST(ConditionParserTest, LengthIsBounded) {
  std::string text = "fever = yes";
  while (text.size() <= 2000) text += " and fever = yes";
  EXPECT_EQ(Verdict(text),
            "1: the condition is longer than 2000 characters; split it");
}

TEST(ConditionParserTest, EveryBeginningOfAConditionIsRefusedOrAccepted) {
  const std::string text =
      "not (fever != no) or onset in (sudden, gradual) and severity >= 3.5 "
      "and answered(remarks) or never";
  for (size_t i = 0; i <= text.size(); ++i) {
    EXPECT_FALSE(Verdict(text.substr(0, i)).empty());
  }
  EXPECT_EQ(Verdict(text), "ok");
}

}  // namespace
}  // namespace firstvisit
