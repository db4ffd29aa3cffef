#include "dialog/authoring/json_lines.h"

#include <sstream>
#include <string>

#include "absl/status/statusor.h"
#include "firstvisit/authoring/v1/interpret.pb.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using authoring::v1::InterpretError;
using authoring::v1::InterpretLine;
using authoring::v1::InterpretResult;

// Says "unclear" to everything but an empty answer, which is refused.
absl::StatusOr<InterpretResult> Answered(const InterpretLine& line) {
  if (line.answer().empty()) {
    return absl::InvalidArgumentError("answer: nothing is said");
  }
  InterpretResult result;
  *result.mutable_id() = line.id();
  result.set_outcome("unclear");
  return result;
}

std::string Out(const std::string& text, int failed,
                EmptyFields fields = EmptyFields::kLeftAway) {
  std::istringstream in(text);
  std::ostringstream out;
  EXPECT_EQ((AnswerJsonLines<InterpretLine, InterpretError>(in, out, fields,
                                                            Answered)),
            failed);
  return out.str();
}

TEST(JsonLinesTest, EachLineIsAnsweredInItsTurn) {
  EXPECT_EQ(Out("{\"id\":1,\"answer\":\"a\"}\n\n  \n"
                "{\"id\":\"two\",\"answer\":\"b\",\"unknown\":[]}\n",
                0),
            "{\"id\":1,\"outcome\":\"unclear\"}\n"
            "{\"id\":\"two\",\"outcome\":\"unclear\"}\n");
}

TEST(JsonLinesTest, ALineThatCannotBeReadOrAnsweredHoldsUpNoOther) {
  const std::string out =
      Out("{\"id\":1\n{\"id\":2}\n{\"id\":3,\"answer\":\"c\"}", 2);
  EXPECT_EQ(out.find("{\"error\":\"not a JSON object of this verb"),
            out.find("{\""))
      << out;
  EXPECT_NE(out.find("{\"id\":2,\"error\":\"answer: nothing is said\"}\n"
                     "{\"id\":3,\"outcome\":\"unclear\"}\n"),
            std::string::npos)
      << out;
}

TEST(JsonLinesTest, EmptyFieldsAreWrittenWhereTheyMeanSomething) {
  EXPECT_NE(Out("{\"id\":1,\"answer\":\"a\"}", 0, EmptyFields::kWritten)
                .find("\"trace\":[]"),
            std::string::npos);
}

}  // namespace
}  // namespace firstvisit
